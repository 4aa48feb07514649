import Lingua
import Pipeline
import TestSupport
import Testing

/// Documents that were invented for it, and what an editor is told of them.
@Suite struct ConsistencyTests {
  struct Case: Decodable, CustomTestStringConvertible {
    var label: String
    var titles: [String: String]?
    var sentences: [String: [String]]
    var keywords: [String: String]?
    /// Names of approved concepts: acronyms begin with "*", deprecated names with "-".
    var terms: [[String: [String]]]?
    var status: String?
    /// "kind language text", in the order of the places.
    var expected: [String]
    var testDescription: String { label }

    /// The document as a journal prints it.
    var text: String {
      let labels: [(tag: String, abstract: String, keywords: String)] = [
        ("kk", "Аңдатпа", "Түйінді сөздер"), ("ru", "Аннотация", "Ключевые слова"), ("en", "Abstract", "Keywords"),
      ]
      return labels.map { label in
        var lines: [String] = []
        if let title = titles?[label.tag] { lines.append(title + "\n") }
        if let list = sentences[label.tag] { lines.append("\(label.abstract). \(list.joined(separator: " "))\n") }
        if let list = keywords?[label.tag] { lines.append("\(label.keywords): \(list)\n") }
        return lines.joined(separator: "\n")
      }.joined(separator: "\n")
    }

    var entries: [GlossaryEntry] {
      (terms ?? []).enumerated().map { k, names in
        var entry = GlossaryEntry(id: "t-\(k)", kinds: [.given], terms: Trilingual(repeating: []))
        for language in Language.allCases {
          entry.terms[language] = (names[language.tag] ?? []).map { name in
            GlossaryTerm(
              String(name.drop { "*-".contains($0) }), form: name.hasPrefix("*") ? .acronym : .term,
              usage: name.hasPrefix("-") ? .deprecated : nil)
          }
        }
        entry.status = status.flatMap(GlossaryEntry.Status.init) ?? .approved
        return entry
      }
    }
  }

  static let cases = Result {
    try ["wild", "synthetic", "negative"].flatMap { try Fixtures.cases("\($0)/consistency.json", of: Case.self) }
  }

  private static func findings(_ text: String, _ entries: [GlossaryEntry]) throws -> [ConsistencyFinding] {
    var analyzer = try DocumentAnalyzer()
    let document = Document(name: "a.txt", text: text)
    return try ConsistencyCheck(entries: entries).findings(in: try analyzer.analyze(document), of: document)
  }

  @Test(arguments: try cases.get())
  func finds(_ example: Case) throws {
    let findings = try Self.findings(example.text, example.entries)
    #expect(findings.map { "\($0.kind.rawValue) \($0.language.tag) \($0.excerpt.text)" } == example.expected)
  }

  @Test(arguments: try cases.get())
  func saysTheSameInAnyForm(_ example: Case) throws {
    // Decomposed letters, soft hyphens and CRLF say nothing else; places are those of the source.
    let marked = example.text.replacing("й", with: "и\u{306}").replacing("\n", with: "\r\n")
      .replacing("ның", with: "н\u{AD}ың")
    let plain = try Self.findings(example.text, example.entries)
    let found = try Self.findings(marked, example.entries)
    #expect(found.map(\.kind) == plain.map(\.kind))
    #expect(found.map(\.line) == plain.map(\.line))
    let bytes = Array(marked.utf8)
    for finding in found { #expect(bytes.indices.contains(finding.range.lowerBound)) }
  }

  @Test func placesAreThoseOfTheSource() throws {
    let text = """
      # Abstract

      The **job market** grows every year. Rivers froze.

      # Аннотация

      Рынок труда растёт каждый год. Реки замёрзли.
      """
    let document = Document(name: "a.md", text: text, format: .markdown)
    var analyzer = try DocumentAnalyzer()
    var entry = GlossaryEntry(id: "t-1", kinds: [.given], terms: Trilingual(repeating: []))
    entry.terms[.ru] = [GlossaryTerm("рынок труда")]
    entry.terms[.en] = [GlossaryTerm("labour market"), GlossaryTerm("job market", usage: .deprecated)]
    entry.status = .approved
    let finding = try #require(
      try ConsistencyCheck(entries: [entry]).findings(in: try analyzer.analyze(document), of: document).first)
    #expect(finding.excerpt.text == "job market")
    #expect((finding.line, finding.column) == (3, 7))
    #expect(Array(text.utf8)[finding.range].elementsEqual("job market".utf8))
    #expect(finding.entry == "t-1")
    #expect(finding.suggestion == "labour market")
  }

  @Test func saysOnWhichLineTheSentenceStandsToo() throws {
    let text = """
      Аннотация. В статье рассматриваются водные ресурсы региона. Пробы были взяты из двенадцати озёр.

      Abstract. The article considers the water resources of the region.
      Samples were taken from twelve lakes. The article considers the water resources of this region.
      """
    let finding = try #require(try Self.findings(text, []).first)
    #expect(
      finding.message
        == .repeats(
          text: "The article considers the water resources of this region", line: 3, missing: [.ru]))
  }

  @Test(arguments: [
    // A Latin letter among Cyrillic ones; Cyrillic ones among Latin ones.
    ("Шағын және орта бизнес (Ш\u{4F}Б) тез дамып келеді.", "the letter \"\u{4F}\" is Latin, the others are Cyrillic"),
    ("Деректерді басқару жүйесі (D\u{412}MS) жаңартылды.", "the letter \"\u{412}\" is Cyrillic, the others are Latin"),
  ])
  func namesTheForeignLetter(sentence: String, expected: String) throws {
    let findings = try Self.findings("Аңдатпа. \(sentence)\nТүйінді сөздер: көл, мұз\n", [])
    #expect(
      findings.contains { finding in
        if case .acronym(_, let reason) = finding.message { reason == expected } else { false }
      })
  }

  @Test func saysNothingOfEmptyTexts() throws {
    for text in ["", "\u{0}", "\n\n", "Abstract.", "Keywords:"] { #expect(try Self.findings(text, []).isEmpty) }
  }
}
