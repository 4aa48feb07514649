/// The rows of a lexicon file as ranges of its bytes, for tables that are compiled at every start: strings of all cells
/// would cost more than all the rest.
struct LexiconRows {
  /// The file's name, for errors.
  let name: String
  /// The file.
  let bytes: [UInt8]
  private let columns: [String]

  /// - Throws: `LexiconError` when the bytes are not UTF-8.
  init(name: String, bytes: [UInt8], columns: [String]) throws(LexiconError) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else {
      throw LexiconError(file: name, line: 0, reason: .notUTF8)
    }
    self.name = name
    self.bytes = bytes
    self.columns = columns
  }

  /// Calls `body` with each row's cells, in the order of the columns that were asked for, and its line, counted from 1.
  ///
  /// - Throws: `LexiconError` at the first line that does not fit, and what `body` throws.
  func forEach(_ body: ([Range<Int>], _ line: Int) throws(LexiconError) -> Void) throws(LexiconError) {
    var picks: [Int] = []
    var width = 0
    var line = 0
    var start = 0
    var cells: [Range<Int>] = []
    var picked: [Range<Int>] = []
    while start < bytes.count {
      line += 1
      var end = start
      while end < bytes.count && bytes[end] != 0x0A { end += 1 }
      let row = start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)
      start = end + 1
      if row.isEmpty || bytes[row.lowerBound] == UInt8(ascii: "#") || row.allSatisfy({ isBlank($0) }) { continue }
      split(row, into: &cells)
      guard !picks.isEmpty else {
        width = cells.count
        for column in columns {
          guard let place = cells.firstIndex(where: { bytes[$0].elementsEqual(column.utf8) }) else {
            throw LexiconError(file: name, line: line, reason: .missingColumn(column))
          }
          picks.append(place)
        }
        continue
      }
      guard cells.count == width else {
        throw LexiconError(file: name, line: line, reason: .cellCount(found: cells.count, expected: width))
      }
      picked.removeAll(keepingCapacity: true)
      for pick in picks { picked.append(cells[pick]) }
      try body(picked, line)
    }
    if picks.isEmpty, let first = columns.first {
      throw LexiconError(file: name, line: 0, reason: .missingColumn(first))
    }
  }

  /// A cell as text.
  func text(_ cell: Range<Int>) -> String { String(decoding: bytes[cell], as: UTF8.self) }

  /// An error at a cell that its column does not take.
  func error(_ line: Int, _ column: String, _ cell: Range<Int>, expected: String) -> LexiconError {
    LexiconError(
      file: name, line: line, reason: .badValue(column: column, value: text(cell), expected: expected))
  }

  private func isBlank(_ position: Int) -> Bool { bytes[position] == 0x20 || bytes[position] == 0x09 }

  private func split(_ row: Range<Int>, into cells: inout [Range<Int>]) {
    cells.removeAll(keepingCapacity: true)
    var start = row.lowerBound
    for k in row.lowerBound...row.upperBound where k == row.upperBound || bytes[k] == 0x09 {
      var (low, high) = (start, k)
      while low < high && bytes[low] == 0x20 { low += 1 }
      while high > low && bytes[high - 1] == 0x20 { high -= 1 }
      cells.append(low..<high)
      start = k + 1
    }
  }
}
