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

/// The hash of letters that come word by word, the same however they are cut into words: bottomhole zone, bottom-hole zone
/// and bottom hole zone are one term.
///
/// A polynomial over the bytes modulo 2^64 (Karp and Rabin), mixed at the end (murmur3's final mix).
struct TermHash {
  /// A word as the hash takes it.
  struct Word: Hashable {
    var sum: UInt64
    /// The base to the power of the length.
    var shift: UInt64

    init(_ bytes: some Sequence<UInt8>) {
      sum = 0
      shift = 1
      for byte in bytes {
        sum = sum &* TermHash.base &+ UInt64(byte)
        shift = shift &* TermHash.base
      }
    }
  }

  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var sum: UInt64 = 0

  mutating func add(_ word: Word) { sum = sum &* word.shift &+ word.sum }

  var value: UInt64 {
    var mixed = (sum ^ (sum >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
