/// Characters between blanks as they were before they were read in a wrong encoding; reused from word to word.
struct UndoneWord {
  /// A letter that was lost and had to be guessed.
  struct Guess {
    /// Its place in `scalars`.
    var place: Int
    /// The letters that it may be.
    var choices: [UInt32]
  }

  /// The characters.
  var scalars: [UInt32] = []
  /// The letters among them that were guessed.
  var guesses: [Guess] = []
  /// How many characters became others.
  var converted = 0
  /// How many characters beyond ASCII stayed as they are.
  var left = 0

  /// Undoes the reading by a page of text that was in another page.
  mutating func undo(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from wrong: ReversePage, to right: [UInt32]
  ) {
    clear()
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, count) = text.scalar(at: position)
      position += count
      let byte = value < 0x80 ? 0 : wrong.byte(of: value)
      let scalar = byte == 0 ? value : right[Int(byte)]
      if scalar != value { converted += 1 } else if value >= 0x80, byte == 0 { left += 1 }
      scalars.append(scalar)
    }
  }

  /// Undoes the reading by a page of text that was in UTF-8; what makes no UTF-8 stays.
  mutating func undoUTF8(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from wrong: ReversePage, page: WrongPage,
    pairs: LetterPairs
  ) {
    clear()
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, count) = text.scalar(at: position)
      let lead = value < 0x80 ? 0 : wrong.byte(of: value)
      if lead >= 0xC2, lead < 0xF5 {
        if let (scalar, end) = Self.sequence(
          lead, text, min(position + count, range.upperBound)..<range.upperBound, wrong)
        {
          scalars.append(scalar)
          converted += 1
          position = end
          continue
        }
        if let (choices, end) = Self.lost(
          lead, text, min(position + count, range.upperBound)..<range.upperBound, wrong, page, pairs)
        {
          let best = choices.max { rank($0, pairs) < rank($1, pairs) } ?? 0xFFFD
          if choices.count > 1 { guesses.append(Guess(place: scalars.count, choices: choices)) }
          scalars.append(best)
          converted += 1
          position = end
          continue
        }
      }
      if value >= 0x80 { left += 1 }
      scalars.append(value)
      position += count
    }
  }

  private mutating func clear() {
    scalars.removeAll(keepingCapacity: true)
    guesses.removeAll(keepingCapacity: true)
    converted = 0
    left = 0
  }

  /// How well a letter goes behind what there is.
  private func rank(_ scalar: UInt32, _ pairs: LetterPairs) -> Float {
    let previous = scalars.last.map { pairs.kind(of: $0) } ?? 0
    return pairs.logarithm(previous < 128 ? previous : 0, pairs.kind(of: scalar)).max()
  }

  /// The character whose bytes begin with `lead` and go on in what follows, and where it ends.
  private static func sequence(
    _ lead: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>, _ wrong: ReversePage
  ) -> (scalar: UInt32, end: Int)? {
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    var position = rest.lowerBound
    for _ in 1..<length {
      guard position < rest.upperBound else { return nil }
      let (scalar, count) = text.scalar(at: position)
      let byte = scalar < 0x80 ? 0 : wrong.byte(of: scalar)
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
      position += count
    }
    return isExpected(value) ? (value, position) : nil
  }

  /// Whether documents have such characters: by chance clean letters make sequences of others.
  private static func isExpected(_ value: UInt32) -> Bool {
    switch value {
    case 0x80..<0x250, 0x2B0..<0x530, 0x1E00..<0x2000, 0x2010..<0x2028, 0x202F..<0x2060, 0x2070..<0x2300: true
    // The halves of an integral sign, which KOI8-R has among the lines of boxes.
    case 0x2320..<0x2322: true
    case 0x2500..<0x25A1, 0xFB00..<0xFB07, 0xFEFF, 0xFFFD, 0x1F300..<0x1FB00: true
    default: false
    }
  }

  /// What the second byte of a Cyrillic letter may have been that went lost, and where what is left of it ends.
  ///
  /// Lost are bytes that the page does not have (they became U+FFFD or "?", or were taken away as controls), NBSP that
  /// became a blank, and soft hyphens that were taken away.
  private static func lost(
    _ lead: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ rest: Range<Int>, _ wrong: ReversePage, _ page: WrongPage,
    _ pairs: LetterPairs
  ) -> (choices: [UInt32], end: Int)? {
    var end = rest.lowerBound
    if lead == 0xE2, page == .western, end < rest.upperBound {
      // The closing quotation mark ends with a byte that the page does not have; other characters of print do not.
      let (second, count) = text.scalar(at: end)
      end += count
      guard wrong.byte(of: second) == 0x80, end < rest.upperBound else { return nil }
      let (third, rest) = text.scalar(at: end)
      return third == 0xFFFD ? ([0x201D], end + rest) : nil
    }
    guard (0xD0...0xD3).contains(lead) || lead == 0xC2 else { return nil }
    var bytes = page.undefinedBytes
    var isBlank = false
    if end < rest.upperBound {
      let (next, count) = text.scalar(at: end)
      switch next {
      case 0x20:
        bytes = [page.blankByte]
        isBlank = true
        end += 1
      case 0xFFFD, 0x3F: end += count
      default:
        let byte = next < 0x80 ? 0 : wrong.byte(of: next)
        guard next < 0x80 || byte >= 0xC2 else { return nil }
        bytes += page.removedBytes
      }
    } else {
      bytes += page.removedBytes
    }
    var choices: [UInt32] = []
    for byte in bytes {
      let scalar = UInt32(lead & 0x1F) << 6 | UInt32(byte & 0x3F)
      let kind = pairs.kind(of: scalar)
      if lead == 0xC2 ? isBlank && byte == 0xA0 : kind != 0 && kind < 128 { choices.append(scalar) }
    }
    return choices.isEmpty ? nil : (choices, end)
  }

  /// Whether a word ends with half a character whose other half is the blank behind it.
  static func endsInBlank(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ wrong: ReversePage, _ page: WrongPage,
    _ pairs: LetterPairs
  ) -> Bool {
    guard let start = text.start(ofScalarBefore: range.upperBound), start >= range.lowerBound else { return false }
    let lead = wrong.byte(of: text.scalar(at: start).value)
    guard (0xD0...0xD3).contains(lead) || lead == 0xC2 else { return false }
    let scalar = UInt32(lead & 0x1F) << 6 | UInt32(page.blankByte & 0x3F)
    let kind = pairs.kind(of: scalar)
    return lead == 0xC2 ? scalar == 0xA0 : kind != 0 && kind < 128
  }
}

extension WrongPage {
  /// The bytes that the page has no character for.
  var undefinedBytes: [UInt8] {
    switch self {
    case .cyrillic: [0x98]
    case .western: [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    case .koi8, .dos: []
    }
  }

  /// The byte that is NBSP, and a blank where those are replaced.
  var blankByte: UInt8 {
    switch self {
    case .cyrillic, .western: 0xA0
    case .koi8: 0x9A
    case .dos: 0xFF
    }
  }

  /// The bytes that cleaning takes away, beside controls.
  var removedBytes: [UInt8] {
    switch self {
    case .cyrillic, .western: [0xA0, 0xAD]
    case .koi8: [0x9A]
    case .dos: []
    }
  }
}
