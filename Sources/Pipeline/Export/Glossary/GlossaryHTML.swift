internal import Lingua

/// A glossary as one page that loads nothing: three languages side by side, with search, filters, order and the places
/// where terms stand.
///
/// Rows are written directly, a hundred to a block that browsers pass over while it is out of sight; what a row shows when
/// it is opened lies beside them as JSON. So a page of twenty thousand entries opens at once. Style and script are the
/// files of Sources/CReport.
public struct GlossaryHTML: GlossaryExporter {
  /// How many rows stand in a block; the script knows the number too.
  private static let blockSize = 100

  /// The exporter.
  public init() {}

  /// "html".
  public var format: String { "html" }
  /// "html" and "htm".
  public var endings: [String] { ["html", "htm"] }

  /// The page.
  ///
  /// - Throws: `ExportError` when style or script are missing from the program.
  public func bytes(of glossary: Glossary, options: GlossaryExportOptions) throws(ExportError) -> [UInt8] {
    var html: [UInt8] = []
    var page = GlossaryPage(options: options)
    try page.begin(glossary, to: &html)
    var start = 0
    while start < glossary.entries.count {
      let block = glossary.entries[start..<min(start + Self.blockSize, glossary.entries.count)]
      html += "<div role=\"rowgroup\" class=\"chunk\">\n".utf8
      for (k, entry) in block.enumerated() { page.append(entry, number: start + k + 1, to: &html) }
      html += "</div>\n".utf8
      start += Self.blockSize
    }
    html += "</div>\n".utf8
    start = 0
    while start < glossary.entries.count {
      let block = glossary.entries[start..<min(start + Self.blockSize, glossary.entries.count)]
      html += "<script type=\"application/json\">".utf8
      var json: [UInt8] = []
      JSONValue.array(block.map { page.places(of: $0) }).write(to: &json)
      // In JSON this sign stands in strings only; the end of the script cannot be among them.
      for byte in json { if byte == UInt8(ascii: "<") { html += "\\u003c".utf8 } else { html.append(byte) } }
      html += "</script>\n".utf8
      start += Self.blockSize
    }
    page.end(to: &html)
    return html
  }
}
