/// The byte of each character of a page, and of its controls.
struct ReversePage: Sendable {
  static let tableEnd: UInt32 = 0x2600
  /// 0 where the page lacks the character; bytes below 80 are their own characters and not kept.
  private let bytes: [UInt8]

  init(_ page: CodePage) {
    var bytes = [UInt8](repeating: 0, count: Int(Self.tableEnd))
    // Bytes that a page does not define are often passed on as controls; ISO-8859-1 has controls only.
    for byte in 0x80..<0xA0 { bytes[byte] = UInt8(byte) }
    for (byte, scalar) in page.scalars.enumerated() where byte >= 0x80 && scalar < Self.tableEnd {
      bytes[Int(scalar)] = UInt8(byte)
    }
    self.bytes = bytes
  }

  /// The byte of a character beyond ASCII; 0 where the page does not have it.
  @inline(__always)
  func byte(of scalar: UInt32) -> UInt8 { scalar < Self.tableEnd ? bytes[Int(scalar)] : 0 }
}

/// The pages in both directions.
struct MojibakePages: Sendable {
  /// By `WrongPage`.
  let wrong: [ReversePage]
  /// By `RightEncoding`; nothing for UTF-8.
  let right: [[UInt32]]

  /// - Throws: `ICUError` when ICU lacks a page.
  init(kz1048: [CodePageChange], pt154: [CodePageChange]) throws(ICUError) {
    let cyrillic = try CodePage(icu: "windows-1251")
    let western = try CodePage(icu: "windows-1252")
    let koi8 = try CodePage(icu: "KOI8-R")
    let dos = try CodePage(icu: "IBM866")
    wrong = [cyrillic, western, koi8, dos].map(ReversePage.init)
    right = [
      [], cyrillic.scalars, CodePage(cyrillic, changes: kz1048).scalars, CodePage(cyrillic, changes: pt154).scalars,
      koi8.scalars, dos.scalars,
    ]
  }
}
