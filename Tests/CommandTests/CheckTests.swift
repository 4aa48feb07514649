import Foundation
import Pipeline
import TestSupport
import Testing

/// `check` and `glossary import` as an editor uses them.
@Suite struct CheckTests {
  private static let article = """
    Аннотация. Рынок труда в последние годы быстро меняется. Озёра рано замёрзли.
    Ключевые слова: рынок труда, озеро, лёд

    Abstract. The job market has been changing quickly in recent years. The lakes froze early.
    Keywords: labour market, lake
    """

  private static let clean = """
    Аннотация. Озёра рано замёрзли.
    Ключевые слова: озеро, лёд

    Abstract. The lakes froze early.
    Keywords: lake, ice
    """

  private static func term(_ text: String, _ usage: String? = nil) -> String {
    "{\"term\":\"\(text)\",\"form\":\"term\"" + (usage.map { ",\"usage\":\"\($0)\"" } ?? "") + "}"
  }

  private static let list =
    "{\"id\":\"t-00000000000000a1\",\"kinds\":[\"given\"],\"status\":\"approved\",\"kk\":[],\"ru\":[\(term("рынок труда"))],"
    + "\"en\":[\(term("labour market")),\(term("job market", "deprecated"))]}\n"

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.article, to: "a.txt")
    try folder.write(Self.clean, to: "b.txt")
    try folder.write(Self.list, to: "list.jsonl")
    try folder.write("ru;en\nвода;water\nлёд;ice\n", to: "new.csv")
  }

  private func run(_ arguments: [String]) throws -> Program.Result { try Program.run(arguments, folder: folder.path) }

  @Test func printsPlacesAsACompilerDoes() throws {
    let import1 = try run(["glossary", "import", "list.jsonl", "--termbase", "own.termbase"])
    #expect((import1.status, import1.output) == (0, "list.jsonl: 1 new, 0 changed, 0 unchanged\n"))
    let import2 = try run(["glossary", "import", "list.jsonl", "--termbase", "own.termbase"])
    #expect((import2.status, import2.output) == (0, "list.jsonl: 0 new, 0 changed, 1 unchanged\n"))
    let result = try run(["check", "a.txt", "b.txt", "--termbase", "own.termbase"])
    #expect(result.status == 1)
    #expect(
      result.output == """
        a.txt:2:37: untranslated-keyword: no en keyword for "лёд"
        a.txt:4:15: departure: "job market" is deprecated; use "labour market"

        """)
    // Any number of workers.
    #expect(try run(["check", "a.txt", "b.txt", "--termbase", "own.termbase", "--jobs", "1"]).output == result.output)
  }

  @Test func takesDecisionsBackFromATable() throws {
    #expect(
      try run(["glossary", "import", "new.csv", "--termbase", "own.termbase"]).output
        == "new.csv: 2 new, 0 changed, 0 unchanged\n")
    func ask(_ what: String) throws -> String {
      try Program.shell("sqlite3 own.termbase \"SELECT \(what) FROM glossary WHERE ru = 'вода'\"", folder: folder.path)
        .output
    }
    let id = try ask("id").split(separator: "\n").first ?? ""
    try folder.write(
      "id\tstatus\tkinds\tkk\tru\ten\n\(id)\tapproved\tgiven\tсу\tвода\twater\n", to: "back.tsv")
    let back = try run(["glossary", "import", "back.tsv", "--termbase", "own.termbase"])
    #expect(back.output == "back.tsv: 0 new, 1 changed, 0 unchanged\n", "\(back.errors)")
    #expect(try ask("status, kk, en") == "edited|су|water\n")
  }

  @Test func endsWellWhereNothingIsFound() throws {
    let result = try run(["check", "b.txt"])
    #expect((result.status, result.output) == (0, ""))
    let some = try run(["check", "a.txt", "--without", "untranslated-keyword"])
    #expect((some.status, some.output) == (0, ""))
    let only = try run(["check", "a.txt", "--only", "untranslated-keyword"])
    #expect(only.status == 1)
    #expect(only.output.split(separator: "\n").count == 1)
  }

  @Test func writesJSON() throws {
    let schema = try JSONSchema(named: "check")
    let result = try run(["check", "a.txt", "b.txt", "--format", "json"])
    let findings = try result.output.split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
    #expect(findings.map { $0["document"]?.string } == ["a.txt"])
    #expect(schema.violations(of: .object([.init("findings", .array(findings))])) == [])
    let finding = try #require(findings.first)
    let range = finding["range"]?.array?.compactMap(\.integer) ?? []
    try #require(range.count == 2)
    #expect(Array(Self.article.utf8)[range[0]..<range[1]].elementsEqual("лёд".utf8))
    #expect(finding["missing"] == .array([.string("en")]))
  }

  @Test func writesAPageThatLoadsNothing() throws {
    let result = try run(["check", "a.txt", "b.txt", "-o", "check.html"])
    #expect((result.status, result.output) == (1, ""))
    let page = try folder.text(of: "check.html")
    #expect(page.contains("<mark>лёд</mark>"))
    #expect(page.contains("<h2>a.txt</h2>"))
    #expect(!page.contains("<h2>b.txt</h2>"))
    #expect(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"))
    let nothing = try run(["check", "b.txt", "-o", "nothing.html"])
    #expect(nothing.status == 0)
    #expect(try folder.text(of: "nothing.html").contains("Nothing was found."))
  }

  @Test func escapesWhatDocumentsSay() throws {
    let text = Self.article.replacing("лёд", with: "лёд <b onload='x'> &amp;")
    try folder.write(text, to: "<i>.txt")
    _ = try run(["check", "<i>.txt", "-o", "check.html"])
    let page = try folder.text(of: "check.html")
    #expect(!page.contains("<b onload"))
    #expect(!page.contains("<h2><i>"))
  }

  @Test func namesWhatItCannotUse() throws {
    try folder.write("вода\n", to: "one.csv")
    let cases: [([String], Int32, String)] = [
      (["check", "a.txt", "--termbase", "none.termbase"], 2, "none.termbase: no such file"),
      (["check", "a.txt", "--termbase", "a.txt"], 2, "a.txt: no termbase"),
      (["check", "a.txt", "--only", "spelling"], 2, "there is no kind \"spelling\""),
      (["check", "a.txt", "--only", "acronym", "--without", "variants"], 2, "--only and --without"),
      (["check", "a.txt", "-o", "check.pdf"], 2, "names no format"),
      (["check", "b.txt", "-o", "b.txt"], 2, "b.txt is also an input"),
      (["check", "b.txt", "--termbase", "."], 2, ".: a folder stands where the file should be"),
      (["glossary", "import", ".", "--termbase", "x.termbase"], 1, ".: a folder stands where the file should be"),
      (["glossary", "b.txt", "--termbase", "x.tb", "-o", "x.tb", "-f", "tsv"], 2, "x.tb is also an input"),
      (["check", "none.txt", "b.txt"], 1, "none.txt: no such file"),
      (["glossary", "import", "a.txt", "--termbase", "x.termbase"], 1, "a.txt:"),
      (
        ["glossary", "import", "new.csv", "--termbase", "x.termbase", "--languages", "de"], 2,
        "--languages"
      ),
      (["glossary", "import", "list.jsonl", "--termbase", "none/x.termbase"], 2, "none: no such file or folder"),
      (
        ["glossary", "import", "one.csv", "--termbase", "x.termbase", "--languages", "ru,kk"], 1,
        "1 column where 2 languages are given"
      ),
      (["glossary", "import", "list.jsonl"], 2, "--termbase"),
    ]
    for (arguments, status, words) in cases {
      let result = try run(arguments)
      #expect(result.status == status, "\(arguments)")
      #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
      #expect(result.output.isEmpty, "\(arguments)")
    }
  }

  @Test func saysWhatMayNotBeWritten() throws {
    // Root may write everywhere, so it becomes somebody else.
    let script = """
      cp "$CLI" program && chmod 755 . program
      ./program glossary import list.jsonl --termbase own.termbase
      mkdir closed && cp own.termbase closed/ && chmod 444 own.termbase && chmod 555 closed
      become=; if [ "$(id -u)" = 0 ]; then become="setpriv --reuid=65534 --regid=65534 --clear-groups"; fi
      chmod 666 closed/own.termbase
      $become ./program glossary import list.jsonl --termbase own.termbase; echo $?
      $become ./program glossary import new.csv --termbase closed/own.termbase; echo $?
      $become ./program glossary import list.jsonl --termbase closed/new.termbase; echo $?
      $become ./program check b.txt --termbase closed/own.termbase; echo $?
      """
    let result = try Program.shell(script, folder: folder.path)
    #expect(result.output == "list.jsonl: 1 new, 0 changed, 0 unchanged\n2\n2\n2\n0\n", "\(result.errors)")
    #expect(result.errors.contains("own.termbase: no permission to write it"))
    #expect(result.errors.contains("closed/own.termbase: no permission to write it or into its folder"))
    #expect(result.errors.contains("closed/new.termbase: no permission to write it or into its folder"))
  }
}
