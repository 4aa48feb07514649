import Foundation
import Testing

@testable import Lingua

private let unicodeData = "/usr/share/unicode/auxiliary"

/// Unicode's own boundary tests (Debian's package unicode-data), against the break iterator.
@Suite struct BreakConformanceTests {
  /// One line: the text and the UTF-8 offsets of its boundaries.
  private func parse(_ line: Substring) -> (text: String, ends: [Int])? {
    let body = line.prefix { $0 != "#" }
    var scalars = String.UnicodeScalarView()
    var ends: [Int] = []
    for field in body.split(whereSeparator: \.isWhitespace) {
      if field == "÷" {
        ends.append(String(scalars).utf8.count)
      } else if field != "×" {
        guard let value = UInt32(field, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
        scalars.append(scalar)
      }
    }
    return scalars.isEmpty ? nil : (String(scalars), Array(ends.dropFirst()))
  }

  // ICU follows the sentence rules to the letter. For words CLDR takes the colon out of MidLetter but in Finnish and
  // Swedish, so lines with a colon are left out there.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: unicodeData), "needs Debian's package unicode-data"),
    arguments: [("SentenceBreakTest.txt", ICU.BreakIterator.Unit.sentence), ("WordBreakTest.txt", .word)])
  func conforms(file: String, unit: ICU.BreakIterator.Unit) throws {
    let table = try String(contentsOfFile: "\(unicodeData)/\(file)", encoding: .utf8)
    var iterator = try ICU.BreakIterator(unit, locale: "en")
    var count = 0
    for line in table.split(whereSeparator: \.isNewline) {
      guard let (text, ends) = parse(line), unit == .sentence || !text.unicodeScalars.contains(":") else { continue }
      count += 1
      var boundaries: [ICU.BreakIterator.Boundary] = []
      try Array(text.utf8).withUnsafeBufferPointer { try iterator.append(boundariesOfLong: $0, to: &boundaries) }
      #expect(boundaries.map(\.end) == ends, "\(line)")
    }
    #expect(count > 400)
  }
}
