/// The loop that transliterates what depends on nothing else, straight from the direct table.
enum DirectCopy {
  /// For each pattern of the highest bits of eight bytes: by how many bits the second, third and fourth character are
  /// shifted, and how many bytes the four have, a byte each.
  private static let steps: [UInt32] = (0..<256).map { pattern in
    var offsets: [UInt32] = []
    var offset: UInt32 = 0
    for _ in 0..<4 {
      offsets.append(offset)
      offset += (UInt32(pattern) >> offset) & 1 == 1 ? 2 : 1
    }
    return offsets[1] * 8 | (offsets[2] * 8) << 8 | (offsets[3] * 8) << 16 | offset << 24
  }

  /// Writes what the direct table has, up to a character that needs the rules.
  ///
  /// - Returns: the flags of the entries that were used.
  @inline(__always)
  static func run(
    _ table: SchemeTable, _ source: UnsafePointer<UInt8>, _ position: inout Int, to stop: Int, count: Int,
    _ target: UnsafeMutablePointer<UInt8>, _ written: inout Int
  ) -> UInt64 {
    var seen: UInt64 = 0
    var i = position
    var o = written
    steps.withUnsafeBufferPointer { steps in
      table.direct.withUnsafeBufferPointer { direct in
        table.followers.withUnsafeBufferPointer { followers in
          while i < stop {
            // Four characters of one or two bytes at once: their look-ups do not wait for each other.
            while i &+ 10 <= stop {
              let word = UInt64(littleEndian: UnsafeRawPointer(source + i).loadUnaligned(as: UInt64.self))
              if word & (word << 1) & (word << 2) & 0x8080_8080_8080_8080 != 0 { break }
              // The multiplication gathers the highest bits in the highest byte.
              let pattern = (((word & 0x8080_8080_8080_8080) &>> 7) &* 0x0102_0408_1020_4080) &>> 56
              let step = steps[Int(truncatingIfNeeded: pattern)]
              let p = index(word), q = index(word &>> UInt64(step & 0xFF))
              let r = index(word &>> UInt64(step >> 8 & 0xFF)), t = index(word &>> UInt64(step >> 16 & 0xFF))
              let a = direct[p], b = direct[q], c = direct[r], d = direct[t]
              let all = a | b | c | d
              let next = i &+ Int(step >> 24)
              if all & SchemeTable.needsCare != 0 {
                if all & SchemeTable.needsRules != 0 || source[next] >= 0xE0 { break }
                let after = followers[
                  index(UInt64(source[next]) | UInt64(source[next &+ 1]) << 8)]
                let asked =
                  ask(a) & followers[q] | ask(b) & followers[r] | ask(c) & followers[t] | ask(d) & after
                if asked != 0 { break }
              }
              store(a, target + o)
              o = o &+ SchemeTable.count(a)
              store(b, target + o)
              o = o &+ SchemeTable.count(b)
              store(c, target + o)
              o = o &+ SchemeTable.count(c)
              store(d, target + o)
              o = o &+ SchemeTable.count(d)
              seen |= all
              i = next
            }
            guard i < stop else { break }
            // One character, where four could not be taken.
            let lead = source[i]
            if lead >= 0xE0 {
              if table.leadNeedsRules[Int(lead)] { break }
              let length = UnsafeBufferPointer<UInt8>.length(ofLead: lead)
              guard i &+ length <= count else { break }
              for k in 0..<length { target[o &+ k] = source[i &+ k] }
              o = o &+ length
              i = i &+ length
              continue
            }
            let length = lead < 0x80 ? 1 : 2
            let entry = direct[index(UInt64(lead) | UInt64(source[i &+ 1]) << 8)]
            if entry & SchemeTable.needsCare != 0 {
              if entry & SchemeTable.needsRules != 0 { break }
              // The entry holds unless what follows is of a kind that rules look at.
              let next = i &+ length
              guard next &+ 1 < count, source[next] < 0xE0 else { break }
              if ask(entry) & followers[index(UInt64(source[next]) | UInt64(source[next &+ 1]) << 8)] != 0 { break }
            }
            store(entry, target + o)
            o = o &+ SchemeTable.count(entry)
            seen |= entry
            i = i &+ length
          }
        }
      }
    }
    position = i
    written = o
    return seen
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
