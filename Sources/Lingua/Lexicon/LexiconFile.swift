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
    /// A learned table that is not whole.
    case damaged(Damage)
  }

  /// What is wrong with a learned table.
  public enum Damage: Hashable, Sendable {
    /// It is a file of another kind.
    case notThisKind
    /// It was made for another version of the program.
    case version(found: Int, expected: Int)
    /// It has more or fewer bytes than it says.
    case size(found: Int, expected: Int)
    /// Its content is not what was written.
    case content
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
  /// - Throws: `LexiconError` at the first line that does not fit; nothing of a broken file is used.
  public init(name: String, bytes: [UInt8], columns: [String]) throws(LexiconError) {
    self.name = name
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LexiconError(file: name, line: 0, reason: .notUTF8)
    }
    var header: [String]?
    var picks: [Int] = []
    var rows: [Row] = []
    var number = 0
    for rawLine in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      var line = Substring(rawLine)
      if line.utf8.last == UInt8(ascii: "\r") { line = line.dropLast() }
      if line.utf8.first == UInt8(ascii: "#") || line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      let cells = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        Substring($0).trimmingBlanks()
      }
      guard let columnNames = header else {
        header = cells
        for column in columns {
          guard let index = cells.firstIndex(of: column) else {
            throw LexiconError(file: name, line: number, reason: .missingColumn(column))
          }
          picks.append(index)
        }
        continue
      }
      guard cells.count == columnNames.count else {
        throw LexiconError(
          file: name, line: number, reason: .cellCount(found: cells.count, expected: columnNames.count))
      }
      rows.append(Row(cells: picks.map { cells[$0] }, line: number))
    }
    if header == nil, let first = columns.first {
      throw LexiconError(file: name, line: 0, reason: .missingColumn(first))
    }
    self.rows = rows
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
