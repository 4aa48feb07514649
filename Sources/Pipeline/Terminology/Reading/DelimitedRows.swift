/// The rows of a text whose cells a byte separates.
struct DelimitedRows {
  /// What quotation marks mean.
  enum Quoting {
    /// RFC 4180: a cell that begins with one ends with one, and may hold separators and line ends between them.
    case full
    /// A cell that begins and ends with one on the same line had it put there; any other is a sign of the text.
    case wholeCells
    /// As `wholeCells`, but only where the cell has two side by side within.
    case doubled
  }

  /// A row and the line that it begins on, from 1.
  struct Row {
    var line: Int
    var cells: [String]

    /// Whether nothing is in it.
    var isEmpty: Bool { cells.allSatisfy { $0.utf8.allSatisfy { $0 <= 0x20 } } }
  }

  /// A quotation mark that is not closed, or that more of the cell follows: the line and the byte in it, from 1.
  struct Fault {
    var line: Int
    var column: Int
  }

  private static let quote = UInt8(ascii: "\"")

  /// Splits a text; after a fault the rows before it.
  ///
  /// - Parameters:
  ///   - text: the text in UTF-8; lines end with LF, CR LF or CR.
  ///   - separator: what stands between cells.
  ///   - quoting: what quotation marks mean.
  static func split(
    _ text: some RandomAccessCollection<UInt8>, by separator: UInt8, quoting: Quoting
  ) -> (rows: [Row], fault: Fault?) {
    let result = text.withContiguousStorageIfAvailable { split($0, by: separator, quoting: quoting) }
    return result ?? Array(text).withUnsafeBufferPointer { split($0, by: separator, quoting: quoting) }
  }

  private static func split(
    _ text: UnsafeBufferPointer<UInt8>, by separator: UInt8, quoting: Quoting
  ) -> (rows: [Row], fault: Fault?) {
    var rows: [Row] = []
    var row = Row(line: 1, cells: [])
    var line = 1
    var lineStart = 0
    var k = 0
    while k < text.count {
      if quoting == .full, text[k] == quote {
        let opening = Fault(line: line, column: k - lineStart + 1)
        guard let cell = quoted(text, at: &k, line: &line, lineStart: &lineStart) else { return (rows, opening) }
        row.cells.append(cell)
        if k < text.count, text[k] != separator, text[k] != 0x0A, text[k] != 0x0D { return (rows, opening) }
      } else {
        let start = k
        while k < text.count, text[k] != separator, text[k] != 0x0A, text[k] != 0x0D { k += 1 }
        let cell = UnsafeBufferPointer(rebasing: text[start..<k])
        let isPlain = quoting == .full || cell.first != quote
        row.cells.append(
          isPlain ? String(decoding: cell, as: UTF8.self) : unquoted(cell, ifDoubled: quoting == .doubled))
      }
      guard k < text.count else { break }
      if text[k] == separator {
        k += 1
        // A separator at the very end has an empty cell behind it.
        if k == text.count { row.cells.append("") }
        continue
      }
      k += text[k] == 0x0D && k + 1 < text.count && text[k + 1] == 0x0A ? 2 : 1
      rows.append(row)
      line += 1
      lineStart = k
      row = Row(line: line, cells: [])
    }
    if !row.cells.isEmpty { rows.append(row) }
    return (rows, nil)
  }

  /// The cell whose quotation mark stands at `k`, which goes behind the closing one; nil where there is none.
  private static func quoted(
    _ text: UnsafeBufferPointer<UInt8>, at k: inout Int, line: inout Int, lineStart: inout Int
  ) -> String? {
    var bytes: [UInt8] = []
    k += 1
    var start = k
    while k < text.count {
      if text[k] == quote {
        bytes += text[start..<k]
        k += 1
        guard k < text.count, text[k] == quote else { return String(decoding: bytes, as: UTF8.self) }
        // Of two marks the second one stays.
        start = k
      } else if text[k] == 0x0A || text[k] == 0x0D && !(k + 1 < text.count && text[k + 1] == 0x0A) {
        line += 1
        lineStart = k + 1
      }
      k += 1
    }
    return nil
  }

  private static func unquoted(_ cell: UnsafeBufferPointer<UInt8>, ifDoubled: Bool) -> String {
    guard cell.count >= 2, cell[0] == quote, cell[cell.count - 1] == quote else {
      return String(decoding: cell, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    var isDoubled = false
    var k = 1
    while k < cell.count - 1 {
      if cell[k] == quote {
        // A single one inside: the outer ones belong to the text as well.
        guard k + 1 < cell.count - 1, cell[k + 1] == quote else { return String(decoding: cell, as: UTF8.self) }
        k += 1
        isDoubled = true
      }
      bytes.append(cell[k])
      k += 1
    }
    if ifDoubled, !isDoubled { return String(decoding: cell, as: UTF8.self) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
