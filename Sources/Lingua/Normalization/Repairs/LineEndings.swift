/// Makes every line end in LF: CRLF, CR, NEL (U+0085), line and paragraph separators (UAX #14 classes BK, CR, NL),
/// vertical tab and form feed. A page's form feed beside another line end goes, so that it opens no empty line.
struct LineEndings: LocalRepair {
  let rule = EditRule(rawValue: "line-ending")
  /// Whether form feeds stay, for repairs that go by pages.
  var keepsPages = false
  var characters: [ClosedRange<UInt32>] {
    (keepsPages ? [0x0B...0x0B, 0x0D...0x0D] : [0x0B...0x0D]) + [0x85...0x85, 0x2028...0x2029]
  }

  func change(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> LocalChange? {
    let byte = text[position]
    switch byte {
    case 0x0D:
      let beforeLineFeed = position + 1 < text.count && text[position + 1] == 0x0A
      return LocalChange(count: 1, replacement: beforeLineFeed ? "" : "\n")
    case 0x0B, 0x0C:
      let beside =
        position > 0 && (0x0A...0x0D).contains(text[position - 1])
        || position + 1 < text.count && (text[position + 1] == 0x0A || text[position + 1] == 0x0D)
      return LocalChange(count: 1, replacement: beside ? "" : "\n")
    default: return LocalChange(count: byte == 0xC2 ? 2 : 3, replacement: "\n")
    }
  }
}
