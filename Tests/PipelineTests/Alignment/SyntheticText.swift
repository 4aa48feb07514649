import Lingua
import TestSupport

/// Texts in three languages that are made of the words of a small lexicon, so that their alignment has an answer.
struct SyntheticText {
  /// What is done to a text that is the same in all languages.
  enum Shape: CaseIterable, Sendable {
    /// Nothing.
    case plain
    /// Sentences are missing, here in one language, there in another.
    case omissions
    /// Neighbours are one sentence in one language.
    case merges
    /// Both.
    case omissionsAndMerges
    /// Every third sentence is the same one.
    case refrains
    /// One language has many sentences more at one place.
    case inserted
    /// One language ends earlier.
    case cutOff
    /// Neighbours stand the other way round in one language.
    case swaps
    /// The second language is a copy of the first.
    case sameText
    /// Few words, many numbers.
    case numbers
    /// No sentence translates another.
    case unrelated
  }

  private static let words: [(String, String, String)] = [
    ("су", "вода", "water"), ("топырақ", "почва", "soil"), ("экономика", "экономика", "economy"),
    ("университет", "университет", "university"), ("зерттеу", "исследование", "research"),
    ("нәтиже", "результат", "result"), ("сапа", "качество", "quality"), ("мектеп", "школа", "school"),
    ("тіл", "язык", "language"), ("заң", "закон", "law"), ("қала", "город", "city"), ("ауыл", "село", "village"),
    ("мұғалім", "учитель", "teacher"), ("кітап", "книга", "book"), ("тарих", "история", "history"),
    ("мәдениет", "культура", "culture"), ("мемлекет", "государство", "state"), ("халық", "народ", "people"),
    ("энергия", "энергия", "energy"), ("газ", "газ", "gas"), ("мұнай", "нефть", "oil"), ("темір", "железо", "iron"),
    ("өсімдік", "растение", "plant"), ("дәрігер", "врач", "doctor"), ("ауру", "болезнь", "disease"),
    ("жүйе", "система", "system"), ("әдіс", "метод", "method"), ("деректер", "данные", "data"),
    ("үлгі", "модель", "model"), ("баға", "цена", "price"), ("нарық", "рынок", "market"), ("банк", "банк", "bank"),
    ("өзен", "река", "river"), ("көл", "озеро", "lake"), ("тау", "гора", "mountain"), ("жер", "земля", "land"),
    ("күн", "солнце", "sun"), ("жұлдыз", "звезда", "star"), ("ән", "песня", "song"), ("отбасы", "семья", "family"),
  ]
  private static let consonants = [("б", "b"), ("г", "g"), ("д", "d"), ("л", "l"), ("м", "m"), ("н", "n"), ("р", "r")]
  private static let vowels = [("а", "a"), ("о", "o"), ("у", "u"), ("и", "i")]

  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A text of about `count` sentences a language.
  mutating func text(_ shape: Shape, count: Int) -> Trilingual<[String]> {
    var text = Trilingual<[String]>(repeating: [])
    let refrain = sentence()
    for number in 0..<count {
      let next = shape == .refrains && number % 3 == 2 ? refrain : sentence(numbersOnly: shape == .numbers)
      let other = sentence()
      for language in Language.allCases {
        text[language].append((shape == .unrelated && language != .kk ? other : next)[language])
      }
    }
    change(&text, shape)
    return text
  }

  private mutating func change(_ text: inout Trilingual<[String]>, _ shape: Shape) {
    let count = text.kk.count
    switch shape {
    case .plain, .refrains, .numbers, .unrelated: break
    case .omissions: edit(&text, omissions: 8)
    case .merges: edit(&text, merges: 8)
    case .omissionsAndMerges: edit(&text, omissions: 8, merges: 8)
    case .inserted:
      text.ru.insert(contentsOf: (0..<max(1, count / 3)).map { _ in sentence().ru }, at: count / 2)
    case .cutOff: text.en.removeLast(count / 3)
    case .swaps: for k in stride(from: 3, to: count - 1, by: 17) { text.ru.swapAt(k, k + 1) }
    case .sameText: text.ru = text.kk
    }
  }

  /// Leaves out or joins one sentence of each stretch of so many, in a language that is drawn.
  private mutating func edit(_ text: inout Trilingual<[String]>, omissions: Int = 0, merges: Int = 0) {
    for (every, isMerge) in [(omissions, false), (merges, true)] where every > 0 {
      for place in stride(from: text.kk.count - every, to: 0, by: -every) {
        let language = Language.allCases.randomElement(using: &random) ?? .kk
        let at = place + Int.random(in: 0..<every - 1, using: &random)
        guard at + 1 < text[language].count else { continue }
        let removed = text[language].remove(at: at)
        if isMerge { text[language][at] = removed + " " + text[language][at] }
      }
    }
  }

  private mutating func sentence(numbersOnly: Bool = false) -> Trilingual<String> {
    var parts: [(String, String, String)] = []
    for _ in 0..<(numbersOnly ? 1 : Int.random(in: 4...9, using: &random)) {
      // The first words are the most frequent.
      let place = Int.random(in: 0..<Self.words.count, using: &random)
      parts.append(Self.words[place * Int.random(in: 1...4, using: &random) / 4])
    }
    if numbersOnly || Int.random(in: 0..<4, using: &random) == 0 {
      let number = String(Int.random(in: 2...3000, using: &random))
      parts.append((number, number, number))
    }
    if Int.random(in: 0..<2, using: &random) == 0 { parts.append(name()) }
    return Trilingual(
      kk: parts.map(\.0).joined(separator: " ") + ".", ru: parts.reversed().map(\.1).joined(separator: " ") + ".",
      en: parts.map(\.2).joined(separator: " ") + ".")
  }

  private mutating func name() -> (String, String, String) {
    var name = ("", "")
    for _ in 0..<Int.random(in: 2...3, using: &random) {
      let consonant = Self.consonants[Int.random(in: 0..<Self.consonants.count, using: &random)]
      let vowel = Self.vowels[Int.random(in: 0..<Self.vowels.count, using: &random)]
      name.0 += consonant.0 + vowel.0
      name.1 += consonant.1 + vowel.1
    }
    return (name.0.capitalized, name.0.capitalized, name.1.capitalized)
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
