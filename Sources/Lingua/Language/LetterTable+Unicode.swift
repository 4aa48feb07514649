extension LetterTable {
  /// The table that Unicode's case folding and canonical composition give, as the bytes of a model.
  ///
  /// - Throws: `ICUError` when ICU's data cannot be read.
  package static func unicodeBytes() throws(ICUError) -> [UInt8] {
    var table = [UInt8](repeating: none, count: size)
    var codes: [UInt32: UInt8] = [:]
    var next: [UInt8] = [firstLetter, firstLetter, firstLetter]
    for value in UInt32(0)..<limit {
      guard let scalar = Unicode.Scalar(value) else { continue }
      switch value {
      case 0x27, 0x60, 0xB4, 0x2B0...0x2FF: table[Int(value)] = apostrophe
      case 0xAA, 0xB5, 0xBA: continue
      case 0xAD, 0x640, 0x329...0x36F: table[Int(value)] = passed
      case 0x300...0x328: table[Int(value)] = mark
      default:
        if scalar.isLetter {
          table[Int(value)] = code(of: scalar, codes: &codes, next: &next)
        } else if scalar.isMark {
          table[Int(value)] = passed
        }
      }
    }
    // What is typed for a Kazakh letter that a font or keyboard lacks, and the high hamza, alone or on its vowel.
    let typed = "ҼҽӚӛҾҿҦҧ".unicodeScalars.compactMap { letter in
      Lookalikes.embedded.meant(by: letter, .standIn).map { (letter.value, $0.value) }
    }
    let forms: [(UInt32, UInt32)] = [
      (0x130, 0x69), (0x17F, 0x73), (0x674, 0x621), (0x675, 0x627), (0x676, 0x648), (0x677, 0x6C7), (0x678, 0x649),
    ]
    for (from, to) in typed + forms { table[Int(from)] = table[Int(to)] }
    try compose(&table)
    for pair in Lookalikes.embedded.pairs where pair.script == .latin && pair.letter.isLowercaseLetter {
      guard pair.kind == .shape || pair.kind == .near, let meant = pair.meant.first, Self.isTyped(pair.letter) else {
        continue
      }
      table[lookalikesOffset + Int(table[Int(pair.letter.value)])] = table[Int(meant.value)]
    }
    return table
  }

  /// Whether a Latin letter is typed for a Cyrillic one by hand: letters of English but s and j, and the schwa.
  private static func isTyped(_ latin: Unicode.Scalar) -> Bool {
    latin.value == 0x259 || latin.isASCII && latin != "s" && latin != "j"
  }

  private static func code(
    of scalar: Unicode.Scalar, codes: inout [UInt32: UInt8], next: inout [UInt8]
  ) -> UInt8 {
    let group: Int
    switch scalar.value {
    // Of the many letters of the extended blocks only those of living alphabets have codes of their own.
    case 0x41..<0x180, 0x18F, 0x1A0, 0x1A1, 0x1A2, 0x1A3, 0x1AF, 0x1B0, 0x1CD...0x1DC, 0x1E6...0x1EB, 0x1F4, 0x1F5,
      0x218...0x21B, 0x259:
      group = 1
    case 0x180..<0x2B0: return rareLatin
    case 0x400..<0x530: group = 0
    case 0x600..<0x700: group = 2
    default: return otherScript
    }
    let folded = scalar.simpleFold.value
    if let known = codes[folded] { return known }
    let code = next[group]
    next[group] = code + 1
    codes[folded] = code
    return code
  }

  /// Fills in which letter a base and a mark make, for texts in canonical decomposition.
  private static func compose(_ table: inout [UInt8]) throws(ICUError) {
    for value in UInt32(0xC0)..<0x530 where table[Int(value)] >= firstLetter && table[Int(value)] < rareLatin {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let parts = Array(try normalize(String(scalar), to: .nfd).unicodeScalars)
      guard parts.count == 2, (0x300..<0x300 + UInt32(marks)).contains(parts[1].value) else { continue }
      let group = parts[0].value < 0x370 ? 1 : 0
      let place = compositionsOffset + (Int(parts[1].value - 0x300) * 3 + group) * 256
      table[place + Int(table[Int(parts[0].value)])] = table[Int(value)]
    }
    // Any base with an umlaut, accent or breve that has no letter of its own stays as it is.
  }
}
