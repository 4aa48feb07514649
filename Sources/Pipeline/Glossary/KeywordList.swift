internal import Lingua

/// One language's keyword list, cut into its items.
struct KeywordList {
  /// One keyword.
  struct Item: Equatable {
    /// As printed, on its own.
    var text: String
    /// Where it stands in the list, in UTF-8 offsets.
    var range: Range<Int>
    /// Whether nothing stronger than a comma parts it from the item before it, so that the two may be one.
    var mayJoinPrevious: Bool
  }

  private enum Mark { case comma, semicolon, slash, bullet, stop }

  let bytes: [UInt8]
  let items: [Item]

  /// Cuts a list at its separators.
  ///
  /// Commas and semicolons both separate; a list that has neither is cut at " / ", bullets or, at last, at full stops.
  /// Nothing is cut inside brackets or quotation marks that close again, nor at a comma between digits.
  init(_ text: String) {
    bytes = Array(text.utf8)
    let marks = Self.marks(bytes)
    let strong = marks.contains { $0.mark == .comma || $0.mark == .semicolon || $0.mark == .bullet }
    let slashed = !strong && marks.contains { $0.mark == .slash }
    let cuts = marks.filter { mark in
      switch mark.mark {
      case .comma, .semicolon, .bullet: strong
      case .slash: slashed
      case .stop: !strong && !slashed
      }
    }
    var items: [Item] = []
    var start = 0
    var joins = false
    for k in 0...cuts.count {
      let end = k < cuts.count ? cuts[k].range.lowerBound : bytes.count
      let range = Self.trimmed(bytes, start..<end)
      if !range.isEmpty {
        items.append(
          Item(text: String(decoding: bytes[range], as: UTF8.self), range: range, mayJoinPrevious: joins))
      }
      guard k < cuts.count else { break }
      joins = !items.isEmpty && cuts[k].mark == .comma && !range.isEmpty
      start = cuts[k].range.upperBound
    }
    self.items = items
  }

  /// Two neighbouring items as one, with what is printed between them.
  func joined(_ first: Int, _ last: Int) -> Item {
    let range = items[first].range.lowerBound..<items[last].range.upperBound
    return Item(
      text: String(decoding: bytes[range], as: UTF8.self), range: range,
      mayJoinPrevious: items[first].mayJoinPrevious)
  }

  private static func marks(_ bytes: [UInt8]) -> [(mark: Mark, range: Range<Int>)] {
    let closers = closers(bytes)
    var marks: [(mark: Mark, range: Range<Int>)] = []
    func isBlank(_ k: Int) -> Bool { k < 0 || k >= bytes.count || bytes[k] <= 0x20 }
    func isDigit(_ k: Int) -> Bool { k >= 0 && k < bytes.count && (0x30...0x39).contains(bytes[k]) }
    var k = 0
    while k < bytes.count {
      if let end = closers[k] {
        k = end
        continue
      }
      switch bytes[k] {
      case UInt8(ascii: ","):
        if !(isDigit(k - 1) && isDigit(k + 1)) { marks.append((.comma, k..<k + 1)) }
      case UInt8(ascii: ";"), UInt8(ascii: "|"), 0x0A: marks.append((.semicolon, k..<k + 1))
      case UInt8(ascii: "/") where isBlank(k - 1) && isBlank(k + 1): marks.append((.slash, k..<k + 1))
      case UInt8(ascii: ".") where isBlank(k + 1) && k + 1 < bytes.count && !isBlank(k - 2) && !isBlank(k - 3):
        marks.append((.stop, k..<k + 1))
      case 0xE2 where k + 2 < bytes.count && bytes[k + 1] == 0x80 && bytes[k + 2] == 0xA2:  // •
        marks.append((.bullet, k..<k + 3))
        k += 2
      default: break
      }
      k += 1
    }
    return marks
  }

  /// For each opening bracket or quotation mark that closes again, the offset behind what closes it.
  private static func closers(_ bytes: [UInt8]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    var open: [(closer: [UInt8], place: Int)] = []
    func starts(_ k: Int, _ mark: [UInt8]) -> Bool {
      k + mark.count <= bytes.count && bytes[k..<k + mark.count].elementsEqual(mark)
    }
    let pairs: [(opener: [UInt8], closer: [UInt8])] = [
      ("(", ")"), ("[", "]"), ("{", "}"), ("«", "»"), ("“", "”"), ("„", "“"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    var k = 0
    while k < bytes.count {
      if let place = open.lastIndex(where: { starts(k, $0.closer) }), open.count - place <= 2 {
        result[open[place].place] = k + open[place].closer.count
        k += open[place].closer.count
        open.removeSubrange(place...)
        continue
      }
      if let pair = pairs.first(where: { starts(k, $0.opener) }), open.count < 16 {
        open.append((pair.closer, k))
        k += pair.opener.count
        continue
      }
      k += 1
    }
    return result
  }

  /// The range without blanks, stray separators, and the full stop that ends the list.
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    let stray = Array(",;:/|".utf8)
    func isNoBreakSpace(_ k: Int) -> Bool { k >= low && k + 1 < high && bytes[k] == 0xC2 && bytes[k + 1] == 0xA0 }
    while low < high {
      if isNoBreakSpace(low) {
        low += 2
        continue
      }
      guard bytes[low] <= 0x20 || bytes[low] == UInt8(ascii: ".") || stray.contains(bytes[low]) else { break }
      low += 1
    }
    while low < high {
      let last = bytes[high - 1]
      if isNoBreakSpace(high - 2) {
        high -= 2
      } else if last <= 0x20 || stray.contains(last) {
        high -= 1
      } else if last == UInt8(ascii: "."), !endsInAbbreviation(bytes, low..<high - 1) {
        high -= 1
      } else {
        break
      }
    }
    return low..<high
  }

  /// Whether the last word has a full stop inside ("т.б", "U.S"), so that the one after it belongs to it.
  private static func endsInAbbreviation(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var k = range.upperBound
    while k > range.lowerBound, bytes[k - 1] > 0x20 {
      k -= 1
      // "4.0" is a number.
      if bytes[k] == UInt8(ascii: "."), k + 1 < range.upperBound, !(0x30...0x39).contains(bytes[k + 1]) { return true }
    }
    return false
  }
}
