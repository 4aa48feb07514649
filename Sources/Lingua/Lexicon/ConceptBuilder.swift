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
    let table = try LexiconRows(name: name, bytes: bytes, columns: columns)
    try table.forEach { (cells, _) throws(LexiconError) in
      for (cell, language) in zip(cells, Language.allCases) { add(bytes, cell, language) }
      rowCount += 1
    }
  }

  /// Adds a row that comes from no file.
  mutating func add(_ row: Trilingual<String>) {
    for language in Language.allCases {
      let cell = Array(row[language].utf8)
      add(cell, 0..<cell.count, language)
    }
    rowCount += 1
  }

  /// Adds the words of a cell, which is UTF-8.
  private mutating func add(_ bytes: [UInt8], _ cell: Range<Int>, _ language: Language) {
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
        case .emptyInput, .error: break decoding
        }
      }
      close()
      // The short words of a phrase are its grammar.
      let kept = parts.count == 1 ? parts : parts.filter { $0.count > 3 }
      for part in kept {
        words[language].append(Word(range: part, row: Int32(rowCount), isWhole: parts.count == 1))
      }
    }
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
