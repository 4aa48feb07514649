/// Makes zip archives without compression (APPNOTE.TXT of PKWARE), whole ones and such as lie.
struct StoredZip {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - text: its content.
  ///   - flags: the general purpose flags; bit 0 says that it is encrypted.
  ///   - size: how large the archive says that it is; nil for the truth.
  ///   - isDamaged: whether its checksum is wrong.
  mutating func add(_ name: String, _ text: String, flags: UInt16 = 0, size: UInt32? = nil, isDamaged: Bool = false) {
    let content = Array(text.utf8)
    let checksum = Self.checksum(content) ^ (isDamaged ? 1 : 0)
    let offset = UInt32(bytes.count)
    var fields: [UInt8] = []
    Self.append(UInt16(20), to: &fields)
    Self.append(flags, to: &fields)
    for _ in 0..<3 { Self.append(UInt16(0), to: &fields) }
    Self.append(checksum, to: &fields)
    Self.append(UInt32(content.count), to: &fields)
    Self.append(size ?? UInt32(content.count), to: &fields)
    Self.append(UInt16(name.utf8.count), to: &fields)
    Self.append(UInt16(0), to: &fields)
    bytes += Array("PK\u{3}\u{4}".utf8) + fields + Array(name.utf8) + content
    directory += Array("PK\u{1}\u{2}".utf8)
    Self.append(UInt16(20), to: &directory)
    directory += fields
    for _ in 0..<3 { Self.append(UInt16(0), to: &directory) }
    Self.append(UInt32(0), to: &directory)
    Self.append(offset, to: &directory)
    directory += Array(name.utf8)
    count += 1
  }

  /// The archive.
  var finished: [UInt8] {
    var end: [UInt8] = Array("PK\u{5}\u{6}".utf8)
    for value in [0, 0, count, count] { Self.append(value, to: &end) }
    Self.append(UInt32(directory.count), to: &end)
    Self.append(UInt32(bytes.count), to: &end)
    Self.append(UInt16(0), to: &end)
    return bytes + directory + end
  }

  private static func append<Value: FixedWidthInteger>(_ value: Value, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
