import Testing

@testable import Lingua

@Suite struct RomanNumeralTests {
  private func value(_ word: String, largest: Int = 1000) -> Int? {
    var numeral = RomanNumeral(largest: largest)
    for scalar in word.unicodeScalars { numeral.append(scalar) }
    return numeral.value
  }

  private func numeral(_ number: Int) -> String {
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var result = ""
    for (value, letters) in steps {
      while rest >= value {
        result += letters
        rest -= value
      }
    }
    return result
  }

  @Test func readsAllNumbers() {
    for number in 1...3999 { #expect(value(numeral(number)) == number) }
  }

  /// Every row of up to five digits that is no number's usual numeral is refused.
  @Test func refusesAllOthers() {
    let usual = Set((1...3999).map(numeral))
    var words = [""]
    for _ in 0..<5 {
      words = words.flatMap { word in "IVXLCDM".map { word + String($0) } }
      for word in words where !usual.contains(word) { #expect(value(word) == nil, "\(word)") }
    }
  }

  @Test(arguments: [("ХІХ", 19), ("ІV", 4), ("XХ", 20), ("", nil), ("XA", nil), ("MC", nil), ("xx", nil)])
  func readsLookalikes(word: String, number: Int?) { #expect(value(word, largest: 50) == number) }
}
