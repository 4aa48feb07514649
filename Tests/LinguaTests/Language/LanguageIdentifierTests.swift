import Lingua
import Testing

@Suite struct LanguageIdentifierTests {
  private let identifier = LanguageIdentifier()

  @Test(arguments: [
    ("Қала үлкен және жаңа.", "kk", "Cyrl"), ("ҚАЛА ҮЛКЕН", "kk", "Cyrl"), ("Город большой и новый.", "ru", "Cyrl"),
    ("ГОРОД БОЛЬШОЙ", "ru", "Cyrl"), ("The town is large and new.", "en", "Latn"), ("THE TOWN", "en", "Latn"),
    // Without a letter that only Kazakh has.
    ("болып табылады", "kk", "Cyrl"), ("балалар туралы баяндама жасады", "kk", "Cyrl"), ("отырып жазды", "kk", "Cyrl"),
    ("Алматыда тұрады", "kk", "Cyrl"), ("мемлекеттер арасында", "kk", "Cyrl"), ("работа над ошибками", "ru", "Cyrl"),
    // Latin look-alikes typed inside Cyrillic words, and letters that stand in for Kazakh ones.
    ("қaлa үлкeн", "kk", "Cyrl"), ("бoлып тaбылaды", "kk", "Cyrl"), ("гoрoд бoльшoй", "ru", "Cyrl"),
    ("əлем жəне біз", "kk", "Cyrl"), ("бiлiм беру", "kk", "Cyrl"), ("ҽлем мен біз", "kk", "Cyrl"),
    // Decomposed, with a soft hyphen, with NBSP.
    ("бои\u{306}ынша жасалды", "kk", "Cyrl"), ("болып та\u{AD}бы\u{AD}лады", "kk", "Cyrl"),
    ("и\u{A0}в\u{A0}городе", "ru", "Cyrl"),
    // No letters, other scripts, neighbours.
    ("", "und", "Zyyy"), ("12 345,6 — \u{0}", "und", "Zyyy"), ("你好世界", "und", "Hani"),
    ("сәлем قازاقستان تىلى تۋرالى", "und", "Arab"),
    ("Це книга про місто і людей, які живуть у ньому.", "und", "Cyrl"),
    ("Гэта кніга пра горад і людзей у ім.", "und", "Cyrl"),
    ("Ово је књига о граду и људима.", "und", "Cyrl"),
    ("Това е книга за града и хората, които живеят в него.", "und", "Cyrl"),
    ("Бул китеп шаар жана адамдар жөнүндө.", "und", "Cyrl"),
    ("Das ist ein Buch über die Stadt und ihre Menschen.", "und", "Latn"),
    ("Bu kitap şehir ve insanlar için çok önemli.", "und", "Latn"),
  ])
  func identifies(text: String, language: String, script: String) {
    let guess = identifier.identify(text)
    #expect(guess.language.rawValue == language)
    #expect(guess.script.rawValue == script)
    #expect((0...1).contains(guess.confidence))
  }

  @Test(arguments: [
    ("білім", "kk"), ("книга", "ru"), ("book", "en"), ("Das ist ein Buch", "en"), ("Це про місто", "ru"),
    ("жазды", "kk"),
  ])
  func answersWithinAClosedSet(text: String, language: String) {
    let guess = identifier.identify(text, among: Set(Language.allCases))
    #expect(guess.language.rawValue == language)
  }

  @Test func keepsToTheSet() {
    #expect(identifier.identify("Қала үлкен", among: [.ru, .en]).language.rawValue == "ru")
    #expect(identifier.identify("Город", among: [.kk]).language.rawValue == "kk")
    #expect(identifier.identify("town", among: [.kk, .ru]).language.language != .en)
    #expect(identifier.identify("Қала", among: []).language == .und)
    #expect(identifier.identify("1, 2", among: [.kk, .ru]).language == .und)
  }

  @Test func isSurerOfMoreText() {
    let short = identifier.identify("жаз")
    let long = identifier.identify("Бұл қалада көптеген мектептер мен кітапханалар бар.")
    let mixed = identifier.identify("Бұл қалада JavaScript, TypeScript and Kubernetes бар.")
    #expect(short.confidence < long.confidence)
    #expect(mixed.confidence < long.confidence)
    #expect(long.confidence > 0.9)
  }

  @Test func readsSubstringsAndLongWords() {
    let text = "xx" + String(repeating: "қазақ", count: 2000) + "xx"
    #expect(identifier.identify(text.dropFirst(2).dropLast(2)).language.rawValue == "kk")
  }

  @Test func namesTheBadLexiconRow() {
    let table = "language\tending\tweight\nkk\tлар\tmuch\n"
    let lexicons = Lexicons(origin: "test", files: ["word-endings.tsv": Array(table.utf8)])
    #expect(
      throws: LexiconError(
        file: "word-endings.tsv", line: 2,
        reason: .badValue(column: "weight", value: "much", expected: "above 0 to 10"))
    ) { _ = try LanguageIdentifier(lexicons: lexicons) }
  }

  /// `init()` falls back to letters alone were the embedded tables broken; they are not.
  @Test func embeddedTablesAreWhole() throws { _ = try LanguageIdentifier(lexicons: .embedded) }
}
