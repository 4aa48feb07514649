import Foundation
import TestSupport
import Testing

@Suite struct GlossaryTests {
  static let examples = Fixtures.packageFolder.appendingPathComponent("examples").path

  private func rows(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  @Test func oneGlossaryOfAllDocuments() throws {
    let result = try Program.run(["glossary", Self.examples, "--format", "jsonl", "--quiet"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let rows = try rows(result.output)
    #expect(rows.count > 10)
    #expect(Set(rows.compactMap { $0["id"] as? String }).count == rows.count)
    for row in rows {
      let sources = try #require(row["sources"] as? [[String: Any]])
      #expect(!sources.isEmpty)
      let languages = ["kk", "ru", "en"].filter { (row[$0] as? [Any])?.isEmpty == false }
      #expect(!languages.isEmpty)
    }
  }

  @Test(arguments: ["tsv", "csv", "xlsx", "html", "jsonl", "tbx", "tbx3", "tmx", "skos", "json", "partial"])
  func everyFormatIsWritten(format: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["glossary", Self.examples, "--format", format, "-o", "out.bin"], folder: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out.bin")).count > 1000)
  }

  @Test(arguments: [
    ("terms.tbx", "<martif"), ("terms.v3.tbx", "<tbx"), ("terms.ttl", "@prefix"), ("TERMS.HTML", "<!doctype html>"),
    ("a.partial.jsonl", "\"sections\""), ("a.jsonl", "\"kinds\""),
  ])
  func theEndingChoosesTheFormat(name: String, sign: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["glossary", Self.examples, "-o", name], folder: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.text(of: name).lowercased().contains(sign.lowercased()))
  }

  @Test func partsThatAreUnitedAreOneRun() throws {
    let folder = try TemporaryFolder()
    let script = """
      set -e
      "$CLI" glossary "$EXAMPLES" -o whole.jsonl
      mkdir a b; cp "$EXAMPLES"/0[1-3]* a; cp "$EXAMPLES"/0[4-9]* b
      "$CLI" glossary a --format partial -o a.part
      "$CLI" glossary b --format partial -o b.part
      "$CLI" glossary merge b.part a.part -o united.jsonl
      "$CLI" glossary merge b.part a.part --format partial | "$CLI" glossary merge - a.part -o twice.jsonl
      "$CLI" run "$EXAMPLES" -o run --quiet
      "$CLI" glossary merge run/documents/*.json -o kept.jsonl
      cut -d, -f1-6 whole.jsonl > whole.short; cut -d, -f1-6 kept.jsonl > kept.short
      """.replacingOccurrences(of: "$EXAMPLES", with: Self.examples)
    let result = try Program.shell(script, folder: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let whole = try folder.text(of: "whole.jsonl")
    // The examples of both folders lie side by side, but for the folder of sentence files, which has no abstract.
    let names = try rows(whole).compactMap { $0["id"] as? String }
    #expect(try rows(folder.text(of: "united.jsonl")).compactMap { $0["id"] as? String } == names)
    #expect(try folder.text(of: "united.jsonl") == folder.text(of: "twice.jsonl"))
    #expect(try rows(folder.text(of: "kept.jsonl")).compactMap { $0["id"] as? String } == names)
  }

  @Test func entriesCanBeSorted() throws {
    let result = try Program.run(["glossary", Self.examples, "--format", "tsv", "--sort", "en"])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let column = try #require(lines.first?.firstIndex(of: "en"))
    let terms = lines.dropFirst().map { $0[column].lowercased() }.filter { !$0.isEmpty }
    #expect(terms.count > 5)
    #expect(terms == terms.sorted { $0.compare($1, locale: Locale(identifier: "en")) == .orderedAscending })
  }

  @Test(arguments: [
    (["glossary", "merge", "bad.jsonl"], "line 2 is no JSON"),
    (["glossary", "merge", "missing.jsonl"], "missing.jsonl"),
    (["glossary", "merge", "."], ".: a folder stands where the file should be"),
    (["glossary", "merge", "good.txt", "--format", "json"], "jsonl or partial"),
    (["glossary", "good.txt", "--format", "omegat"], "--pair"),
    (["glossary", "good.txt", "--sort", "de"], "none of kk, ru and en"),
    (["glossary", "good.txt", "-o", "a.docx"], "names no format"),
    (["glossary", "good.txt", "--contexts", "-1"], "--contexts takes a number from 0 up; -1 is below"),
  ])
  func aMistakeIsNamedWithItsRemedy(arguments: [String], words: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("\nno", to: "bad.jsonl")
    try folder.write("Түйін сөздер: су, жер\nКлючевые слова: вода, земля\nKeywords: water, earth\n", to: "good.txt")
    let result = try Program.run(arguments, folder: folder.path)
    #expect(result.status != 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test func aBadPartIsNamedAndTheOthersAreUnited() throws {
    let folder = try TemporaryFolder()
    try folder.write("no", to: "bad.jsonl")
    let made = try Program.run(
      ["glossary", Self.examples, "--format", "partial", "-o", "good.jsonl"], folder: folder.path)
    #expect(made.status == 0)
    let result = try Program.run(
      ["glossary", "merge", "good.jsonl", "bad.jsonl", "--format", "jsonl"], folder: folder.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("bad.jsonl: line 1"))
    #expect(try rows(result.output).count > 10)
  }
}
