import Foundation
import Pipeline
import TestSupport
import Testing

@Suite struct TransliterateTests {
  @Test func writesStandardOutput() throws {
    let result = try Program.run(
      ["transliterate", "--scheme", "ru-alalc"], input: Data("Юный ЩЕГОЛ\r\nи\u{306}од".utf8))
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.utf8.elementsEqual("I͡Unyĭ SHCHEGOL\r\nĭod".utf8))
  }

  @Test func mirrorsAFolderThereAndBack() throws {
    let folder = try TemporaryFolder()
    let text = "«Қала» 'map' шч \\ и\u{306}\r\nI͡U\n"
    try folder.write(text, to: "in/a.txt")
    try folder.write("көл", to: "in/sub/b.md")
    let scheme = ["transliterate", "--scheme", "kk-latn-mediawiki", "--escape"]
    #expect(try Program.run(scheme + [folder.path + "/in", "-o", folder.path + "/out"]).status == 0)
    #expect(try folder.text(of: "out/sub/b.md") == "köl")
    #expect(try Program.run(scheme + ["--reverse", folder.path + "/out", "-o", folder.path + "/again"]).status == 0)
    #expect(try folder.text(of: "again/a.txt").utf8.elementsEqual(text.utf8))
  }

  @Test func listsItsSchemes() throws {
    let table = try Program.run(["transliterate", "--list"])
    let rows = table.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(table.status == 0 && rows.count >= 41 && rows.allSatisfy { $0.count == 5 })
    #expect(rows.contains { $0[0] == "kk-latn-alalc-1997" && $0[2] == "Cyrl-Latn" && $0[3] == "uncertain" })
    let lines = try Program.run(["transliterate", "--list", "--jsonl"]).output.split(separator: "\n")
    #expect(lines.count == rows.count)
    #expect(try JSONValue(parsing: lines[0].utf8)["reversible"] != nil)
  }

  @Test func namesTheNearestScheme() throws {
    let result = try Program.run(["transliterate", "--scheme", "kk-latn-2021"], input: Data("а".utf8))
    #expect(result.status == 2 && result.output.isEmpty && result.errors.contains("kk-latn-2021-jan"))
  }

  @Test(arguments: [["--scheme", "ru-icao-9303", "--reverse"], ["--scheme", "ru-telegram", "--escape"]])
  func refusesToReverseWhatCannotBe(options: [String]) throws {
    let result = try Program.run(["transliterate"] + options, input: Data("a".utf8))
    #expect(result.status == 2 && result.output.isEmpty && result.errors.contains("cannot be reversed"))
  }

  @Test func refusesWhatItCannotStart() throws {
    for options in [[], ["--list", "--reverse"], ["--jsonl", "-o", "x"]] {
      #expect(try Program.run(["transliterate"] + options).status == 2)
    }
  }

  @Test func namesTheFileWhoseLettersStay() throws {
    let folder = try TemporaryFolder()
    let kazakh = try folder.write("Қазақ ән", to: "kk.txt")
    let english = try folder.write("river", to: "en.txt")
    let result = try Program.run(["transliterate", "--scheme", "ru-alalc", kazakh, english])
    #expect(result.status == 0 && result.output == "Қazaқ әnriver")
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(result.errors.contains("kk.txt: 3 letters stay") && result.errors.contains("en.txt: 5 letters stay"))
  }

  @Test func answersRecordsEachByItsScheme() throws {
    let input = """
      {"id":1,"text":"Ән","scheme":"KK_LATN_2021_JAN","own":[1]}
      {"id":2,"text":"Än","scheme":"kk-latn-2021-jan","reverse":true}
      {"id":3,"text":"Ән","scheme":"kk-latn-2012-jan"}
      {"id":4,"text":"Ән","scheme":"ru-alalc"}
      {"id":5,"text":"Ән ä","scheme":"kk-latn-2021-jan","escape":true}
      {"id":6,"text":"Ән","scheme":"kk-latn-2021-jan","escape":"yes"}
      {"id":7,"text":"Ән"}

      """
    let result = try Program.run(["transliterate", "--jsonl"], input: Data(input.utf8))
    let lines = result.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 7)
    #expect(result.status == 1)
    #expect(lines[0] == #"{"id":1,"scheme":"KK_LATN_2021_JAN","own":[1],"text":"Än"}"#)
    #expect(lines[1] == #"{"id":2,"scheme":"kk-latn-2021-jan","reverse":true,"text":"Ән"}"#)
    #expect(lines[2].contains("kk-latn-2021-jan") && lines[2].contains("bad-field"))
    #expect(lines[3] == #"{"id":4,"scheme":"ru-alalc","text":"Әn","left":1}"#)
    #expect(lines[4].contains(#""text":"Än \\(ä\\)""#))
    #expect(lines[5].contains("bad-field") && lines[6].contains("missing-field"))
  }

  @Test func takesOwnSchemes() throws {
    let folder = try TemporaryFolder()
    let head =
      "# title: Own\n# source: test\n# from: Cyrl\n# to: Latn\n# language: ru\n# status: uncertain\n# reversible: no\n"
    try folder.write(head + "source\ttarget\tcontext\tway\tnote\nа\tA1\t\t\t\n", to: "transliteration/own.tsv")
    let own = try Program.run(
      ["transliterate", "--lexicons", folder.path, "--scheme", "own"], input: Data("ба".utf8))
    #expect(own.output == "бA1")
    try folder.write(head + "source\ttarget\tcontext\tway\tnote\nа\tA1\tx\t\t\n", to: "transliteration/own.tsv")
    let broken = try Program.run(
      ["transliterate", "--lexicons", folder.path, "--scheme", "own"], input: Data("ба".utf8))
    #expect(broken.status == 2 && broken.errors.contains("line 9") && broken.errors.contains("context"))
  }

  @Test func takesOneHugeLine() throws {
    let result = try Program.shell(
      "yes 'қала шч ' | tr -d '\\n' | head -c 100000004 | (ulimit -v 1500000; $CLI transliterate --scheme kk-latn-2021-jan)"
        + " | wc -c")
    #expect(Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)).map { $0 > 50_000_000 } == true)
  }

  /// ICU's own rules are the oracle for what they get right: not й, nor the dots between letters.
  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/uconv"), "uconv is missing; make test installs it"))
  func agreesWithICU() throws {
    let words = "қазақ тілі мектеп жұмыс үлкен өмір ұлттық ғылым шаңырақ Шығыс ЖАҢА хабар чемпион щетка әже сұлу юбка"
    let peer = try Program.shell("uconv -x 'kk-kk_Latn/BGN'", input: Data(words.utf8))
    #expect(peer.status == 0)
    let own = try Program.run(["transliterate", "--scheme", "kk-latn-bgn-pcgn-1979"], input: Data(words.utf8))
    #expect(own.output == peer.output)
  }
}
