internal import Lingua

/// The cells of the report that hold document text, as HTML.
///
/// Nearly all bytes of a report are here. Mustache looks every value up by name at run time, which made the report the
/// slowest part of a run; these cells are written directly, and it takes them as they are.
enum ReportCell {
  /// The three cells of a row.
  ///
  /// - Parameters:
  ///   - texts: for kk, ru and en the paragraphs of the cell.
  ///   - headings: for each a term that stands above the paragraphs; an empty one is left out.
  ///   - empty: what a cell says that has neither.
  static func row(_ texts: [[String]], headings: [String] = [], empty: StaticString) -> String {
    var html: [UInt8] = []
    for (k, language) in Language.allCases.enumerated() {
      let paragraphs = k < texts.count ? texts[k] : []
      let heading = k < headings.count ? headings[k] : ""
      html += k == 0 ? "<td role=\"cell\" lang=\"".utf8 : "\n<td role=\"cell\" lang=\"".utf8
      html += language.tag.utf8
      if paragraphs.isEmpty && heading.isEmpty {
        html += "\" class=\"none\"><span lang=\"en\">".utf8
        html += "\(empty)".utf8
        html += "</span></td>".utf8
        continue
      }
      html += "\">".utf8
      if !heading.isEmpty { paragraph("<p class=\"term\">", heading, to: &html) }
      for text in paragraphs { paragraph("<p>", text, to: &html) }
      html += "</td>".utf8
    }
    return String(decoding: html, as: UTF8.self)
  }

  private static func paragraph(_ tag: String, _ text: String, to html: inout [UInt8]) {
    html += tag.utf8
    escape(text, to: &html)
    html += "</p>".utf8
  }

  /// Appends a text as HTML shows it, with the same five escapes as mustache's and without control characters.
  static func escape(_ text: String, to html: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): html += "&amp;".utf8
      case UInt8(ascii: "<"): html += "&lt;".utf8
      case UInt8(ascii: ">"): html += "&gt;".utf8
      case UInt8(ascii: "\""): html += "&quot;".utf8
      case UInt8(ascii: "'"): html += "&#39;".utf8
      case 0x09, 0x0A, 0x0D: html.append(UInt8(ascii: " "))
      case 0..<0x20, 0x7F: html += "\u{FFFD}".utf8
      default: html.append(byte)
      }
    }
  }
}
