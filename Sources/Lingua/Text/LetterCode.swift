/// One byte a letter for the words of the three languages, so that words compare and share prefixes letter by letter.
///
/// ASCII letters stand for themselves; the Cyrillic letters of Kazakh and Russian take the upper half. Case is folded and
/// ё is е. What is no letter has no code.
/// Any other letter takes three bytes that begin with 0x7F.
package enum LetterCode {
  /// The first byte of a letter that has no code of its own.
  package static let escape: UInt8 = 0x7F
  /// The code of each letter below U+0530; 0 for what is no letter or has no code of its own.
  private static let table: [UInt8] = makeTable()
  /// The Kazakh letters beyond the Russian alphabet, in the slots that upper-case letters leave free.
  private static let kazakh: [UInt32] = [0x493, 0x49B, 0x4A3, 0x4AF, 0x4B1, 0x4BB, 0x4D9, 0x4E9]

  private static func makeTable() -> [UInt8] {
    var table = [UInt8](repeating: 0, count: 0x530)
    for value in UInt32(0)..<0x530 {
      guard let scalar = Unicode.Scalar(value), scalar.isLetter else { continue }
      let folded = scalar.simpleFold.value
      switch folded {
      case 0x61...0x7A: table[Int(value)] = UInt8(folded)
      case 0x451: table[Int(value)] = 0xB5
      case 0x430...0x45F: table[Int(value)] = UInt8(folded - 0x400) | 0x80
      default:
        if let place = kazakh.firstIndex(of: folded) { table[Int(value)] = 0x80 + UInt8(place) }
      }
    }
    return table
  }

  /// Appends the code of a letter in lower case; returns false for anything that is no letter.
  @inline(__always)
  package static func append(_ scalar: Unicode.Scalar, to codes: inout [UInt8]) -> Bool {
    let value = scalar.value
    if value < 0x530 {
      let code = table[Int(value)]
      if code != 0 {
        codes.append(code)
        return true
      }
      if value < 0xAA { return false }
    }
    guard scalar.isLetter else { return false }
    let folded = scalar.simpleFold.value
    codes.append(escape)
    codes.append(UInt8(truncatingIfNeeded: folded >> 8))
    codes.append(UInt8(truncatingIfNeeded: folded))
    return true
  }

  /// The letters of a word, without what is no letter.
  package static func codes(_ word: some StringProtocol) -> [UInt8] {
    var codes: [UInt8] = []
    for scalar in word.unicodeScalars { _ = append(scalar, to: &codes) }
    return codes
  }

  /// The letter that a code stands for, in lower case; U+FFFD for `escape` and for what is no code.
  package static func scalar(of code: UInt8) -> Unicode.Scalar {
    switch code {
    case 0x61...0x7A: Unicode.Scalar(code)
    case 0x80...0x87: Unicode.Scalar(kazakh[Int(code) - 0x80]) ?? "\u{FFFD}"
    case 0xB0...0xDF: Unicode.Scalar(UInt32(code) - 0x80 + 0x400) ?? "\u{FFFD}"
    default: "\u{FFFD}"
    }
  }
}
