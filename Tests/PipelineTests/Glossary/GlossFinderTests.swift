import Lingua
import Pipeline
import TestSupport
import Testing

@Suite struct GlossFinderTests {
  struct Case: Decodable, CustomTestStringConvertible, Sendable {
    struct Gloss: Decodable, Hashable, Sendable {
      var kk: String?
      var ru: String?
      var en: String?
      var shape: String
      var romanized: String?
    }
    var name: String
    var text: String
    var glosses: [Gloss]
    var testDescription: String { name }
  }

  static let cases: Result<[Case], any Error> = Result {
    try Fixtures.cases("synthetic/glosses.json") + Fixtures.cases("synthetic/gloss-terms.json")
  }
  static let finder = Result { try GlossFinder() }

  @Test(arguments: try cases.get())
  func findsWhatIsPrintedBesideItsTranslation(example: Case) throws {
    let glosses = try Self.finder.get().glosses(in: example.text)
    let found = glosses.map {
      Case.Gloss(
        kk: $0.terms.kk, ru: $0.terms.ru, en: $0.terms.en, shape: $0.shape.rawValue, romanized: $0.romanized)
    }
    #expect(found == example.glosses)
    for gloss in glosses {
      for language in Language.allCases {
        #expect((gloss.terms[language] == nil) == (gloss.ranges[language] == nil))
        guard let range = gloss.ranges[language] else { continue }
        #expect(range.upperBound <= example.text.utf8.count)
      }
    }
  }

  @Test func saysWhereInTheDocument() throws {
    let text = "Кіріспе.\r\n\r\nSee “Рынок труда и доходы” (“The Labour Market and Incomes”)."
    let gloss = try #require(try Self.finder.get().glosses(in: text).first)
    let bytes = Array(text.utf8)
    #expect(gloss.ranges.ru.map { String(decoding: bytes[$0], as: UTF8.self) } == "Рынок труда и доходы")
    #expect(gloss.ranges.en.map { String(decoding: bytes[$0], as: UTF8.self) } == "The Labour Market and Incomes")
  }

  @Test func aMillionOpenBracketsTakeLinearTime() throws {
    // It ends at all only if no bracket looks at all that follows.
    let text = String(repeating: "слово (", count: 200_000) + String(repeating: "“", count: 200_000)
    #expect(try Self.finder.get().glosses(in: text).isEmpty)
  }
}
