/// Writes rows of tab-separated values: a header row, UTF-8 without byte-order mark, lines ended by a line feed.
///
/// No cell holds a tab or the end of a line, and nothing is quoted, so every program that splits at tabs reads the
/// same cells: each control character and each of U+0085, U+2028 and U+2029 becomes one blank. A cell that a
/// spreadsheet could take for a formula ("=1+1", "-5 °C") is data and stays as it is; import the column as text.
struct TabSeparated: Sendable {
  private let columns: [String]
  private var hasHeader = false

  init(columns: [String]) { self.columns = columns }

  /// Appends the header row if no row was written yet.
  mutating func header(to output: inout [UInt8]) {
    if hasHeader { return }
    hasHeader = true
    append(columns, to: &output)
  }

  /// Appends a row; a missing value is an empty cell.
  mutating func row(_ cells: [String?], to output: inout [UInt8]) {
    header(to: &output)
    append(cells, to: &output)
  }

  private func append(_ cells: [String?], to output: inout [UInt8]) {
    for (k, cell) in cells.enumerated() {
      if k > 0 { output.append(0x09) }
      if let cell { Self.append(cell, to: &output) }
    }
    output.append(0x0A)
  }

  private static func append(_ cell: String, to output: inout [UInt8]) {
    let blank = UInt8(ascii: " ")
    for byte in cell.utf8 {
      output.append(byte < 0x20 || byte == 0x7F ? blank : byte)
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9, U+0085 is C2 85.
      let count = output.count
      if byte & 0xFE == 0xA8, count >= 3, output[count - 2] == 0x80, output[count - 3] == 0xE2 {
        output.removeLast(3)
        output.append(blank)
      } else if byte == 0x85, count >= 2, output[count - 2] == 0xC2 {
        output.removeLast(2)
        output.append(blank)
      }
    }
  }
}
