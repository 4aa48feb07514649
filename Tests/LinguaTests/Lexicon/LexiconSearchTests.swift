import Lingua
import Testing

@Suite struct LexiconSearchTests {
  private static let table = """
    kk\tru\ten\tpos\tdomain
    бұзгақ өсіру\tвыращивание кварзят\tquxling rearing\tphrase\tfarming
    бұзгақ\tкварзёнок\tquxling\tnoun\tfarming

    """
  private static let search = Result {
    try LexiconSearch(
      lexicons: Lexicons(origin: "test", files: ["concepts/names.tsv": Array(table.utf8)]))
  }

  private func places(_ term: String, _ language: Language? = nil) throws -> [String] {
    try Self.search.get().hits(of: term, language).map { hit in
      switch hit.entry.source {
      case .row(let place): "\(hit.fit) \(place.file):\(place.line)"
      case .icu(let kind, let code): "\(hit.fit) \(kind) \(code)"
      }
    }
  }

  @Test(arguments: [
    ("бұзгақ", "exact concepts/names.tsv:3"), ("БҰЗГАҚ", "exact concepts/names.tsv:3"),
    ("бұзгақтар", "form concepts/names.tsv:3"), ("кварзенок", "exact concepts/names.tsv:3"),
    ("кварзе\u{308}нок", "exact concepts/names.tsv:3"),
    ("Quxling  Rearing", "exact concepts/names.tsv:2"), ("выращиванию кварзят", "form concepts/names.tsv:2"),
    ("кварзят", "part concepts/names.tsv:2"),
  ])
  func anyFormFindsItsRow(term: String, place: String) throws {
    #expect(try places(term).first == place)
  }

  @Test func exactOnesComeFirst() throws {
    let fits = try Self.search.get().hits(of: "экономика").map(\.fit)
    #expect(fits.count > 1 && fits == fits.sorted() && fits.first == .exact)
  }

  @Test func theLanguageRestricts() throws {
    #expect(try places("quxling", .en) == ["exact concepts/names.tsv:3"])
    #expect(try places("quxling", .kk) == [])
  }

  @Test func acronymsComeWithTheirExpansions() throws {
    let hit = try #require(
      try Self.search.get().hits(of: "еаэо").first { $0.entry.partOfSpeech == "acronym" })
    #expect(hit.entry.expansions?.en.first == "Eurasian Economic Union")
    let byExpansion = try Self.search.get().hits(of: "Eurasian Economic Union")
    #expect(byExpansion.contains { $0.entry == hit.entry })
  }

  @Test func namesComeFromICU() throws {
    let found = try Self.search.get().hits(of: "Тувалу", .ru).map(\.entry)
    #expect(found.contains { $0.source == .icu(.country, code: "TV") && $0.words.en == ["Tuvalu"] })
  }

  @Test(arguments: ["", " ", "—", "жоқжоқжоқжоқжоқ", String(repeating: "а", count: 100_000)])
  func othersFindNothing(term: String) throws { #expect(try places(term) == []) }

  @Test(arguments: [("бұзгак", "бұзгақ"), ("quxlng", "quxling"), ("экнооика", "экономика")])
  func nearSpellingsAreNamed(term: String, near: String) throws {
    #expect(try Self.search.get().nearest(to: term).contains(near))
  }
}

@Suite struct ICUNameTests {
  @Test(arguments: [
    (ICUName.Kind.country, "KZ", "Қазақстан", "Казахстан", "Kazakhstan"),
    (.language, "kk", "қазақ тілі", "казахский", "Kazakh"),
    (.currency, "KZT", "Қазақстан теңгесі", "казахский тенге", "Kazakhstani Tenge"),
    (.script, "Cyrl", "кирилл жазуы", "кириллица", "Cyrillic"),
  ])
  func namesOfTheThreeLanguages(kind: ICUName.Kind, code: String, kk: String, ru: String, en: String) throws {
    let name = try #require(try ICUName.all().first { $0.kind == kind && $0.code == code })
    #expect(name.names == Trilingual(kk: kk, ru: ru, en: en))
  }

  @Test func everyKindHasMany() throws {
    for kind in ICUName.Kind.allCases { #expect(try ICUName.all().count { $0.kind == kind } > 40) }
  }

  @Test func theyAreLookedUpByInflectedWords() {
    let russian = ConceptLexicon.icuNames.matches("Исландии", .ru).map(\.concept)
    #expect(!Set(russian).isDisjoint(with: ConceptLexicon.icuNames.matches("Iceland", .en).map(\.concept)))
  }
}
