/// What the repairs of lines and words ask of bytes.
extension UnsafeBufferPointer<UInt8> {
  /// A part without the blanks and tabs at its ends.
  func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start] == 0x20 || self[start] == 0x09 || self[start] == 0x0D {
      start += 1
    }
    while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 || self[end - 1] == 0x0D {
      end -= 1
    }
    return start..<end
  }

  /// How many characters a part has.
  func characterCount(_ range: Range<Int>) -> Int {
    var count = 0
    for i in range { count &+= self[i] & 0xC0 == 0x80 ? 0 : 1 }
    return count
  }

  /// The last character of a part.
  func last(of range: Range<Int>) -> (value: UInt32, start: Int)? {
    guard let start = start(ofScalarBefore: range.upperBound), start >= range.lowerBound else {
      return nil
    }
    return (scalar(at: start).value, start)
  }

  /// Where the hyphen begins that ends at `end` directly behind a letter or digit: -, ‐, ‑ or ¬. Two are a dash.
  func hyphen(endingAt end: Int, _ cases: LetterCase) -> Int? {
    guard let start = start(ofScalarBefore: end), Self.isHyphen(scalar(at: start).value),
      let before = self.start(ofScalarBefore: start), isWordCharacter(at: before, cases)
    else { return nil }
    return start
  }

  /// Whether a character is a hyphen, or the sign ¬ that some systems print for one at a line end.
  static func isHyphen(_ value: UInt32) -> Bool {
    value == 0x2D || value == 0x2010 || value == 0x2011 || value == 0xAC
  }

  /// Where the letters and digits begin that end at `end`, not before `floor`.
  func wordStart(endingAt end: Int, floor: Int, _ cases: LetterCase) -> Int {
    var position = end
    while position > floor, let start = start(ofScalarBefore: position),
      isWordCharacter(at: start, cases)
    {
      position = start
    }
    return Swift.max(position, floor)
  }

  /// Where the letters and digits end that begin at `start`, not behind `limit`.
  func wordEnd(from start: Int, limit: Int, _ cases: LetterCase) -> Int {
    var position = start
    while position < limit, isWordCharacter(at: position, cases) {
      position += scalar(at: position).count
    }
    return Swift.min(position, limit)
  }

  /// Whether a letter, a mark or a digit begins at `position`.
  @inline(__always)
  func isWordCharacter(at position: Int, _ cases: LetterCase) -> Bool {
    let value = scalar(at: position).value
    return value &- 0x30 < 10 || cases.flags(value) & (LetterCase.isLetter | LetterCase.isMark) != 0
  }

  /// Whether a capital letter begins at `position`.
  func isCapital(at position: Int, _ cases: LetterCase) -> Bool {
    position < count && cases.flags(scalar(at: position).value) & LetterCase.isUpper != 0
  }

  /// Whether a small letter begins at `position`.
  func isSmall(at position: Int, _ cases: LetterCase) -> Bool {
    position < count && cases.flags(scalar(at: position).value) & LetterCase.isLower != 0
  }

  /// A part in lower case.
  func lowered(_ range: Range<Int>, _ cases: LetterCase) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count + 2)
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, count) = scalar(at: position)
      if value < 0x80 {
        result.append(
          value &- 0x41 < 26
            ? UInt8(truncatingIfNeeded: value) | 0x20 : UInt8(truncatingIfNeeded: value))
      } else {
        let lower = Unicode.Scalar(replacingInvalid: cases.lower(value, isTurkic: false))
        result += UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter
      }
      position += count
    }
    return result
  }

  /// Whether a part ends a sentence or a clause: with a stop, also inside quotes and brackets.
  func endsSentence(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while let (value, start) = last(of: range.lowerBound..<end) {
      switch value {
      case 0x20, 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2018...0x201F: end = start
      case 0x21, 0x2E, 0x3A, 0x3B, 0x3F, 0x2026: return true
      default: return false
      }
    }
    return false
  }

  /// How many letters and how many capitals a part has.
  func letters(_ range: Range<Int>, _ cases: LetterCase) -> (count: Int, capitals: Int) {
    var result = (count: 0, capitals: 0)
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, count) = scalar(at: position)
      let flags = cases.flags(value)
      if flags & LetterCase.isLetter != 0 { result.count += 1 }
      if flags & LetterCase.isUpper != 0 { result.capitals += 1 }
      position += count
    }
    return result
  }

  /// Whether a part is written in capitals.
  func isCapitals(_ range: Range<Int>, _ cases: LetterCase) -> Bool {
    let (count, capitals) = letters(range, cases)
    return count >= 4 && capitals * 10 > count * 7
  }
}
