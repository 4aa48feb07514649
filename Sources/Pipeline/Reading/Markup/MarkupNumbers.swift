/// The decimal numbers of a text, one after the other, with anything but digits between them.
struct MarkupNumbers {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// Numbers of `bytes`, which must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next number; nil at the end, and for one too large to be a place on a page.
  mutating func next() -> Double? {
    while position < bytes.count, !Self.isDigit(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    let isNegative = position > 0 && bytes[position - 1] == UInt8(ascii: "-")
    var value = 0.0
    var scale = 1.0
    var isFraction = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if Self.isDigit(byte) {
        value = value * 10 + Double(byte - UInt8(ascii: "0"))
        if isFraction { scale *= 10 }
      } else {
        break
      }
      position += 1
    }
    guard value < 1e15, scale < 1e15 else { return nil }
    return (isNegative ? -value : value) / scale
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
