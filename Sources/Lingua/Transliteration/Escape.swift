/// How text that a scheme would not bring back is written: "\(…\)" around a stretch, "\" before one character that is no
/// letter, "\|" between letters that would be read as one. Inside a stretch a backslash is doubled.
enum Escape {
  static let sign = UInt8(ascii: "\\")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")
  static let gap = UInt8(ascii: "|")
}
