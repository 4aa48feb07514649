/// Tells the line breaks that end a paragraph, a heading or a list item from those that only wrap the text.
struct LineBreaks {
  /// A line longer than this was not wrapped by hand or by a converter.
  private static let longestWrapped = 240

  private var paragraphEnd = 0
  private var longestLine = 0

  /// Whether the text breaks at `end`, where `lineBreaks` line breaks lie before `next`; no stop stands before them.
  mutating func isBoundary(
    end: Int, next: Int, lineBreaks: Int, lineStart: Int, in text: UTF8Text
  ) -> Bool {
    if lineBreaks >= 2 || startsListItem(at: next, in: text) { return true }
    guard let (scalar, _) = text.scalar(at: next), scalar.isUppercaseLetter else { return false }
    let line = end - lineStart
    if line > Self.longestWrapped { return true }
    if end >= paragraphEnd { measureParagraph(from: lineStart, in: text) }
    // The next word would have fitted: the writer broke the line. Lengths are in bytes, so half leaves a margin.
    return longestLine > 60 && (text.word(at: next).end - next + line) * 2 < longestLine
  }

  /// A bullet, or "1.", "2)", "а)" and a blank.
  private func startsListItem(at start: Int, in text: UTF8Text) -> Bool {
    guard let (first, after) = text.scalar(at: start) else { return false }
    if first.isBullet || first.isDash { return text.scalar(at: after)?.scalar.isBlank == true }
    var end = start
    var digits = 0
    while let byte = text.byte(end), (0x30...0x39).contains(byte), digits < 3 {
      end += 1
      digits += 1
    }
    if digits == 0, first.isLetter { end = after }
    guard end > start, let mark = text.byte(end) else { return false }
    guard mark == UInt8(ascii: ")") || (digits > 0 && mark == UInt8(ascii: ".")) else { return false }
    return text.scalar(at: end + 1)?.scalar.isBlank == true
  }

  private mutating func measureParagraph(from start: Int, in text: UTF8Text) {
    longestLine = 0
    var lineStart = start
    var offset = start
    while offset < text.count {
      if text.bytes[offset] == 0x0A {
        longestLine = max(longestLine, offset - lineStart)
        let (next, lineBreaks) = text.skipBlanks(from: offset)
        lineStart = next
        offset = next
        if lineBreaks >= 2 { break }
      } else {
        offset += 1
      }
    }
    longestLine = max(longestLine, offset - lineStart)
    paragraphEnd = offset
  }
}
