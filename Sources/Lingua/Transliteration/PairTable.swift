internal import CTransliteration

/// The direct table by pairs of characters, for those that a scheme's text is mostly made of.
///
/// Two characters at once cost one look-up, and what the first asks of the second is answered beforehand.
struct PairTable: Sendable {
  /// By the first byte of a character and, in the higher byte of the index, the one after it: the character's class.
  let classes: [UInt8]
  /// By the classes of two characters: the result of both, as lingua_pair_results makes it.
  let pairs: [UInt64]
  /// By first byte, whether characters of three or four bytes stay as they are.
  let copied: [UInt8]

  /// Compiles the pairs of a direct table.
  init(direct: [UInt64], followers: [UInt8], leadNeedsRules: [Bool], alphabet: Set<UInt32>) {
    copied = (0..<256).map { $0 >= 0xE0 && !leadNeedsRules[$0] ? 1 : 0 }
    var classes = [UInt8](repeating: UInt8(lingua_no_class), count: 0x10000)
    var ownDirect: [UInt64] = [0]
    var ownFollowers: [UInt8] = [0]
    for value in Self.order(alphabet) where direct[Int(value)] & SchemeTable.needsRules == 0 {
      guard ownDirect.count < lingua_nothing else { break }
      let number = UInt8(ownDirect.count)
      ownDirect.append(direct[Int(value)])
      ownFollowers.append(followers[Int(value)])
      if value < 0x80 {
        for second in 0..<256 { classes[second << 8 | Int(value)] = number }
      } else {
        classes[Int(0x80 | value & 0x3F) << 8 | Int(0xC0 | value >> 6)] = number
      }
    }
    self.classes = classes
    let count = Int32(ownDirect.count - 1)
    pairs = [UInt64](unsafeUninitializedCapacity: 0x10000) { buffer, initialized in
      buffer.initialize(repeating: 0)
      ownDirect.withUnsafeBufferPointer { direct in
        ownFollowers.withUnsafeBufferPointer { followers in
          lingua_pair_results(direct.baseAddress, followers.baseAddress, count, buffer.baseAddress)
        }
      }
      initialized = buffer.count
    }
  }

  /// The characters of one and two bytes, without repetition, those first that share cache lines with profit.
  private static func order(_ alphabet: Set<UInt32>) -> [UInt32] {
    var known: Set<UInt32> = []
    let letters = alphabet.filter { $0 < 0x800 }.sorted()
    let isLower = { (value: UInt32) in LetterCase.shared.flags(value) & LetterCase.isLower != 0 }
    let signs: [UInt32] = [0x20, 0x2C, 0x2E, 0x0A, 0x2D]
    let all: [[UInt32]] = [
      letters.filter(isLower), signs, letters.filter { !isLower($0) }, Array(0x20..<0x7F), [0x09, 0x0D],
      Array(0xA0..<0x180),
    ]
    return all.joined().filter { known.insert($0).inserted }
  }
}
