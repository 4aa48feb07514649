/// Finds the first place where bytes are not well-formed UTF-8 (Unicode, table 3-7), a block at a time.
///
/// Blocks of ASCII, Cyrillic and common punctuation pass a test that is sixteen bytes wide. The rest goes through an
/// automaton of nine states whose transitions for one byte are packed in one word, six bits a state, so that a step is a
/// look-up and a shift (after Per Vognsen's "shift-based DFAs").
struct UTF8Validator {
  /// The state between characters.
  static let accept: UInt64 = 0
  private static let reject: UInt64 = 6

  private static let table: [UInt64] = {
    // States, in units of six bits: 0 accept, 1 reject, 2–4 one to three continuation bytes to come, 5 after E0,
    // 6 after ED, 7 after F0, 8 after F4.
    func next(_ state: Int, _ byte: Int) -> Int {
      switch (state, byte) {
      case (0, 0..<0x80): 0
      case (0, 0xC2...0xDF): 2
      case (0, 0xE0): 5
      case (0, 0xED): 6
      case (0, 0xE1...0xEF): 3
      case (0, 0xF0): 7
      case (0, 0xF4): 8
      case (0, 0xF1...0xF3): 4
      case (2, 0x80...0xBF): 0
      case (3, 0x80...0xBF), (5, 0xA0...0xBF), (6, 0x80...0x9F): 2
      case (4, 0x80...0xBF), (7, 0x90...0xBF), (8, 0x80...0x8F): 3
      default: 1
      }
    }
    return (0..<256).map { byte in
      (0..<9).reduce(0) { $0 | UInt64(next($1, byte) * 6) << UInt64($1 * 6) }
    }
  }()

  /// The length of the longest prefix that is well-formed and ends between characters, and whether what follows it is a
  /// character cut off by the end of the bytes (or nothing) rather than malformed.
  static func validPrefix(of bytes: UnsafeBufferPointer<UInt8>) -> (count: Int, isCutOff: Bool) {
    guard let base = bytes.baseAddress else { return (0, true) }
    return table.withUnsafeBufferPointer { table in
      let count = bytes.count
      var state = accept
      var i = 0
      while i < count {
        if state & 63 == accept {
          // Blocks of one- to three-byte characters; the block may end inside one.
          let start = i
          while i + blockSize <= count, isPlain(base + i, isFirst: i < 2) { i += blockSize }
          if i > start {
            // Back to where the last character begins, which the automaton reads.
            if bytes[i - 1] >= 0x80 {
              repeat { i -= 1 } while i > start && bytes[i] & 0xC0 == 0x80
            }
          }
        }
        let stop = min(count, i + blockSize)
        while i < stop {
          let following = table[Int(bytes[i])] &>> (state & 63)
          if following & 63 == reject { return (boundary(before: i, state, bytes), false) }
          state = following
          i += 1
        }
        while i < count, state & 63 != accept {
          let following = table[Int(bytes[i])] &>> (state & 63)
          if following & 63 == reject { return (boundary(before: i, state, bytes), false) }
          state = following
          i += 1
        }
      }
      return (boundary(before: i, state, bytes), true)
    }
  }

  /// The beginning of the character that the automaton is inside of, at most three bytes back.
  private static func boundary(before position: Int, _ state: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if state & 63 == accept { return position }
    var i = position
    repeat { i -= 1 } while i > 0 && bytes[i] & 0xC0 == 0x80
    return i
  }

  private static let blockSize = 64

  /// Whether a block that follows well-formed bytes is well-formed as far as it goes, by a test that the compiler can
  /// make sixteen bytes wide: a continuation stands just where the two bytes before ask for one, and no byte begins a
  /// character with further conditions (E0, ED, F0 and above) or none (C0, C1).
  @inline(__always)
  private static func isPlain(_ block: UnsafePointer<UInt8>, isFirst: Bool) -> Bool {
    var odd: UInt8 = 0
    if isFirst {
      // Nothing stands before the first bytes.
      let one: UInt8 = block[0] >= 0xC0 ? 1 : 0
      odd = block[0] & 0xC0 == 0x80 ? 1 : 0
      odd |= (block[1] & 0xC0 == 0x80 ? 1 : 0) ^ one
      odd |= special(block[0]) | special(block[1])
      for k in 2..<blockSize { odd |= misplaced(block, k) }
    } else {
      for k in 0..<blockSize { odd |= misplaced(block, k) }
    }
    return odd == 0
  }

  @inline(__always)
  private static func misplaced(_ block: UnsafePointer<UInt8>, _ k: Int) -> UInt8 {
    let byte = block[k]
    let isContinuation: UInt8 = byte & 0xC0 == 0x80 ? 1 : 0
    let isAsked: UInt8 = (block[k &- 1] >= 0xC0 ? 1 : 0) | (block[k &- 2] >= 0xE0 ? 1 : 0)
    return (isContinuation ^ isAsked) | special(byte)
  }

  @inline(__always)
  private static func special(_ byte: UInt8) -> UInt8 {
    (byte & 0xFE == 0xC0 ? 1 : 0) | (byte == 0xE0 ? 1 : 0) | (byte == 0xED ? 1 : 0) | (byte >= 0xF0 ? 1 : 0)
  }

  /// How many bytes the malformed sequence at the beginning has: the maximal part that one U+FFFD stands for.
  static func malformedLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    table.withUnsafeBufferPointer { table in
      var state = accept
      for (k, byte) in bytes.prefix(4).enumerated() {
        state = table[Int(byte)] &>> (state & 63)
        if state & 63 == reject { return max(1, k) }
      }
      return max(1, min(bytes.count, 3))
    }
  }
}
