/// The words that are known in each language, and how frequent they are.
public struct KnownWords: Sendable {
  let lists: Trilingual<WordList>

  /// Opens the lists `learned/words-kk.bin`, `learned/words-ru.bin` and `learned/words-en.bin`, which are read in place.
  ///
  /// - Throws: `LexiconError` when one is missing or damaged.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    lists = Trilingual(
      kk: try WordList("learned/words-kk.bin", lexicons: lexicons),
      ru: try WordList("learned/words-ru.bin", lexicons: lexicons),
      en: try WordList("learned/words-en.bin", lexicons: lexicons))
  }

  /// How frequent a word is: 0 for one that is not known, 1 for one that only a dictionary has or the training text only
  /// once, and one more than the binary logarithm of its count there for others, rounded down, so 2 for 2 or 3.
  ///
  /// - Parameters:
  ///   - word: UTF-8, in lower case and NFC; parts of a compound are joined by "-".
  ///   - language: the language whose words are looked up.
  public func frequency(of word: UnsafeBufferPointer<UInt8>, in language: Language) -> Int {
    lists[language].frequency(of: word)
  }

  /// As `frequency(of:in:)`, for a string.
  public func frequency(of word: String, in language: Language) -> Int {
    var word = word
    return word.withUTF8 { frequency(of: $0, in: language) }
  }
}
