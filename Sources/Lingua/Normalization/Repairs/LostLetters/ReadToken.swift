/// A stretch without blanks, with the word in it.
struct ReadToken {
  /// Where the word stands, in UTF-8 offsets.
  var range: Range<Int>
  /// The word as it was read.
  var word: [UInt32]
  /// The same in lower case.
  var read: [UInt32]
  /// The character behind the word, inside the stretch; nil where the stretch ends with the word.
  var next: UInt32?
  /// Whether half of the characters or more are Cyrillic letters.
  var isCyrillic: Bool
  /// Whether all are Latin letters, signs and digits.
  var isLatin: Bool

  /// The stretches of a range of text.
  static func tokens(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [ReadToken] {
    var tokens: [ReadToken] = []
    var characters: [(value: UInt32, place: Int)] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let (value, count) = text.scalar(at: place)
      if value == 0x20 || value == 0x09 {
        if !characters.isEmpty { tokens.append(ReadToken(characters, end: place)) }
        characters.removeAll(keepingCapacity: true)
      } else {
        characters.append((value, place))
      }
      place += count
    }
    if !characters.isEmpty { tokens.append(ReadToken(characters, end: range.upperBound)) }
    return tokens
  }

  /// Takes off what is no part of a word: quotes and brackets, stops behind, a number before a hyphen.
  private init(_ characters: [(value: UInt32, place: Int)], end: Int) {
    var first = 0
    var last = characters.count
    while first < last, Self.isQuote(characters[first].value) { first += 1 }
    while last > first, Self.isQuote(characters[last - 1].value) || Self.isStop(characters[last - 1].value) {
      last -= 1
    }
    var digits = first
    while digits < last, (0x30...0x39).contains(characters[digits].value) { digits += 1 }
    if digits > first, digits + 1 < last, characters[digits].value == 0x2D,
      Self.isCyrillicLetter(characters[digits + 1].value)
    {
      first = digits + 1
    }
    let lower = first < characters.count ? characters[first].place : end
    let upper = last < characters.count ? characters[last].place : end
    range = lower..<max(lower, upper)
    word = characters[first..<last].map(\.value)
    read = word.map(Self.lower)
    next = last < characters.count ? characters[last].value : nil
    let cyrillic = word.count { Self.isCyrillicLetter($0) }
    let latin = word.count { (0x41...0x5A).contains($0 & ~0x20) }
    isCyrillic = cyrillic > 0 && cyrillic * 2 >= word.count
    isLatin = cyrillic == 0 && latin * 2 > word.count
  }

  /// Whether the word begins with a small Cyrillic letter.
  var beginsSmall: Bool {
    guard let first = word.first else { return false }
    return Self.isCyrillicLetter(first) && Self.lower(first) == first
  }

  static func isCyrillicLetter(_ value: UInt32) -> Bool { (0x400...0x52F).contains(value) }

  private static func isQuote(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x29, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E: true
    default: false
    }
  }

  private static func isStop(_ value: UInt32) -> Bool {
    switch value {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x2026: true
    default: false
    }
  }

  /// The small letter of a Cyrillic or Latin one, and the character itself for others. (UnicodeData, field 13.)
  static func lower(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A, 0x410...0x42F: value + 32
    case 0x400...0x40F: value + 80
    case 0x48A...0x4BF, 0x4D0...0x52F: value | 1
    default: value
    }
  }

  /// The capital of a Cyrillic letter of Kazakh or Russian, and the character itself for others.
  static func upper(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x430...0x44F: value - 32
    case 0x450...0x45F: value - 80
    case 0x48A...0x4BF, 0x4D0...0x52F: value & ~1
    default: value
    }
  }
}
