import Lingua
import Testing

@testable import Pipeline

/// The work of the search grows with the text, however many acronyms the text leaves undefined.
@Suite struct AcronymCostTests {
  private static let finder = Result { try AcronymFinder() }
  private static let forms = Result { try AcronymForms(lexicons: .embedded) }

  /// So many acronyms of four letters that no words explain.
  private func acronyms(_ count: Int) -> [String] {
    let letters = Array("BCDFGHJKLM")
    return (0..<count).map { number -> String in
      var acronym = ""
      var rest = number
      for _ in 0..<4 {
        acronym.append(letters[rest % 10])
        rest /= 10
      }
      return acronym
    }
  }

  private func text(_ count: Int) -> String {
    acronyms(count).map { "We show the \($0) of a big cold deep lake here." }.joined(separator: "\n")
  }

  private func steps(text: String, acronyms: [String]) throws -> Int {
    let forms = try Self.forms.get()
    let source = AcronymSource(
      text: GlossaryText(text), language: .en, kind: .abstract, map: nil, whole: 0..<text.utf8.count)
    let reader = WordReader(text: source.text, language: .en, forms: forms)
    return InitialRuns(
      of: Trilingual(kk: [], ru: [], en: Set(acronyms)), in: [source], order: [0], readers: [reader]
    ).steps
  }

  @Test func walksTheTextOnceForAllAcronyms() throws {
    let few = try steps(text: text(1000), acronyms: acronyms(1000))
    #expect(few > 0)
    // Ten words a sentence, each of them read from at most ten places.
    #expect(few < 1000 * 110)
    #expect(try steps(text: text(4000), acronyms: acronyms(4000)) < 5 * few)
    // Four times as many acronyms with the same first letters in the same text take hardly more.
    let more = acronyms(1000) + acronyms(1000).flatMap { [$0 + "N", $0 + "P", $0 + "Q"] }
    #expect(try steps(text: text(1000), acronyms: more) < 2 * few)
  }

  private func time(_ count: Int) throws -> Duration {
    let finder = try Self.finder.get()
    let text = text(count)
    let section = Section(
      language: .en, kind: .abstract, text: text, label: nil, range: 0..<text.utf8.count, map: OffsetMap([]))
    var best = Duration.seconds(3600)
    for _ in 0..<3 {
      let start = ContinuousClock.now
      let entries = finder.entries(
        sections: [section], sentences: Trilingual(repeating: []), beads: [], keywords: [])
      best = min(best, ContinuousClock.now - start)
      #expect(entries.count == count)
    }
    return best
  }

  /// Quadratic work would take sixteen times as long.
  @Test func staysLinearInAcronyms() throws {
    let few = try time(400)
    let many = try time(1600)
    #expect(many < few * 10)
  }

  @Test(
    arguments: [
      // Two letters need capitals in the words, and are not enough in small ones.
      (Language.en, "A green lake is here.", "GL", nil), (.en, "The Green Lake is here.", "GL", "Green Lake"),
      // Small words are skipped, a mark ends the row, a hyphen does not.
      (.ru, "Рост сада и поля тут.", "РСП", "Рост сада и поля"), (.ru, "Рост сада, поля тут.", "РСП", nil),
      (.kk, "Мұнда дала-бақ кешені бар.", "ДБК", "дала-бақ кешені"), (.kk, "", "ДБК", nil),
    ] as [(Language, String, String, String?)])
  func findsInitials(language: Language, text: String, acronym: String, expansion: String?) throws {
    let source = AcronymSource(
      text: GlossaryText(text), language: language, kind: .abstract, map: nil, whole: 0..<text.utf8.count)
    var wanted = Trilingual<Set<String>>(repeating: [])
    wanted[language] = [acronym]
    let search = AcronymExpansionSearch(
      sources: [source], forms: try Self.forms.get(), kazakh: try KazakhStemmer(), acronyms: wanted)
    #expect(search.initials(of: acronym, language)?.text == expansion)
  }
}
