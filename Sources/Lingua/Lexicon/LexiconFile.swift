/// A lexicon file that cannot be used, and where it is wrong.
public struct LexiconError: Error, Hashable, Sendable {
  /// What is wrong with the place.
  public enum Reason: Hashable, Sendable {
    /// No such file in the lexicons in use.
    case missingFile
    /// The header row lacks a column that the reader needs.
    case missingColumn(String)
    /// A row has another number of cells than the header.
    case cellCount(found: Int, expected: Int)
    /// A cell holds a value that the column does not take.
    case badValue(column: String, value: String, expected: String)
    /// The bytes are not UTF-8.
    case notUTF8
  }
  /// The file's name as it was asked for.
  public var file: String
  /// The line, counted from 1; 0 for the file as a whole.
  public var line: Int
  /// What is wrong.
  public var reason: Reason

  /// An error at a line of a file.
  public init(file: String, line: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}

/// A table that a linguist edits: tab-separated, with a header row; lines that begin with "#" are comments.
public struct LexiconFile: Sendable {
  /// One row and the line that it stands on, counted from 1.
  public struct Row: Sendable {
    /// The cells in the order of the columns that were asked for; blanks at both ends are gone.
    public var cells: [String]
    /// The line in the file, counted from 1.
    public var line: Int

    /// A cell by its place in the columns that were asked for.
    public subscript(index: Int) -> String { cells[index] }
    /// The variants of a cell, which "|" separates; empty for an empty cell.
    public func variants(_ index: Int) -> [String] {
      cells[index].split(separator: "|").map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
    }
  }

  /// The name, relative to the lexicon folder.
  public let name: String
  /// The rows in file order.
  public let rows: [Row]

  /// Reads a table and picks the columns by name.
  ///
  /// - Parameters:
  ///   - name: the file's name, for errors.
  ///   - bytes: the whole file.
  ///   - columns: the names of the columns that a row's cells are picked by.
  ///   - optional: further columns, after those; where the file lacks one its cells are empty.
  /// - Throws: `LexiconError` at the first line that does not fit; nothing of a broken file is used.
  public init(
    name: String, bytes: [UInt8], columns: [String], optional: [String] = []
  ) throws(LexiconError) {
    self.name = name
    let mark = bytes.starts(with: LexiconCheck.mark) ? LexiconCheck.mark.count : 0
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw LexiconError(file: name, line: 0, reason: .notUTF8)
    }
    var reader = LexiconReader(name: name, columns: columns, optional: optional)
    // Bytes and not text: a dozen tables are read at every start.
    try bytes.withUnsafeBufferPointer { (bytes) throws(LexiconError) in
      try reader.read(UnsafeBufferPointer(rebasing: bytes[mark...]))
    }
    rows = reader.rows
  }
}

/// Cuts a table into rows.
private struct LexiconReader {
  let name: String
  let columns: [String]
  let optional: [String]
  var rows: [LexiconFile.Row] = []
  /// How many cells a row has; nil before the header row.
  private var width: Int?
  /// Where the cells of the columns stand; nil for an optional one that the file lacks.
  private var picks: [Int?] = []
  private var cells: [Range<Int>] = []

  init(name: String, columns: [String], optional: [String]) {
    self.name = name
    self.columns = columns
    self.optional = optional
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(LexiconError) {
    var start = 0
    var number = 0
    while start < bytes.count {
      number += 1
      var end = start
      var isBlank = true
      while end < bytes.count, bytes[end] != 0x0A {
        if bytes[end] != 0x20 && bytes[end] != 0x09 && bytes[end] != 0x0D { isBlank = false }
        end += 1
      }
      let line = start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)
      start = end + 1
      if isBlank || bytes[line.lowerBound] == UInt8(ascii: "#") { continue }
      split(bytes, line)
      guard let width else {
        try readHeader(bytes, line: number)
        continue
      }
      guard cells.count == width else {
        throw LexiconError(file: name, line: number, reason: .cellCount(found: cells.count, expected: width))
      }
      rows.append(
        LexiconFile.Row(cells: picks.map { pick in pick.map { text(bytes, cells[$0]) } ?? "" }, line: number))
    }
    if width == nil, let first = columns.first {
      throw LexiconError(file: name, line: 0, reason: .missingColumn(first))
    }
  }

  private mutating func readHeader(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws(LexiconError) {
    let names = cells.map { text(bytes, $0) }
    width = names.count
    for column in columns {
      guard let index = names.firstIndex(of: column) else {
        throw LexiconError(file: name, line: line, reason: .missingColumn(column))
      }
      picks.append(index)
    }
    picks += optional.map { names.firstIndex(of: $0) }
  }

  private mutating func split(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    cells.removeAll(keepingCapacity: true)
    var start = line.lowerBound
    for k in line where bytes[k] == 0x09 {
      cells.append(start..<k)
      start = k + 1
    }
    cells.append(start..<line.upperBound)
  }

  /// A cell without blanks at its ends.
  private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: Range<Int>) -> String {
    var low = cell.lowerBound
    var high = cell.upperBound
    while low < high && bytes[low] == 0x20 { low += 1 }
    while high > low && bytes[high - 1] == 0x20 { high -= 1 }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[low..<high]), as: UTF8.self)
  }
}

extension StringProtocol {
  /// The text without blanks and tabs at its ends.
  func trimmingBlanks() -> String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
      let last = bytes.lastIndex(where: { $0 != 0x20 && $0 != 0x09 })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
