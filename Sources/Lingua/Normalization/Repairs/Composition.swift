/// Composes decomposed letters (й, ё, the Kazakh letters that older fonts built from parts) to NFC by ICU.
///
/// Text is in NFC when no character of it is one that NFC may change or that combines; so a table of these characters
/// (`NFC_Quick_Check` other than Yes, or a combining class) says whether ICU must be asked at all.
struct Composition: Repair {
  let rule = EditRule(rawValue: "composition")

  /// Calls `mark` with the characters below U+10000 that may not be in NFC.
  ///
  /// From U+3400 on only CJK ideographs and private use are known to be inert (the stability policy guarantees it);
  /// of the rest ICU is asked where they occur, which spares the start-up 50 000 look-ups.
  func forEachSuspect(_ mark: (UInt32) -> Void) {
    for value in UInt32(0x80)..<0x3400 where ICU.mayChangeInNFC(value) { mark(value) }
    for value in UInt32(0xA000)..<0xD800 { mark(value) }
    for value in UInt32(0xF900)..<0xFFFE { mark(value) }
  }

  /// Whether a text can be cut before the character without changing what NFC makes of its halves.
  static func canCut(before value: UInt32) -> Bool { ICU.hasBoundary(before: value, form: .nfc) }

  /// The letter that two characters compose to, for the pairs that decomposed Cyrillic text is full of; ICU composes all
  /// others. (UnicodeData, field 5.)
  static func commonLetter(base: UInt32, mark: UInt32) -> ShortText? {
    switch (base, mark) {
    case (0x438, 0x306): "й"
    case (0x418, 0x306): "Й"
    case (0x435, 0x308): "ё"
    case (0x415, 0x308): "Ё"
    case (0x443, 0x306): "ў"
    case (0x423, 0x306): "Ў"
    case (0x456, 0x308): "ї"
    case (0x406, 0x308): "Ї"
    default: nil
    }
  }
}
