/// Finds where letters of two scripts meet, many bytes at a time; clean text costs no more than that.
struct ScriptSeams {
  /// Which seams are looked for.
  enum Kind {
    /// Letters side by side.
    case inside
    /// Letters with a blank, stop or hyphen between them.
    case between
    /// A digit that may be a letter before a Cyrillic letter.
    case digit
    /// A Cyrillic capital behind a small letter; found at the capital's second byte.
    case letterCase
    /// Х or І, found at the second byte.
    case roman
    /// What may be read for №, found at its last byte: Хе, Ке, Ме, No, N°.
    case numero
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let kind: Kind

  init(in text: UnsafeBufferPointer<UInt8>, _ kind: Kind) {
    self.text = text
    self.kind = kind
  }

  @inline(__always)
  private static func isCyrillic(_ byte: UInt8) -> Bool { byte &- 0xD0 < 4 }
  @inline(__always)
  private static func isLatin(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  /// The first byte of a letter in two bytes that is not Cyrillic: Latin, phonetic, Greek.
  @inline(__always)
  private static func isOther(_ byte: UInt8) -> Bool { byte &- 0xC3 < 13 }

  /// Whether a letter begins with `here` that stands beside one of another script; `one`, `two`, `three` are the bytes
  /// before.
  @inline(__always)
  private static func isInside(_ here: UInt8, _ one: UInt8, _ two: UInt8, _ three: UInt8) -> UInt8 {
    let latinOne: UInt8 = (isLatin(one) ? 1 : 0) | (isOther(two) ? 1 : 0)
    // Letters in three bytes: small capitals, and what Latin adds for other alphabets.
    let wide: UInt8 = (three == 0xE1 ? 1 : 0) | (three == 0xE2 ? 1 : 0) & (two == 0xB1 ? 1 : 0)
    let latinHere: UInt8 = (isLatin(here) ? 1 : 0) | (isOther(here) ? 1 : 0) | (here == 0xE1 ? 1 : 0)
    let after: UInt8 = (isCyrillic(here) ? 1 : 0) & (latinOne | wide)
    let before: UInt8 = (isCyrillic(two) ? 1 : 0) & latinHere
    return after | before
  }

  @inline(__always)
  private static func isBetween(_ here: UInt8, _ one: UInt8, _ two: UInt8, _ three: UInt8) -> UInt8 {
    let separator: UInt8 = (one == 0x20 ? 1 : 0) | (one &- 0x2D < 2 ? 1 : 0)
    let after: UInt8 = (isCyrillic(here) ? 1 : 0) & (isLatin(two) ? 1 : 0)
    let before: UInt8 = (isCyrillic(three) ? 1 : 0) & (isLatin(here) ? 1 : 0)
    return separator & (after | before)
  }

  @inline(__always)
  private static func isDigit(_ here: UInt8, _ one: UInt8, _ two: UInt8, _ three: UInt8) -> UInt8 {
    let digit: UInt8 = (one == 0x30 ? 1 : 0) | (one &- 0x33 < 2 ? 1 : 0) | (one == 0x36 ? 1 : 0)
    return digit & (isCyrillic(here) ? 1 : 0)
  }

  @inline(__always)
  private static func isCase(_ here: UInt8, _ one: UInt8, _ two: UInt8, _ three: UInt8) -> UInt8 {
    // In the blocks of Kazakh capitals are even and small letters odd.
    let upper: UInt8 = (one == 0xD0 ? 1 : 0) & (here < 0xB0 ? 1 : 0) | (one & 0xFE == 0xD2 ? 1 : 0) & (~here & 1)
    let lower: UInt8 =
      (three == 0xD0 ? 1 : 0) & (two >= 0xB0 ? 1 : 0) | (three == 0xD1 ? 1 : 0)
      | (three & 0xFE == 0xD2 ? 1 : 0) & (two & 1)
    return upper & lower
  }

  @inline(__always)
  private static func isRoman(_ here: UInt8, _ one: UInt8, _ two: UInt8, _ three: UInt8) -> UInt8 {
    (one == 0xD0 ? 1 : 0) & ((here == 0xA5 ? 1 : 0) | (here == 0x86 ? 1 : 0))
  }

  /// Takes in some more: three comparisons of one byte are no longer wide.
  @inline(__always)
  private static func isNumero(_ here: UInt8, _ one: UInt8, _ two: UInt8, _ three: UInt8) -> UInt8 {
    let first: UInt8 = (two == 0xA5 ? 1 : 0) | (two & 0xF9 == 0x98 ? 1 : 0)
    let cyrillic: UInt8 = (here == 0xB5 ? 1 : 0) & (one == 0xD0 ? 1 : 0) & (three == 0xD0 ? 1 : 0) & first
    let second: UInt8 = (one == 0xC2 ? 1 : 0) | (one == 0xD0 ? 1 : 0)
    let latin: UInt8 = (one == 0x4E ? 1 : 0) & (here == 0x6F ? 1 : 0) | (two == 0x4E ? 1 : 0) & second
    return cyrillic | latin
  }

  /// The first place from `start` on where the second letter of a seam begins; nil where there is none.
  func next(from start: Int) -> Int? {
    switch kind {
    case .inside: next(from: start) { Self.isInside($0, $1, $2, $3) }
    case .between: next(from: start) { Self.isBetween($0, $1, $2, $3) }
    case .digit: next(from: start) { Self.isDigit($0, $1, $2, $3) }
    case .letterCase: next(from: start) { Self.isCase($0, $1, $2, $3) }
    case .roman: next(from: start) { Self.isRoman($0, $1, $2, $3) }
    case .numero: next(from: start) { Self.isNumero($0, $1, $2, $3) }
    }
  }

  /// How many seams there are.
  var count: Int {
    var count = 0
    var i = 0
    while let place = next(from: i) {
      count += 1
      i = place + 1
    }
    return count
  }

  @inline(__always)
  private func next(from start: Int, _ isFound: (UInt8, UInt8, UInt8, UInt8) -> UInt8) -> Int? {
    var i = start
    while i < text.count, i < 3 {
      if isFound(text[i], i > 0 ? text[i - 1] : 0, i > 1 ? text[i - 2] : 0, 0) != 0 { return i }
      i += 1
    }
    while i + 64 <= text.count {
      var found: UInt8 = 0
      for k in 0..<64 {
        found |= isFound(text[i &+ k], text[i &+ k &- 1], text[i &+ k &- 2], text[i &+ k &- 3])
      }
      if found != 0 { break }
      i += 64
    }
    // Where a block of 64 has one it is found here.
    while i < text.count {
      if isFound(text[i], text[i - 1], text[i - 2], text[i - 3]) != 0 { return i }
      i += 1
    }
    return nil
  }
}
