internal import CWorkbook
internal import Glibc

/// Writes a workbook cell by cell, row by row.
final class SheetWriter {
  /// The longest text that a cell holds, in UTF-16 units.
  static let longestText = 32_767
  /// The rows of a sheet.
  static let mostRows = 1_048_576

  /// How the cells of the row look.
  var style = LINGUA_CELL_PLAIN
  private var book: OpaquePointer?
  private var row: Int64 = 0
  private var column: Int32 = 0
  private var columns = 0

  /// A workbook without sheets; `created` is in seconds since 1970.
  init(path: String, created: Int) throws(ExportError) {
    book = lingua_workbook_open(path, Int64(created))
    if book == nil { throw ExportError(format: "xlsx", reason: .workbook(code: 1)) }
  }

  deinit { if let book { _ = lingua_workbook_close(book) } }

  /// Whether the sheet has no room for a further row.
  var isFull: Bool { row >= Self.mostRows }

  /// Begins a sheet with a row of headings, each with its column's width in characters.
  func begin(_ name: String, _ headings: [(title: String, width: Double)]) throws(ExportError) {
    guard lingua_workbook_sheet(book, name) else { throw ExportError(format: "xlsx", reason: .workbook(code: 1)) }
    row = 0
    column = 0
    columns = headings.count
    for (k, heading) in headings.enumerated() { lingua_workbook_width(book, Int32(k), heading.width) }
    style = LINGUA_CELL_HEADER
    for heading in headings { try text(heading.title, entry: "", column: heading.title) }
    endRow()
    style = LINGUA_CELL_PLAIN
  }

  /// Writes a text into the next cell of the row.
  ///
  /// - Throws: `ExportError` that names the entry and the column of a text that is too long.
  func text(_ text: String, entry: String, column name: String) throws(ExportError) {
    if text.utf16.count > Self.longestText {
      throw ExportError(format: "xlsx", reason: .tooLong(entry: entry, column: name, limit: Self.longestText))
    }
    let spelled = Self.spelled(text)
    // What has to be spelled may reach the limit that the text did not.
    try check(lingua_workbook_text(book, row, column, spelled, Int32(style.rawValue)), entry: entry, name)
    column += 1
  }

  /// Writes a number into the next cell of the row.
  func number(_ value: Double) throws(ExportError) {
    try check(lingua_workbook_number(book, row, column, value, Int32(style.rawValue)), entry: "", "")
    column += 1
  }

  /// Ends the row.
  func endRow() {
    row += 1
    column = 0
  }

  /// Lets a column of so many rows take one of some values only.
  func choices(_ values: [String], column: Int, rows: Int) throws(ExportError) {
    // The library copies the list.
    var pointers = values.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    try check(lingua_workbook_choices(book, Int32(column), Int64(max(rows, 1)), &pointers), entry: "", "")
  }

  /// Gives the headings filters of all rows so far.
  func filter() throws(ExportError) {
    try check(lingua_workbook_filter(book, max(row - 1, 1), Int32(columns - 1)), entry: "", "")
  }

  /// Writes the file.
  func finish() throws(ExportError) {
    guard let open = book else { return }
    book = nil
    try check(lingua_workbook_close(open), entry: "", "")
  }

  private func check(_ code: Int32, entry: String, _ column: String) throws(ExportError) {
    if code == 0 { return }
    throw ExportError(
      format: "xlsx",
      reason: entry.isEmpty
        ? .workbook(code: Int(code)) : .tooLong(entry: entry, column: column, limit: Self.longestText))
  }

  /// The text as a workbook's XML can hold it: a carriage return as `_x000D_`, and so the underscore of what would be
  /// read as such a spelling (ECMA-376-1, 22.9.2.19); U+FFFD for what has no place in a text.
  static func spelled(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let isPlain = bytes.allSatisfy { ($0 >= 0x20 || $0 == 0x0A) && $0 != UInt8(ascii: "_") && $0 != 0xEF }
    if isPlain { return text }
    var result: [UInt8] = []
    for (k, byte) in bytes.enumerated() {
      switch byte {
      case 0x09, 0x0A: result.append(byte)
      case 0x0D: result += "_x000D_".utf8
      case 0..<0x20: result += "\u{FFFD}".utf8
      case UInt8(ascii: "_") where isSpelling(bytes[k...]): result += "_x005F_".utf8
      // U+FFFE and U+FFFF.
      case 0xBE, 0xBF: result.append(k >= 2 && bytes[k - 1] == 0xBF && bytes[k - 2] == 0xEF ? 0xBD : byte)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text begins with "_x", four hexadecimal digits and "_".
  static func isSpelling(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.startIndex
    guard bytes.count >= 7, bytes[start] == UInt8(ascii: "_"), bytes[start + 1] == UInt8(ascii: "x"),
      bytes[start + 6] == UInt8(ascii: "_")
    else { return false }
    return bytes[(start + 2)..<(start + 6)].allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
  }
}
