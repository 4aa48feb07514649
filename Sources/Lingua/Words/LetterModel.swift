/// How probable letters are after others inside the words of a language, for words that no list has.
///
/// N-grams with Witten and Bell's interpolation over distinct words, weighted by the logarithm of their counts ("The
/// zero-frequency problem", 1991). The file, in little-endian numbers; it is read where it lies:
///
/// | bytes | what |
/// |---|---|
/// | 8 | "LINGUALT" |
/// | 4, 4 | version, 1; the size of the file |
/// | 4, 4, 4, 4 | letters of an n-gram; number of slots; number of letters; 0 |
/// | 4 each | the mark of the n-gram in a slot, 0 for a free one |
/// | 1 each | its cost, 16ths of a nat; 255 for what is only a context |
/// | 1 each | the cost of falling back from it as a context, 32nds of a nat |
///
/// An n-gram is packed six bits a letter, the last one lowest, its length from bit 50 on. Codes of letters are those of
/// the language's `WordList`.
struct LetterModel: Sendable {
  static let magic: StaticString = "LINGUALT"
  static let version = 1
  /// Stands before a word, and behind it.
  static let start: UInt8 = 61, end: UInt8 = 62

  private let bytes: MappedBytes
  private let order: Int
  private let slots: Int

  /// Opens a model.
  ///
  /// - Throws: `LexiconError` when there is none or it is damaged.
  init(_ name: String, lexicons: Lexicons) throws(LexiconError) {
    bytes = try lexicons.mappedBytes(of: name)
    func fail(_ damage: LexiconError.Damage) -> LexiconError {
      LexiconError(file: name, line: 0, reason: .damaged(damage))
    }
    let header = bytes.withBytes { raw -> [Int] in
      guard raw.count >= 32, (0..<8).allSatisfy({ raw[$0] == Self.magic.utf8Start[$0] }) else { return [] }
      return (0..<5).map { Int(raw.number(8 + 4 * $0)) }
    }
    guard !header.isEmpty else { throw fail(.notThisKind) }
    guard header[0] == Self.version else { throw fail(.version(found: header[0], expected: Self.version)) }
    guard header[1] == bytes.count else { throw fail(.size(found: bytes.count, expected: header[1])) }
    guard (1...8).contains(header[2]), header[3] > 0, 32 + 6 * header[3] == header[1] else { throw fail(.content) }
    order = header[2]
    slots = header[3]
    // A search ends at a free slot, so there must be one.
    if !bytes.isImage {
      let slots = slots
      guard bytes.withBytes({ raw in (0..<slots).contains { raw.number(32 + 4 * $0) == 0 } }) else {
        throw fail(.content)
      }
    }
  }

  /// Calls `body` with a view for many look-ups, which is valid until it returns.
  @inline(__always)
  func withView<Result>(_ body: (LetterModelView) -> Result) -> Result {
    bytes.withBytes { body(LetterModelView(bytes: $0, order: order, slots: slots)) }
  }
}

/// A model of letters where it lies.
struct LetterModelView {
  let bytes: UnsafeRawBufferPointer
  let order: Int
  let slots: Int
  // The cost of a letter that was never seen.
  private static let unknown: Float = 4.5

  init(bytes: UnsafeRawBufferPointer, order: Int, slots: Int) {
    self.bytes = bytes
    self.order = order
    self.slots = slots
  }

  /// Minus the logarithm of a letter's probability.
  ///
  /// - Parameters:
  ///   - letter: its code.
  ///   - context: the codes before it, six bits each, the last one lowest.
  ///   - count: how many codes the context has.
  @inline(__always)
  func cost(of letter: UInt8, after context: UInt64, count: Int) -> Float {
    var passed: Float = 0
    var length = min(count, order - 1)
    while length >= 0 {
      let part = context & ((1 << UInt64(6 * length)) - 1)
      let gram = part << 6 | UInt64(letter) | UInt64(length + 1) << 50
      if let slot = slot(of: gram) {
        let cost = bytes[32 + 4 * slots + slot]
        if cost != 255 { return passed + Float(cost) / 16 }
      }
      if length > 0, let slot = slot(of: part | UInt64(length) << 50) {
        passed += Float(bytes[32 + 5 * slots + slot]) / 32
      }
      length -= 1
    }
    return passed + Self.unknown
  }

  @inline(__always)
  private func slot(of gram: UInt64) -> Int? {
    let mixed = gram &* 0x9E37_79B9_7F4A_7C15
    let mark = UInt32(truncatingIfNeeded: mixed >> 32) | 1
    var slot = Int((UInt64(UInt32(truncatingIfNeeded: mixed >> 8)) &* UInt64(slots)) >> 32)
    while true {
      let found = bytes.number(32 + 4 * slot)
      if found == mark { return slot }
      if found == 0 { return nil }
      slot += 1
      if slot == slots { slot = 0 }
    }
  }
}
