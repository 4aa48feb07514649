/// Cuts bytes into lines, which end in LF, CR or both.
struct LineScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The number of the line that `next` gave last, from 1.
  private(set) var number = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next line without its end; nil behind the last one. A line end at the end of the text opens no line.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    number += 1
    let start = position
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    position = end + 1
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
    return start..<end
  }

  /// Whether a line shows nothing: blanks of any kind, controls, zero-width characters.
  static func isBlank(_ line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var k = line.lowerBound
    while k < line.upperBound {
      let rest = line.upperBound - k
      switch bytes[k] {
      case 0...0x20, 0x7F: k += 1
      // U+0085, U+00A0, U+00AD.
      case 0xC2 where rest > 1 && [0x85, 0xA0, 0xAD].contains(bytes[k + 1]): k += 2
      // U+1680; U+2000 to U+200F, U+2028, U+2029, U+202F; U+205F, U+2060; U+3000; U+FEFF.
      case 0xE1 where rest > 2 && bytes[k + 1] == 0x9A && bytes[k + 2] == 0x80: k += 3
      case 0xE2 where rest > 2 && bytes[k + 1] == 0x80 && (0x80...0x8F).contains(bytes[k + 2]): k += 3
      case 0xE2 where rest > 2 && bytes[k + 1] == 0x80 && [0xA8, 0xA9, 0xAF].contains(bytes[k + 2]): k += 3
      case 0xE2 where rest > 2 && bytes[k + 1] == 0x81 && [0x9F, 0xA0].contains(bytes[k + 2]): k += 3
      case 0xE3 where rest > 2 && bytes[k + 1] == 0x80 && bytes[k + 2] == 0x80: k += 3
      case 0xEF where rest > 2 && bytes[k + 1] == 0xBB && bytes[k + 2] == 0xBF: k += 3
      default: return false
      }
    }
    return true
  }
}
