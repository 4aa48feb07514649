import Lingua
import Testing

@testable import Pipeline

/// What a term is called where documents print it in other forms only.
@Suite struct TermHeadsTests {
  private static let forms = Result { try DictionaryForm() }
  private static let vocabulary = Result { try TermExtractor().vocabulary }

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
    var left = NestedTerms.Term(term: term(kk, kazakh), isCounted: true)
    var right = NestedTerms.Term(term: term(ru, russian), isCounted: true)
    LoanHeads(forms: try Self.forms.get()).resolve(kk: &left, ru: &right)
    #expect("\(left.term.text)|\(right.term.text)" == expected)
    // What an author listed stays.
    left = NestedTerms.Term(term: term(kk, kazakh), isCounted: false)
    right = NestedTerms.Term(term: term(ru, russian), isCounted: false)
    LoanHeads(forms: try Self.forms.get()).resolve(kk: &left, ru: &right)
    #expect(left.term.text == kk && right.term.text == ru)
  }

  @Test("The head is made of nouns, in the singular where that is printed")
  func nounsAndNumbers() throws {
    let heads = KazakhHeads(forms: try Self.forms.get(), vocabulary: try Self.vocabulary.get())
    let printed = ["экономикалық", "экономика", "экономикаға"].map { GlossaryTerm.Printed($0, count: 2) }
    #expect(heads.nouns(printed).map(\.text) == ["экономика", "экономикаға"])
    #expect(heads.nouns([printed[0]]) == [printed[0]])
    let both = ["модельдеу", "модельдеудің", "модель", "модельдер"].map { GlossaryTerm.Printed($0, count: 2) }
    #expect(heads.forms(both, ofAction: false).map(\.text) == ["модель", "модельдер"])
    #expect(heads.forms(both, ofAction: true).map(\.text) == ["модельдеу", "модельдеудің"])
    #expect(heads.forms([both[0]], ofAction: false) == [both[0]])
    #expect(KazakhHeads.isAction(ru: term("моделирование", []), en: term("computer modeling", [])) == true)
    #expect(KazakhHeads.isAction(ru: term("проектирование", []), en: term("design", [])) == true)
    #expect(KazakhHeads.isAction(ru: term("модель", []), en: term("computer model", [])) == false)
    #expect(KazakhHeads.isAction(ru: nil, en: nil) == nil)
    let plural = [GlossaryTerm.Printed("су қоймаларын", count: 3), GlossaryTerm.Printed("су қоймасының", count: 1)]
    #expect(heads.singular("су қоймалар", printed: plural) == "су қойма")
    #expect(heads.singular("су қоймалар", printed: Array(plural.prefix(1))) == "су қоймалар")
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
    let whole = NestedTerms.Term(term: term("көкөніс-жеміс дүкені", ["көкөніс-жеміс дүкені"]), isCounted: true)
    let part = NestedTerms.Term(term: term("жеміс дүкені", ["жеміс дүкені"]), isCounted: true)
    for terms in [[whole, part], [part, whole]] {
      #expect(NestedTerms.resolved(terms, lengths: [2, 2]).map(\.term.text) == [whole.term.text])
    }
  }
}
