import Foundation
import TestSupport
import Testing

@testable import Lingua

@Suite struct NormalizerTests {
  struct Case: Decodable, CustomTestStringConvertible {
    var label: String
    var original: String
    var expected: String
    var rules: [String]
    var testDescription: String { label }
  }

  static let cases = Result {
    try ["wild", "synthetic", "negative"].flatMap { try Fixtures.cases("\($0)/normalization.json", of: Case.self) }
  }

  @Test func hasCases() throws { #expect(try Self.cases.get().count > 40) }

  @Test(arguments: (try? cases.get()) ?? []) func repairs(_ sample: Case) throws {
    let result = try Normalizer().normalize(sample.original)
    #expect(
      result.text.utf8.elementsEqual(sample.expected.utf8), "\(result.text.debugDescription) \(result.edits)")
    #expect(Set(result.edits.map(\.rule.rawValue)) == Set(sample.rules))
    #expect(try result.edits.replay(on: sample.original).utf8.elementsEqual(sample.expected.utf8))
    #expect(try Normalizer().normalize(result.text).edits.isEmpty)
  }

  @Test func saysWhere() throws {
    let result = try Normalizer().normalize("ә\u{A0}и\u{306}\r\n")
    #expect(
      result.edits == [
        Edit(rule: EditRule(rawValue: "blank"), range: 2..<4, replacement: " "),
        Edit(rule: EditRule(rawValue: "composition"), range: 4..<8, replacement: "й"),
        Edit(rule: EditRule(rawValue: "line-ending"), range: 8..<9, replacement: ""),
      ])
  }

  @Test func takesMalformedBytesWithoutFailing() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 1...200, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      var stream = Normalizer().stream()
      var output: [UInt8] = []
      try bytes.withUnsafeBufferPointer { try stream.append($0, into: &output) }
      try stream.finish(into: &output)
    }
  }

  /// A later profile's repair of a whole text: the letter that the text lacks.

  @Test func holdsLittleOfOneLongLine() throws {
    // Without a blank or a line end anywhere, in blocks that cut letters.
    let piece = Array("қазақтіліexample".utf8)
    let block = (0..<70_001).map { piece[$0 % piece.count] }
    var stream = Normalizer().stream()
    var output: [UInt8] = []
    var read = 0
    for _ in 0..<40 {
      try block.withUnsafeBufferPointer { try stream.append($0, into: &output) }
      read += block.count
      #expect(read - output.count < 140_000)
    }
  }
}
