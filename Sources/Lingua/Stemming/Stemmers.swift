/// The stemmers of the three languages.
///
/// It holds handles of the system's library, so it cannot be copied: each task takes its own `clone()`, which costs
/// about a microsecond.
public struct Stemmers: ~Copyable, Sendable {
  private let kk: KazakhStemmer
  private var ru: SnowballStemmer
  private var en: SnowballStemmer

  /// Kazakh by the lexicons, Russian and English by the system's library.
  ///
  /// - Throws: `LexiconError` when a Kazakh table is missing or broken.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    self.init(kazakh: try KazakhStemmer(lexicons: lexicons))
  }

  /// With a Kazakh stemmer that is there already; its tables are shared, not copied.
  public init(kazakh: KazakhStemmer) {
    kk = kazakh
    ru = .russian()
    en = .english()
  }

  /// Another set for another task.
  public borrowing func clone() -> Stemmers { Stemmers(kazakh: kk) }

  /// Appends the stem of one word; see `Stemmer`.
  ///
  /// - Parameters:
  ///   - word: one word in UTF-8, in any letter case, composed or not.
  ///   - language: the language of the word.
  ///   - output: takes the stem in UTF-8.
  public mutating func append(
    stemOf word: UnsafeBufferPointer<UInt8>, _ language: Language, to output: inout [UInt8]
  ) {
    switch language {
    case .kk: kk.append(stemOf: word, to: &output)
    case .ru: ru.append(stemOf: word, to: &output)
    case .en: en.append(stemOf: word, to: &output)
    }
  }

  /// The stem of one word in any letter case.
  public mutating func stem(_ word: String, _ language: Language) -> String {
    switch language {
    case .kk: kk.stem(word)
    case .ru: ru.stem(word)
    case .en: en.stem(word)
    }
  }

  /// Appends the stem of a word that is given as letter codes, as letter codes.
  package mutating func append(
    stemOfCodes codes: UnsafeBufferPointer<UInt8>, _ language: Language, to output: inout [UInt8]
  ) {
    switch language {
    case .kk: kk.append(stemOfCodes: codes, to: &output)
    case .ru: ru.append(stemOfCodes: codes, to: &output)
    case .en: en.append(stemOfCodes: codes, to: &output)
    }
  }
}
