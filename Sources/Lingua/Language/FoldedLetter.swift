/// The letters of a word as small codes, upper case and look-alikes folded away.
///
/// 0…31 are а…я, 32…41 ё and the Kazakh letters, 64…89 a…z; the rest stands for groups of letters of other languages.
enum FoldedLetter {
  static let yo: UInt8 = 32
  static let schwa: UInt8 = 33  // ә ғ қ ң ө ұ ү һ follow
  static let shha: UInt8 = 40
  static let dottedI: UInt8 = 41
  /// Letters of other Slavic alphabets: ї є ґ ў ј љ њ.
  static let otherSlavic: UInt8 = 42
  /// Letters of other Cyrillic alphabets: җ ҙ ҫ ӣ ӯ ҳ ҷ.
  static let otherCyrillic: UInt8 = 43
  static let latinA: UInt8 = 64
  static let latinOther: UInt8 = 90
  /// No letter.
  static let none: UInt8 = 255

  static func isCyrillic(_ code: UInt8) -> Bool { code < 44 }

  /// The code of а…я and of the letters beside them; `none` for any other character.
  static func code(of letter: Unicode.Scalar) -> UInt8 {
    switch letter.value {
    case 0x61...0x7A: latinA + UInt8(letter.value - 0x61)
    case 0x400...0x4FF: cyrillic[Int(letter.value - 0x400)]
    default: none
    }
  }

  /// The codes of U+0400…U+04FF.
  static let cyrillic: [UInt8] = {
    var table = [UInt8](repeating: otherCyrillic, count: 256)
    for k in 0..<32 {
      table[0x10 + k] = UInt8(k)
      table[0x30 + k] = UInt8(k)
    }
    for k in 0..<16 {
      table[k] = otherSlavic
      table[0x50 + k] = otherSlavic
    }
    // Marks and signs of the block.
    for k in 0x82...0x89 { table[k] = none }
    // The second row holds what is typed for a Kazakh letter that a font or keyboard lacks: ҽ ӛ ҿ ҧ ҡ.
    let pairs: [(String, UInt8)] = [
      ("Ёё", yo), ("Әә", schwa), ("Ғғ", 34), ("Ққ", 35), ("Ңң", 36), ("Өө", 37), ("Ұұ", 38), ("Үү", 39),
      ("Һһ", shha), ("Іі", dottedI), ("Ҽҽ", schwa), ("Ӛӛ", 37), ("Ҿҿ", 37), ("Ҧҧ", 38),
    ]
    for (letters, code) in pairs {
      for scalar in letters.unicodeScalars { table[Int(scalar.value - 0x400)] = code }
    }
    return table
  }()

  /// The Cyrillic letter that a Latin one is typed for inside a Cyrillic word; nil where it looks like none.
  static func cyrillicLookalike(of latin: UInt8) -> UInt8? {
    switch latin {
    case 64: 0  // a а
    case 66: 17  // c с
    case 68: 5  // e е
    case 71: shha  // h һ; the capital is Н, but a small h is the commoner slip
    case 72: dottedI  // i і
    case 74: 10  // k к
    case 76: 12  // m м
    case 78: 14  // o о
    case 79: 16  // p р
    case 83: 18  // t т
    case 87: 21  // x х
    case 88: 19  // y у
    default: nil
    }
  }
}
