import Foundation
import TestSupport
import Testing

/// The examples through the whole line, against results that a reader has checked.
///
/// After an intended change: `LINGUA_RECORD=1 make test`, then read the difference.
@Suite struct ExampleTests {
  static let examples = Fixtures.packageFolder.appendingPathComponent("examples").path
  static let golden = Fixtures.packageFolder.appendingPathComponent("Tests/CommandTests/Fixtures/golden")

  /// The tables of a run; scores are left out, which may move in their last digits with every change of a weight.
  private static func tables() throws -> [String: String] {
    let folder = try TemporaryFolder()
    let result = try Program.run(["run", examples, "-o", folder.path + "/out", "--quiet"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    var tables: [String: String] = [:]
    for name in ["sentences.tsv", "keywords.tsv", "acronyms.tsv"] {
      tables[name] = try folder.text(of: "out/" + name)
    }
    let rows = tables["sentences.tsv"]?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    tables["sentences.tsv"] = rows.map { row in
      var cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      if cells.count > 4 { cells.remove(at: 4) }
      return cells.joined(separator: "\t")
    }.joined(separator: "\n")
    return tables
  }

  @Test func tablesAreAsCheckedByAReader() throws {
    let tables = try Self.tables()
    for (name, text) in tables.sorted(by: { $0.key < $1.key }) {
      let file = Self.golden.appendingPathComponent(name)
      if ProcessInfo.processInfo.environment["LINGUA_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: Self.golden, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      let expected = try String(contentsOf: file, encoding: .utf8)
      let differing = zip(expected.split(separator: "\n"), text.split(separator: "\n")).filter { $0 != $1 }
      #expect(differing.map { "\($0.0)\n\($0.1)" } == [], "\(name)")
      #expect(expected.split(separator: "\n").count == text.split(separator: "\n").count, "\(name)")
    }
  }

  /// The shapes of the beads that docs/examples.md describes.
  @Test(arguments: [
    ("01-regional-integration.txt", ["1:1:1", "1:1:1", "1:1:1", "1:1:1", "1:1:1", "1:2:1", "1:1:1"]),
    ("02-no-headings.txt", ["1:1:1", "1:1:1", "1:1:0", "1:1:1", "1:1:1"]),
    ("03-abstract-at-the-end.txt", ["1:1:1", "1:1:1", "1:1:1", "1:1:1", "1:1:1"]),
    ("04-mixed-script-label.txt", ["1:1:1", "2:1:1", "1:1:1"]),
    ("05-education.md", ["1:1:1", "1:1:1", "1:1:1", "1:1:1"]),
    ("06-bilingual.txt", ["1:1:0", "1:2:0", "1:1:0", "1:1:0"]),
  ])
  func beadsHaveTheShapesOfTheText(name: String, shapes: [String]) throws {
    let result = try Program.run(["align", Self.examples + "/" + name, "--format", "tsv"])
    #expect(result.status == 0)
    let found = result.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(found.map { $0.count == 7 ? String($0[5]) : "" } == shapes)
  }

  @Test func rangesOfTheResultNameTheSource() throws {
    let path = Self.examples + "/01-regional-integration.txt"
    let source = Array(try String(contentsOfFile: path, encoding: .utf8).utf8)
    let result = try Program.run(["align", path])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let sections = try #require(object["sections"] as? [[String: Any]])
    #expect(sections.count == 8)
    for section in sections {
      let range = try #require(section["range"] as? [Int])
      let text = try #require(section["text"] as? String)
      let slice = String(decoding: source[range[0]..<range[1]], as: UTF8.self)
      let withoutBlanks = { (text: String) in text.filter { !$0.isWhitespace } }
      #expect(withoutBlanks(slice) == withoutBlanks(text))
    }
  }

  @Test func twoRunsAndAnyNumberOfWorkersGiveTheSameBytes() throws {
    let folder = try TemporaryFolder()
    for (name, jobs) in [("a", "1"), ("b", "1"), ("c", "4")] {
      let result = try Program.run(["run", Self.examples, "-o", folder.path + "/" + name, "--jobs", jobs])
      #expect(result.status == 0)
    }
    let names = folder.files.filter { $0.hasPrefix("a/") }.map { $0.dropFirst(2) }
    #expect(names.count == 14)
    // How long each input took is another matter.
    for name in names where name != "timings.jsonl" {
      let bytes = try ["a/", "b/", "c/"].map { try Data(contentsOf: folder.url.appendingPathComponent($0 + name)) }
      #expect(bytes[0] == bytes[1] && bytes[0] == bytes[2], "\(name)")
    }
  }

  @Test func resultsGoToStandardOutputOrToAFile() throws {
    let folder = try TemporaryFolder()
    let input = Self.examples + "/06-bilingual.txt"
    for format in ["json", "tsv", "tmx", "html"] {
      let printed = try Program.run(["align", input, "--format", format])
      let file = folder.path + "/result.\(format)"
      let written = try Program.run(["align", input, "-o", file])
      #expect(printed.status == 0 && written.status == 0 && written.output.isEmpty)
      #expect(try folder.text(of: "result.\(format)") == printed.output)
    }
  }

  @Test func severalDocumentsAsJSONAreOneObjectALine() throws {
    let result = try Program.run(["align", Self.examples, "--format", "json"])
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 6)
    for line in lines {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
  }
}
