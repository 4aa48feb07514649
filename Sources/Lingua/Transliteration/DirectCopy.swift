internal import CTransliteration

/// The loop that transliterates what depends on nothing else, straight from the direct table.
enum DirectCopy {
  /// Writes what the direct table has, up to a character that needs the rules.
  ///
  /// - Parameters:
  ///   - table: the scheme.
  ///   - source: valid UTF-8 of `count` bytes.
  ///   - position: where a character begins; is moved behind what was read.
  ///   - stop: where to end, before the last byte of the text.
  ///   - count: the length of the text in bytes.
  ///   - target: has room for seven bytes for each byte up to `stop`, and eight more.
  ///   - written: how many bytes of `target` are taken; is moved behind what was written.
  static func run(
    _ table: SchemeTable, _ source: UnsafePointer<UInt8>, _ position: inout Int, to stop: Int, count: Int,
    _ target: UnsafeMutablePointer<UInt8>, _ written: inout Int
  ) {
    var i = position
    var o = written
    let pairs = table.pairs
    pairs.classes.withUnsafeBufferPointer { classes in
      pairs.pairs.withUnsafeBufferPointer { entries in
        pairs.copied.withUnsafeBufferPointer { copied in
          while i < stop {
            var made: Int64 = 0
            let read = lingua_write_pairs(
              source + i, Int64(stop - i), classes.baseAddress, entries.baseAddress, copied.baseAddress, target + o,
              &made)
            i += Int(read)
            o += Int(made)
            guard i < stop, single(table, source, &i, count: count, target, &o) else { break }
          }
        }
      }
    }
    position = i
    written = o
  }

  /// Writes one character that the pairs do not have; false where it needs the rules.
  @inline(__always)
  private static func single(
    _ table: SchemeTable, _ source: UnsafePointer<UInt8>, _ i: inout Int, count: Int,
    _ target: UnsafeMutablePointer<UInt8>, _ o: inout Int
  ) -> Bool {
    let lead = source[i]
    if lead >= 0xE0 {
      if table.leadNeedsRules[Int(lead)] { return false }
      let length = UnsafeBufferPointer<UInt8>.length(ofLead: lead)
      guard i &+ length <= count else { return false }
      for k in 0..<length { target[o &+ k] = source[i &+ k] }
      o = o &+ length
      i = i &+ length
      return true
    }
    let length = lead < 0x80 ? 1 : 2
    let entry = table.direct[index(UInt64(lead) | UInt64(source[i &+ 1]) << 8)]
    if entry & SchemeTable.needsCare != 0 {
      if entry & SchemeTable.needsRules != 0 { return false }
      // The entry holds unless what follows is of a kind that rules look at.
      let next = i &+ length
      guard next &+ 1 < count, source[next] < 0xE0 else { return false }
      let follower = table.followers[index(UInt64(source[next]) | UInt64(source[next &+ 1]) << 8)]
      if ask(entry) & follower != 0 { return false }
    }
    store(entry, target + o)
    o = o &+ SchemeTable.count(entry)
    i = i &+ length
    return true
  }

  /// Whether a rule made the entry of some character of one or two bytes.
  static func isMapped(_ table: SchemeTable, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      let next = text.scalar(at: i)
      if next.value < 0x800, table.direct[Int(next.value)] & SchemeTable.isMapped != 0 { return true }
      i += next.count
    }
    return false
  }

  /// The code point of the one or two bytes at the low end of a word.
  @inline(__always)
  private static func index(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: word & 0x80 == 0 ? word & 0x7F : (word & 0x1F) << 6 | (word &>> 8) & 0x3F)
  }

  /// The kinds of followers before which an entry does not hold.
  @inline(__always)
  private static func ask(_ entry: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: entry &>> SchemeTable.askShift & 3)
  }

  @inline(__always)
  private static func store(_ entry: UInt64, _ target: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(target).storeBytes(of: entry.littleEndian, as: UInt64.self)
  }
}
