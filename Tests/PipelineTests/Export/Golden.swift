import Foundation
import TestSupport
import Testing

/// Results that are compared byte by byte with files in Fixtures/export.
enum Golden {
  /// Expects the bytes of a golden file. With LINGUA_RECORD set, writes the file instead and fails, so that a
  /// recording run cannot be taken for a passing one; look at the difference before committing it.
  static func expect(_ bytes: [UInt8], _ name: String, at location: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["LINGUA_RECORD"] != nil {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      try Data(bytes).write(to: folder.appendingPathComponent("Fixtures/export/\(name)"))
      Issue.record("recorded \(name)", sourceLocation: location)
      return
    }
    let expected = try Fixtures.data("export/\(name)")
    #expect(
      String(decoding: bytes, as: UTF8.self) == String(decoding: expected, as: UTF8.self), sourceLocation: location)
    // String compares by canonical equivalence; a golden file means bytes.
    #expect(Array(expected) == bytes, sourceLocation: location)
  }
}

/// Debian's xmllint, which `make test` installs, and the schemas, which lie beside the corpora where those exist.
///
/// The schemas' licences do not allow a copy in this project, so tests that validate against them run only where
/// LINGUA_CORPORA names a folder with `schemas` beside it; the structural tests run everywhere.
enum XMLLint {
  static let isInstalled = run("--version", on: nil) == 0

  static let schemas: String? = {
    guard let corpora = ProcessInfo.processInfo.environment["LINGUA_CORPORA"], !corpora.isEmpty else { return nil }
    let folder = URL(fileURLWithPath: corpora).deletingLastPathComponent().appendingPathComponent("schemas").path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  /// Runs xmllint and gives its exit status; -1 where it cannot be run.
  static func run(_ options: String, on bytes: [UInt8]?) -> Int32 {
    do {
      guard let bytes else { return try Program.shell("xmllint \(options)").status }
      let folder = try TemporaryFolder()
      let path = try folder.write(Data(bytes), to: "file.xml")
      return try Program.shell("xmllint --noout --nonet \(options) '\(path)'").status
    } catch { return -1 }
  }

  /// What an XPath expression gives.
  static func value(_ expression: String, in bytes: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write(Data(bytes), to: "file.xml")
    let result = try Program.shell("xmllint --nonet --xpath '\(expression)' '\(path)'").output
    return result.hasSuffix("\n") ? String(result.dropLast()) : result
  }
}
