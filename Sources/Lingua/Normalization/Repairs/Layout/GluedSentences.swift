/// Finds sentences that follow each other without a blank: "President.Mode".
struct GluedSentences {
  let text: UnsafeBufferPointer<UInt8>
  let evidence: WordEvidence
  private let cases = LetterCase.shared

  init(text: UnsafeBufferPointer<UInt8>, evidence: WordEvidence) {
    self.text = text
    self.evidence = evidence
  }

  /// The edit that puts a blank behind the stop at `position`; nil where none belongs there.
  ///
  /// Both words must be known, so that names, addresses and abbreviations stay.
  func edit(at position: Int) -> Edit? {
    guard position > 3, position + 2 < text.count, text[position - 1] > 0x40,
      text[position + 1] > 0x40,
      text.isCapital(at: position + 1, cases)
    else { return nil }
    let left = text.wordStart(endingAt: position, floor: max(0, position - 80), cases)..<position
    let right =
      position + 1..<text.wordEnd(from: position + 1, limit: min(text.count, position + 80), cases)
    let (a, b) = (text.letters(left, cases), text.letters(right, cases))
    guard a.count >= 3, a.capitals <= 1, b.count >= 2, b.capitals == 1,
      isFree(left.lowerBound, right.upperBound),
      evidence.frequency(text.lowered(left, cases)) > 0,
      evidence.frequency(text.lowered(right, cases)) > 0
    else { return nil }
    return Edit(
      rule: WordJoints.glued, range: position + 1..<position + 1, replacement: " ", confidence: 0.85
    )
  }

  /// Whether the two words are no part of an address or of a longer row of names with stops.
  private func isFree(_ start: Int, _ end: Int) -> Bool {
    if start > 0 {
      switch text[start - 1] {
      case 0x2E, 0x2F, 0x40, 0x5F, 0x3A: return false
      default: break
      }
    }
    var position = end
    while position < text.count, text[position] > 0x20, position - end < 80 {
      switch text[position] {
      case 0x2F, 0x40, 0x5F: return false
      case 0x2E where position + 1 < text.count && text[position + 1] > 0x40: return false
      default: position += 1
      }
    }
    return true
  }
}

/// Finds words that a blank splits: "Kyrgyz stan".
struct SplitWords {
  let text: UnsafeBufferPointer<UInt8>
  let evidence: WordEvidence
  private let cases = LetterCase.shared

  init(text: UnsafeBufferPointer<UInt8>, evidence: WordEvidence) {
    self.text = text
    self.evidence = evidence
  }

  /// The edits that take such blanks out: the second part is no usual word, the whole is a frequent one and more frequent
  /// than the first part.
  func edits() -> [Edit] {
    var result: [Edit] = []
    var previous: Range<Int>?
    var position = 0
    while position < text.count {
      guard text[position] > 0x40 else {
        position += 1
        continue
      }
      let end = text.wordEnd(from: position, limit: text.count, cases)
      guard end > position else {
        position += text.scalar(at: position).count
        continue
      }
      let word = position..<end
      if let left = previous, left.upperBound + 1 == word.lowerBound, text[left.upperBound] == 0x20,
        isSplit(left, word)
      {
        result.append(
          Edit(
            rule: WordJoints.split, range: left.upperBound..<word.lowerBound, replacement: "",
            confidence: 0.8))
        previous = nil
      } else {
        previous = word
      }
      position = end
    }
    return result
  }

  private func isSplit(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let long = text[left.lowerBound] < 0x80 ? 3 : 6
    guard left.count >= long, right.count >= long, left.count < 64, right.count < 64,
      text.isSmall(at: right.lowerBound, cases),
      (text[left.lowerBound] < 0x80) == (text[right.lowerBound] < 0x80),
      !(right.upperBound < text.count && text[right.upperBound] == 0x2D),
      !(left.lowerBound > 0 && text[left.lowerBound - 1] == 0x2D)
    else { return false }
    let second = text.lowered(right, cases)
    guard evidence.frequency(second) <= 1 else { return false }
    let first = text.lowered(left, cases)
    let whole = evidence.frequency(first + second)
    return whole >= 4 && whole > evidence.frequency(first)
  }
}
