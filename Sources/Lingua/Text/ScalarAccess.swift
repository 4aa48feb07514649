/// Reading single characters of UTF-8 bytes. On malformed bytes nothing traps: each counts as U+FFFD of one byte.
extension UnsafeBufferPointer<UInt8> {
  /// The character that begins at `position` and its length in bytes; `position` must be inside the buffer.
  @inline(__always)
  func scalar(at position: Int) -> (value: UInt32, count: Int) {
    let lead = self[position]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let left = count - position
    if lead < 0xE0, lead >= 0xC2, left >= 2 {
      return (UInt32(lead & 0x1F) << 6 | UInt32(self[position + 1] & 0x3F), 2)
    }
    if lead >= 0xE0, lead < 0xF0, left >= 3 {
      return (
        UInt32(lead & 0x0F) << 12 | UInt32(self[position + 1] & 0x3F) << 6 | UInt32(self[position + 2] & 0x3F), 3
      )
    }
    if lead >= 0xF0, lead < 0xF5, left >= 4 {
      return (
        UInt32(lead & 0x07) << 18 | UInt32(self[position + 1] & 0x3F) << 12
          | UInt32(self[position + 2] & 0x3F) << 6 | UInt32(self[position + 3] & 0x3F), 4
      )
    }
    return (0xFFFD, 1)
  }

  /// Where the character that ends at `position` begins; nil at the beginning of the buffer.
  @inline(__always)
  func start(ofScalarBefore position: Int) -> Int? {
    guard position > 0 else { return nil }
    var start = position - 1
    while start > 0, position - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// How many bytes the character that begins with `lead` has; 1 for a byte that begins none.
  @inline(__always)
  static func length(ofLead lead: UInt8) -> Int {
    lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1
  }
}

extension Unicode.Scalar {
  /// The scalar of a code point, U+FFFD for a surrogate or what lies outside Unicode.
  init(replacingInvalid value: UInt32) { self = Unicode.Scalar(value) ?? "\u{FFFD}" }
}
