import Lingua
import Pipeline
import Testing

@Suite struct GlossaryOrderTests {
  @Test(arguments: [
    (Language.kk, ["ағаш", "әлем", "бала", "гүл", "ғылым", "қала", "өзен", "шаң"]),
    (.ru, ["ель", "ёж", "жук", "июль", "йод", "Яна", "яма"]), (.en, ["apple", "Äther", "Zebra"]),
  ])
  func entriesStandAsInADictionary(language: Language, words: [String]) throws {
    let sorted = language == .ru ? ["ёж", "ель", "жук", "июль", "йод", "яма", "Яна"] : words
    var entries = words.reversed().enumerated().map { k, word in
      var entry = GlossaryEntry(id: "\(k)", kinds: [.keyword], terms: Trilingual(repeating: []))
      entry.terms[language] = [GlossaryTerm(word)]
      return entry
    }
    // What the language lacks comes last, in the order that it had.
    entries.insert(GlossaryEntry(id: "y", kinds: [.keyword], terms: Trilingual(repeating: [])), at: 1)
    entries.insert(GlossaryEntry(id: "x", kinds: [.keyword], terms: Trilingual(repeating: [])), at: 3)
    let made = try Glossary(documents: [], entries: entries).sorted(by: language)
    #expect(made.entries.map { $0.terms[language].first?.text ?? $0.id } == sorted + ["y", "x"])
  }

  @Test(arguments: [
    ["", "1", "01", "2", "10", "a", "a/2", "a/10", "a10b2", "a10b10", "б"],
    ["2024-9", "2024-10", "№2", "№10"], ["9", "18446744073709551616", "18446744073709551617"],
  ])
  func namesStandInNaturalOrder(names: [String]) {
    for (i, a) in names.enumerated() {
      for (j, b) in names.enumerated() where !(Set([a, b]) == ["1", "01"]) {
        #expect(NaturalOrder.precedes(a, b) == (i < j), "\(a) \(b)")
      }
    }
    #expect(NaturalOrder.precedes("01", "1") != NaturalOrder.precedes("1", "01"))
  }
}
