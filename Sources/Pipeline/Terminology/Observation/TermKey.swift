/// A term without its inflection, as a hash: the stems of its words in their order, or the letters of an acronym.
///
/// Two terms with one key are taken for forms of one. Of 64 bits, two of a million different terms share a key by
/// chance once in forty million glossaries.
public struct TermKey: Hashable, Comparable, Sendable {
  /// The hash.
  public let value: UInt64

  init(value: UInt64) { self.value = value }

  /// The order of the hashes, which means nothing but is the same everywhere.
  public static func < (a: TermKey, b: TermKey) -> Bool { a.value < b.value }
}

/// Puts the words of a key together; the hash of the FNV family with a final mix (Fowler, Noll and Vo; murmur3's mix).
struct TermHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func add(_ word: UInt64) {
    var mixed = value ^ word
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = TermHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }
}
