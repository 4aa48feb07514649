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

  /// The code of a character below U+0530; 0 for what is no letter or has no code of its own.
  @inline(__always)
  static func code(_ value: UInt32) -> UInt8 { value < 0x530 ? table[Int(value)] : 0 }

  /// The letter of a code, between U+0061 and U+04FF; 0 for a byte that is no code of a single letter.
  static let letters: [UInt16] = {
    var letters = [UInt16](repeating: 0, count: 256)
    for (value, code) in table.enumerated().reversed() where code != 0 {
      letters[Int(code)] = UInt16(truncatingIfNeeded: Unicode.Scalar(replacingInvalid: UInt32(value)).simpleFold.value)
    }
    // ё has the code of е.
    letters[0xB5] = 0x435
    return letters
  }()

  /// The letters of codes, in lower case.
  package static func text(_ codes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var place = 0
    while place < codes.count {
      if codes[place] == escape, place + 2 < codes.count {
        let value = UInt32(codes[place + 1]) << 8 | UInt32(codes[place + 2])
        text.append(Unicode.Scalar(replacingInvalid: value))
        place += 3
      } else {
        text.append(Unicode.Scalar(replacingInvalid: UInt32(letters[Int(codes[place])])))
        place += 1
      }
    }
    return String(text)
  }

  /// Appends the letters of codes in UTF-8; stops and returns false at a letter that has no code of its own.
  static func appendText(of codes: some Sequence<UInt8>, to text: inout [UInt8]) -> Bool {
    for code in codes {
      let letter = letters[Int(code)]
      guard letter != 0 else { return false }
      if letter < 0x80 {
        text.append(UInt8(truncatingIfNeeded: letter))
      } else {
        text.append(UInt8(truncatingIfNeeded: 0xC0 | letter >> 6))
        text.append(UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F))
      }
    }
    return true
  }
}
