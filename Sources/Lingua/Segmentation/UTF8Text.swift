/// Valid UTF-8 read scalar by scalar from any byte offset, both ways. An offset outside the text answers nil.
struct UTF8Text {
  let bytes: UnsafeBufferPointer<UInt8>

  var count: Int { bytes.count }

  func byte(_ offset: Int) -> UInt8? { offset >= 0 && offset < bytes.count ? bytes[offset] : nil }

  /// The scalar that begins at `offset` and where it ends.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let lead = byte(offset) else { return nil }
    if lead < 0x80 { return (Unicode.Scalar(lead), offset + 1) }
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + width <= bytes.count else { return nil }
    var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for k in 1..<width { value = value << 6 | UInt32(bytes[offset + k] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, offset + width)
  }

  /// The scalar that ends at `offset` and where it begins.
  func scalar(before offset: Int) -> (scalar: Unicode.Scalar, start: Int)? {
    var start = offset - 1
    while let unit = byte(start), unit & 0xC0 == 0x80 { start -= 1 }
    guard let found = scalar(at: start) else { return nil }
    return (found.scalar, start)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// White space, and the zero-width characters that are none but show nothing either.
  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0: true
    case 0..<0x1680: false
    case 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// The stops that end sentences in the three languages.
  var isTerminator: Bool {
    switch value {
    case 0x21, 0x2E, 0x3F, 0x2026, 0x203C, 0x203D, 0x2047...0x2049: true
    default: false
    }
  }

  /// Hyphens and dashes that open a line of speech or a list item.
  var isDash: Bool { value == 0x2D || (0x2010...0x2015).contains(value) || value == 0x2212 }

  var isBullet: Bool {
    switch value {
    case 0x2A, 0xB7, 0x2022, 0x2023, 0x2043, 0x25A0...0x25FF, 0x2713...0x2718, 0x27A2: true
    default: false
    }
  }
}
