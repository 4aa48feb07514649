import Testing

@testable import Lingua

@Suite struct LexiconCoverageTests {
  private static let coverage = Result { try LexiconCoverage() }

  private func tally(_ texts: String...) throws -> LexiconCoverage.Tally {
    var sum = LexiconCoverage.Tally()
    for text in texts { sum.add(try Self.coverage.get().tally(of: text)) }
    return sum
  }

  @Test func eachLineCountsInItsLanguage() throws {
    let sum = try tally(
      "Мақалада экономика мен құқық туралы айтылады.\nВ статье говорится об экономике и праве.\nThe article is about law.\n"
    )
    for language in Language.allCases {
      let count = sum.counts[language]
      #expect(count.known > 0 && count.known <= count.words)
      #expect(count.share == Double(count.known) / Double(count.words))
    }
  }

  @Test func missingWordsAreCountedByTheirStems() throws {
    let sum = try tally(
      "The quxbars were seen. A quxbar was seen.\nThe quxbars are here.\n", "This is the quxbars of the Zyxqua.\n")
    let found = sum.missing(.en).filter { ["quxbars", "zyxqua"].contains($0.word) }
    #expect(
      found == [
        LexiconCoverage.Missing(word: "quxbars", count: 4, documents: 2, isCapitalized: false),
        LexiconCoverage.Missing(word: "zyxqua", count: 1, documents: 1, isCapitalized: true),
      ])
  }

  @Test(arguments: [
    "", "\n\n", "1234 5,6 %", "https://example.org/quxbar", "quxbar@example.org", "H2O x1",
  ])
  func noWords(text: String) throws {
    let sum = try tally(text)
    #expect(sum.otherWords == 0 && Language.allCases.allSatisfy { sum.counts[$0] == LexiconCoverage.Count() })
  }

  @Test func softHyphensAndDecompositionDoNotHide() throws {
    let plain = try tally("Зерттеу нәтижесі бойынша йод деңгейі төмен.")
    let hidden = try tally("Зерт\u{AD}теу нәтижесі бойынша и\u{306}од деңгейі төмен.")
    #expect(plain.counts.kk == hidden.counts.kk && plain.counts.kk.words > 0)
  }
}
