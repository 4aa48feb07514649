/// Page numbers and running heads.
enum PageFurniture {
  /// Marks the lines at page breaks that are numbers, or that repeat at other page breaks.
  static func mark(_ lines: inout [TextLine], in bytes: UnsafeBufferPointer<UInt8>) {
    var counts: [UInt64: Int] = [:]
    var edges: [(line: Int, key: UInt64)] = []
    for i in lines.indices where lines[i].startsPage {
      for neighbour in [i - 1, i] where neighbour >= 0 {
        if isNumber(lines[neighbour].range, bytes) {
          lines[neighbour].isFurniture = true
        } else if lines[neighbour].range.count <= 160 {
          let key = self.key(lines[neighbour].range, bytes)
          counts[key, default: 0] += 1
          edges.append((neighbour, key))
        }
      }
    }
    for edge in edges where counts[edge.key, default: 0] >= 3 { lines[edge.line].isFurniture = true }
    markInterruptions(&lines, in: bytes)
  }

  /// Marks the head of a page that stands inside a sentence: the text before it has not ended, and the text after it goes on
  /// with a small letter.
  private static func markInterruptions(_ lines: inout [TextLine], in bytes: UnsafeBufferPointer<UInt8>) {
    for i in lines.indices where lines[i].startsPage && !lines[i].isFurniture && lines[i].range.count <= 160 {
      guard let before = lines[..<i].last(where: { !$0.isFurniture }), before.range.count >= 40,
        i + 1 < lines.count, !lines[i + 1].startsPage, !lines[i + 1].isFurniture,
        // The first line of a paragraph is full, and what stands before it is an address.
        lines[i].range.count * 4 < before.range.count * 3,
        bytes[before.range].reduce(into: 0, { $0 += $1 == 0x20 ? 1 : 0 }) >= 5
      else { continue }
      if isLetter(bytes, before.range.upperBound - 1), startsSmall(lines[i + 1].range, bytes),
        !startsSmall(lines[i].range, bytes)
      {
        lines[i].isFurniture = true
      }
    }
  }

  private static func startsSmall(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isLowercase(scalar(in: bytes, at: range.lowerBound, end: range.upperBound).value)
  }

  /// Whether a letter of ASCII or Cyrillic, a comma or a hyphen ends at an offset.
  private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    let byte = bytes[offset]
    if byte >= 0x80 { return offset > 0 && (0xD0...0xD4).contains(bytes[offset - 1]) }
    return byte == 0x2C || byte == 0x2D || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Digits, perhaps between dashes.
  private static func isNumber(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count <= 12 else { return false }
    var digits = 0
    for byte in bytes[range] {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x20, 0x2D, 0xE2, 0x80, 0x93, 0x94: break
      default: return false
      }
    }
    return digits > 0 && digits <= 5
  }

  /// The bytes without digits, hashed (FNV-1a), so that heads with a page number agree.
  private static func key(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[range] where !(0x30...0x39).contains(byte) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
