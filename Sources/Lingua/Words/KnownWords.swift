/// The words that are known in each language, and how frequent they are.
public struct KnownWords: Sendable {
  /// Opens the lists.
  ///
  /// - Throws: `LexiconError` when one is missing or damaged.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
  }

  /// How frequent a word is: 0 for one that is not known, 1 for one that only a dictionary has, and one more than the
  /// binary logarithm of its count in the training text for others, rounded down, so 2 for a count of 2 or 3.
  ///
  /// - Parameters:
  ///   - word: UTF-8, in lower case and NFC; parts of a compound are joined by "-".
  ///   - language: the language whose words are looked up.
  public func frequency(of word: UnsafeBufferPointer<UInt8>, in language: Language) -> Int { 0 }
}
