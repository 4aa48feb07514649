/// A line of a document that holds something besides blanks.
struct TextLine {
  /// Its bytes in the document, without the blanks at both ends.
  var range: Range<Int>
  /// How many empty lines stand before it.
  var gap: Int
  /// Whether a page begins with it or with an empty line before it.
  var startsPage: Bool
  /// Whether it is a page number or a running head: it stands in the way of the text and is no part of it.
  var isFurniture = false

  /// All lines of a text that are not empty.
  static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(bytes.count / 60)
    var gap = 0
    var startsPage = false
    var start = 0
    var offset = 0
    let count = bytes.count
    while offset <= count {
      let byte = offset < count ? bytes[offset] : 0x0A
      guard byte == 0x0A || byte == 0x0D || byte == 0x0C else {
        offset += 1
        continue
      }
      let trimmed = trim(bytes, start..<offset)
      if trimmed.isEmpty {
        // The break of a page is no empty line; nor is the line feed of a carriage return.
        if byte != 0x0C && !(byte == 0x0A && offset > 0 && offset == start && bytes[offset - 1] == 0x0D) { gap += 1 }
      } else {
        lines.append(TextLine(range: trimmed, gap: gap, startsPage: startsPage))
        gap = 0
        startsPage = false
      }
      if byte == 0x0C { startsPage = true }
      offset += 1
      start = offset
    }
    return lines
  }

  /// The range without ASCII blanks, controls, NBSP, byte-order marks and zero-width blanks at its ends.
  static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      if bytes[lower] <= 0x20 {
        lower += 1
      } else if upper - lower >= 2, bytes[lower] == 0xC2, bytes[lower + 1] == 0xA0 {
        lower += 2
      } else if upper - lower >= 3, isThreeByteBlank(bytes, lower) {
        lower += 3
      } else {
        break
      }
    }
    while lower < upper {
      if bytes[upper - 1] <= 0x20 {
        upper -= 1
      } else if upper - lower >= 2, bytes[upper - 2] == 0xC2, bytes[upper - 1] == 0xA0 {
        upper -= 2
      } else if upper - lower >= 3, isThreeByteBlank(bytes, upper - 3) {
        upper -= 3
      } else {
        break
      }
    }
    return lower..<upper
  }

  /// U+2000…U+200F, U+202F, U+205F, U+2060, U+3000 and U+FEFF.
  private static func isThreeByteBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE2, 0x81, 0xA0), (0xE3, 0x80, 0x80),
      (0xEF, 0xBB, 0xBF):
      true
    default: false
    }
  }
}
