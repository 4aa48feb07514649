/// What parallel text says of words: how probably a stem of one language translates a stem of another, and how frequent
/// stems are.
///
/// The table is `learned/translations.bin`; it is read where it lies, so that opening it costs nothing.
///
/// The file, in little-endian numbers:
///
/// | bytes | what |
/// |---|---|
/// | 8 | "LINGUATT" |
/// | 4 | version, 1 |
/// | 4 | the stem scheme: letters × 256 + kind (0: first letters, 1: stem) |
/// | 4 | the size of the file |
/// | 4 | a hash of the Kazakh stemmer's tables, 0 where words are not stemmed |
/// | 4, 4 | place and length of the names of the sources, one a line |
/// | 3 × 16 | for kk, ru, en: how many stems; the places of their starts, their text and their frequencies |
/// | 6 × 16 | for kk-ru, kk-en, ru-kk, ru-en, en-kk, en-ru: how many entries; the places of row starts, targets, probabilities |
///
/// Stems stand in byte order of their UTF-8. Starts are 32-bit numbers, one more than there are stems; frequencies are
/// 32-bit floating point; targets are 16-bit stem numbers, ascending in a row; a probability is one byte, a 255th each.
public struct TranslationTable: Sendable {
  /// A stem that translates a word.
  public struct Candidate: Hashable, Sendable {
    /// The stem as the table has it: the beginning of a word, in lower case.
    public var stem: String
    /// How probably a word of this stem stands where the word stands, from 0 to 1.
    public var probability: Double
  }

  /// The file's name in the lexicons.
  public static let fileName = "learned/translations.bin"

  /// How words are cut to stems.
  public let scheme: StemScheme
  /// Which tables the Kazakh stemmer had when this one was made, see `KazakhStemmer`'s files; 0 where words are not
  /// stemmed. Of other tables some Kazakh words have other stems, which are then not found.
  public let stemmerHash: UInt32
  /// The names of the sources that it was learned from.
  public let sources: [String]
  let bytes: MappedBytes
  private let layout: TranslationLayout
  /// Cuts Kazakh words; nil where words are not stemmed.
  package let kazakh: KazakhStemmer?

  /// Opens `learned/translations.bin`.
  ///
  /// - Parameters:
  ///   - lexicons: where the file is.
  ///   - kazakh: cuts Kazakh words; nil reads the tables of `lexicons`.
  /// - Throws: `LexiconError` when there is none or it is damaged.
  public init(lexicons: Lexicons = .embedded, kazakh: KazakhStemmer? = nil) throws(LexiconError) {
    try self.init(
      bytes: lexicons.mappedBytes(of: Self.fileName), name: Self.fileName, lexicons: lexicons, kazakh: kazakh)
  }

  /// Opens the bytes of a table.
  ///
  /// - Throws: `LexiconError` when they are no such table or damaged.
  package init(
    bytes: [UInt8], name: String = fileName, lexicons: Lexicons = .embedded, kazakh: KazakhStemmer? = nil
  ) throws(LexiconError) {
    try self.init(bytes: MappedBytes(bytes), name: name, lexicons: lexicons, kazakh: kazakh)
  }

  private init(
    bytes: MappedBytes, name: String, lexicons: Lexicons, kazakh stemmer: KazakhStemmer?
  ) throws(LexiconError) {
    let layout = try bytes.withBytes { (raw) throws(LexiconError) in
      try TranslationLayout(raw, name: name, thorough: !bytes.isImage)
    }
    self.bytes = bytes
    self.layout = layout
    scheme = layout.scheme
    stemmerHash = layout.stemmerHash
    switch layout.scheme {
    case .letters: kazakh = nil
    case .stem: if let stemmer { kazakh = stemmer } else { kazakh = try KazakhStemmer(lexicons: lexicons) }
    }
    sources = bytes.withBytes { raw in
      String(decoding: raw[layout.sources], as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  /// The stems that translate a word, best first; empty for a word that the table does not know.
  ///
  /// - Parameters:
  ///   - word: in any letter case, in NFC.
  ///   - source: the language of the word.
  ///   - target: the language of the translations.
  public func candidates(_ word: String, from source: Language, to target: Language) -> [Candidate] {
    guard source != target else { return [] }
    guard let stem = stem(of: word, source) else { return [] }
    return withView { view in
      var row: [TranslationView.Entry] = []
      view.read(stem, from: source, to: target, into: &row)
      return row.sorted { ($1.probability, $0.target) < ($0.probability, $1.target) }
        .map { Candidate(stem: view.text($0.target, target), probability: Double($0.probability)) }
    }
  }

  /// The share that a word's stem has of all words of the text that was learned from; 0 for a word that is not known.
  ///
  /// - Parameters:
  ///   - word: in any letter case, in NFC.
  ///   - language: the language of the word.
  public func frequency(_ word: String, _ language: Language) -> Double {
    guard let stem = stem(of: word, language) else { return 0 }
    return withView { Double($0.frequency(stem, language)) }
  }

  /// The hash of the Kazakh stemmer's tables among some lexicons, as a table that is made with them holds it.
  ///
  /// - Throws: `LexiconError` when one is missing.
  package static func stemmerHash(_ scheme: StemScheme, lexicons: Lexicons) throws(LexiconError) -> UInt32 {
    guard case .stem = scheme else { return 0 }
    // FNV-1a.
    var hash: UInt32 = 0x811C_9DC5
    for name in ["kazakh-roots.tsv", "kazakh-suffixes.tsv"] {
      for byte in try lexicons.bytes(of: name) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    }
    return max(1, hash)
  }

  /// How many stems a language has.
  public func stemCount(_ language: Language) -> Int { layout.languages[language].count }

  /// Cuts words as this table does.
  package var cutter: StemCutter { StemCutter(scheme, kazakh: kazakh) }

  private func stem(of word: String, _ language: Language) -> Int? {
    var cutter = cutter
    var stem: [UInt8] = []
    guard cutter.append(stemOf: LetterCode.codes(word), language, to: &stem) else { return nil }
    return withView { $0.number(of: stem, language) }
  }

  /// Calls `body` with a view for many look-ups, which is valid until it returns.
  package func withView<Result>(_ body: (TranslationView) -> Result) -> Result {
    bytes.withBytes { body(TranslationView(bytes: $0, layout: layout)) }
  }
}
