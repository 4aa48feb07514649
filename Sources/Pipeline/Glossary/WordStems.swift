internal import Lingua

/// Stems of folded words, for the stages that ask whether two words are forms of one.
struct WordStems: ~Copyable {
  private var stemmers: Stemmers
  private var word: [UInt8] = []
  /// The stems in terms of the words that it has met; nil where they are too few to be remembered.
  private var known: Trilingual<WordMemory<[UInt8]>>?

  /// - Parameters:
  ///   - kazakh: the stemmer of Kazakh words; those of the other languages come with the system.
  ///   - remembers: whether it is for many texts, in which words come again.
  init(_ kazakh: KazakhStemmer, remembers: Bool = false) {
    stemmers = Stemmers(kazakh: kazakh)
    known = remembers ? Trilingual(repeating: WordMemory()) : nil
  }

  /// The stem of a word, in UTF-8.
  mutating func stem(_ letters: some Sequence<Unicode.Scalar>, _ language: Language) -> [UInt8] {
    word.removeAll(keepingCapacity: true)
    for letter in letters { letter.append(to: &word) }
    var stem: [UInt8] = []
    word.withUnsafeBufferPointer { stemmers.append(stemOf: $0, language, to: &stem) }
    return stem
  }

  /// What the forms of a word share where terms are compared, in UTF-8; see `TermStem`.
  mutating func termStem(_ letters: some Sequence<Unicode.Scalar>, _ language: Language) -> [UInt8] {
    word.removeAll(keepingCapacity: true)
    for letter in letters { letter.append(to: &word) }
    return known?[language].value(of: word) { TermStem.of($0, language, &stemmers) }
      ?? TermStem.of(word, language, &stemmers)
  }

  /// The stems of the words of a text.
  mutating func stems(of text: GlossaryText, _ language: Language, letters: Int = 1) -> [[UInt8]] {
    var result: [[UInt8]] = []
    for token in text.tokens where token.kind == .word && token.letters >= letters {
      result.append(stem(text.folded(token), language))
    }
    return result
  }

  /// A stem without the vowel that Russian drops where an ending follows: рынок, рынка; конец, конца.
  static func steady(_ stem: [UInt8], _ language: Language) -> [UInt8] {
    // Two bytes a letter.
    guard language == .ru, stem.count >= 8, consonants.contains(Array(stem.suffix(2))),
      vowels.contains(Array(stem.dropLast(2).suffix(2)))
    else { return stem }
    return stem.dropLast(4) + stem.suffix(2)
  }

  private static let consonants = ["к", "ц"].map { Array($0.utf8) }
  private static let vowels = ["о", "е"].map { Array($0.utf8) }
}
