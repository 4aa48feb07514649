import Lingua
import Testing

@Suite struct LexiconCheckTests {
  /// What is found in a table, as "line:column problem".
  private func findings(_ text: String, file: String = "terms.tsv") throws -> [LexiconFinding] {
    var check = LexiconCheck()
    return try check.findings(in: Array(text.utf8), file: file)
  }

  private static let header = "kk\tru\ten\tpos\tdomain\n"

  @Test(arguments: [
    // Terms that only look wrong: compounds, formulas, symbols, international words, names that Russian takes over.
    "DNA-сынама\tДНК-проба\tDNA sample\tnoun\tx\n", "3D модель\t3D-модель\t3D model\tnoun\tx\n",
    "CO2\tCO2\tCO2\tnoun\tx\n", "t-критерий\tt-критерий\tt-test\tnoun\tx\n", "in vitro\tin vitro\tin vitro\tadv\tx\n",
    "pH деңгейі\tуровень pH\tpH level\tphrase\tx\n", "β-каротин\tβ-каротин\tβ-carotene\tnoun\tx\n",
    "Жетісу облысы\tобласть Жетісу\tJetisu Region\tname\tx\n", "кафе\tкафе\tcafé\tnoun\tx\n",
    "Wi-Fi желісі\tсеть Wi-Fi\tWi-Fi network\tnoun\tx\n", "су|сулар\tвода\twater\t\t\n",
    "# а comment mixed wіth anything |\n", "\n \n", "су\tвода\twater\tnoun\tx\r\n",
  ])
  func rightRowsAreRight(row: String) throws {
    #expect(try findings("\u{FEFF}# a comment\n" + Self.header + row) == [])
  }

  @Test(arguments: [
    ("су\tвода\n", 2, 4, LexiconFinding.Problem.cellCount(found: 2, expected: 5)),
    ("су\tвода\twater\tnoun\tx\ty\n", 2, 22, .cellCount(found: 6, expected: 5)),
    ("су\t\twater\tnoun\tx\n", 2, 4, .emptyCell), (" \tвода\twater\tnoun\tx\n", 2, 1, .strayBlank(" ")),
    // A Latin letter inside a Cyrillic word, a Cyrillic one inside a Latin word.
    ("сaпа\tкачество\tquality\tnoun\tx\n", 2, 2, .mixedScripts(word: "сaпа", letter: "a", meant: "а")),
    ("сапа\tкачество\tquаlity\tnoun\tx\n", 2, 17, .mixedScripts(word: "quаlity", letter: "а", meant: "a")),
    ("əдіс\tметод\tmethod\tnoun\tx\n", 2, 1, .mixedScripts(word: "əдіс", letter: "ə", meant: "ә")),
    ("су\tвода\tвода\tnoun\tx\n", 2, 9, .wrongScript(word: "вода")),
    ("water\tвода\tfresh air\tnoun\tx\n", 2, 1, .wrongScript(word: "water")),
    ("мақсат\tc целью\taim\tnoun\tx\n", 2, 8, .wrongScript(word: "c")),
    ("КСРО\tCCCP\tUSSR\tnoun\tx\n", 2, 6, .wrongScript(word: "CCCP")),
    ("қала\tқала\ttown\tnoun\tx\n", 2, 6, .foreignLetter("қ", word: "қала")),
    ("їжа\tеда\tfood\tnoun\tx\n", 2, 1, .foreignLetter("ї", word: "їжа")),
    ("су\tвода\tמים\tnoun\tx\n", 2, 9, .foreignLetter("מ", word: "מים")),
    ("и\u{306}од\tйод\tiodine\tnoun\tx\n", 2, 1, .notNFC),
    ("су \tвода\twater\tnoun\tx\n", 2, 3, .strayBlank(" ")),
    ("таза  су\tчистая вода\tclean water\tphrase\tx\n", 2, 6, .strayBlank(" ")),
    ("таза\u{A0}су\tчистая вода\tclean water\tphrase\tx\n", 2, 5, .strayBlank("\u{A0}")),
    ("су\u{AD}\tвода\twater\tnoun\tx\n", 2, 3, .controlCharacter("\u{AD}")),
    ("су\u{7}\tвода\twater\tnoun\tx\n", 2, 3, .controlCharacter("\u{7}")),
    ("су|\tвода\twater\tnoun\tx\n", 2, 3, .emptyVariant), ("|су\tвода\twater\tnoun\tx\n", 2, 1, .emptyVariant),
    ("су||сулар\tвода\twater\tnoun\tx\n", 2, 4, .emptyVariant),
    ("су|су\tвода\twater\tnoun\tx\n", 2, 4, .repeatedVariant("су")),
  ])
  func wrongRowsAreNamedWithTheirPlace(
    row: String, line: Int, column: Int, problem: LexiconFinding.Problem
  ) throws {
    let found = try findings(Self.header + row)
    #expect(found.contains { $0.place.line == line && $0.column == column && $0.problem == problem }, "\(found)")
  }

  @Test(arguments: [
    ("kk\ten\n", LexiconFinding.Problem.missingColumn("ru"), 1),
    ("kk\tru\ten\tdomian\n", .unknownColumn("domian", near: "domain"), 10),
    ("kk\tru\ten\tcolour\n", .unknownColumn("colour", near: nil), 10),
    ("kk\tru\ten\tkk\n", .repeatedColumn("kk"), 10), ("", .noHeader, 1), ("# nothing\n", .noHeader, 1),
  ])
  func headers(text: String, problem: LexiconFinding.Problem, column: Int) throws {
    let found = try findings(text)
    #expect(found.contains { $0.problem == problem && $0.column == column }, "\(found)")
  }

  @Test func onlyKnownPartsOfSpeech() throws {
    let found = try findings(Self.header + "су\tвода\twater\tnuon\tx\n")
    #expect(found.map(\.column) == [15] && found.map(\.columnName) == ["pos"])
  }

  @Test func bytesThatAreNotUTF8() throws {
    var check = LexiconCheck()
    let bytes = Array("kk\tru\ten\nсу\tв".utf8) + [0xFF] + Array("ода\twater\n".utf8)
    let found = try check.findings(in: bytes, file: "terms.tsv")
    #expect(found.map(\.problem) == [.notUTF8])
    #expect(found.map(\.place.line) == [2] && found.map(\.column) == [5])
  }

  @Test func whatStandsThereTwice() throws {
    var check = LexiconCheck()
    let first = try check.findings(
      in: Array("kk\tru\ten\nсу\tвода\twater\nсу\tвода\twater\nСУ\tвода\tWater\n".utf8), file: "a.tsv")
    #expect(
      first.map(\.problem) == [
        .repeatedRow(.init(file: "a.tsv", line: 2)), .repeatedConcept(.init(file: "a.tsv", line: 2)),
      ])
    let second = try check.findings(in: Array("en\tkk\tru\nwater\tсу\tвода\n".utf8), file: "b.tsv")
    #expect(second.map(\.problem) == [.repeatedConcept(.init(file: "a.tsv", line: 2))])
  }

  @Test(arguments: [
    ("headings.tsv", "language\tkind\theading\tnote\nkk\tkeywords\tTúiin sózder\t\n"),
    ("acronyms.tsv", "kk\tru\ten\tkk_expansion\tru_expansion\ten_expansion\tdomain\tflag\nҚТЖ\tКТЖ\t\t\t\t\tx\t?\n"),
    ("stopwords.tsv", "language\tword\nuk\tїх\n"),
  ])
  func otherFilesHaveColumnsOfTheirOwn(name: String, text: String) throws {
    #expect(try findings(text, file: "some/folder/\(name)") == [])
  }

  @Test func theLanguageOfARowCounts() throws {
    let found = try findings("language\tword\nru\tкоторая\nru\tқашан\n", file: "stopwords.tsv")
    #expect(found.map(\.problem) == [.foreignLetter("қ", word: "қашан")] && found.map(\.place.line) == [3])
  }

  /// What may stand twice on purpose is the business of who writes rows; the rest would be misread.
  @Test func builtInLexiconsAreWhole() throws {
    var check = LexiconCheck()
    for name in Lexicons.embedded.names where name.hasSuffix(".tsv") {
      let found = try check.findings(in: try Lexicons.embedded.bytes(of: name), file: name).filter(\.isFatal)
      #expect(found == [], "lingua-cli lexicon check names them")
    }
  }
}
