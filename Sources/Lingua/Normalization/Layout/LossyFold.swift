/// Spells words so that what recognition without Kazakh letters makes of them is spelled alike: қ as к, ң as н, all vowels
/// and what is read for them (!, 1, |) as one.
enum LossyFold {
  private static let vowel: UInt32 = 0x2A

  /// The folded characters of a part: letters, "№" and blanks; other characters go.
  static func fold(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt32] {
    var result: [UInt32] = []
    let cases = LetterCase.shared
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, count) = text.scalar(at: position)
      position += count
      switch value {
      case 0x20, 0x2116: result.append(value)
      case 0x21, 0x31, 0x7C: if let last = result.last, last != 0x20 { append(vowel, to: &result) }
      default:
        guard cases.flags(value) & LetterCase.isLetter != 0 else { continue }
        append(folded(cases.lower(value, isTurkic: false)), to: &result)
      }
    }
    return result
  }

  /// The folded characters of a word.
  static func fold(_ word: String) -> [UInt32] {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { fold($0, 0..<$0.count) }
  }

  private static func append(_ value: UInt32, to result: inout [UInt32]) {
    if value != vowel || result.last != vowel { result.append(value) }
  }

  private static func folded(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x49B: 0x43A  // қ
    case 0x493: 0x433  // ғ
    case 0x4A3: 0x43D  // ң
    case 0x4BB: 0x445  // һ
    case 0x449: 0x448  // щ
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: vowel
    case 0x430, 0x435, 0x438, 0x439, 0x43E, 0x443, 0x44B, 0x44D...0x44F, 0x451, 0x456, 0x457: vowel
    case 0x4D9, 0x4E9, 0x4AF, 0x4B1: vowel
    default: value
    }
  }
}
