/// The frequent words and word endings of the languages, keyed by their folded letters.
struct WordTables: Sendable {
  /// One bit a language.
  struct Mask: OptionSet {
    var rawValue: UInt8
    static let kazakh = Mask(rawValue: 1)
    static let russian = Mask(rawValue: 2)
    static let english = Mask(rawValue: 4)
    /// Any other language; its words are those that none of the three has.
    static let other = Mask(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ language: Language) {
      switch language {
      case .kk: self = .kazakh
      case .ru: self = .russian
      case .en: self = .english
      }
    }
  }

  /// The longest ending of the table, in letters.
  static let longestEnding = 7

  private var words: [UInt64: UInt8] = [:]
  private var endings: [UInt64: Float] = [:]

  /// No words: letters alone decide.
  init() {}

  init(lexicons: Lexicons) throws(LexiconError) {
    let file = try lexicons.file("stopwords.tsv", columns: ["language", "word"])
    for row in file.rows {
      let mask = Language(rawValue: row[0]).map { Mask($0) } ?? .other
      words[Self.key(Self.fold(row[1])), default: 0] |= mask.rawValue
    }
    let table = try lexicons.file("word-endings.tsv", columns: ["language", "ending", "weight"])
    for row in table.rows {
      guard let language = Language(rawValue: row[0]) else {
        throw Self.badLanguage(row[0], file: table, line: row.line)
      }
      guard let weight = Float(row[2]), weight > 0, weight <= 10 else {
        throw LexiconError(
          file: table.name, line: row.line,
          reason: .badValue(column: "weight", value: row[2], expected: "above 0 to 10"))
      }
      endings[Self.key(Self.fold(row[1])), default: 0] += language == .ru ? -weight : weight
    }
  }

  private static func badLanguage(_ value: String, file: LexiconFile, line: Int) -> LexiconError {
    LexiconError(
      file: file.name, line: line, reason: .badValue(column: "language", value: value, expected: "kk, ru or en"))
  }

  private static func fold(_ word: String) -> [UInt8] {
    word.unicodeScalars.map { scalar in
      let code = FoldedLetter.code(of: scalar)
      return code == FoldedLetter.none ? FoldedLetter.latinOther : code
    }
  }

  /// FNV-1a over the letters.
  static func key(_ letters: some Collection<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The languages in which the word is frequent.
  func languages(of word: borrowing [UInt8]) -> Mask {
    guard word.count <= 16 else { return [] }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for k in word.indices { hash = (hash ^ UInt64(word[k])) &* 0x100_0000_01B3 }
    return Mask(rawValue: words[hash] ?? 0)
  }

  /// The weight of the word's longest known ending: above zero for Kazakh, below for Russian;
  /// of a Latin word above zero for English.
  func ending(of word: borrowing [UInt8]) -> Double {
    var length = min(Self.longestEnding, word.count - 1)
    while length > 0 {
      if let weight = endings[Self.key(word[(word.count - length)...])] { return Double(weight) }
      length -= 1
    }
    return 0
  }
}
