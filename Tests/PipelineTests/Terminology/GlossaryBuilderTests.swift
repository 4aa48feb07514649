import Lingua
import Pipeline
import TestSupport
import Testing

@Suite struct GlossaryBuilderTests {
  static let builder = Result { try GlossaryBuilder() }

  private func glossary(_ analyses: [DocumentAnalysis]) throws -> Glossary {
    let builder = try Self.builder.get()
    return builder.glossary(of: analyses.map(builder.observe))
  }

  /// A document with keyword rows and sentences.
  private func document(
    _ name: String, keywords: [Trilingual<String?>] = [], acronyms: [AcronymEntry] = [],
    sentences: Trilingual<[String]> = Trilingual(repeating: [])
  ) -> DocumentAnalysis {
    var analysis = DocumentAnalysis(
      name: name, sections: [],
      sentences: sentences.map { list in
        var start = 100
        return list.map { text in
          defer { start += text.utf8.count + 1 }
          return Sentence(text: text, range: start..<start + text.utf8.count)
        }
      }, beads: [], keywords: keywords.map { KeywordRow($0) }, acronyms: acronyms)
    analysis.paragraphs = Trilingual(repeating: [])
    return analysis
  }

  private func row(_ kk: String?, _ ru: String?, _ en: String?) -> Trilingual<String?> {
    Trilingual(kk: kk, ru: ru, en: en)
  }

  private func acronym(
    _ acronyms: Trilingual<[String]>, _ expansions: Trilingual<String?> = Trilingual(repeating: nil),
    flag: String? = nil
  ) -> AcronymEntry {
    AcronymEntry(acronyms: acronyms, expansions: expansions, evidence: .paren, flag: flag)
  }

  @Test func formsOfATermAreOneEntry() throws {
    let made = try glossary([
      document("1", keywords: [row("сапаны басқару", "управление качеством", "quality management")]),
      document(
        "2", keywords: [row("Сапаны басқару", "Управление качеством", "Quality management")],
        sentences: Trilingual(
          kk: ["Зауытта сапаны басқарудың тәртібі өзгерді."], ru: ["На заводе сменили порядок управления качеством."],
          en: ["QUALITY MANAGEMENT at the plant has changed."])),
    ])
    let entry = try #require(made.entries.first)
    #expect(made.entries.count == 1)
    #expect(entry.kinds == [.keyword])
    #expect(entry.head(.kk)?.text == "сапаны басқару")
    #expect(entry.head(.ru)?.text == "управление качеством")
    #expect(entry.head(.en)?.text == "quality management")
    #expect(entry.terms.ru.first?.printed.contains(.init("управления качеством", count: 1)) == true)
    #expect(entry.evidence == [.init("keyword list", documents: 2)])
    #expect(entry.sources.map(\.document) == ["1", "2"])
    #expect(entry.flags.isEmpty)
  }

  @Test func placesAreThoseOfTheText() throws {
    let made = try glossary([
      document(
        "a", keywords: [row("су", "вода", "water")],
        sentences: Trilingual(
          kk: ["Бұл мәтінде су туралы айтылады."], ru: ["Здесь говорится о воде и почве."], en: ["Clean water matters."]
        ))
    ])
    let entry = try #require(made.entries.first)
    let context = try #require(entry.contexts.ru.first)
    #expect(context.left == "Здесь говорится о ")
    #expect(context.term == "воде")
    #expect(context.right == " и почве.")
    #expect(context.document == "a")
    #expect(context.range == 100 + "Здесь говорится о ".utf8.count..<100 + "Здесь говорится о воде".utf8.count)
  }

  @Test func doesNotDependOnTheOrderOfDocuments() throws {
    var generator = SeededGenerator(seed: 7)
    let words = ["су", "жер", "ауа", "тас", "нан"]
    let russian = ["вода", "земля", "воздух", "камень", "хлеб"]
    let english = ["water", "earth", "air", "stone", "bread"]
    let documents = (0..<40).map { k in
      let (i, j) = (k % 5, k % 3 == 0 ? (k + 1) % 5 : k % 5)
      return document(
        "d\(k)", keywords: [row(words[i], russian[i], english[j])],
        acronyms: k % 4 == 0 ? [acronym(Trilingual(kk: ["СҚ"], ru: ["ВХ"], en: k % 8 == 0 ? ["WE"] : []))] : [],
        sentences: Trilingual(kk: [words[j] + " бар."], ru: [russian[j] + " есть."], en: ["the \(english[i]) is."]))
    }
    let expected = try glossary(documents)
    #expect(expected.documents.first == "d0")
    #expect(expected.documents.firstIndex(of: "d9") ?? 99 < expected.documents.firstIndex(of: "d10") ?? 0)
    for _ in 0..<5 {
      var shuffled = documents.shuffled(using: &generator)
      // A document that comes twice counts once.
      shuffled.append(shuffled[0])
      #expect(try glossary(shuffled) == expected)
    }
  }

  @Test func synonymsAreNamesOfOneConcept() throws {
    let made = try glossary([
      document("1", keywords: [row("тұрақты даму", "устойчивое развитие", "sustainable development")]),
      document("2", keywords: [row("тұрақты даму", "устойчивое развитие", "sustainable development")]),
      document("3", keywords: [row("орнықты даму", "устойчивое развитие", "sustainable development")]),
    ])
    let entry = try #require(made.entries.first)
    #expect(made.entries.count == 1)
    #expect(entry.terms.kk.map(\.text) == ["тұрақты даму", "орнықты даму"])
    #expect(entry.flags.map(\.reason) == [.variants])
  }

  @Test func contradictionsAreShown() throws {
    let made = try glossary([
      document("1", keywords: [row("басқару", "управление", "control")]),
      document("2", keywords: [row("басқару", "менеджмент", "management")]),
    ])
    #expect(made.entries.count == 2)
    for entry in made.entries { #expect(entry.flags.map(\.reason) == [.conflict]) }
    #expect(made.entries.flatMap(\.flags).map(\.detail).sorted().first == "басқару / менеджмент / management")
  }

  @Test func homonymsStayApart() throws {
    let made = try glossary([
      document(
        "1",
        acronyms: [
          acronym(
            Trilingual(kk: ["ҚҚС"], ru: ["НДС"], en: ["VAT"]),
            Trilingual(kk: nil, ru: "налог на добавленную стоимость", en: "value-added tax"))
        ]),
      document(
        "2",
        acronyms: [
          acronym(
            Trilingual(kk: ["КДК"], ru: ["НДС"], en: ["SSS"]),
            Trilingual(kk: nil, ru: "напряжённо-деформированное состояние", en: "stress-strain state"))
        ]),
    ])
    #expect(made.entries.count == 2)
    for entry in made.entries { #expect(entry.flags.contains { $0.reason == .homonym }) }
  }

  @Test func anAcronymAndTheKeywordThatItStandsForAreOne() throws {
    let made = try glossary([
      document(
        "1",
        acronyms: [
          acronym(
            Trilingual(kk: ["ЖИ"], ru: ["ИИ"], en: ["AI"]),
            Trilingual(kk: "жасанды интеллекттің", ru: "искусственного интеллекта", en: "artificial intelligence"))
        ]),
      document("2", keywords: [row("жасанды интеллект", "искусственный интеллект", "artificial intelligence")]),
      document("3", acronyms: [acronym(Trilingual(kk: ["ЖИ"], ru: ["ИИ"], en: ["AI"]))]),
    ])
    let entry = try #require(made.entries.first)
    #expect(made.entries.count == 1)
    #expect(entry.kinds == [.acronym, .keyword])
    #expect(entry.terms.ru.map(\.text) == ["искусственный интеллект", "ИИ"])
    #expect(entry.terms.ru.map(\.form) == [.fullForm, .acronym])
    #expect(entry.firstSeen == "1")
    #expect(entry.lastSeen == "3")
  }

  @Test func anExpansionIsGivenInDictionaryForm() throws {
    let made = try glossary([
      document(
        "1",
        acronyms: [
          acronym(
            Trilingual(kk: ["ЕАЭО"], ru: ["ЕАЭС"], en: ["EAEU"]),
            Trilingual(
              kk: "Еуразиялық экономикалық одағының", ru: "Евразийского экономического союза",
              en: "Eurasian Economic Union"))
        ])
    ])
    let entry = try #require(made.entries.first)
    #expect(entry.head(.ru)?.text == "Евразийский экономический союз")
    #expect(entry.head(.kk)?.text == "Еуразиялық экономикалық одақ")
    #expect(entry.terms.ru.first?.printed.map(\.text) == ["Евразийского экономического союза"])
  }

  @Test func aKeywordThatIsAnAcronymIsTheAcronym() throws {
    let made = try glossary([
      document(
        "1", keywords: [row("ЕАЭО", "ЕАЭС", "EAEU")],
        acronyms: [
          acronym(
            Trilingual(kk: ["ЕАЭО"], ru: ["ЕАЭС"], en: ["EAEU"]),
            Trilingual(kk: nil, ru: "Евразийский экономический союз", en: "Eurasian Economic Union"))
        ])
    ])
    let entry = try #require(made.entries.first)
    #expect(made.entries.count == 1)
    #expect(entry.kinds == [.acronym, .keyword])
    #expect(entry.terms.kk.map(\.form) == [.acronym])
  }

  /// Offsets into a text that was repaired are none of the document.
  @Test func placesInRepairedTextAreNotTold() throws {
    var analysis = document(
      "a", keywords: [row("су", "вода", "water")],
      sentences: Trilingual(kk: [], ru: ["Здесь вода."], en: ["Clean water matters."]))
    analysis.sentences.ru[0].range = 100..<140
    let entry = try #require(try glossary([analysis]).entries.first)
    #expect(entry.contexts.ru.first?.range == nil)
    #expect(entry.contexts.ru.first?.term == "вода")
    #expect(entry.contexts.en.first?.range != nil)
  }

  @Test func wordsThatDifferByCaseAloneAreFlagged() throws {
    let made = try glossary([
      document("1", keywords: [row("ит", "собака", "dog")]),
      document("2", acronyms: [acronym(Trilingual(kk: ["ИТ"], ru: ["ИТ"], en: ["IT"]))]),
    ])
    #expect(made.entries.count == 2)
    for entry in made.entries { #expect(entry.flags.contains { $0.reason == .letterCase }) }
  }

  @Test func lookAlikeLettersDoNotMakeAnotherTerm() throws {
    let made = try glossary([
      document("1", keywords: [row("жасанды нейрон", "искусственный нейрон", "artificial neuron")]),
      // Latin a, c and o.
      document("2", keywords: [row("жaсaнды нейрoн", "искуccтвенный нейрoн", "artificial neuron")]),
      document("3", keywords: [row("жасанды нейрон", "искусственный нейрон", "artificial neuron")]),
    ])
    let entry = try #require(made.entries.first)
    #expect(made.entries.count == 1)
    #expect(entry.head(.kk)?.text == "жасанды нейрон")
    #expect(entry.flags.contains { $0.reason == .homoglyph && $0.detail.hasSuffix("with Latin a, o") })
    #expect(entry.flags.contains { $0.reason == .homoglyph && $0.detail.hasSuffix("with Latin c, o") })
  }

  @Test func aSymbolInLookAlikeLettersIsOneTerm() throws {
    // Latin pH; Cyrillic р and Н.
    let latin = "pH"
    let cyrillic = "\u{440}\u{41D}"
    let made = try glossary([
      document("1", keywords: [row(latin, latin, latin)]), document("2", keywords: [row(cyrillic, cyrillic, latin)]),
      document("3", keywords: [row(latin, cyrillic, cyrillic)]),
    ])
    let entry = try #require(made.entries.first)
    #expect(made.entries.count == 1)
    #expect(!entry.flags.contains { $0.reason == .conflict })
    for language in Language.allCases { #expect(entry.terms[language].count == 1) }
  }

  @Test func theSecondHalfOfAWordBeginsNoTerm() throws {
    let made = try glossary([
      document(
        "1", keywords: [row("жүйе сапасы", "качество системы", "system quality")],
        sentences: Trilingual(
          kk: ["Су-жүйе сапасы, яғни жүйе сапасы."], ru: ["Эко-качество системы и качество системы."],
          en: ["Eco-system quality and system quality."]))
    ])
    let entry = try #require(made.entries.first)
    for language in Language.allCases {
      #expect(entry.terms[language].first?.printed.map(\.count) == [2])
      #expect(entry.contexts[language].first?.left.hasSuffix(" ") == true)
    }
  }

  @Test func whatIsDerivedIsAnotherTerm() throws {
    let made = try glossary([
      document(
        "1",
        keywords: [
          row("үлгі", "модель", "models"), row("модельдеу", "моделирование", "modeling"),
          row("өнім", "продукт", "product"), row("өндіріс", "производство", "production"),
        ]),
      document("2", keywords: [row("үлгі", "модель", "model")]),
    ])
    #expect(made.entries.count == 4)
    #expect(made.entries.allSatisfy { $0.terms.en.count == 1 && $0.flags.isEmpty })
  }

  @Test func howAWordIsCutDoesNotMakeAnotherTerm() throws {
    let made = try glossary([
      document("1", keywords: [row("түп маңы", "призабойная зона", "bottomhole zone")]),
      document("2", keywords: [row("түп маңы", "призабойная зона", "bottom-hole zone")]),
      document("3", keywords: [row("түп маңы", "призабойная зона", "bottom hole zone")]),
    ])
    #expect(made.entries.count == 1)
    #expect(made.entries.first?.terms.en.count == 1)
  }

  @Test func aLanguageThatLacksATermIsNamed() throws {
    let made = try glossary([document("1", keywords: [row("су", nil, "water")])])
    #expect(made.entries.first?.flags == [GlossaryFlag(.missing, "ru")])
  }

  @Test(arguments: [[], [""], ["", ""]])
  func nothingMakesNoEntry(names: [String]) throws {
    let made = try glossary(names.map { document($0, keywords: [row(nil, "…", "")]) })
    #expect(made.entries.isEmpty)
  }

  @Test func namesOfEntriesStay() throws {
    let first = document("1", keywords: [row("су", "вода", "water")])
    let more = document("2", keywords: [row("су", "вода", "water"), row("нан", "хлеб", "bread")])
    let name = try #require(try glossary([first]).entries.first?.id)
    #expect(try glossary([first, more]).entries.contains { $0.id == name })
  }
}
