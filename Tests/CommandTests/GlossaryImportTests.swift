import Foundation
import TestSupport
import Testing

/// `glossary import` and the termbase of `glossary`, as an editor meets them.
@Suite struct GlossaryImportTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Түйін сөздер: су, жер\nКлючевые слова: вода, земля\nKeywords: water, earth\n", to: "a.txt")
    try folder.write("ru;kk\nвода;су\nземля;жер\n", to: "list.csv")
  }

  private func run(_ arguments: String...) throws -> Program.Result { try Program.run(arguments, folder: folder.path) }

  private func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path + "/" + name) }

  @Test(arguments: [
    ("zero.csv", "", "nothing is in it"), ("blank.csv", "\n \n", "nothing is in it"),
    ("sides.csv", "source,target\nвода,су\n", "--languages ru,kk"),
    ("bad.jsonl", "nonsense\n", "bad.jsonl:1:2: no JSON (unexpected character)"),
    ("a.ttl", "@prefix skos: <http://x> .\n", "give CSV, TSV, XLSX, JSON Lines, TBX or TMX"),
  ])
  func whatCannotBeReadLeavesNoTermbase(name: String, text: String, words: String) throws {
    try folder.write(text, to: name)
    let result = try run("glossary", "import", name, "--termbase", "new.termbase")
    #expect(result.status == 1)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(!has("new.termbase"))
  }

  @Test func noDocumentLeavesNoTermbase() throws {
    #expect(try run("glossary", "none.txt", "--termbase", "new.termbase").status == 1)
    #expect(try run("glossary", "a.txt", "--termbase", "new.termbase", "--format", "omegat").status != 0)
    #expect(!has("new.termbase"))
  }

  @Test(arguments: [([String](), "approved"), (["--as", "proposed"], "proposed"), (["--as", "approved"], "approved")])
  func entriesWithoutAStatusAreWhatIsAskedFor(options: [String], status: String) throws {
    let result = try Program.run(
      ["glossary", "import", "list.csv", "--termbase", "own.termbase"] + options, folder: folder.path)
    #expect(result.output == "list.csv: 2 new, 0 changed, 0 unchanged\n")
    #expect(result.errors.contains("2 entries say nothing of their status") == options.isEmpty)
    let stored = try Program.shell("sqlite3 own.termbase 'SELECT DISTINCT status FROM glossary'", folder: folder.path)
    #expect(stored.output == status + "\n")
  }

  @Test func ourOwnListForTranslatorsApprovesNothingThatIsOnlyProposed() throws {
    let made = try run("glossary", "a.txt", "--format", "omegat", "--pair", "ru-kk", "-o", "own.utf8")
    #expect(made.status == 0)
    let result = try run("glossary", "import", "own.utf8", "--termbase", "own.termbase")
    #expect(result.output.hasPrefix("own.utf8: 2 new"))
    let stored = try Program.shell("sqlite3 own.termbase 'SELECT DISTINCT status FROM glossary'", folder: folder.path)
    #expect(stored.output == "proposed\n")
  }

  @Test func theEncodingCanBeNamed() throws {
    let bytes = "ru;en\nвода;water\n".unicodeScalars.map { UInt8($0.value < 0x80 ? $0.value : $0.value - 0x410 + 0xC0) }
    try folder.write(Data(bytes), to: "old.csv")
    let arguments = ["glossary", "import", "old.csv", "--termbase", "own.termbase", "--encoding"]
    #expect(try Program.run(arguments + ["windows-1251"], folder: folder.path).status == 0)
    let stored = try Program.shell("sqlite3 own.termbase 'SELECT ru FROM glossary'", folder: folder.path)
    #expect(stored.output == "вода\n")
    let wrong = try Program.run(arguments + ["windows-1215"], folder: folder.path)
    #expect(wrong.status == 2 && wrong.errors.contains("did you mean"))
  }

  @Test func bothLinesOfAnIDAreNamed() throws {
    try folder.write(
      "id\tstatus\tkinds\tkk\tru\ten\nt-1\tapproved\tterm\tсу\tвода\t\nt-1\tapproved\tterm\tтау\tгора\t\n",
      to: "two.tsv")
    let result = try run("glossary", "import", "two.tsv", "--termbase", "own.termbase")
    #expect(result.status == 1)
    #expect(result.output == "two.tsv: 1 new, 0 changed, 0 unchanged, 1 left out\n")
    #expect(result.errors.contains("line 3 has the id of line 2, t-1, and says otherwise; it is left out"))
  }

  @Test func entriesThatAgreeInTwoLanguagesAreOne() throws {
    let result = try run("glossary", GlossaryTests.examples, "--quiet", "--format", "tsv")
    let rows = result.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map { $0.lowercased() }
    }
    #expect(rows.count > 100)
    for (a, b) in [(3, 4), (3, 5), (4, 5)] {
      let pairs = rows.filter { !$0[a].isEmpty && !$0[b].isEmpty }.map { [$0[a], $0[b]] }
      #expect(Set(pairs).count == pairs.count)
    }
    // An acronym that was found by counting too stands where it stands, once: six times in the first example.
    let states = try #require(rows.first { $0[8] == "cis" })
    #expect(states[14] == "6" && states[18].contains("aligned sentences"))
  }

  @Test func whatComesBackUnchangedDecidesNothing() throws {
    let script = """
      set -e
      "$CLI" glossary "$EXAMPLES" --quiet --termbase own.termbase -o first.csv
      "$CLI" glossary "$EXAMPLES" --quiet --termbase own.termbase --all -o all.csv
      cut -d, -f1 all.csv | sort | uniq -d
      "$CLI" glossary import all.csv first.csv --termbase own.termbase
      sqlite3 own.termbase 'SELECT count(*) FROM decisions'
      """.replacingOccurrences(of: "$EXAMPLES", with: GlossaryTests.examples)
    let result = try Program.shell(script, folder: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3 && lines.last == "0")
    #expect(lines.dropLast().allSatisfy { $0.contains(": 0 new, 0 changed, ") }, "\(result.output)")
    #expect(try !folder.text(of: "all.csv").contains("termbase: 0"))
  }

  @Test func aGlossaryWithoutEntriesIsAnEmptyFile() throws {
    try folder.write("Мәтін жоқ.\n", to: "none.txt")
    let made = try run("glossary", "none.txt", "-o", "none.jsonl")
    #expect(made.status == 0, "\(made.errors)")
    #expect(try folder.text(of: "none.jsonl").isEmpty)
    #expect(try run("glossary", "import", "none.jsonl", "--termbase", "own.termbase").status == 0)
    // TBX has no word for nothing.
    let termbase = try run("glossary", "none.txt", "-o", "none.tbx")
    #expect(termbase.errors.contains("none.tbx is not written") && !has("none.tbx"))
    #expect(try run("glossary", "none.txt", "--format", "partial", "-o", "none.part").status == 0)
    let merged = try run("glossary", "merge", "none.part", "-o", "merged.tbx")
    #expect(merged.errors.contains("merged.tbx is not written") && !has("merged.tbx"))
  }

  @Test func versionsOfADocumentAreWarnedOf() throws {
    #expect(try run("glossary", "a.txt", "--format", "partial", "-o", "1.jsonl").status == 0)
    try folder.write("Түйін сөздер: су\nКлючевые слова: вода\nKeywords: water\n", to: "a.txt")
    #expect(try run("glossary", "a.txt", "--format", "partial", "-o", "2.jsonl").status == 0)
    let result = try run("glossary", "merge", "1.jsonl", "2.jsonl", "-o", "all.tsv")
    #expect(result.status == 0)
    #expect(result.errors.contains("a.txt: the parts have versions of this document"))
  }

  @Test(arguments: [["glossary"], ["glossary", "merge"], ["check"]])
  func aDeviceWithoutAnEndIsRefused(command: [String]) throws {
    let result = try Program.run(command + ["/dev/zero"], folder: folder.path)
    #expect(result.status == 1 && !result.wasSignalled)
    #expect(result.errors.contains("/dev/zero: it does not end"), "\(result.errors)")
  }

  @Test func aLinkThatLeadsNowhereIsNamed() throws {
    let script =
      "mkdir in && cp a.txt in && cd in && ln -s gone.txt b.txt && ln -s gone c.png && cd .. && \"$CLI\" glossary in"
    let result = try Program.shell(script, folder: folder.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("in/b.txt: no such file") && !result.errors.contains("c.png"))
    #expect(result.output.contains("вода"))
  }
}
