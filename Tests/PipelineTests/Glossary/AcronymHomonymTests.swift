import Lingua
import Pipeline
import TestSupport
import Testing

/// Short abstracts that use an acronym with several meanings and do not expand it.
@Suite struct AcronymHomonymTests {
  struct Case: Decodable, Sendable {
    /// "tune" for those that the method was set by, "measure" for the others.
    var part: String
    var acronym: String
    var language: String
    /// An expansion of the right meaning; nil where the text does not tell.
    var means: String?
    var text: String
  }

  /// What became of some cases.
  struct Figures {
    var told = 0
    var chosen = 0
    var right = 0
  }

  static let cases: Result<[Case], any Error> = Result { try Fixtures.cases("synthetic/homonyms.json") }
  static let lexicon = Result { try AcronymLexicon() }

  @Test(arguments: ["tune", "measure"])
  func homonymsAreToldApartByTheirDocument(part: String) throws {
    let lexicon = try Self.lexicon.get()
    var figures = Figures()
    for one in try Self.cases.get() where one.part == part {
      let language = try #require(Language(rawValue: one.language))
      var sample = AcronymSample(kk: "", ru: "", en: "")
      switch language {
      case .kk: sample.kk = one.text
      case .ru: sample.ru = one.text
      case .en: sample.en = one.text
      }
      let entry = try #require(
        try sample.entries().first { $0.acronyms[language].contains(one.acronym) }, "\(one.text)")
      guard let means = one.means else {
        // Where nothing tells, nothing is chosen, and the reader is told.
        #expect(entry.domain == nil && entry.flag != nil, "\(one.text)")
        continue
      }
      let domains = lexicon.concepts.filter { $0.expansions[language].contains(means) }.map(\.domain)
      #expect(!domains.isEmpty, "\(means)")
      figures.told += 1
      guard let domain = entry.domain else { continue }
      figures.chosen += 1
      if domains.contains(domain) { figures.right += 1 }
    }
    #expect(Double(figures.chosen) >= 0.7 * Double(figures.told), "\(figures)")
    #expect(Double(figures.right) >= 0.9 * Double(figures.chosen), "\(figures)")
  }
}
