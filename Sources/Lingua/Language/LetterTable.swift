/// What stands for each character in a model: a small code for each folded letter, in place in the model's bytes.
///
/// Layout: `limit` bytes of codes by code point; 48 × 256 × 3 bytes of compositions, by combining mark from U+0300 on,
/// by script and by the code of the base; 256 bytes of Cyrillic look-alikes by Latin code.
package struct LetterTable {
  /// No letter: ends a word.
  static let none: UInt8 = 0
  /// Stands before and behind a word.
  package static let boundary: UInt8 = 1
  /// Passed over inside words: soft hyphen, zero-width characters, the Arabic vowel marks.
  static let passed: UInt8 = 2
  /// A combining mark that may compose with the letter before it.
  static let mark: UInt8 = 3
  /// An apostrophe, which is a letter between letters.
  static let apostrophe: UInt8 = 4
  /// The first code of a letter; each script counts from here.
  static let firstLetter: UInt8 = 5
  /// A Latin letter without a code of its own.
  static let rareLatin: UInt8 = 254
  /// A letter of a script that the model does not know.
  static let otherScript: UInt8 = 255

  /// Code points below this have their codes in the table.
  static let limit: UInt32 = 0x700
  static let compositionsOffset = 0x700
  static let marks = 48
  static let lookalikesOffset = compositionsOffset + marks * 256 * 3
  /// The table's size in bytes.
  package static let size = lookalikesOffset + 256

  package let folds: UnsafePointer<UInt8>

  /// A table that lies at `folds`, `size` bytes long.
  package init(folds: UnsafePointer<UInt8>) { self.folds = folds }

  /// The code of a base letter and a combining mark together; nil where they make no letter.
  func composed(_ base: UInt8, group: UInt8, mark: UInt32) -> UInt8? {
    guard mark >= 0x300, mark < 0x300 + UInt32(Self.marks) else { return nil }
    let code = folds[Self.compositionsOffset + (Int(mark - 0x300) * 3 + Int(group)) * 256 + Int(base)]
    return code == 0 ? nil : code
  }

  /// The Cyrillic letter that a Latin one is typed for; 0 where it looks like none.
  func cyrillicLookalike(of latin: UInt8) -> UInt8 { folds[Self.lookalikesOffset + Int(latin)] }

  /// The code of a character beyond the table.
  func rare(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x1E00...0x1EFF: Self.rareLatin
    case 0x200B...0x200F, 0x2060, 0xFEFF: Self.passed
    case 0x2018, 0x2019, 0x2032: Self.apostrophe
    case 0x2000...0x2BFF, 0x3000...0x303F, 0xFFFD: Self.none
    case 0x20D0...0x20FF, 0xFE00...0xFE0F: Self.passed
    default:
      Unicode.Scalar(scalar).map { $0.isLetter ? Self.otherScript : $0.isMark ? Self.passed : Self.none } ?? Self.none
    }
  }
}
