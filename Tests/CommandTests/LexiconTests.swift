import Foundation
import TestSupport
import Testing

/// `lexicon` and `--lexicon`, as a user meets them.
@Suite struct LexiconTests {
  private static let own = "kk\tru\ten\tdomain\nзымырандама\tракетница\tflaregun\tsafety\n"

  @Test func checkNamesThePlaceAndTheRemedy() throws {
    let folder = try TemporaryFolder()
    try folder.write("kk\tru\ten\nсaпа\tкачество\tquality\nсу\tвода\n", to: "terms.tsv")
    let result = try Program.run(["lexicon", "check", "terms.tsv"], folder: folder.path)
    #expect(result.status == 1)
    #expect(
      result.output == """
        terms.tsv:2:2: column kk: "сaпа" mixes scripts, "a" is Latin; type "а" (U+0430), Cyrillic
        terms.tsv:3:4: 2 cells where the header has 3; put one tab between cells

        """)
    #expect(result.errors == "lingua-cli: 2 findings\n")
    let lines = try Program.run(["lexicon", "check", "--jsonl", "-q", "terms.tsv"], folder: folder.path)
    #expect(lines.output.hasPrefix(#"{"file":"terms.tsv","line":2,"column":2,"name":"kk","fatal":true,"message":"#))
    #expect(lines.status == 1 && lines.errors.isEmpty)
  }

  @Test func checkIsContentWithARightFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.own, to: "terms.tsv")
    for arguments in [["lexicon", "check", file], ["lexicon", "check", folder.path]] {
      let result = try Program.run(arguments)
      #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    }
  }

  @Test func checkCannotStartWithoutTheFile() throws {
    let result = try Program.run(["lexicon", "check", "/nowhere/terms.tsv"])
    #expect(result.status == 2)
    #expect(result.errors.contains("/nowhere/terms.tsv: no such file"))
  }

  @Test func showPrintsRows() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.own, to: "terms.tsv")
    let result = try Program.run(["lexicon", "show", "--lexicon", file, "Flareguns", "РАКЕТНИЦА"])
    #expect(result.status == 0)
    #expect(
      result.output == """
        Flareguns\tform\tзымырандама\tракетница\tflaregun\t\tsafety\t\(file):2
        РАКЕТНИЦА\texact\tзымырандама\tракетница\tflaregun\t\tsafety\t\(file):2

        """)
    let line = try Program.run(["lexicon", "show", "--jsonl", "--lexicon", file, "flaregun"])
    #expect(line.output.contains(#""kk":["зымырандама"],"ru":["ракетница"],"en":["flaregun"]"#))
  }

  @Test func showNamesNearSpellings() throws {
    let result = try Program.run(["lexicon", "show", "экноомика", "--language", "ru"])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("\"экноомика\" is not in the lexicons; near spellings: экономика"))
  }

  @Test func coverageCountsEachLanguage() throws {
    let folder = try TemporaryFolder()
    try folder.write("The quxbars of the economy are studied.\n", to: "a.txt")
    let result = try Program.run(["lexicon", "coverage", "--missing", "5", folder.path])
    #expect(result.status == 0)
    #expect(
      result.output == """
        language\twords\tknown\tshare\tstop words
        kk\t0\t0\t0.0 %\t0
        ru\t0\t0\t0.0 %\t0
        en\t3\t2\t66.7 %\t4

        language\tword\tcount\tdocuments\tnote
        en\tquxbars\t1\t1\t

        """)
    let lines = try Program.run(["lexicon", "coverage", "--jsonl", folder.path])
    #expect(lines.output.contains(#"{"language":"en","words":3,"known":2,"share":0.6667,"stop_words":4}"#))
  }

  @Test(arguments: [
    ["align"], ["glossary"], ["run", "-o", "out"], ["lexicon", "show", "су"], ["lexicon", "coverage"],
  ])
  func aBrokenTableOfOnesOwnIsNotUsed(command: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.own + "су\tвода\n", to: "own.tsv")
    try folder.write(BadInputTests.article, to: "a.txt")
    let input = command.contains("show") ? [] : ["a.txt"]
    let result = try Program.run(command + input + ["--lexicon", "own.tsv"], folder: folder.path)
    #expect(result.status == 2)
    #expect(result.errors == "lingua-cli: own.tsv:3:4: 2 cells where the header has 4; put one tab between cells\n")
    #expect(result.output.isEmpty && !folder.files.contains { $0.hasPrefix("out") })
  }

  @Test func aTableOfOnesOwnPairsKeywords() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.own, to: "own.tsv")
    let article = BadInputTests.article
      .replacingOccurrences(of: "таза су, үнемдеу, су шығыны.", with: "үнемдеу, зымырандама, таза су.")
      .replacingOccurrences(of: "чистая вода, экономия, расход воды.", with: "ракетница, чистая вода, экономия.")
      .replacingOccurrences(of: "clean water, saving, water consumption.", with: "clean water, saving, flaregun.")
    try folder.write(article, to: "a.txt")
    let result = try Program.run(["glossary", "a.txt", "--lexicon", "own.tsv"], folder: folder.path)
    #expect(result.status == 0)
    #expect(result.output.contains("зымырандама\tракетница\tflaregun"))
  }

  @Test func aMisspeltLexiconIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("language\tword\n", to: "stopword.tsv")
    let result = try Program.run(["detect", "--lexicons", folder.path], input: Data("су".utf8))
    #expect(result.status == 2)
    #expect(result.errors.contains("/stopword.tsv: no lexicon is called so; did you mean stopwords.tsv?"))
  }

  @Test func compileWritesTheIndexThatIsBuiltIn() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["lexicon", "compile", "-o", folder.path + "/concepts.bin"])
    #expect(result.status == 0 && result.output.isEmpty)
    let made = try Data(contentsOf: folder.url.appendingPathComponent("concepts.bin"))
    let kept = try Data(contentsOf: Fixtures.packageFolder.appendingPathComponent("lexicons/learned/concepts.bin"))
    #expect(made == kept, "run `make lexicons`, then build again")
  }
}
