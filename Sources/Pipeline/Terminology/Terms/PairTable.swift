/// Numbers pairs of words in the order in which they come: a hash table for keys that need no strong hash.
struct PairTable {
  private(set) var pairs: [(a: Int32, b: Int32)] = []
  /// The slots: numbers of pairs, -1 for an empty one. Their count is a power of two.
  private var slots: [Int32]
  private var shift: UInt64

  init() {
    slots = Array(repeating: -1, count: 1 << 12)
    shift = 64 - 12
  }

  /// The number of a pair.
  mutating func number(_ a: Int32, _ b: Int32) -> Int32 {
    let mask = slots.count - 1
    var slot = Self.slot(a, b, shift)
    while true {
      let number = slots[slot]
      if number < 0 { break }
      let pair = pairs[Int(number)]
      if pair.a == a && pair.b == b { return number }
      slot = (slot + 1) & mask
    }
    let number = Int32(pairs.count)
    slots[slot] = number
    pairs.append((a, b))
    if pairs.count * 2 > slots.count { grow() }
    return number
  }

  // Fibonacci hashing: the high bits of the product.
  @inline(__always)
  private static func slot(_ a: Int32, _ b: Int32, _ shift: UInt64) -> Int {
    let key = UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
    return Int(truncatingIfNeeded: ((key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func grow() {
    shift -= 1
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, pair) in pairs.enumerated() {
      var slot = Self.slot(pair.a, pair.b, shift)
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }
}
