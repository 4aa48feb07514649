/// Makes a plain space of every other blank (general category Zs): no-break, Ogham, en, em, thin, hair, narrow,
/// mathematical, ideographic.
struct Blanks: LocalRepair {
  let rule = EditRule(rawValue: "blank")
  let characters: [ClosedRange<UInt32>] = [
    0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ]

  func change(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> LocalChange? {
    LocalChange(count: text[position] == 0xC2 ? 2 : 3, replacement: " ")
  }

  /// How many bytes the blank at `position` has, tab and space among them; 0 where there is none.
  static func length(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard position < text.count else { return 0 }
    let (value, count) = text.scalar(at: position)
    switch value {
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return count
    default: return 0
    }
  }
}
