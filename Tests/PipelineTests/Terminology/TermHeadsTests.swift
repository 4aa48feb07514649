import Lingua
import Testing

@testable import Pipeline

/// What a term is called where documents print it in other forms only.
@Suite struct TermHeadsTests {
  private static let forms = Result { try DictionaryForm() }
  private static let vocabulary = Result { try TermExtractor().vocabulary }

  private func nested(
    _ term: GlossaryTerm, isCounted: Bool = true, isPlural: Bool? = nil
  ) -> NestedTerms.Term {
    let name = ConceptGroup.Name(isAcronym: false, key: TermKey(value: 0))
    return NestedTerms.Term(term: term, isCounted: isCounted, name: name, isPlural: isPlural)
  }

  private func term(_ text: String, _ printed: [String]) -> GlossaryTerm {
    GlossaryTerm(text, form: .term, printed: printed.map { GlossaryTerm.Printed($0, count: 1) })
  }

  @Test(
    "The possessive behind an adjective belongs to what stood before",
    arguments: [
      ("химиялық құрамы", "химиялық құрам"), ("экономикалық тиімділігі", "экономикалық тиімділік"),
      ("физикалық қасиеттері", "физикалық қасиеттер"),
      ("мемлекеттік экономикалық саясаты", "мемлекеттік экономикалық саясат"),
      // A noun gives its possessive.
      ("қауіпсіздік жүйесі", "қауіпсіздік жүйесі"), ("су ресурстары", "су ресурстары"),
      ("қазақ ұлттық театры", "қазақ ұлттық театры"), ("шаруашылық құрылымы", "шаруашылық құрылымы"),
      // Nothing is left, or nothing is taken off.
      ("химиялық реакция", "химиялық реакция"), ("мемлекеттік белгі", "мемлекеттік белгі"), ("құрамы", "құрамы"),
      ("", ""),
    ])
  func possessives(term: String, expected: String) throws {
    let heads = KazakhHeads(forms: try Self.forms.get(), vocabulary: try Self.vocabulary.get())
    #expect(heads.head(term, printed: []) == expected)
  }

  @Test("What no lexicon has loses it where the term is printed without")
  func unknownAdjectives() throws {
    let heads = KazakhHeads(forms: try Self.forms.get(), vocabulary: try Self.vocabulary.get())
    let printed = [
      GlossaryTerm.Printed("бромхлорлық құрамы", count: 3), GlossaryTerm.Printed("бромхлорлық құрамға", count: 1),
    ]
    #expect(heads.head("бромхлорлық құрамы", printed: printed) == "бромхлорлық құрам")
    #expect(heads.head("бромхлорлық құрамы", printed: Array(printed.prefix(1))) == "бромхлорлық құрамы")
  }

  @Test(
    "Loans take the form that the other language shows",
    arguments: [
      // Kazakh, Russian, how they are called: the language that shows the form lends it.
      (["бромхлор", "бромхлордың"], "бромхлор", ["бромхлора", "бромхлором"], "бромхлора", "бромхлор|бромхлор"),
      (
        ["вибростендті", "вибростенді"], "вибростенді", ["вибростенд", "вибростенда"], "вибростенд",
        "вибростенд|вибростенд"
      ),
      (["ротация", "ротациясы"], "ротациясы", ["ротация", "ротации"], "ротация", "ротация|ротация"),
      // Another word, and one that is printed in the plural only.
      (["шкала", "шкаланың"], "шкала", ["шкалы", "шкалу"], "шкала", "шкала|шкала"),
      (["макрос", "макростың"], "макрос", ["макросы", "макросов"], "макросы", "макрос|макросы"),
      (["кодтау", "кодтауды"], "кодтау", ["код", "кода"], "код", "кодтау|код"),
      (["көл", "көлдің"], "көл", ["озера", "озеро"], "озеро", "көл|озеро"),
    ])
  func loans(_ kazakh: [String], kk: String, _ russian: [String], ru: String, expected: String) throws {
    var left = nested(term(kk, kazakh))
    var right = nested(term(ru, russian))
    LoanHeads(forms: try Self.forms.get()).resolve(kk: &left, ru: &right)
    #expect("\(left.term.text)|\(right.term.text)" == expected)
    // What an author listed stays.
    left = nested(term(kk, kazakh), isCounted: false)
    right = nested(term(ru, russian), isCounted: false)
    LoanHeads(forms: try Self.forms.get()).resolve(kk: &left, ru: &right)
    #expect(left.term.text == kk && right.term.text == ru)
  }

  private func decisive(_ forms: [String], _ sort: NounSort? = nil) throws -> [String] {
    let heads = KazakhHeads(forms: try Self.forms.get(), vocabulary: try Self.vocabulary.get())
    return heads.decisive(forms.map { GlossaryTerm.Printed($0, count: 1) }, sort).map(\.text)
  }

  @Test("The head is made of nouns of the sort that the other languages have")
  func sorts() throws {
    #expect(try decisive(["экономикалық", "экономика", "экономикаға"]) == ["экономика", "экономикаға"])
    #expect(try decisive(["экономикалық"]) == ["экономикалық"])
    let both = ["модельдеу", "модельдеудің", "модель", "модельдер"]
    #expect(try decisive(both, .other) == ["модель", "модельдер"])
    #expect(try decisive(both, .action) == ["модельдеу", "модельдеудің"])
    #expect(try decisive([both[0]], .other) == [both[0]])
    #expect(try decisive(["тұрақты", "тұрақтылыққа"], .quality) == ["тұрақтылыққа"])
    #expect(try decisive(["бет", "бетке"], .quality) == ["бет", "бетке"])
    let endings = try Self.vocabulary.get().endings
    #expect(NounSort(ru: term("моделирование", []), en: term("computer modeling", []), endings) == .action)
    #expect(NounSort(ru: term("проектирование", []), en: term("design", []), endings) == .action)
    #expect(NounSort(ru: term("модель", []), en: term("computer model", []), endings) == .other)
    #expect(NounSort(ru: term("хрупкость", []), en: nil, endings) == .quality)
    #expect(NounSort(ru: nil, en: nil, endings) == nil)
  }

  @Test("A genitive or a name in capitals asks for a possessive")
  func possessives() throws {
    #expect(try decisive(["ұшқыштың қателік", "ұшқыштың қателігін"]) == ["ұшқыштың қателігін"])
    #expect(try decisive(["GPS жүйе", "GPS жүйесінің"]) == ["GPS жүйесінің"])
    #expect(try decisive(["желінің ақау", "желі ақауы"]) == ["желі ақауы"])
    #expect(try decisive(["темір жол", "темір жолы"]) == ["темір жол", "темір жолы"])
    #expect(try decisive(["GPS жүйе"]) == ["GPS жүйе"])
  }

  @Test(
    "Two languages that agree decide about the number of the third",
    arguments: [
      ([true, true, false], [nil, nil, true]), ([true, false, false], [false, nil, nil]),
      ([true, true, true], [nil, nil, nil]), ([nil, true, true], [nil, nil, nil]),
      ([nil, true, false], [nil, nil, nil]),
      // Of one Russian word English tells.
      ([nil, true, false], [nil, false, nil]),
    ] as [([Bool?], [Bool?])])
  func numbers(_ own: [Bool?], _ expected: [Bool?]) {
    let isOneWord = own == [nil, true, false] && expected[1] != nil
    let text = isOneWord ? "слово" : "два слова"
    let terms = Trilingual(
      kk: nested(term(text, []), isPlural: own[0]), ru: nested(term(text, []), isPlural: own[1]),
      en: nested(term(text, []), isPlural: own[2]))
    #expect(TermNumber.agreed(terms.map { $0 }).values == expected)
  }

  @Test("What is printed in capitals only begins as the others do")
  func properNames() {
    func terms(_ kk: String, _ ru: String, _ en: String, _ printed: String) -> Trilingual<[GlossaryTerm]> {
      Trilingual(kk: [term(kk, [kk])], ru: [term(ru, [ru])], en: [term(en, [printed])])
    }
    let name = terms("Көкше ауданы", "Кокшинский район", "kokshe district", "KOKSHE DISTRICT")
    #expect(ProperNames.agreed(name).en.first?.text == "Kokshe district")
    for other in [
      terms("Көкше ауданы", "Кокшинский район", "kokshe district", "kokshe district"),
      terms("көкше ауданы", "Кокшинский район", "kokshe district", "KOKSHE DISTRICT"),
    ] { #expect(ProperNames.agreed(other) == other) }
  }

  @Test("A gerund gives way to the noun of its verb where that is as usual")
  func gerunds() throws {
    let english = EnglishTerms(endings: try Self.vocabulary.get().endings)
    let gerund = nested(term("pest monitoring", ["pest monitoring"]))
    func first(_ texts: String...) -> String? {
      english.nounsFirst(texts.map { nested(term($0, [$0])) }).first?.term.text
    }
    #expect(first("automating", "automation") == "automation")
    #expect(first("computing", "computation") == "computation")
    #expect(first("learning", "education") == "learning")
    #expect(first("road planning", "plantation") == "road planning")
    #expect(english.nounsFirst([gerund]).count == 1)
  }

  @Test("Names in Latin letters are written alike in all languages")
  func latinWords() {
    func terms(_ kk: String, _ ru: String, _ en: String) -> Trilingual<[GlossaryTerm]> {
      Trilingual(kk: [term(kk, [])], ru: [term(ru, [])], en: [term(en, [])])
    }
    let agreed = LatinWords.agreed(terms("quill ортасы", "среда Quill", "Quill environment"))
    #expect(agreed.kk.first?.text == "Quill ортасы")
    #expect(agreed.en.first?.text == "Quill environment")
    let plain = terms("су", "вода", "Water")
    #expect(LatinWords.agreed(plain) == plain)
  }

  @Test(
    "A capital is that of a name where small letters are rare",
    arguments: [
      ("Волга", ["Волга": 12, "волга": 1], "Волга"), ("Метод", ["Метод": 4, "метод": 2], "метод"),
      ("Oil Plant", ["Oil Plant": 2, "oil plant": 1], "oil plant"),
      ("Дерево Решений", ["Дерево Решений": 5], "Дерево Решений"),
    ])
  func capitals(term: String, printed: [String: Int], expected: String) {
    let printed = printed.map { GlossaryTerm.Printed($0.key, count: $0.value) }
    #expect(TermCase.restored(term, printed, []) == expected)
  }

  @Test("A hyphenated word is one, and no shorter term is cut out of it")
  func hyphens() {
    let whole = nested(term("көкөніс-жеміс дүкені", ["көкөніс-жеміс дүкені"]))
    let part = nested(term("жеміс дүкені", ["жеміс дүкені"]))
    for terms in [[whole, part], [part, whole]] {
      #expect(NestedTerms.resolved(terms, lengths: [2, 2]).map(\.term.text) == [whole.term.text])
    }
  }
}
