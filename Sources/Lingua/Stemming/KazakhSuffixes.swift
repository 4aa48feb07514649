/// The suffixes of `kazakh-suffixes.tsv` as a tree that is walked from the end of a word.
struct KazakhSuffixes: Sendable {
  /// One reading of a suffix.
  struct Reading: Sendable {
    var from: KazakhState
    var fromOfUnknown: KazakhState
    var to: KazakhState
    /// Whether other readings go before.
    var isLast: Bool
    /// What the letter before it must be, any of these.
    var after: KazakhLetter
    /// The harmony of its vowels: `.back`, `.front`, or empty for one that follows both.
    var harmony: KazakhLetter
    /// The fewest letters that an unknown word keeps.
    var least: UInt8
  }

  static let file = "kazakh-suffixes.tsv"

  /// Slots of a node's children, one a Kazakh letter; slot 0 is no letter.
  private static let width = 48
  private static let slots: [UInt8] = {
    var slots = [UInt8](repeating: 0, count: 256)
    for (place, code) in LetterCode.codes("абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі").enumerated() {
      slots[Int(code)] = UInt8(place + 1)
    }
    return slots
  }()

  private var children = [UInt16](repeating: 0, count: width)
  private var ranges: [Range<UInt16>] = [0..<0]
  private(set) var readings: [Reading] = []

  init(lexicons: Lexicons) throws(LexiconError) {
    let rows = try LexiconRows(
      name: Self.file, bytes: lexicons.bytes(of: Self.file), columns: ["suffix", "class", "after", "least"])
    var classes: [[UInt8]: KazakhSuffixClass] = [:]
    for kind in KazakhSuffixClass.allCases { classes[Array(kind.rawValue.utf8)] = kind }
    var found: [(node: Int, reading: Reading)] = []
    var (back, front): ([UInt8], [UInt8]) = ([], [])
    try rows.forEach { (cells, line) throws(LexiconError) in
      guard let kind = classes[Array(rows.bytes[cells[1]])] else {
        throw rows.error(
          line, "class", cells[1], expected: KazakhSuffixClass.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard let after = KazakhLetter(classes: rows.bytes[cells[2]]) else {
        throw rows.error(line, "after", cells[2], expected: "letters of v r l n z t c *")
      }
      guard let least = Self.least(rows.bytes[cells[3]]) else {
        throw rows.error(line, "least", cells[3], expected: "a number or -")
      }
      guard Self.read(rows.bytes[cells[0]], &back, &front) else {
        throw rows.error(line, "suffix", cells[0], expected: "Kazakh letters, and А Ы Ғ Қ for pairs")
      }
      // Nodes and readings are numbered by two bytes.
      guard ranges.count + 2 * back.count < 0xFFFF, found.count + 2 < 0xFFFF else {
        throw rows.error(line, "suffix", cells[0], expected: "one of fewer and shorter suffixes: the table is full")
      }
      var reading = Reading(
        from: kind.from, fromOfUnknown: kind.fromOfUnknown, to: kind.to, isLast: kind.isLast, after: after,
        harmony: back == front ? [] : .back, least: least)
      found.append((node(of: back), reading))
      if back != front {
        reading.harmony = .front
        found.append((node(of: front), reading))
      }
    }
    // By node, so that a node's readings are a range.
    found.sort { $0.node < $1.node }
    for (node, reading) in found {
      let place = UInt16(readings.count)
      ranges[node] = (ranges[node].isEmpty ? place : ranges[node].lowerBound)..<place + 1
      readings.append(reading)
    }
  }

  /// Reads the letters of a suffix in both harmonies; false for what is no suffix.
  private static func read(_ cell: ArraySlice<UInt8>, _ back: inout [UInt8], _ front: inout [UInt8]) -> Bool {
    back.removeAll(keepingCapacity: true)
    front.removeAll(keepingCapacity: true)
    return cell.withUnsafeBufferPointer { cell in
      var position = 0
      while position < cell.count {
        let (value, count) = cell.scalar(at: position)
        position += count
        switch value {
        case 0x410: add(0xB0, 0xB5)
        case 0x42B: add(0xCB, 0xD6)
        case 0x492: add(0x80, 0xB3)
        case 0x49A: add(0x81, 0xBA)
        default: add(LetterCode.code(value), LetterCode.code(value))
        }
      }
      return !back.isEmpty && back.allSatisfy { slots[Int($0)] > 0 }
    }
    func add(_ a: UInt8, _ b: UInt8) {
      back.append(a)
      front.append(b)
    }
  }

  private static func least(_ cell: ArraySlice<UInt8>) -> UInt8? {
    if cell.elementsEqual([UInt8(ascii: "-")]) { return .max }
    return UInt8(String(decoding: cell, as: UTF8.self))
  }

  private mutating func node(of letters: [UInt8]) -> Int {
    var node = 0
    for code in letters.reversed() {
      let place = node * Self.width + Int(Self.slots[Int(code)])
      if children[place] == 0 {
        children[place] = UInt16(ranges.count)
        ranges.append(0..<0)
        children.append(contentsOf: repeatElement(0, count: Self.width))
      }
      node = Int(children[place])
    }
    return node
  }

  /// The node that a letter leads to from another; 0 for none, and at the beginning.
  @inline(__always)
  func child(_ node: Int, _ code: UInt8) -> Int { Int(children[node * Self.width + Int(Self.slots[Int(code)])]) }

  /// The readings of the suffix that ends at a node.
  @inline(__always)
  func readings(_ node: Int) -> Range<UInt16> { ranges[node] }
}
