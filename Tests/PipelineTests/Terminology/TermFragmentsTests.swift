import Lingua
import Testing

@testable import Pipeline

/// What of a phrase stands for the whole, where a word of it has no translation.
@Suite struct TermFragmentsTests {
  // Words by number: 1 sea, 2 buckthorn, 3 oil.
  private func fragments(_ english: [[Int32]: Int32]) -> TermFragments {
    TermFragments(Trilingual(kk: [[7]: 5], ru: [[8]: 5], en: english))
  }

  private let key = Trilingual<[Int32]>(kk: [7], ru: [8], en: [2])

  @Test func aFragmentIsMadeWhole() {
    let whole = fragments([[1, 2]: 5, [2]: 5]).whole(key) { _, _ in false }
    #expect(whole == Trilingual(kk: [7], ru: [8], en: [1, 2]))
  }

  @Test(
    "What also stands alone, or is rare, is no fragment",
    arguments: [[[1, 2]: 5, [2]: 9], [[1, 2]: 2, [2]: 2], [[2]: 5]] as [[[Int32]: Int32]])
  func whole(_ english: [[Int32]: Int32]) {
    #expect(fragments(english).whole(key) { _, _ in false } == nil)
  }

  @Test func whatHasTranslationsOfItsOwnStays() {
    #expect(fragments([[1, 2]: 5, [2]: 5]).whole(key) { $0 == .en && $1 == [1, 2] } == nil)
  }

  @Test func aPartOfALongerTermInAllLanguagesStays() {
    let all = TermFragments(
      Trilingual(kk: [[7]: 5, [7, 3]: 5], ru: [[8]: 5, [3, 8]: 4], en: [[2]: 5, [2, 3]: 5]))
    #expect(all.whole(key) { _, _ in false } == nil)
  }

  @Test func theMostFrequentWholeIsTaken() {
    let whole = fragments([[1, 2]: 4, [2]: 5, [2, 3]: 5]).whole(key) { _, _ in false }
    #expect(whole?.en == [2, 3])
  }
}
