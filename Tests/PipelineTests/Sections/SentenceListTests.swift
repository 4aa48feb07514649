import Foundation
import Lingua
import Pipeline
import Testing

@Suite struct SentenceListTests {
  private func lines(_ text: String) throws -> SentenceList {
    try SentenceList(lines: Document(name: "a", text: text))
  }

  private func split(_ text: String, _ language: Language = .ru) throws -> SentenceList {
    var segmenter = try SentenceSegmenter(language: language)
    return try SentenceList(splitting: Document(name: "a", text: text), by: &segmenter)
  }

  private func source(_ sentence: Sentence, of text: String) -> String {
    String(decoding: Array(text.utf8)[sentence.range], as: UTF8.self)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func aLineIsASentence(end: String) throws {
    let text = ["Су. Ауа.", "От", "", "Жер", "", "", "Аспан."].joined(separator: end)
    for text in [text, text + end, end + text] {
      let list = try lines(text)
      #expect(list.sentences.map(\.text) == ["Су. Ауа.", "От", "Жер", "Аспан."])
      #expect(list.sentences.map { source($0, of: text) } == list.sentences.map(\.text))
      #expect(list.paragraphs == [0, 2, 3])
    }
    #expect(try lines(text).numbers == [1, 2, 4, 7])
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", " \u{A0}\t\n\u{3000}\n", "\u{FEFF}", "\u{AD}\n\u{200B}"])
  func whatShowsNothingIsNoSentence(text: String) throws {
    #expect(try lines(text).sentences.isEmpty)
    #expect(try split(text).sentences.isEmpty)
  }

  /// Each line as it is written and as it is read; the range is of the line's own text.
  @Test(arguments: [
    ("\u{A0} Өзен\u{A0}жағасы \u{2003}", "Өзен жағасы", "Өзен\u{A0}жағасы"),
    ("\u{FEFF}Су", "Су", "Су"),
    ("су\u{AD}лар", "сулар", "су\u{AD}лар"),
    ("и\u{306}од", "йод", "и\u{306}од"),
    ("бір\tекі", "бір екі", "бір\tекі"),
    ("бір\u{2028}екі", "бір екі", "бір\u{2028}екі"),
    ("ПЕРВЫЙ  И ВТОРОЙ", "ПЕРВЫЙ  И ВТОРОЙ", "ПЕРВЫЙ  И ВТОРОЙ"),
  ])
  func isRepairedAndPlaced(line: String, text: String, slice: String) throws {
    let file = "Бірінші.\r\n\(line)\r\nСоңғы.\r\n"
    let list = try lines(file)
    try #require(list.sentences.count == 3)
    #expect(Array(list.sentences[1].text.utf8) == Array(text.utf8))
    #expect(Array(source(list.sentences[1], of: file).utf8) == Array(slice.utf8))
    #expect(source(list.sentences[2], of: file) == "Соңғы.")
  }

  /// A soft hyphen at a line's end joins words in running text; between sentences nothing is joined.
  @Test func softHyphensDoNotJoinLines() throws {
    #expect(try lines("су\u{AD}\nлар").sentences.map(\.text) == ["су", "лар"])
    #expect(try split("Вода чис\u{AD}\nтая.").sentences.map(\.text) == ["Вода чистая."])
  }

  @Test func splitsRunningText() throws {
    let text = "Снег выпал\r\nв 2019 г. на севере. Реки замёрзли.\r\n\u{A0}\r\nСтало тихо.\r\n"
    let list = try split(text)
    #expect(
      list.sentences.map(\.text) == ["Снег выпал в 2019 г. на севере.", "Реки замёрзли.", "Стало тихо."])
    #expect(source(list.sentences[0], of: text) == "Снег выпал\r\nв 2019 г. на севере.")
    #expect(source(list.sentences[2], of: text) == "Стало тихо.")
    #expect(list.paragraphs == [0, 2])
    #expect(list.numbers == [1, 2, 3])
  }

  @Test func markdownIsReadAsItIsSplit() throws {
    let source = "**Снег** выпал. Реки [замёрзли](x).\n"
    var segmenter = try SentenceSegmenter(language: .ru)
    let document = Document(name: "a", text: source, format: .markdown)
    let list = try SentenceList(splitting: document, by: &segmenter)
    #expect(list.sentences.map(\.text) == ["Снег выпал.", "Реки замёрзли."])
    #expect(list.sentences.last.map { self.source($0, of: source).contains("замёрзли") } == true)
  }

  @Test func numbersLeadBack() throws {
    let list = try lines("\n\nбір\n\nекі\nүш")
    #expect(list.numbers == [3, 5, 6])
    for number in -1...9 { #expect(list.index(ofNumber: number) == [3: 0, 5: 1, 6: 2][number]) }
    #expect(SentenceList().index(ofNumber: 1) == nil)
  }

  @Test func aLongLineAndManyLines() throws {
    let long = String(repeating: "су таза ", count: 200_000) + "."
    #expect(try lines("а\n" + long).sentences.last?.text.utf8.count == long.utf8.count)
    let many = try lines(String(repeating: "Су.\n\n", count: 50_000))
    #expect(many.sentences.count == 50_000 && many.paragraphs.count == 50_000)
  }
}

@Suite struct ParagraphOptionTests {
  @Test(arguments: [
    ("\n\n", [0, 1]), ("\r\n \u{A0}\r\n", [0, 1]), ("\n", [0]), (" ", [0]),
  ])
  func blankLinesOfADocumentBeginParagraphs(between: String, starts: [Int]) throws {
    let text = """
      Аннотация. В статье рассматривается минерализация подземных вод.\(between)Измерения проводились в трёх районах области.

      Ключевые слова: вода, минерализация

      Abstract. The article considers the mineralisation of groundwater. Measurements were made in three districts.

      Keywords: water, mineralisation
      """
    var analyzer = try DocumentAnalyzer()
    #expect(try analyzer.analyze(Document(name: "a", text: text)).paragraphs.ru == [])
    analyzer.alignment.paragraphs = .soft
    let analysis = try analyzer.analyze(Document(name: "a", text: text))
    #expect(analysis.sentences.ru.count == 2)
    #expect(analysis.paragraphs.ru == starts)
    #expect(analysis.paragraphs.en == [0])
  }

  @Test func languagesThatAreNotWantedArePassedOver() throws {
    let text = "Аннотация. Снег выпал рано.\nКлючевые слова: снег\nAbstract. Snow fell early.\nKeywords: snow\n"
    var analyzer = try DocumentAnalyzer()
    analyzer.languages = [.kk, .ru]
    let clone = try analyzer.clone()
    #expect(clone.languages == [.kk, .ru])
    let analysis = try analyzer.analyze(Document(name: "a", text: text))
    #expect(analysis.sentences.ru.count == 1)
    #expect(analysis.sentences.en.isEmpty && analysis.sections.allSatisfy { $0.language == .ru })
  }
}
