/// Writes the Latin presentation ligatures U+FB00–FB06, which typesetting leaves in extracted text, as letters.
struct Ligatures: LocalRepair {
  let rule = EditRule(rawValue: "ligature")
  let characters: [ClosedRange<UInt32>] = [0xFB00...0xFB06]

  func change(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> LocalChange? {
    // Their compatibility decompositions in UnicodeData, with a round s for the long one.
    let letters: ShortText =
      switch text.scalar(at: position).value {
      case 0xFB00: "ff"
      case 0xFB01: "fi"
      case 0xFB02: "fl"
      case 0xFB03: "ffi"
      case 0xFB04: "ffl"
      default: "st"
      }
    return LocalChange(count: 3, replacement: letters)
  }
}
