/// A quotation mark, or two signs that stand for one, and what stands beside it.
struct QuoteMark {
  enum Kind {
    /// «
    case open
    /// »
    case close
    /// <<
    case doubledOpen
    /// >>
    case doubledClose
    /// Straight and curly ones.
    case other
  }

  var kind: Kind
  var range: Range<Int>
  /// Whether the paragraph of the mark before has ended.
  var beginsParagraph: Bool
  /// Whether a letter, digit or closing sign stands right before it.
  var isAfterWord: Bool
  /// Whether a letter or digit follows at once.
  var isBeforeWord: Bool

  /// Whether a doubled sign stands on its side of a word, in Cyrillic or any other letters beyond ASCII.
  var isFitting: Bool { kind == .doubledOpen ? isBeforeWord && !isAfterWord : isAfterWord && !isBeforeWord }

  /// The marks of a text in their order.
  static func marks(in text: UnsafeBufferPointer<UInt8>) -> [QuoteMark] {
    var marks: [QuoteMark] = []
    var beginsParagraph = false
    var i = 0
    while i < text.count {
      i = passed(i, in: text)
      guard i < text.count else { break }
      if text[i] == 0x0A {
        if i + 1 < text.count, text[i + 1] == 0x0A { beginsParagraph = true }
        i += 1
        continue
      }
      guard let (kind, count) = kind(at: i, in: text) else {
        i += UnsafeBufferPointer<UInt8>.length(ofLead: text[i])
        continue
      }
      marks.append(
        QuoteMark(
          kind: kind, range: i..<i + count, beginsParagraph: beginsParagraph,
          isAfterWord: i > 0 && isWord(text[i - 1], or: ".,!?…)%"),
          isBeforeWord: i + count < text.count && isWord(text[i + count], or: "(")))
      beginsParagraph = false
      i += count
    }
    return marks
  }

  private static func kind(at i: Int, in text: UnsafeBufferPointer<UInt8>) -> (Kind, Int)? {
    let next = i + 1 < text.count ? text[i + 1] : 0
    switch text[i] {
    case 0x22: return (.other, 1)
    case 0x3C, 0x3E:
      // Not a run of three.
      guard next == text[i], i == 0 || text[i - 1] != text[i], i + 2 >= text.count || text[i + 2] != text[i] else {
        return nil
      }
      return (text[i] == 0x3C ? .doubledOpen : .doubledClose, 2)
    case 0xC2: return next == 0xAB ? (.open, 2) : next == 0xBB ? (.close, 2) : nil
    case 0xE2:
      guard next == 0x80, i + 2 < text.count, text[i + 2] &- 0x9C < 4 else { return nil }
      return (.other, 3)
    default: return nil
    }
  }

  /// The next place that may hold a mark or a line end, many bytes at a time.
  private static func passed(_ start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var i = start
    while i + 64 <= text.count {
      var found: UInt8 = 0
      for k in 0..<64 { found |= interests(text[i &+ k]) }
      if found != 0 { break }
      i += 64
    }
    while i < text.count, interests(text[i]) == 0 { i += 1 }
    return i
  }

  @inline(__always)
  private static func interests(_ byte: UInt8) -> UInt8 {
    (byte == 0x22 ? 1 : 0) | (byte == 0x3C ? 1 : 0) | (byte == 0x3E ? 1 : 0) | (byte == 0xC2 ? 1 : 0)
      | (byte == 0xE2 ? 1 : 0) | (byte == 0x0A ? 1 : 0)
  }

  private static func isWord(_ byte: UInt8, or signs: StaticString) -> Bool {
    if byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 { return true }
    return signs.withUTF8Buffer { $0.contains(byte) }
  }
}
