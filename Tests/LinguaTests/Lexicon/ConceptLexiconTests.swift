import Lingua
import Testing

@Suite struct ConceptLexiconTests {
  private static let rows = """
    # a comment
    kk\tru\ten\tpos\tdomain
    кітап\tкнига\tbook|volume\tnoun\tx
    зерттеу|зерттелу\tисследовать|изучать\tinvestigate|study\tverb\tx
    ұлттық экономика\tнациональная экономика\tnational economy\tnoun\tx
    су\tвода\twater\tnoun\tx

    """

  private func lexicon(_ text: String = rows) throws -> ConceptLexicon {
    var files: [String: [UInt8]] = [:]
    for name in Lexicons.embedded.names where name.hasPrefix("concepts/") {
      files[name] = Array("kk\tru\ten\tpos\tdomain\n".utf8)
    }
    files["concepts/x.tsv"] = Array(text.utf8)
    files["acronyms.tsv"] = Array("kk_expansion\tru_expansion\ten_expansion\n".utf8)
    return try ConceptLexicon(lexicons: Lexicons(origin: "test", files: files))
  }

  @Test(arguments: [
    ("кітабында", "книгой", "books"), ("КІТАП", "Книга", "Volume"), ("зерттеулер", "исследует", "studies"),
    ("зерттелді", "изучаем", "investigated"), ("суды", "воде", "water"),
    ("экономикасы", "экономики", "economy"),
  ])
  func inflectedWordsFindTheirRow(_ kk: String, _ ru: String, _ en: String) throws {
    let lexicon = try lexicon()
    #expect(lexicon.weight(kk, .kk, ru, .ru) > 0)
    #expect(lexicon.weight(kk, .kk, en, .en) > 0)
    #expect(lexicon.weight(ru, .ru, en, .en) > 0)
  }

  @Test func othersDoNot() throws {
    let lexicon = try lexicon()
    #expect(lexicon.weight("кітап", .kk, "вода", .ru) == 0)
    #expect(lexicon.weight("суретшілер", .kk, "water", .en) == 0)
    #expect(lexicon.matches("", .kk).isEmpty)
    #expect(lexicon.matches("кө", .kk).isEmpty)
    #expect(lexicon.matches("book", .kk).isEmpty)
  }

  @Test func wordsOfPhrasesCountLess() throws {
    let lexicon = try lexicon()
    #expect(lexicon.weight("экономика", .kk, "экономика", .ru) < lexicon.weight("кітап", .kk, "книга", .ru))
  }

  @Test func brokenFilesAreRefused() {
    #expect(throws: LexiconError(file: "concepts/x.tsv", line: 2, reason: .cellCount(found: 2, expected: 5))) {
      try lexicon("kk\tru\ten\tpos\tdomain\nа\tб\n")
    }
    #expect(throws: LexiconError(file: "concepts/x.tsv", line: 1, reason: .missingColumn("ru"))) {
      try lexicon("kk\ten\n")
    }
    #expect(throws: LexiconError(file: "concepts/x.tsv", line: 0, reason: .missingColumn("kk"))) {
      try lexicon("")
    }
  }

  @Test func embeddedRowsLoad() throws { #expect(try ConceptLexicon().count > 1000) }

  @Test(arguments: [
    ("интеграция", "antagrasa"), ("integration", "antagratan"), ("Қазақстан", "kazakstan"),
    ("Kazakhstan", "kazakstan"),
    ("", ""), ("ъ", ""),
  ])
  func skeletons(_ word: String, _ expected: String) throws {
    #expect(try Romanization().skeleton(word) == expected)
  }
}

extension ConceptLexicon {
  /// How strongly the lexicon joins a word to a word of another language: 0 when no row does, at most 1.
  fileprivate func weight(_ word: String, _ language: Language, _ other: String, _ otherLanguage: Language) -> Double {
    var best = 0.0
    let right = matches(other, otherLanguage)
    for left in matches(word, language) {
      for match in right where match.concept == left.concept { best = max(best, left.weight * match.weight) }
    }
    return best
  }
}
