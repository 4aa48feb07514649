internal import Lingua

/// Folds letters so that a label is found in whatever script, case or spelling it was typed.
///
/// Latin and Cyrillic letters that look alike become one ("Tүйін" with a Latin T), Kazakh letters become the Russian ones
/// that stand for them where a keyboard or a font lacked them ("Туйин создер"), and diacritics are dropped. The source is
/// the shapes of the letters (Unicode's confusables) and the substitutes seen in old Kazakh fonts.
enum LabelFold {
  /// Stands for no letter: punctuation, digits, blanks.
  static let boundary: UInt32 = 0
  /// Stands for what is skipped inside a word: combining marks, soft hyphens, zero-width characters.
  static let ignored: UInt32 = 1
  /// A letter that was lost to a question mark.
  static let lost: UInt32 = 0x3F

  /// The folded form of a character.
  static func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return ascii[Int(scalar)] }
    if scalar >= 0x400 && scalar < 0x530 { return cyrillic(scalar) }
    switch scalar {
    case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFEFF: return ignored
    case 0xC0...0xC5, 0xE0...0xE5, 0x18F, 0x259: return 0x430  // а; Ə ə stand for Ә ә
    case 0xC7, 0xE7: return 0x441  // с
    case 0xC8...0xCB, 0xE8...0xEB: return 0x435  // е
    case 0xCC...0xCF, 0xEC...0xEF, 0x130, 0x131, 0x12C, 0x12D: return 0x438  // и
    case 0xD1, 0xF1, 0x143, 0x144: return 0x6E  // n
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x19F, 0x275: return 0x43E  // о
    case 0xD9...0xDC, 0xF9...0xFC, 0x16A, 0x16B: return 0x75  // u
    case 0xDD, 0xFD: return 0x443  // у
    case 0x11E, 0x11F, 0x1F4, 0x1F5: return 0x67  // g
    case 0x15A, 0x15B, 0x15E, 0x15F: return 0x73  // s
    case 0xFFFD: return lost
    case 0xAA, 0xB5, 0xBA, 0xC6, 0xDE, 0xDF, 0xE6, 0xF0, 0xFE, 0x100...0x24F: return scalar
    case 0x370...0x3FF, 0x530...0x1FFF: return scalar
    default: return scalar >= 0x2C00 && scalar < 0xE000 && !(0x2E00...0x303F).contains(scalar) ? scalar : boundary
    }
  }

  /// The folded letters of a label, blanks and hyphens left out.
  static func letters(of label: some StringProtocol) -> [UInt32] {
    label.unicodeScalars.compactMap {
      let folded = fold($0.value)
      return folded > ignored && folded != lost ? folded : nil
    }
  }

  /// The letters of a label whose Kazakh letters were lost: left out, or each a question mark; nil where it has none.
  ///
  /// - Parameter losesI: whether "і" was lost too; code page 1251 has it, others do not.
  static func lostForms(
    of label: some StringProtocol, losesI: Bool
  ) -> (removed: [UInt32], questioned: [UInt32])? {
    var removed: [UInt32] = []
    var questioned: [UInt32] = []
    var found = false
    for scalar in label.unicodeScalars {
      let folded = fold(scalar.value)
      guard folded > ignored, folded != lost else { continue }
      switch scalar.value {
      case 0x406, 0x456:
        if losesI {
          found = true
          questioned.append(lost)
        } else {
          removed.append(folded)
          questioned.append(folded)
        }
      case 0x492, 0x493, 0x49A, 0x49B, 0x4A2, 0x4A3, 0x4AE, 0x4AF, 0x4B0, 0x4B1, 0x4BA, 0x4BB, 0x4D8, 0x4D9, 0x4E8,
        0x4E9:
        found = true
        questioned.append(lost)
      default:
        removed.append(folded)
        questioned.append(folded)
      }
    }
    return found ? (removed, questioned) : nil
  }

  private static func cyrillic(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x400, 0x401, 0x450, 0x451: return 0x435  // ё → е
    case 0x406, 0x407, 0x456, 0x457, 0x419, 0x439, 0x40D, 0x45D, 0x4E2, 0x4E3: return 0x438  // і, ї, й → и
    case 0x40E, 0x45E, 0x4AE...0x4B1, 0x4A6, 0x4A7, 0x4EE...0x4F3: return 0x443  // ү, ұ and their stand-ins → у
    case 0x492, 0x493, 0x490, 0x491: return 0x433  // ғ → г
    case 0x49A...0x4A1: return 0x43A  // қ → к
    case 0x4A2...0x4A5: return 0x43D  // ң → н
    case 0x4BA, 0x4BB: return 0x43D  // һ has the shape of the Latin h, which stands for Н
    case 0x4D8...0x4D9, 0x4BC, 0x4BD: return 0x430  // ә, and ҽ of old fonts → а
    case 0x4DA, 0x4DB, 0x4E6...0x4EB, 0x4BE, 0x4BF: return 0x43E  // ө, and ӛ, ҿ of old fonts → о
    case 0x405, 0x455: return 0x73  // ѕ → s
    case 0x408, 0x458: return 0x6A  // ј → j
    case 0x410...0x42F: return scalar + 0x20
    case 0x430...0x44F: return scalar
    case 0x483...0x489: return ignored
    default: return scalar
    }
  }

  /// ASCII letters, those that have a Cyrillic look-alike in either case as that letter.
  private static let ascii: [UInt32] = {
    var table = [UInt32](repeating: boundary, count: 0x80)
    for letter in UInt32(0x61)...0x7A {
      table[Int(letter)] = letter
      table[Int(letter) - 0x20] = letter
    }
    // Capitals decide: b is В, h is Н.
    for pair in Lookalikes.embedded.shapes(where: { latin, _ in (0x41...0x5A).contains(latin.value) }) {
      let folded = cyrillic(pair.cyrillic.value)
      guard (0x430...0x44F).contains(folded) else { continue }
      table[Int(pair.latin.value)] = folded
      table[Int(pair.latin.value) + 0x20] = folded
    }
    table[0x3F] = lost
    return table
  }()
}

/// Reads one character of valid UTF-8; never past `end`.
@inline(__always)
func scalar(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> (value: UInt32, width: Int) {
  let lead = bytes[offset]
  if lead < 0x80 { return (UInt32(lead), 1) }
  let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
  guard offset + width <= end else { return (0xFFFD, max(1, end - offset)) }
  var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
  for i in 1..<width { value = value << 6 | UInt32(bytes[offset + i] & 0x3F) }
  return (value, width)
}
