import Lingua
import Testing

@Suite struct RomanizedRussianTests {
  static let russian = Result { try RomanizedRussian(words: try KnownWords()) }

  @Test(arguments: [
    // ALA-LC, BGN/PCGN, scholarly, passport and what people type.
    ("Missiia Rossii", "Миссия России"), ("ekonomicheskaya politika", "экономическая политика"),
    ("nezavisimyh gosudarstv", "независимых государств"), ("Èkonomičeskaja žizn'", "Экономическая жизнь"),
    ("vneshnyaya torgovlya", "внешняя торговля"), ("obshchestvo", "общество"), ("region i rynok", "регион и рынок"),
    ("ISTORIIA", "ИСТОРИЯ"), ("kultura", "культура"), ("20 let sodruzhestvu", "20 лет содружеству"),
  ])
  func readsWhatTheUsualSchemesWrite(romanized: String, expected: String) throws {
    let reading = try Self.russian.get().reading(romanized)
    #expect(reading.text == expected)
    #expect(reading.known == 1)
  }

  @Test(arguments: ["the quick brown fox jumps", "Aktywność międzynarodowa", ""])
  func whatIsNoRussianIsNotKnown(text: String) throws {
    #expect(try Self.russian.get().reading(text).known < 0.5)
  }

  @Test func aLongWordEnds() throws {
    #expect(try Self.russian.get().word(String(repeating: "yi", count: 20)) == nil)
    #expect(try Self.russian.get().word(String(repeating: "y", count: 5000)) == nil)
  }
}
