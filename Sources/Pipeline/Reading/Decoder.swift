public import Lingua

/// Turns the bytes of a document into UTF-8, chunk by chunk, and says what it could not decode.
public struct Decoder: Sendable {
  /// The encoding that it decodes.
  public private(set) var encoding: TextEncoding
  /// What was not decodable so far.
  public private(set) var errors = DecodingErrors()
  /// Whether a byte-order mark stood at the beginning.
  public private(set) var hadMark = false

  private let keepsMark: Bool
  private var page: [UInt64]
  // Bytes of a character that the last chunk cut off.
  private var held: [UInt8] = []
  private var offset = 0
  private var line = 1
  private var column = 1
  private var isAtBeginning = true

  /// A decoder.
  ///
  /// - Parameters:
  ///   - encoding: what the bytes are.
  ///   - keepsMark: whether a byte-order mark stays in the text as U+FEFF. The default is no.
  ///   - lexicons: where the tables of code pages come from.
  /// - Throws: `ICUError` when ICU lacks the code page, `LexiconError` when a table is broken.
  public init(_ encoding: TextEncoding, keepsMark: Bool = false, lexicons: Lexicons = .embedded) throws {
    self.encoding = encoding
    self.keepsMark = keepsMark
    switch encoding {
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: page = []
    default:
      // Up to three bytes of UTF-8 in the low bytes of a word, their number in the highest.
      page = try CodePage(encoding, lexicons: lexicons).scalars.map { value in
        let bytes = Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
        return bytes.enumerated().reduce(UInt64(bytes.count) << 56) { $0 | UInt64($1.element) << (8 * $1.offset) }
      }
    }
  }

  /// Decodes what follows as `other` does; for text that was ASCII so far and so means the same in both.
  package mutating func goOn(as other: Decoder) {
    encoding = other.encoding
    page = other.page
  }

  /// Appends the text of the next chunk to `output`.
  ///
  /// - Parameters:
  ///   - chunk: the next bytes of the input.
  ///   - isLast: whether the input ends here; a character cut off then counts as an error.
  ///   - output: receives the text in UTF-8.
  public mutating func decode(_ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]) {
    var rest = chunk
    // What the last chunk cut off is completed byte by byte, so that the chunk itself need not be copied.
    while !held.isEmpty, !rest.isEmpty {
      let bytes = held + rest.prefix(1)
      rest = UnsafeBufferPointer(rebasing: rest.dropFirst())
      held = []
      bytes.withUnsafeBufferPointer { decodeWhole($0, isLast: isLast && rest.isEmpty, into: &output) }
    }
    if !rest.isEmpty || isLast {
      let last = held
      held = []
      if last.isEmpty {
        decodeWhole(rest, isLast: isLast, into: &output)
      } else {
        // Then nothing of the chunk is left, and the input ends inside a character.
        last.withUnsafeBufferPointer { decodeWhole($0, isLast: isLast, into: &output) }
      }
    }
  }

  /// Passes over what is well-formed UTF-8 at the beginning of the next chunk, so that it need not be copied.
  ///
  /// - Parameter chunk: the next bytes of the input; what is not passed over goes to `decode`.
  /// - Returns: how many bytes are their own text: 0 at the beginning of the input, in other encodings, and inside a
  ///   character.
  package mutating func passPlain(_ chunk: UnsafeBufferPointer<UInt8>) -> Int {
    guard encoding == .utf8, held.isEmpty, !isAtBeginning else { return 0 }
    let count = UTF8Validator.validPrefix(of: chunk).count
    follow(UnsafeBufferPointer(rebasing: chunk[..<count]))
    offset += count
    return count
  }

  private mutating func decodeWhole(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]) {
    let start = output.count
    let consumed: Int
    switch encoding {
    case .utf8: consumed = decodeUTF8(bytes, isLast: isLast, into: &output)
    case .utf16LittleEndian, .utf16BigEndian: consumed = decodeUTF16(bytes, isLast: isLast, into: &output)
    case .utf32LittleEndian, .utf32BigEndian: consumed = decodeUTF32(bytes, isLast: isLast, into: &output)
    default:
      decodePage(bytes, into: &output)
      consumed = bytes.count
    }
    held = Array(bytes[consumed...])
    offset += consumed
    if isAtBeginning, output.count > start {
      isAtBeginning = false
      if output.count - start >= 3, output[start] == 0xEF, output[start + 1] == 0xBB, output[start + 2] == 0xBF {
        hadMark = true
        if !keepsMark { output.removeSubrange(start..<start + 3) }
      }
    }
  }

  // MARK: - The kinds of encodings

  private mutating func decodeUTF8(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Int {
    var position = 0
    while position < bytes.count {
      let rest = UnsafeBufferPointer(rebasing: bytes[position...])
      let (count, isCutOff) = UTF8Validator.validPrefix(of: rest)
      let valid = UnsafeBufferPointer(rebasing: rest.prefix(count))
      output.append(contentsOf: valid)
      follow(valid)
      position += count
      if position == bytes.count || isCutOff && !isLast { break }
      let length = UTF8Validator.malformedLength(of: UnsafeBufferPointer(rebasing: bytes[position...]))
      addError(at: offset + position)
      output += [0xEF, 0xBF, 0xBD]
      column += 1
      position += length
    }
    return position
  }

  private mutating func decodeUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Int {
    let low = encoding == .utf16LittleEndian ? 0 : 1
    func unit(_ position: Int) -> UInt32 {
      UInt32(bytes[position + low]) | UInt32(bytes[position + 1 - low]) << 8
    }
    var position = 0
    while position + 2 <= bytes.count {
      var value = unit(position)
      var length = 2
      if value & 0xFC00 == 0xD800 {
        guard position + 4 <= bytes.count || isLast else { break }
        if position + 4 <= bytes.count, unit(position + 2) & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + unit(position + 2) & 0x3FF
          length = 4
        }
      }
      append(value, at: offset + position, to: &output)
      position += length
    }
    if isLast, position < bytes.count {
      append(0xD800, at: offset + position, to: &output)
      position = bytes.count
    }
    return position
  }

  private mutating func decodeUTF32(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]
  ) -> Int {
    var position = 0
    while position + 4 <= bytes.count {
      var value: UInt32 = 0
      for k in 0..<4 {
        value = value << 8 | UInt32(bytes[encoding == .utf32BigEndian ? position + k : position + 3 - k])
      }
      append(value, at: offset + position, to: &output)
      position += 4
    }
    if isLast, position < bytes.count {
      // No code point, so an error is placed.
      append(.max, at: offset + position, to: &output)
      position = bytes.count
    }
    return position
  }

  private mutating func decodePage(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    output.reserveCapacity(output.count + bytes.count * 2)
    for (k, byte) in bytes.enumerated() {
      let entry = page[Int(byte)]
      let count = entry >> 56
      output.append(UInt8(truncatingIfNeeded: entry))
      if count > 1 { output.append(UInt8(truncatingIfNeeded: entry >> 8)) }
      if count > 2 { output.append(UInt8(truncatingIfNeeded: entry >> 16)) }
      if entry & 0xFFFFFF == 0xBDBFEF { addError(at: offset + k) }
      if byte == 0x0A {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
  }

  // MARK: - Places

  private mutating func append(_ value: UInt32, at place: Int, to output: inout [UInt8]) {
    if let scalar = Unicode.Scalar(value) {
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      addError(at: place)
      output.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
    if value == 0x0A {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  private mutating func addError(at place: Int) {
    if errors.count == 0 { errors.first = DecodingErrors.Place(offset: place, line: line, column: column) }
    errors.count += 1
  }

  /// Keeps line and column in step over well-formed UTF-8, until the first error has been placed.
  private mutating func follow(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard errors.count == 0, !bytes.isEmpty else { return }
    let breaks = count(bytes) { $0 == 0x0A ? 1 : 0 }
    var lineStart = 0
    if breaks > 0 {
      line += breaks
      column = 1
      var i = bytes.count - 1
      while i > 0, bytes[i] != 0x0A { i -= 1 }
      lineStart = i + 1
    }
    column += count(UnsafeBufferPointer(rebasing: bytes[lineStart...])) { $0 & 0xC0 == 0x80 ? 0 : 1 }
  }

  /// The sum over all bytes, in blocks whose sums fit in a byte, which the compiler adds sixteen at a time.
  @inline(__always)
  private func count(_ bytes: UnsafeBufferPointer<UInt8>, _ value: (UInt8) -> UInt8) -> Int {
    var total = 0
    var i = 0
    while i < bytes.count {
      let end = min(i + 128, bytes.count)
      var sum: UInt8 = 0
      while i < end {
        sum &+= value(bytes[i])
        i += 1
      }
      total += Int(sum)
    }
    return total
  }
}
