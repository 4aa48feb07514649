import Lingua
import Pipeline
import Testing

@Suite struct KeywordPairingTests {
  private let pairing: KeywordPairing

  private static let shared = Result { try KeywordPairing() }

  init() throws { pairing = try Self.shared.get() }

  private func rows(_ kk: String?, _ ru: String?, _ en: String?) -> [[String?]] {
    pairing.rows(Trilingual(kk: kk, ru: ru, en: en)).map(\.terms.values)
  }

  @Test(
    arguments: [
      // Separators.
      ("soil, water, air.", ["soil", "water", "air"]),
      ("soil; water; air", ["soil", "water", "air"]),
      ("soil; water, air;", ["soil", "water", "air"]),
      ("SOIL / WATER / AIR", ["SOIL", "WATER", "AIR"]),
      ("soil • water • air", ["soil", "water", "air"]),
      ("Soil. Water. Air.", ["Soil", "Water", "Air"]),
      // Stray ones.
      (", soil, , water,,", ["soil", "water"]),
      ("soil,\u{a0}water", ["soil", "water"]),
      // What does not separate.
      ("lakes (salt, fresh), rivers", ["lakes (salt, fresh)", "rivers"]),
      ("роман «Дым, пыль», герой", ["роман «Дым, пыль»", "герой"]),
      ("ерітінді 0,5 моль, қышқыл", ["ерітінді 0,5 моль", "қышқыл"]),
      ("input/output, bus", ["input/output", "bus"]),
      ("алма, жүзім т.б.", ["алма", "жүзім т.б."]),
      ("lakes (salt, fresh, rivers", ["lakes (salt", "fresh", "rivers"]),
      ("", []), (" ., ;", []), ("water", ["water"]), ("\u{0}", []),
    ])
  func cuts(list: String, items: [String]) {
    #expect(rows(nil, nil, list) == items.map { [nil, nil, $0] })
  }

  @Test func pairsEqualListsByPosition() {
    #expect(
      rows("су, ауа, топырақ", "вода, воздух, почва.", "water; air; soil") == [
        ["су", "вода", "water"], ["ауа", "воздух", "air"], ["топырақ", "почва", "soil"],
      ])
  }

  @Test func keepsPositionWithoutEvidence() {
    #expect(
      rows("аа бб, вв гг", "дд ее, жж зз", "kk ll, mm nn") == [
        ["аа бб", "дд ее", "kk ll"], ["вв гг", "жж зз", "mm nn"],
      ])
  }

  @Test func followsStrongEvidenceForAnotherOrder() {
    #expect(
      rows("экономика, физика, химия", "химия, экономика, физика", "economics, physics, chemistry") == [
        ["экономика", "экономика", "economics"], ["физика", "физика", "physics"], ["химия", "химия", "chemistry"],
      ])
  }

  @Test func leavesWhatHasNoCounterpartAlone() {
    #expect(
      rows("экономика, инвестиция, экспорт", "экономика, экспорт", "economy, investment, export") == [
        ["экономика", "экономика", "economy"], ["инвестиция", nil, "investment"], ["экспорт", "экспорт", "export"],
      ])
  }

  @Test func aShorterListLacksItsEnd() {
    #expect(
      rows("аа бб, вв гг, дд ее", "жж зз, ии йй", nil) == [
        ["аа бб", "жж зз", nil], ["вв гг", "ии йй", nil], ["дд ее", nil, nil],
      ])
  }

  @Test func takesACommaInsideAnItemAsPartOfIt() {
    #expect(
      rows(
        "физика, химиялық, биологиялық талдау", "физика, химический и биологический анализ",
        "physics, chemical and biological analysis")
        == [
          ["физика", "физика", "physics"],
          ["химиялық, биологиялық талдау", "химический и биологический анализ", "chemical and biological analysis"],
        ])
  }

  @Test func keepsDefinitionsInTheKeyword() {
    #expect(
      rows("жер асты сулары (ЖАС), құдық", "подземные воды (ПВ), колодец", nil) == [
        ["жер асты сулары (ЖАС)", "подземные воды (ПВ)", nil], ["құдық", "колодец", nil],
      ])
  }

  @Test func saysWhere() {
    let lists = Trilingual<String?>(kk: " су,  ауа.", ru: nil, en: "water , air")
    for row in pairing.rows(lists) {
      for language in Language.allCases {
        guard let term = row.terms[language], let range = row.ranges[language], let list = lists[language] else {
          #expect(row.terms[language] == nil && row.ranges[language] == nil)
          continue
        }
        #expect(String(decoding: Array(list.utf8)[range], as: UTF8.self) == term)
      }
    }
  }

  @Test func everyItemIsInExactlyOneRow() {
    let items = (0..<70).map { "сөз\($0)" }
    for count in [0, 1, 7, 30, 70] {
      let rows = rows(items.prefix(count).joined(separator: ", "), items.joined(separator: "; "), "a, b")
      #expect(rows.compactMap { $0[0] }.joined(separator: ", ") == items.prefix(count).joined(separator: ", "))
      #expect(rows.compactMap { $0[1] } == items)
      #expect(rows.compactMap { $0[2] } == ["a", "b"])
    }
  }
}
