extension ICU.BreakIterator {
  /// The longest piece that is handed to ICU at once; its offsets are 32 bits wide.
  static var longestPiece: Int { 1 << 22 }

  /// Appends the boundaries of valid UTF-8 of any length. A long text goes to ICU in pieces that begin at a boundary of
  /// the piece before, so no cut shows in the result; a piece without any boundary inside is cut between two characters.
  mutating func append(
    boundariesOfLong text: UnsafeBufferPointer<UInt8>, pieces longest: Int = longestPiece,
    to boundaries: inout [Boundary]
  ) throws(ICUError) {
    let longest = max(longest, 8)
    var start = 0
    while start < text.count {
      var end = text.count
      if end - start > longest {
        end = start + longest
        while end > start + 4, text[end] & 0xC0 == 0x80 { end -= 1 }
      }
      let first = boundaries.count
      try append(boundariesOf: UnsafeBufferPointer(rebasing: text[start..<end]), to: &boundaries)
      for k in first..<boundaries.count { boundaries[k].end += start }
      if end < text.count {
        // The last boundary is the piece's end; the one before it saw too little of what follows it, but is better
        // than none.
        let found = boundaries.count - first
        boundaries.removeLast(found > 2 ? 2 : min(1, found))
        if boundaries.count > first, let last = boundaries.last { end = last.end }
      }
      start = end
    }
  }
}
