import Foundation
import Lingua
import TestSupport
import Testing

/// Unicode's own NormalizationTest.txt, which Debian's unicode-data installs.
@Suite struct UnicodeNormalizationTests {
  private struct MissingFile: Error {
    var path: String
    var package: String
  }

  private static let path = "/usr/share/unicode/NormalizationTest.txt"

  private func lines() throws -> [Substring] {
    let files = FileManager.default
    if let data = files.contents(atPath: Self.path) {
      return String(decoding: data, as: UTF8.self).split(separator: "\n")
    }
    guard files.fileExists(atPath: Self.path + ".bz2") else {
      throw MissingFile(path: Self.path, package: "unicode-data")
    }
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "bzip2 -dc \(Self.path).bz2 > '\(folder.path)/test.txt'"]
    try process.run()
    process.waitUntilExit()
    return try folder.text(of: "test.txt").split(separator: "\n")
  }

  @Test func everyRow() throws {
    let lines = try lines()
    // "# NormalizationTest-15.0.0.txt": rows of a later Unicode than ICU's may not hold.
    let version = try #require(lines.first?.split(separator: "-").last?.dropLast(4))
    let major = Int(version.split(separator: ".").first ?? "") ?? 0
    let own = Int(ICU.unicodeVersion.split(separator: ".").first ?? "") ?? 0
    if major > own { return }
    var rows = 0
    for line in lines where !line.hasPrefix("#") && !line.hasPrefix("@") {
      let columns = line.split(separator: ";", maxSplits: 5).prefix(5).map { column in
        let scalars = column.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
        return String(String.UnicodeScalarView(scalars))
      }
      guard columns.count == 5 else { continue }
      rows += 1
      for k in 0..<5 {
        let compatible = k >= 3
        try check(columns[k], .nfc, columns[compatible ? 3 : 1], line)
        try check(columns[k], .nfd, columns[compatible ? 4 : 2], line)
        try check(columns[k], .nfkc, columns[3], line)
        try check(columns[k], .nfkd, columns[4], line)
      }
      // The profile composes as NFC does, in any place of a text, once no other repair applies.
      let repaired = try Normalizer().normalize("қ " + columns[0] + " қ").text
      let composed = try normalize(repaired, to: .nfc)
      #expect(repaired.utf8.elementsEqual(composed.utf8), "\(line)")
    }
    #expect(rows > 15_000)
  }

  private func check(_ text: String, _ form: NormalizationForm, _ expected: String, _ line: Substring) throws {
    let result = try normalize(text, to: form)
    if !result.utf8.elementsEqual(expected.utf8) { Issue.record("\(form): \(line)") }
  }
}
