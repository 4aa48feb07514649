import Lingua
import Testing

@Suite struct LanguageSpansTests {
  private let identifier = LanguageIdentifier()

  private func spans(_ text: String, among languages: Set<Language>? = nil) -> [String] {
    let bytes = Array(text.utf8)
    return identifier.spans(of: text, among: languages).map {
      "\($0.language.rawValue): \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test func partsThreeLanguages() {
    let kazakh = "Бұл мақалада қаланың ауасы туралы айтылады"
    let russian = "В статье говорится о качестве городского воздуха"
    let english = "The paper is about the quality of the air in the town"
    let found = spans("\(kazakh). \(russian). \(english).")
    #expect(found == ["kk: \(kazakh)", "ru: \(russian)", "en: \(english)"])
  }

  @Test(arguments: [
    "Мы установили Kubernetes на все серверы компании.", "Статью о языке Swift написали студенты третьего курса.",
    "Бұл бағдарлама Microsoft Windows жүйесінде жақсы жұмыс істейді.",
    "The word өзен means river, and it is short.",
  ])
  func leavesNamesInTheSentence(text: String) {
    #expect(identifier.spans(of: text).count == 1)
  }

  @Test func findsAQuotedSentence() {
    let found = spans("Ол маған былай деді: «Я никогда не видел такого большого города», сосын үйіне қайтты да кетті.")
    #expect(found.count == 3)
    #expect(found.dropFirst().first == "ru: Я никогда не видел такого большого города")
  }

  @Test func keepsToTheSet() {
    let found = spans("Das ist ein Buch. Бұл қазақ тіліндегі кітап.", among: [.kk, .en])
    #expect(found == ["en: Das ist ein Buch", "kk: Бұл қазақ тіліндегі кітап"])
    #expect(spans("Das ist ein Buch.", among: []) == [])
  }

  @Test func answersNothingWithoutLetters() {
    #expect(spans("") == [])
    #expect(spans("12, 13 — 2020") == [])
  }

  /// The decision is made block by block; the ranges go on over the blocks.
  @Test func readsLongTexts() {
    let kazakh = String(repeating: "Қала үлкен өзеннің жағасында орналасқан. ", count: 900)
    let english = String(repeating: "The town stands on the bank of a large river. ", count: 900)
    let found = identifier.spans(of: kazakh + english)
    #expect(found.map(\.language.rawValue) == ["kk", "en"])
    #expect(found.first?.range.lowerBound == 0)
    #expect(found.first?.range.upperBound == kazakh.utf8.count - 2)
    #expect(found.last?.range == kazakh.utf8.count..<(kazakh + english).utf8.count - 2)
  }

  @Test func rangesAreInOrderAndInside() {
    let text = "Қала 1, город 2, town 3; қaлa үлкeн и\u{306} \u{AD} ظ 你好 Das Buch"
    var end = 0
    for span in identifier.spans(of: text) {
      #expect(span.range.lowerBound >= end)
      #expect(!span.range.isEmpty)
      #expect((0...1).contains(span.confidence))
      end = span.range.upperBound
    }
    #expect(end <= text.utf8.count)
  }
}
