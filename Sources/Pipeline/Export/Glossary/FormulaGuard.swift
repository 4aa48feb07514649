/// Keeps spreadsheets from running the cells of a CSV file.
///
/// The advice of OWASP ("CSV Injection"): a cell that begins with = + - @, a tab or a carriage return, or with the wide
/// forms of the four signs, gets an apostrophe before it. So that this can be undone, one that begins with apostrophes and
/// then such a character gets one more.
enum FormulaGuard {
  private static let apostrophe = UInt8(ascii: "'")

  /// The cell as it is written.
  static func guarded(_ cell: String) -> String { isDangerous(cell) ? "'" + cell : cell }

  /// The cell as it was before `guarded`.
  static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == apostrophe, isDangerous(cell) else { return cell }
    return String(decoding: Array(cell.utf8.dropFirst()), as: UTF8.self)
  }

  private static func isDangerous(_ cell: String) -> Bool {
    let rest = cell.utf8.drop { $0 == apostrophe }
    switch rest.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: return true
    // U+FF0B, U+FF0D, U+FF1D and U+FF20.
    case 0xEF:
      return [[0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0xA0]].contains {
        rest.starts(with: $0)
      }
    default: return false
    }
  }
}
