/// Finds the first place where bytes are not well-formed UTF-8 (Unicode, table 3-7), a block at a time.
///
/// An automaton of nine states whose transitions for one byte are packed in one word, six bits a state, so that a step is
/// a look-up and a shift (after Per Vognsen's "shift-based DFAs"). ASCII is passed over eight bytes at a time.
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
    table.withUnsafeBufferPointer { table in
      var state = accept
      var i = 0
      let count = bytes.count
      while i + 16 <= count {
        if state & 63 == accept {
          let raw = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
          let a = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
          let b = raw.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self)
          if (a | b) & 0x8080_8080_8080_8080 == 0 {
            i += 16
            continue
          }
        }
        let start = i
        let before = state
        while i < start + 16 {
          state = table[Int(bytes[i])] &>> (state & 63)
          state = table[Int(bytes[i + 1])] &>> (state & 63)
          state = table[Int(bytes[i + 2])] &>> (state & 63)
          state = table[Int(bytes[i + 3])] &>> (state & 63)
          i += 4
        }
        if state & 63 == reject {
          i = start
          state = before
          break
        }
      }
      while i < count {
        let following = table[Int(bytes[i])] &>> (state & 63)
        if following & 63 == reject { break }
        state = following
        i += 1
      }
      let isCutOff = i == count
      // Back to the last boundary: at most three bytes.
      if state & 63 != accept {
        repeat { i -= 1 } while i > 0 && bytes[i] & 0xC0 == 0x80
      }
      return (i, isCutOff)
    }
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
