/// Words as the stemmers read them: lower case, ё as е, й composed, one apostrophe, nothing invisible inside.
enum WordFold {
  /// Appends the folded word. Bytes that begin no character are copied as they are; nothing traps.
  static func append(_ word: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var position = 0
    while position < word.count {
      let lead = word[position]
      if lead < 0x80 {
        output.append(lead &- 0x41 < 26 ? lead | 0x20 : lead)
        position += 1
        continue
      }
      let (value, count) = word.scalar(at: position)
      position += count
      switch value {
      case 0x451, 0x401: append(0x435, to: &output)
      case 0x410...0x42F: append(value + 0x20, to: &output)
      case 0x430...0x44F: append(value, to: &output)
      // Combining breve and diaeresis on и and е.
      case 0x306 where ends(output, 0x438): output[output.count - 1] = 0xB9
      case 0x308 where ends(output, 0x435): break
      // Soft hyphen, zero-width characters.
      case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: break
      case 0x2018, 0x2019, 0x2BC: output.append(0x27)
      case 0xFFFD where count == 1: output.append(lead)
      default:
        guard let scalar = Unicode.Scalar(value) else {
          output.append(contentsOf: word[(position - count)..<position])
          continue
        }
        output.append(contentsOf: UTF8.encode(scalar.simpleFold) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Appends a character between U+0080 and U+07FF.
  @inline(__always)
  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    output.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
    output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  }

  /// Whether the last character is this one, which lies between U+0080 and U+07FF.
  private static func ends(_ output: [UInt8], _ value: UInt32) -> Bool {
    output.count >= 2 && output[output.count - 2] == UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
      && output[output.count - 1] == UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
  }
}
