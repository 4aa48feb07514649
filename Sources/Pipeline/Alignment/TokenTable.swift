/// What a token is, as the scanner saw it.
enum TokenKind: UInt8, Sendable {
  /// A word.
  case word
  /// A word with several capitals, which may be an acronym.
  case capitals
  /// A number in digits or Roman numerals; its codes are as `DigitReader` says.
  case number
  /// A sign that translations keep.
  case sign
  /// A capital letter that may be a Roman numeral; only what stands beside it tells.
  case initial
  /// A number of several words, or a month that is written in digits; its codes are those of a number.
  case spelled
  /// The sign of a unit after a number; its codes are the unit's.
  case unit

  /// Whether it says a number or a unit.
  var isNumber: Bool { self == .number || self == .spelled || self == .unit }
}

/// Numbers distinct tokens in the order in which they are met.
struct TokenTable: Sendable {
  private var letters: [UInt8] = []
  private var starts: [Int32] = [0]
  private var kinds: [TokenKind] = []
  private var slots: [Int32] = Array(repeating: -1, count: 256)

  /// How many there are.
  var count: Int { kinds.count }

  /// What a token is.
  func kind(_ token: Int) -> TokenKind { kinds[token] }

  /// The codes of a token.
  func codes(_ token: Int) -> [UInt8] { Array(letters[Int(starts[token])..<Int(starts[token + 1])]) }

  /// The number of a token, new or known.
  mutating func number(of codes: [UInt8], kind: TokenKind) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Hash.of(codes, seed: UInt64(kind.rawValue))) & mask
    while slots[slot] >= 0 {
      let token = Int(slots[slot])
      if kinds[token] == kind && letters[Int(starts[token])..<Int(starts[token + 1])].elementsEqual(codes) {
        return Int32(token)
      }
      slot = (slot + 1) & mask
    }
    let token = Int32(kinds.count)
    slots[slot] = token
    kinds.append(kind)
    letters.append(contentsOf: codes)
    starts.append(Int32(letters.count))
    if kinds.count * 2 > slots.count { grow() }
    return token
  }

  private mutating func grow() {
    let mask = slots.count * 4 - 1
    slots = Array(repeating: -1, count: mask + 1)
    for token in kinds.indices {
      var slot = Int(truncatingIfNeeded: Hash.of(codes(token), seed: UInt64(kinds[token].rawValue))) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(token)
    }
  }
}

/// The FNV-1a hash: the same in every run, unlike the standard library's.
enum Hash {
  static func of(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
