/// Tells lines by how they begin.
enum LineShape {
  /// Whether a line begins with up to four words and a colon: "Keywords: …".
  static func isLabel(_ text: TextLines, _ range: Range<Int>) -> Bool {
    let bytes = text.bytes
    var position = range.lowerBound
    var blanks = 0
    guard text.cases.flags(bytes.scalar(at: position).value) & LetterCase.isLetter != 0 else {
      return false
    }
    while position < range.upperBound {
      let (value, count) = bytes.scalar(at: position)
      switch value {
      case 0x3A:
        let next = position + 1
        return next == range.upperBound || bytes[next] == 0x20
      case 0x20:
        // One more may stand before the colon.
        blanks += 1
        if blanks > 3, !(position + 1 < range.upperBound && bytes[position + 1] == 0x3A) {
          return false
        }
      case 0x27, 0x2D, 0x2E, 0x2019: break
      default: if !bytes.isWordCharacter(at: position, text.cases) { return false }
      }
      position += count
    }
    return false
  }

  /// Whether a line begins as an item of a list: 1. 2) [3] (4) a) IV. – •
  static func isListItem(_ text: TextLines, _ range: Range<Int>) -> Bool {
    let bytes = text.bytes
    let start = range.lowerBound
    let (value, count) = bytes.scalar(at: start)
    func isBlank(_ position: Int) -> Bool { position < range.upperBound && bytes[position] == 0x20 }
    switch value {
    case 0x2A, 0x2B, 0x2D, 0xB7, 0x2013, 0x2014, 0x2022, 0x25AA, 0x25CF:
      return isBlank(start + count)
    case 0x28, 0x5B:
      let end = bytes.wordEnd(from: start + 1, limit: range.upperBound, text.cases)
      guard end > start + 1, end < range.upperBound, bytes.characterCount(start + 1..<end) <= 3
      else { return false }
      return value == 0x5B
        ? bytes[end] == 0x5D && bytes[start + 1] &- 0x30 < 10
        : bytes[end] == 0x29 && isBlank(end + 1)
    default: break
    }
    let end = bytes.wordEnd(from: start, limit: range.upperBound, text.cases)
    guard end > start, end < range.upperBound, isBlank(end + 1) else { return false }
    let mark = bytes[end]
    if PageNumbers.digits(bytes, start..<end) != nil {
      return end - start <= 3 && (mark == 0x2E || mark == 0x29)
    }
    if mark == 0x29 { return bytes.characterCount(start..<end) == 1 }
    return mark == 0x2E && (start..<end).allSatisfy { "IVX".utf8.contains(bytes[$0]) }
  }
}
