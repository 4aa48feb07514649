import Lingua
import Testing

@Suite struct RomanizedRussianTests {
  static let russian = Result { try RomanizedRussian(words: try KnownWords()) }

  @Test(arguments: [
    // ALA-LC, BGN/PCGN, scholarly, passport and what people type.
    ("istoriia Sibiri", "история Сибири"), ("ekonomicheskaya politika", "экономическая политика"),
    ("severnyh narodov", "северных народов"), ("Èkonomičeskaja žizn'", "Экономическая жизнь"),
    ("vneshnyaya torgovlya", "внешняя торговля"), ("obshchestvo", "общество"), ("region i rynok", "регион и рынок"),
    ("ISTORIIA", "ИСТОРИЯ"), ("kultura", "культура"), ("5 let druzhby", "5 лет дружбы"),
  ])
  func readsWhatTheUsualSchemesWrite(romanized: String, expected: String) throws {
    let reading = try Self.russian.get().reading(romanized)
    #expect(reading.text == expected)
    #expect(reading.known == 1)
  }

  @Test(arguments: ["the quick brown fox jumps", "Ochrona zabytków drewnianych", ""])
  func whatIsNoRussianIsNotKnown(text: String) throws {
    #expect(try Self.russian.get().reading(text).known < 0.5)
  }

  @Test(arguments: [
    // No list has the name; a quotation mark that is a hard sign stands inside a word only.
    ("istoriia Zhetykol'ya", "история Жетыколья"), ("ob\"ezd", "объезд"), ("\"reka\" i more", "\"река\" и море"),
    ("rynok smart", "рынок smart"),
  ])
  func leavesNoLatinLettersInWhatIsRussian(romanized: String, expected: String) throws {
    #expect(try Self.russian.get().reading(romanized).text == expected)
  }

  @Test func aLongWordEnds() throws {
    #expect(try Self.russian.get().word(String(repeating: "yi", count: 20)) == nil)
    #expect(try Self.russian.get().word(String(repeating: "y", count: 5000)) == nil)
  }
}
