/// A glossary as comma-separated values (RFC 4180), a concept a row, for spreadsheets.
///
/// UTF-8 with a byte-order mark, without which spreadsheets take it for a code page; lines end with CR LF. A cell that a
/// spreadsheet would run as a formula begins with an apostrophe (see `FormulaGuard`), which reading takes off again.
public struct GlossaryCSV: GlossaryExporter {
  /// The exporter.
  public init() {}

  /// "csv".
  public var format: String { "csv" }
  /// "csv".
  public var endings: [String] { ["csv"] }

  /// The rows, or the header alone for a glossary without entries.
  public func bytes(of glossary: Glossary, options: GlossaryExportOptions) -> [UInt8] {
    var output: [UInt8] = [0xEF, 0xBB, 0xBF]
    Self.append(GlossaryColumn.names, to: &output)
    for entry in glossary.entries {
      Self.append(GlossaryColumn.allCases.map { FormulaGuard.guarded($0.cell(of: entry)) }, to: &output)
    }
    return output
  }

  private static func append(_ cells: [String], to output: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    for (k, cell) in cells.enumerated() {
      if k > 0 { output.append(UInt8(ascii: ",")) }
      // Semicolons and tabs too: a spreadsheet that was told another separator must not cut a cell in two.
      let isQuoted = cell.utf8.contains { $0 < 0x20 || [quote, UInt8(ascii: ","), UInt8(ascii: ";")].contains($0) }
      if isQuoted || cell.utf8.first == 0x20 || cell.utf8.last == 0x20 {
        output.append(quote)
        for byte in cell.utf8 {
          if byte == quote { output.append(quote) }
          // Programs in C end the text there.
          if byte == 0 { output += "\u{FFFD}".utf8 } else { output.append(byte) }
        }
        output.append(quote)
      } else {
        output += cell.utf8
      }
    }
    output += [0x0D, 0x0A]
  }
}
