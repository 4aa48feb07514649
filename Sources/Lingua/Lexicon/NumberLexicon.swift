/// The words of `numbers.tsv`: numbers, months and units of the three languages in all their forms.
public struct NumberLexicon: Sendable {
  /// What a word may do in or beside a number.
  package struct Roles: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Says a number.
    package static let number = Roles(rawValue: 1)
    /// Says it as an ordinal, which ends a number.
    package static let ordinal = Roles(rawValue: 2)
    /// Adds a half.
    package static let half = Roles(rawValue: 4)
    /// May join the parts of a number.
    package static let and = Roles(rawValue: 8)
    /// May stand before a half.
    package static let with = Roles(rawValue: 16)
    /// Is an article.
    package static let article = Roles(rawValue: 32)
    /// Is an ending that is written after digits.
    package static let suffix = Roles(rawValue: 64)
    /// Is counted in Roman numerals.
    package static let numbered = Roles(rawValue: 128)
  }

  /// What a word says.
  package struct Reading: Sendable {
    /// What it may do.
    package fileprivate(set) var roles: Roles = []
    /// Its number.
    package fileprivate(set) var value = NumberValue()
    /// The month, 1 to 12; 0 for none.
    package fileprivate(set) var month: UInt8 = 0
    /// The place in `units` of the unit that it is anywhere; -1 for none.
    package fileprivate(set) var unit: Int8 = -1
    /// The place in `units` of the unit that it is after a number; -1 for none.
    package fileprivate(set) var symbol: Int8 = -1
    /// The place in `units` of the unit that it is after the word in `previous`; -1 for none.
    package fileprivate(set) var phrase: Int8 = -1

    /// Says nothing.
    package init() {}
  }

  /// The signs of the units, in UTF-8.
  package private(set) var units: [[UInt8]] = []
  /// The first words of units of two words, at the place of the unit.
  package private(set) var previous: [Int8: [UInt8]] = [:]
  private var readings = Trilingual<Table>(repeating: Table())

  private static let name = "numbers.tsv"
  /// No word of the table is longer.
  private static let longest = 24

  /// Reads `numbers.tsv`.
  ///
  /// - Throws: `LexiconError` when it cannot be read or a cell holds what its column does not take.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    let rows = try lexicons.file(Self.name, columns: ["language", "kind", "value", "words", "endings"]).rows
    var endings = Trilingual<[String: [[UInt8]]]>(repeating: ["itself": [[]]])
    for row in rows where row[1] == "ending" {
      let language = try Self.language(row)
      endings[language][row[2]] = row.variants(3).map { LetterCode.codes($0) }
    }
    for row in rows where row[1] != "ending" {
      let language = try Self.language(row)
      var classes: [[[UInt8]]] = []
      for name in row.variants(4) {
        guard let found = endings[language][name] else {
          throw Self.error(row, "endings", row[4], expected: endings[language].keys.sorted().joined(separator: ", "))
        }
        classes.append(found)
      }
      if classes.isEmpty { classes = [[[]]] }
      for words in row.variants(3) {
        let parts = words.split(separator: " ").map { LetterCode.codes($0) }
        guard let stem = parts.last, !stem.isEmpty, parts.count <= 2 else {
          throw Self.error(row, "words", row[3], expected: "words of letters")
        }
        for ending in classes.joined() {
          try add(row, stem + ending, after: parts.count == 2 ? parts[0] : nil, language)
        }
      }
    }
  }

  /// What a word says; nil for one that the table does not have.
  ///
  /// - Parameters:
  ///   - codes: its letter codes.
  ///   - language: its language.
  package func reading(of codes: [UInt8], _ language: Language) -> Reading? {
    codes.count > Self.longest ? nil : readings[language].find(codes)
  }

  private mutating func add(
    _ row: LexiconFile.Row, _ word: [UInt8], after previous: [UInt8]?, _ language: Language
  ) throws(LexiconError) {
    guard word.count <= Self.longest else {
      throw Self.error(row, "words", row[3], expected: "words of at most \(Self.longest) letters")
    }
    var reading = readings[language].find(word) ?? Reading()
    switch row[1] {
    case "number", "ordinal":
      guard let value = NumberValue(Array(row[2].utf8)), value > NumberValue() else {
        throw Self.error(row, "value", row[2], expected: "a number above 0 with at most four decimals")
      }
      reading.roles.insert(row[1] == "ordinal" ? [.number, .ordinal] : .number)
      reading.value = value
    case "half": reading.roles.insert(.half)
    case "and": reading.roles.insert(.and)
    case "with": reading.roles.insert(.with)
    case "article": reading.roles.insert(.article)
    case "suffix": reading.roles.insert(.suffix)
    case "numbered": reading.roles.insert(.numbered)
    case "month":
      guard let month = UInt8(row[2]), (1...12).contains(month) else {
        throw Self.error(row, "value", row[2], expected: "1 to 12")
      }
      reading.month = month
    case "unit":
      let unit = try number(ofUnit: row)
      if let previous {
        reading.phrase = unit
        self.previous[unit] = previous
      } else {
        reading.unit = unit
      }
    case "symbol": reading.symbol = try number(ofUnit: row)
    default: throw Self.error(row, "kind", row[1], expected: Self.kinds.joined(separator: ", "))
    }
    readings[language].set(reading, for: word)
  }

  private mutating func number(ofUnit row: LexiconFile.Row) throws(LexiconError) -> Int8 {
    let sign = Array(row[2].utf8)
    guard !sign.isEmpty else { throw Self.error(row, "value", row[2], expected: "the unit's sign") }
    if let known = units.firstIndex(of: sign), let number = Int8(exactly: known) { return number }
    guard let number = Int8(exactly: units.count) else {
      throw Self.error(row, "value", row[2], expected: "one of the first 128 signs")
    }
    units.append(sign)
    return number
  }

  /// The kinds of rows.
  static let kinds = [
    "number", "ordinal", "half", "and", "with", "article", "month", "unit", "symbol", "suffix", "numbered", "ending",
  ]

  private static func language(_ row: LexiconFile.Row) throws(LexiconError) -> Language {
    guard let language = Language(rawValue: row[0]) else {
      throw error(row, "language", row[0], expected: Language.allCases.map(\.tag).joined(separator: ", "))
    }
    return language
  }

  private static func error(
    _ row: LexiconFile.Row, _ column: String, _ value: String, expected: String
  ) -> LexiconError {
    LexiconError(
      file: name, line: row.line, reason: .badValue(column: column, value: value, expected: expected))
  }
}

extension NumberLexicon {
  /// Readings by a hash of the word: nearly every word of a text is asked for, and hardly any is there.
  private struct Table: Sendable {
    private var hashes: [UInt64] = Array(repeating: 0, count: 1024)
    private var places: [Int32] = Array(repeating: 0, count: 1024)
    private var readings: [Reading] = []

    func find(_ word: [UInt8]) -> Reading? {
      let slot = slot(of: Self.hash(word))
      return hashes[slot] == 0 ? nil : readings[Int(places[slot])]
    }

    mutating func set(_ reading: Reading, for word: [UInt8]) {
      let hash = Self.hash(word)
      let slot = slot(of: hash)
      if hashes[slot] == hash {
        readings[Int(places[slot])] = reading
        return
      }
      hashes[slot] = hash
      places[slot] = Int32(truncatingIfNeeded: readings.count)
      readings.append(reading)
      if readings.count * 2 > hashes.count { grow() }
    }

    private mutating func grow() {
      let (oldHashes, oldPlaces) = (hashes, places)
      hashes = Array(repeating: 0, count: oldHashes.count * 2)
      places = Array(repeating: 0, count: oldHashes.count * 2)
      for (hash, place) in zip(oldHashes, oldPlaces) where hash != 0 {
        let slot = slot(of: hash)
        hashes[slot] = hash
        places[slot] = place
      }
    }

    /// Where a hash is or would be; one place is always free.
    private func slot(of hash: UInt64) -> Int {
      let mask = hashes.count - 1
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
      while hashes[slot] != 0 && hashes[slot] != hash { slot = (slot + 1) & mask }
      return slot
    }

    /// FNV-1a; never 0, which stands for a free place.
    private static func hash(_ word: [UInt8]) -> UInt64 {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return hash | 1
    }
  }
}
