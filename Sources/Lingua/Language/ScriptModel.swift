internal import CLanguage

/// The weights of letter sequences for the languages of one script.
///
/// Layout, from an offset that 64 divides: the number of classes (UInt32), log2 of the number of rows (UInt32), the value of
/// one unit of weight in nats (Float32), padding to 16 bytes; 32 tags of 16 ASCII bytes, zero behind the tag; 32 log priors
/// (Float32); 8 sharpness values (Float32); padding to 64 bytes; the rows; a byte for each row, which must match the sequence
/// that asks for it, 0 for a free row.
///
/// A row is 16 or 32 bytes: the weight of each class (Int8), the second last byte 1 for a sequence of four letters or more.
package final class ScriptModel: Sendable {
  package static let maximumClasses = 30
  package static let lengths = 8
  package static let tagsOffset = 16
  package static let priorsOffset = tagsOffset + 32 * 16
  package static let sharpnessOffset = priorsOffset + 32 * 4
  package static let rowsOffset = LanguageModel.padded(sharpnessOffset + lengths * 4)

  /// The answer of each class; variants of a language have the same.
  let tags: [LanguageTag]
  /// What one unit of weight is worth, in nats.
  let unit: Float
  /// The logarithm of how often each class is met; far below zero behind the last class.
  let priors: SIMD32<Float>
  /// Which of the three languages each class belongs to, by its place among them; `other` for any other one.
  let languages: SIMD32<UInt8>
  static let other: UInt8 = 3
  /// By how much evidence counts, by the length of the text: letters of one text repeat each other.
  let sharpness: [Float]
  /// Where the rows begin in the file.
  let rowsStart: Int
  /// Where their checks begin.
  let checksStart: Int
  /// log2 of the number of rows.
  let bits: Int
  let size: Int

  static func number(of language: Language) -> UInt8 {
    switch language {
    case .kk: 0
    case .ru: 1
    case .en: 2
    }
  }

  var classCount: Int { tags.count }
  var rowSize: Int { tags.count <= 14 ? 16 : 32 }

  /// The model that begins at an offset; nil where it cannot be one.
  init?(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    guard offset % 64 == 0, offset + Self.rowsOffset <= bytes.count else { return nil }
    func number(_ place: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + place, as: UInt32.self))
    }
    func float(_ place: Int) -> Float { Float(bitPattern: number(place)) }
    let classes = Int(number(0))
    let bits = Int(number(4))
    guard (1...Self.maximumClasses).contains(classes), (6...20).contains(bits) else { return nil }
    unit = float(8)
    let tags = (0..<classes).map { k in
      let start = offset + Self.tagsOffset + k * 16
      return LanguageTag(rawValue: String(decoding: bytes[start..<start + 16].prefix { $0 != 0 }, as: UTF8.self))
    }
    self.tags = tags
    var priors = SIMD32<Float>(repeating: -1e9)
    var languages = SIMD32<UInt8>(repeating: Self.other)
    for k in 0..<classes {
      priors[k] = float(Self.priorsOffset + k * 4)
      if let language = tags[k].language { languages[k] = Self.number(of: language) }
    }
    self.priors = priors
    self.languages = languages
    sharpness = (0..<Self.lengths).map { float(Self.sharpnessOffset + $0 * 4) }
    self.bits = bits
    let rowsSize = (1 << bits) * (classes <= 14 ? 16 : 32)
    size = Self.rowsOffset + rowsSize + (1 << bits)
    guard offset + size <= bytes.count else { return nil }
    rowsStart = offset + Self.rowsOffset
    checksStart = rowsStart + rowsSize
  }

  /// Where a sequence of letter codes, packed into eight bits each, has its row, and the check that it must bear.
  @inline(__always)
  package static func place(_ key: UInt64, bits: Int) -> (row: Int, check: UInt8) {
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    return (Int(hash >> UInt64(64 - bits)), UInt8(truncatingIfNeeded: hash >> 24) | 1)
  }

  /// The key of a whole word, which no sequence has.
  @inline(__always)
  package static func wordKey(_ codes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for k in 1...count { hash = (hash ^ UInt64(codes[k])) &* 0x100_0000_01B3 }
    return hash | 1 << 63
  }

  /// Calls `body` with the key of each sequence of a word that stands between boundaries, and whether it is long.
  @inline(__always)
  package static func sequences(
    of codes: UnsafePointer<UInt8>, count: Int, _ body: (_ key: UInt64, _ isLong: Bool) -> Void
  ) {
    var window: UInt64 = 0
    for i in 0..<count + 2 {
      window = window << 8 | UInt64(codes[i])
      if i > 0, i <= count { body(window & 0xFF, false) }
      if i > 0 { body(window & 0xFFFF, false) }
      if i > 1 { body(window & 0xFF_FFFF, false) }
      if i > 2 { body(window & 0xFFFF_FFFF, true) }
      if i > 3 { body(window & 0xFF_FFFF_FFFF, true) }
    }
    if count > 3 { body(wordKey(codes, count: count), true) }
  }

  /// Whether one language leads all others by more than `margin` nats.
  func isDecided(_ sums: ClassSums, margin: Float) -> Bool {
    let scale = unit * sharpness[Self.length(sums.letters)]
    return withUnsafeBytes(of: sums.values) { sums in
      withUnsafeBytes(of: priors) { priors in
        withUnsafeBytes(of: languages) { languages in
          lingua_is_decided(
            sums.baseAddress?.assumingMemoryBound(to: Int32.self),
            priors.baseAddress?.assumingMemoryBound(to: Float.self),
            languages.baseAddress?.assumingMemoryBound(to: UInt8.self), Int32(classCount), scale, margin)
        }
      }
    } != 0
  }

  /// The place of a text of so many letters among the sharpness values: up to 4, 8, 16 … letters.
  package static func length(_ letters: Int) -> Int {
    var place = 0
    while place < lengths - 1, letters > 4 << place { place += 1 }
    return place
  }

  /// Adds the weights of a word's sequences for each class; `file` is where the model's bytes begin.
  @inline(__always)
  func add(_ codes: UnsafePointer<UInt8>, count: Int, file: UnsafeRawPointer, to sums: inout ClassSums) {
    let rows = (file + rowsStart).assumingMemoryBound(to: UInt8.self)
    let checks = (file + checksStart).assumingMemoryBound(to: UInt8.self)
    withUnsafeMutableBytes(of: &sums.values) { room in
      lingua_add_word(
        codes, Int32(count), rows, checks, Int32(bits), Int32(rowSize),
        room.baseAddress?.assumingMemoryBound(to: Int32.self))
    }
    sums.letters += count
    sums.words += 1
  }
}

/// What the words of one script say together: a sum for each class.
struct ClassSums {
  var values = SIMD32<Int32>()
  var letters = 0
  var words = 0

  /// Adds what other words say.
  mutating func add(_ other: ClassSums) {
    values &+= other.values
    letters += other.letters
    words += other.words
  }

  /// How many sequences of four letters and more are known, of about two a letter.
  func knownSequences(classes: Int) -> Int32 { values[classes <= 14 ? 14 : 30] }
}
