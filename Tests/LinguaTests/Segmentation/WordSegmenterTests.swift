import Lingua
import Testing

@Suite struct WordSegmenterTests {
  @Test(arguments: [
    (Language.kk, "ЕАЭО-ны құрды.", ["ЕАЭО", "ны", "құрды"]),
    (.kk, "әлеуметтік-экономикалық", ["әлеуметтік", "экономикалық"]),
    (.kk, "«Абай жолы», 2-кітап", ["Абай", "жолы", "2", "кітап"]),
    (.ru, "Он заплатил 3,5 тыс. руб.", ["Он", "заплатил", "3,5", "тыс", "руб"]),
    (.ru, "подъезд\u{301}ный мы\u{AD}сал", ["подъезд\u{301}ный", "мы\u{AD}сал"]),
    (.en, "Don't e-mail\r\n3.14 times\u{A0}now", ["Don't", "e", "mail", "3.14", "times", "now"]),
    (.en, "", []), (.en, " \u{0}—!", []),
  ])
  func finds(language: Language, text: String, expected: [String]) throws {
    var segmenter = try WordSegmenter(language: language)
    let bytes = Array(text.utf8)
    let words = try segmenter.words(of: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    // Compared by scalars: a soft hyphen or a stress mark must not get lost.
    #expect(words.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test func tellsKindsApart() throws {
    var segmenter = try WordSegmenter(language: .kk)
    let kinds = try segmenter.segments(of: "Ол 25,5 кг.").map(\.kind)
    #expect(kinds == [.letters, .other, .number, .other, .letters, .other])
  }
}
