/// The suffixes of `kazakh-suffixes.tsv` as a tree that is walked from the end of a word.
struct KazakhSuffixes: Sendable {
  /// One reading of a suffix.
  struct Reading: Sendable {
    var from: KazakhState
    var fromOfUnknown: KazakhState
    var to: KazakhState
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
    let file = try lexicons.file(Self.file, columns: ["suffix", "class", "after", "least"])
    var found: [(node: Int, reading: Reading)] = []
    for row in file.rows {
      func bad(_ column: String, _ value: String, _ expected: String) -> LexiconError {
        LexiconError(
          file: file.name, line: row.line, reason: .badValue(column: column, value: value, expected: expected))
      }
      guard let kind = KazakhSuffixClass(rawValue: row[1]) else {
        throw bad("class", row[1], KazakhSuffixClass.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard let after = Self.after(row[2]) else { throw bad("after", row[2], "letters of v r l n z t c *") }
      guard let least = row[3] == "-" ? UInt8.max : UInt8(row[3]) else { throw bad("least", row[3], "a number or -") }
      let variants = Self.variants(row[0])
      for (letters, harmony) in variants {
        guard !letters.isEmpty, letters.allSatisfy({ Self.slots[Int($0)] > 0 }) else {
          throw bad("suffix", row[0], "Kazakh letters")
        }
        let reading = Reading(
          from: kind.from, fromOfUnknown: kind.fromOfUnknown, to: kind.to, after: after, harmony: harmony, least: least)
        found.append((node(of: letters), reading))
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

  /// The letters of both harmonies.
  private static func variants(_ suffix: String) -> [(letters: [UInt8], harmony: KazakhLetter)] {
    var isPaired = false
    let pairs = suffix.unicodeScalars.map { scalar -> (Unicode.Scalar, Unicode.Scalar) in
      switch scalar {
      case "А": isPaired = true; return ("а", "е")
      case "Ы": isPaired = true; return ("ы", "і")
      case "Ғ": isPaired = true; return ("ғ", "г")
      case "Қ": isPaired = true; return ("қ", "к")
      default: return (scalar, scalar)
      }
    }
    func codes(_ letters: [Unicode.Scalar]) -> [UInt8] {
      LetterCode.codes(String(String.UnicodeScalarView(letters)))
    }
    let back = codes(pairs.map(\.0))
    guard isPaired else { return [(back, [])] }
    return [(back, .back), (codes(pairs.map(\.1)), .front)]
  }

  private static func after(_ cell: String) -> KazakhLetter? {
    var result: KazakhLetter = []
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "v": result.insert(.openVowel)
      case "r": result.insert(.glide)
      case "l": result.insert(.lateral)
      case "n": result.insert(.nasal)
      case "z": result.insert(.sibilant)
      case "t": result.insert(.voiceless)
      case "c": result.insert(.consonant)
      case "*": result.insert(.any)
      default: return nil
      }
    }
    return result.isEmpty ? nil : result
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
