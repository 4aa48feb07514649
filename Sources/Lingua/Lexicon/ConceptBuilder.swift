/// Collects the words of concept files straight from their bytes: a table of strings would cost more than the look-ups.
struct ConceptBuilder {
  /// The letter codes of all words, one after another.
  var letters: [UInt8] = []
  /// For each language the words: their letters, their row, and whether they are a variant by themselves.
  var words = Trilingual<[Word]>(repeating: [])
  /// How many rows were read.
  var rowCount = 0

  /// A word of a row.
  struct Word {
    var range: Range<Int>
    var row: Int32
    var isWhole: Bool
  }

  /// No words yet.
  init() {}

  /// The words of the concepts, the expansions of the acronyms and the tables of a user's own.
  ///
  /// - Throws: `LexiconError` when a file cannot be read or a row is broken.
  init(_ lexicons: Lexicons) throws(LexiconError) {
    for file in try lexicons.conceptFiles() { try add(file.bytes, name: file.name, columns: file.columns) }
  }

  /// Adds the rows of a file.
  ///
  /// - Throws: `LexiconError` at the first line that does not fit.
  mutating func add(_ bytes: [UInt8], name: String, columns: [String]) throws(LexiconError) {
    var header: [Range<Int>]?
    var picks: [Int] = []
    var line = 0
    var start = 0
    var cells: [Range<Int>] = []
    if bytes.starts(with: LexiconCheck.mark) { start = LexiconCheck.mark.count }
    while start <= bytes.count {
      line += 1
      var end = start
      while end < bytes.count && bytes[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > start && bytes[end - 1] == 0x0D { end -= 1 }
      defer { start = next }
      if start >= bytes.count { break }
      if bytes[start] == UInt8(ascii: "#") || bytes[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        continue
      }
      Self.split(bytes, start..<end, at: 0x09, into: &cells)
      guard let names = header else {
        header = cells
        for column in columns {
          guard let place = cells.firstIndex(where: { bytes[$0].elementsEqual(column.utf8) }) else {
            throw LexiconError(file: name, line: line, reason: .missingColumn(column))
          }
          picks.append(place)
        }
        continue
      }
      guard cells.count == names.count else {
        throw LexiconError(
          file: name, line: line, reason: .cellCount(found: cells.count, expected: names.count))
      }
      for (pick, language) in zip(picks, Language.allCases) {
        guard add(bytes, cells[pick], language) else {
          throw LexiconError(file: name, line: line, reason: .notUTF8)
        }
      }
      rowCount += 1
    }
    if header == nil, let first = columns.first {
      throw LexiconError(file: name, line: 0, reason: .missingColumn(first))
    }
  }

  /// Adds a row that comes from no file.
  mutating func add(_ row: Trilingual<String>) {
    for language in Language.allCases {
      let cell = Array(row[language].utf8)
      _ = add(cell, 0..<cell.count, language)
    }
    rowCount += 1
  }

  private mutating func add(_ bytes: [UInt8], _ cell: Range<Int>, _ language: Language) -> Bool {
    var variants: [Range<Int>] = []
    Self.split(bytes, cell, at: UInt8(ascii: "|"), into: &variants)
    for variant in variants {
      var parts: [Range<Int>] = []
      var first = letters.count
      func close() {
        if letters.count > first { parts.append(first..<letters.count) }
        first = letters.count
      }
      var decoder = Unicode.UTF8()
      var iterator = bytes[variant].makeIterator()
      decoding: while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): if !LetterCode.append(scalar, to: &letters) { close() }
        case .emptyInput: break decoding
        case .error: return false
        }
      }
      close()
      // The short words of a phrase are its grammar.
      let kept = parts.count == 1 ? parts : parts.filter { $0.count > 3 }
      for part in kept {
        words[language].append(Word(range: part, row: Int32(rowCount), isWhole: parts.count == 1))
      }
    }
    return true
  }

  private static func split(
    _ bytes: [UInt8], _ range: Range<Int>, at separator: UInt8, into parts: inout [Range<Int>]
  ) {
    parts.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    for k in range.lowerBound...range.upperBound where k == range.upperBound || bytes[k] == separator {
      var low = start
      var high = k
      while low < high && bytes[low] == 0x20 { low += 1 }
      while high > low && bytes[high - 1] == 0x20 { high -= 1 }
      parts.append(low..<high)
      start = k + 1
    }
  }
}
