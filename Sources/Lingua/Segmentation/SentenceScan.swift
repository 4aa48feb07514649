/// One pass over a text that turns ICU's boundaries and the stops and line breaks in it into sentences.
struct SentenceScan {
  private let text: UTF8Text
  private let rules: StopRules
  private var lineBreaks = LineBreaks()
  private var sentences: [Range<Int>] = []
  /// Where the sentence that is being read begins.
  private var start = 0
  private var lineStart = 0

  init(text: UTF8Text, rules: StopRules) {
    self.text = text
    self.rules = rules
  }

  /// The bytes that may begin a stop or a line break: . ! ? and the line ends; 0xC2 leads U+0085, 0xE2 the ellipsis and U+2028.
  private static func isSignal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A...0x0D, 0x21, 0x2E, 0x3F, 0xC2, 0xE2: true
    default: false
    }
  }

  /// The sentences, given all of ICU's boundaries in order.
  mutating func sentences(_ boundaries: [ICU.BreakIterator.Boundary]) -> [Range<Int>] {
    var nextBoundary = 0
    var offset = text.skipBlanks(from: 0).end
    start = offset
    lineStart = offset
    while offset < text.count {
      guard Self.isSignal(text.bytes[offset]), let (scalar, after) = text.scalar(at: offset) else {
        offset += 1
        continue
      }
      let isTerminator = scalar.isTerminator
      guard isTerminator || isLineEnd(scalar) else {
        offset = after
        continue
      }
      // Boundaries before this place come from stops of other scripts; ICU has the word there.
      while nextBoundary < boundaries.count, boundaries[nextBoundary].end <= offset {
        cut(end: boundaries[nextBoundary].end, next: boundaries[nextBoundary].end)
        nextBoundary += 1
      }
      if isTerminator {
        let stop = text.stop(at: offset)
        let first = nextBoundary
        while nextBoundary < boundaries.count, boundaries[nextBoundary].end <= stop.next { nextBoundary += 1 }
        if rules.endsSentence(stop, in: text, sentenceStart: start, isICUBoundary: nextBoundary > first) {
          cut(end: stop.closersEnd, next: stop.next)
        }
        if stop.lineBreaks > 0 { lineStart = stop.next }
        offset = stop.next
      } else {
        let (next, count) = text.skipBlanks(from: offset)
        while nextBoundary < boundaries.count, boundaries[nextBoundary].end <= next { nextBoundary += 1 }
        if next < text.count,
          lineBreaks.isBoundary(end: offset, next: next, lineBreaks: count, lineStart: lineStart, in: text)
        {
          cut(end: offset, next: next)
        }
        lineStart = next
        offset = next
      }
    }
    while nextBoundary < boundaries.count {
      cut(end: boundaries[nextBoundary].end, next: boundaries[nextBoundary].end)
      nextBoundary += 1
    }
    cut(end: text.count, next: text.count)
    return sentences
  }

  private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Ends the sentence at `end`; the next begins at `next` or after the blanks there.
  private mutating func cut(end: Int, next: Int) {
    guard end > start else { return }
    var upper = end
    while upper > start, let (scalar, before) = text.scalar(before: upper), scalar.isBlank { upper = before }
    if upper > start { sentences.append(start..<upper) }
    start = text.skipBlanks(from: next).end
  }
}
