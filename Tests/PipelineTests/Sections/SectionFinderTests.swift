import Foundation
import Lingua
import Pipeline
import TestSupport
import Testing

/// A document and the sections that it holds.
struct SectionCase: Decodable, Sendable, CustomTestStringConvertible {
  struct Expected: Decodable, Sendable, Hashable {
    var lang: String
    var kind: String
    var text: String
  }
  var label: String
  var original: String
  var expected: [Expected]
  var format: String?
  var testDescription: String { label }

  var document: Document {
    Document(name: label, text: original, format: format == "markdown" ? .markdown : .plain)
  }
}

@Suite struct SectionFinderTests {
  static let finder = Result { try SectionFinder() }

  /// "kk title" → text on one line, in NFC with plain blanks, without a final stop.
  static func key(_ text: String) -> String {
    var result = text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    result.removeAll { $0 == "\u{AD}" }
    while result.hasSuffix(".") { result.removeLast() }
    return result
  }

  static func found(_ document: Document) throws -> [String: String] {
    var result: [String: String] = [:]
    for section in try finder.get().sections(of: document) {
      let name = "\(section.language.tag) \(section.kind.rawValue)"
      #expect(result[name] == nil, "two sections \(name)")
      result[name] = key(section.text)
    }
    return result
  }

  static func expected(_ sections: [SectionCase.Expected]) -> [String: String] {
    Dictionary(sections.map { ("\($0.lang) \($0.kind)", key($0.text)) }) { a, _ in a }
  }

  @Test(arguments: try Fixtures.cases("synthetic/sections.json", of: SectionCase.self))
  func hardDocument(_ test: SectionCase) throws {
    #expect(try Self.found(test.document) == Self.expected(test.expected))
  }

  /// Records hold Markdown without saying so.
  @Test func markdownThatIsCalledPlain() throws {
    for test in try Self.allCases.get() where test.format == "markdown" {
      let found = try Self.found(Document(name: test.label, text: test.original))
      #expect(found == Self.expected(test.expected), "\(test.label)")
    }
  }

  @Test(arguments: try Fixtures.cases("negative/sections.json", of: SectionCase.self))
  func documentWithoutSections(_ test: SectionCase) throws {
    #expect(try Self.found(test.document).isEmpty)
  }

  @Test(arguments: try Fixtures.cases("known-failures/sections.json", of: SectionCase.self))
  func knownFailure(_ test: SectionCase) throws {
    let found = try Self.found(test.document)
    withKnownIssue { #expect(found == Self.expected(test.expected)) }
  }

  // MARK: Headings

  static let orders: [[Language]] = [
    [.kk, .ru, .en], [.kk, .en, .ru], [.ru, .kk, .en], [.ru, .en, .kk], [.en, .kk, .ru], [.en, .ru, .kk],
  ]

  @Test(arguments: orders, [true, false])
  func anyOrderWithAndWithoutHeadings(order: [Language], isDense: Bool) throws {
    for hasHeadings in [true, false] {
      let text = order.map {
        Sample.block($0, heading: hasHeadings ? Sample.headings[$0] : nil, gap: isDense ? "\n" : "\n\n")
      }.joined(separator: isDense ? "\n" : "\n\n")
      let found = try Self.found(
        Document(name: "", text: "УДК 556.166\n" + text + "\n\nIntroduction\nSteppe rivers flow."))
      #expect(found == Sample.expected(order))
    }
  }

  static let abstractHeadings: [(Language, String)] =
    [
      "Аңдатпа:", "АҢДАТПА\n", "Андатпа.", "Түйін.", "Түйіндеме.", "Тұжырым.", "Резюме.", "Аннотация.", "Ańdatpa.",
      "Aңдaтпa.", "А?датпа.", "Аңдатпа -", "Түйін\n", "Аңдатпа:\n", "# Аңдатпа\n", "**Аңдатпа.**",
    ].map { (.kk, $0) }
    + [
      "Аннотация:", "АННОТАЦИЯ\n", "Аннотация —", "Резюме.", "Реферат.", "Aннoтaция.", "А Н Н О Т А Ц И Я\n",
      "Реферат\n", "*Аннотация*",
    ].map { (.ru, $0) }
    + [
      "Abstract:", "ABSTRACT\n", "Abstract —", "Annotation.", "Summary.", "Resume.", "Аbstrаct.", "A B S T R A C T\n",
      "Summary\n", "<b>Abstract</b>",
    ].map { (.en, $0) }

  @Test(arguments: abstractHeadings)
  func abstractHeading(language: Language, heading: String) throws {
    let order = [language] + Language.allCases.filter { $0 != language }
    let text = order.map { Sample.block($0, heading: $0 == language ? heading : Sample.headings[$0]) }
    #expect(try Self.found(Document(name: "", text: text.joined(separator: "\n\n"))) == Sample.expected(order))
  }

  static let keywordLabels: [(Language, String)] =
    [
      "Түйін сөздер:", "Түйінді сөздер:", "Негізгі сөздер:", "Tүйін сөздер:", "Түйiн сөздер:", "Туйін сөздер:",
      "Түйін cөздep:", "Кілт сөздер:", "Түйін сөздер.", "Түйін сөздер", "Тірек сөздер:", "Кілтті сөздер:",
      "Негізгі сөз тіркестері:", "Túıin sózder:", "Kilt sózder:", "ТҮЙІН СӨЗДЕР:", "Т?й?н с?здер:", "Тйін сздер:",
      "Түйінсөздер:", "Түйін\nсөздер:", "Түйін\u{A0}сөздер:", "Түйін сөздер -", "Түйін сөздер:\n",
    ].map { (.kk, $0) }
    + [
      "Ключевые слова:", "Ключевые слова.", "Ключeвыe cлова:", "Ключевые слoвa:", "КЛЮЧЕВЫЕ СЛОВА:", "Ключевые слова",
      "Ключевые слова –", "Ключевые\nслова:", "Ключевыеслова:", "Клю\u{AD}чевые слова:", "**Ключевые слова:**",
    ].map { (.ru, $0) }
    + [
      "Keywords:", "Key words:", "Keywords.", "Keywords", "keywords:", "Keyword:", "Key-words:", "KEY WORDS:",
      "Index Terms:", "Кeywords:", "KEYWORDS\n", "Keywords :",
    ].map { (.en, $0) }

  @Test(arguments: keywordLabels)
  func keywordLabel(language: Language, label: String) throws {
    let others = Language.allCases.filter { $0 != language }
    for order in [[language] + others, others + [language]] {
      let text = order.map { Sample.block($0, heading: nil, label: $0 == language ? label : nil) }
      #expect(try Self.found(Document(name: "", text: text.joined(separator: "\n\n"))) == Sample.expected(order))
    }
  }

  @Test func labelIsGivenAsPrinted() throws {
    let text = "Tүйін  сөздер : дала өзендері, көктемгі тасқын."
    let sections = try SectionFinder().sections(of: Document(name: "", text: Sample.block(.kk, heading: nil) + "\n\n"))
    #expect(sections.first { $0.kind == .keywords }?.label == "Түйін сөздер:")
    let odd = try SectionFinder().sections(of: Document(name: "", text: text))
    #expect(odd.map(\.label) == ["Tүйін  сөздер :"])
  }

  // MARK: Keyword lists

  static let lastItems: [(Language, String)] = [
    (.kk, "қар суы, gap-талдау,\nHACCP."), (.kk, "қар суы,\nDelft3D, HACCP"), (.kk, "қар суы;\nremote sensing;\nGIS."),
    (.ru, "талая вода, gap-анализ,\nHACCP."), (.ru, "талая вода,\nsmart water."), (.ru, "талая вода,\r\nMODIS"),
    (.en, "meltwater, spring flood,\nHACCP."), (.en, "meltwater,\nқалқан."),
  ]

  @Test(arguments: lastItems, ["\n\n", "\n"])
  func lineBehindACommaGoesOn(item: (Language, String), gap: String) throws {
    let (language, list) = item
    let following = Language.allCases.filter { $0 != language }
    var blocks = [
      Sample.titles[language], Sample.abstracts[language], "\(Sample.labels[language]) \(list)",
    ]
    blocks += following.map { Sample.block($0, heading: Sample.headings[$0], gap: gap) }
    let found = try Self.found(Document(name: "", text: blocks.joined(separator: gap)))
    #expect(found["\(language.tag) keywords"] == Self.key(list))
    #expect(found["\(following[0].tag) title"] == Sample.titles[following[0]])
  }

  static let itemLists: [(label: String, list: String, expected: String)] = [
    ("Keywords:\n", "water quality\nsteppe rivers", "water quality, steppe rivers"),
    ("Keywords:\r\n", "water quality\r\nsteppe rivers\r\nsnow", "water quality, steppe rivers, snow"),
    ("Ключевые слова:\n", "качество воды\nстепные реки\nснег.", "качество воды, степные реки, снег."),
    ("Түйін сөздер:\n", "су сапасы\nдала өзендері\nқар", "су сапасы, дала өзендері, қар"),
    ("Keywords: ", "water quality\nsteppe rivers\nsnow", "water quality, steppe rivers, snow"),
    ("Keywords:\n", "• water quality\n• steppe rivers", "water quality, steppe rivers"),
    ("Keywords:\n", "- water quality\n- steppe rivers", "water quality, steppe rivers"),
    // One item on two lines, and lists that have separators.
    ("Keywords: ", "water quality of steppe\nrivers", "water quality of steppe rivers"),
    ("Keywords:\n", "water quality, steppe\nrivers, snow", "water quality, steppe rivers, snow"),
    ("Keywords:\n", "water quality;\nsteppe rivers;\nsnow", "water quality; steppe rivers; snow"),
  ]

  @Test(arguments: itemLists)
  func itemsOnLinesOfTheirOwn(label: String, list: String, expected: String) throws {
    let text = "\(label)\(list)\n\n1. Introduction\nRivers flow."
    let sections = try Self.finder.get().sections(of: Document(name: "", text: text))
    try #require(sections.map(\.kind) == [.keywords])
    let section = sections[0]
    #expect(section.text == expected)
    let bytes = Array(text.utf8)
    for item in expected.split(whereSeparator: { ",;.".contains($0) }) {
      let word = item.trimmingCharacters(in: .whitespaces)
      let start = try #require(Array(section.text.utf8).firstRange(of: Array(word.utf8))).lowerBound
      let range = section.map.inputRange(of: start..<start + word.utf8.count)
      let source = String(decoding: bytes[range], as: UTF8.self)
      #expect(source.split(whereSeparator: \.isWhitespace).joined(separator: " ") == word)
    }
  }

  // MARK: Short sections

  static let shortDocuments: [(text: String, expected: [String: String])] = [
    (
      "Аңдатпа. Су таза және жақсы.\n\nAbstract. Water is clean and good.",
      ["kk abstract": "Су таза және жақсы", "en abstract": "Water is clean and good"]
    ),
    ("Аннотация. Вода чиста и входит в ЕВФ.", ["ru abstract": "Вода чиста и входит в ЕВФ"]),
    ("АННОТАЦИЯ\nВода чиста.", ["ru abstract": "Вода чиста"]),
    ("Abstract:\r\nWater.\r\n\r\nKeywords:\r\nsnow", ["en abstract": "Water", "en keywords": "snow"]),
    ("Кілт сөздер: =1+1, су", ["kk keywords": "=1+1, су"]),
    // Running text.
    ("The abstract is a short text. Keywords follow it.", [:]),
    ("В этой работе\nаннотация: краткий текст.", [:]),
    ("Бұл мақалада аңдатпа бар. Оның\nаңдатпа. сөзі қысқа.", [:]),
    ("Introduction\nRivers flow.\n\nMethods\nWe counted.\n\nAbstract. A remark.\n\nResults\nWater.", [:]),
    ("Введение\nРеки.\n\nМетоды\nСчёт.\n\nАннотация: слово.\n\nЗаключение\nВсё.", [:]),
    ("Кіріспе\nӨзен.\n\nӘдістер\nСанау.\n\nАңдатпа: сөз.\n\nҚорытынды\nБолды.", [:]),
    ("- Abstract\n- Introduction\n- Methods\n- Keywords", [:]),
  ]

  @Test(arguments: shortDocuments)
  func shortSection(text: String, expected: [String: String]) throws {
    #expect(try Self.found(Document(name: "", text: text)) == expected)
  }

  @Test func stubGivesWayToASection() throws {
    let text = "Abstract. See below.\n\nAbstract. \(Sample.abstracts.en)"
    #expect(try Self.found(Document(name: "", text: text)) == ["en abstract": Self.key(Sample.abstracts.en)])
  }

  @Test func longAbstractInANarrowColumn() throws {
    let lines = (0..<120).map {
      $0 % 3 == 2 ? "on the steppe." : $0 % 3 == 0 ? "The rivers rise" : "when the snow melts"
    }
    let text = "Abstract. " + lines.joined(separator: "\n") + "\n\n\nIntroduction\nRivers flow."
    #expect(try Self.found(Document(name: "", text: text)) == ["en abstract": Self.key(lines.joined(separator: " "))])
  }

  // MARK: Markdown

  static let markdown: [(text: String, expected: [String: String])] = [
    (
      "- Ключевые слова: вода, снег\n- Keywords: water, snow",
      ["ru keywords": "вода, снег", "en keywords": "water, snow"]
    ),
    (
      "* **Keywords:** water, snow\n* **Түйін сөздер:** су, қар",
      ["en keywords": "water, snow", "kk keywords": "су, қар"]
    ),
    (
      "| Keywords | water, snow |\n|---|---|\n| Ключевые слова | вода, снег |",
      ["en keywords": "water, snow", "ru keywords": "вода, снег"]
    ),
    ("| Keywords | water | snow |\n|---|---|---|", ["en keywords": "water, snow"]),
  ]

  @Test(arguments: markdown)
  func markdownLists(text: String, expected: [String: String]) throws {
    #expect(try Self.found(Document(name: "", text: text, format: .markdown)) == expected)
    #expect(try Self.found(Document(name: "", text: text)) == expected)
  }

  // MARK: Lexicons

  @Test func languagesAreToldByTheGivenLexicons() {
    let lexicons = Lexicons(origin: "test", files: ["learned/languages.bin": Array("no model".utf8)])
    #expect(throws: LexiconError.self) { _ = try SectionFinder(lexicons: lexicons) }
    #expect(throws: LexiconError.self) { _ = try DocumentAnalyzer(lexicons: lexicons) }
  }

  // MARK: Properties

  static let allCases = Result {
    try Fixtures.cases("synthetic/sections.json", of: SectionCase.self)
      + Fixtures.cases("known-failures/sections.json", of: SectionCase.self)
  }

  @Test func rangesLieInTheDocumentAndHoldTheText() throws {
    for test in try Self.allCases.get() {
      let document = test.document
      let bytes = Array(document.text.utf8)
      var end = 0
      for section in try Self.finder.get().sections(of: document) {
        #expect(section.range.lowerBound >= end, "\(test.label)")
        #expect(section.range.upperBound <= bytes.count)
        end = section.range.upperBound
        let whole = section.map.inputRange(of: 0..<section.text.utf8.count)
        #expect(whole == section.range, "\(test.label)")
        // Every ASCII letter of the text stands at its place in the document.
        var strays = 0
        for (offset, byte) in section.text.utf8.enumerated() where (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A {
          if bytes[section.map.inputOffset(of: offset)] != byte { strays += 1 }
        }
        #expect(strays == 0, "\(test.label), \(section.language) \(section.kind)")
      }
    }
  }

  @Test(arguments: [
    "Keywords:", "Abstract", "Түйін", "\u{FEFF}Keywords: a", "\u{0}\u{0}", "Keywords:\nKeywords:\nKeywords:", "<", "**",
    "#", "1.",
  ])
  func fragmentsDoNoHarm(_ text: String) throws {
    for section in try SectionFinder().sections(of: Document(name: "", text: text, format: .markdown)) {
      #expect(!section.text.isEmpty)
    }
  }

  /// Random cuts of real documents: nothing may trap, and ranges stay inside.
  @Test func cutDocuments() throws {
    var generator = SeededGenerator(seed: 11)
    for test in try Self.allCases.get() {
      let scalars = Array(test.original.unicodeScalars)
      guard !scalars.isEmpty else { continue }
      let a = Int.random(in: 0..<scalars.count, using: &generator)
      let b = Int.random(in: a..<scalars.count, using: &generator)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[a...b])
      let document = Document(name: "", text: String(text), format: test.document.format)
      for section in try Self.finder.get().sections(of: document) {
        #expect(section.range.upperBound <= document.text.utf8.count)
      }
    }
  }
}
