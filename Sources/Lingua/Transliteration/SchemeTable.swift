/// A scheme compiled for one direction.
///
/// Characters of two bytes whose result depends on nothing else stand ready in `direct`; the others go through `rules`.
struct SchemeTable: Sendable {
  /// A rule without its letters, which lie in `sources` and `targets`.
  struct Rule: Sendable {
    var source: Range<Int32>
    /// The bit of the set that must hold what stands before and after; 0 for anything.
    var left: UInt32
    var right: UInt32
    var isFront: Bool
    /// The result in lower case, with a capital first letter, and in capitals.
    var lower: Range<Int32>
    var title: Range<Int32>
    var upper: Range<Int32>
    /// Whether the result has capitals at all.
    var isCased: Bool
  }

  /// Of an entry of `direct`: the rules must be asked.
  static let needsRules: UInt64 = 1 << 63
  /// Of an entry of `direct`: a rule made it.
  static let isMapped: UInt64 = 1 << 62

  let scheme: Scheme
  let isReverse: Bool
  let isTurkic: Bool
  let harmony: SchemeHead.Harmony?
  let harmonyMark: [UInt8]
  /// The script that the direction reads.
  let script: Script

  /// By code point below 0x800: seven bytes of result, their count in bits 56 to 58, flags above.
  private(set) var direct: [UInt64]
  /// By first byte, whether the rules must be asked for characters of three or four bytes.
  private(set) var leadNeedsRules = [Bool](repeating: false, count: 256)
  private(set) var rules: [Rule] = []
  private(set) var sources: [UInt32] = []
  private(set) var targets: [UInt8] = []
  /// Where the rules of a first letter begin, by code point below 0x800, and one more.
  private var starts = [UInt16](repeating: 0, count: 0x801)
  private var wideRules: [UInt32: Range<Int>] = [:]
  private var sets: [LetterContext.Side] = []
  private var membership = [UInt32](repeating: 0, count: 0x800)
  private var edgeSets: UInt32 = 0
  /// Base and mark to the character that they compose to, for the characters that rules begin with.
  private var compositions: [UInt64: UInt32] = [:]
  /// Every character that rules match, in both cases.
  private(set) var alphabet: Set<UInt32> = []
  /// Every character that a context names.
  private(set) var contextLetters: Set<UInt32> = []
  /// The longest result of a rule in bytes.
  private(set) var longestTarget = 0

  /// Compiles the rows of a direction.
  ///
  /// - Parameters:
  ///   - source: the rows.
  ///   - escaping: whether escapes are read or written; no characters are composed then.
  /// - Throws: `ICUError` when ICU cannot load its data.
  init(_ source: SchemeRows, escaping: Bool) throws(ICUError) {
    let head = source.head
    scheme = head.scheme
    isReverse = source.isReverse
    isTurkic = head.isTurkic
    harmony = head.harmony
    var mark: [UInt8] = []
    for scalar in head.harmony?.mark ?? [] { mark.append(contentsOf: UTF8.Bytes(scalar)) }
    harmonyMark = mark
    script = source.isReverse ? head.scheme.to : head.scheme.from
    direct = (0..<0x800).map { Self.identity(UInt32($0)) }
    let order = source.rows.enumerated().sorted { a, b in
      let x = a.element, y = b.element
      let first = (x.source.first?.value ?? 0, y.source.first?.value ?? 0)
      if first.0 != first.1 { return first.0 < first.1 }
      if x.source.count != y.source.count { return x.source.count > y.source.count }
      if x.context.count != y.context.count { return x.context.count > y.context.count }
      return a.offset < b.offset
    }
    for (_, row) in order { add(row) }
    var k = 0
    for value in 0..<0x800 {
      starts[value] = UInt16(k)
      while k < rules.count, first(k) == UInt32(value) { k += 1 }
    }
    starts[0x800] = UInt16(k)
    while k < rules.count {
      let begin = k, letter = first(k)
      while k < rules.count, first(k) == letter { k += 1 }
      wideRules[letter] = begin..<k
    }
    if !escaping { try compose() }
    fillDirect()
    if escaping { direct[Int(Escape.sign)] |= Self.needsRules }
  }

  private func first(_ rule: Int) -> UInt32 { sources[Int(rules[rule].source.lowerBound)] }

  private static func identity(_ value: UInt32) -> UInt64 {
    value < 0x80 ? 1 << 56 | UInt64(value) : 2 << 56 | UInt64(0x80 | value & 0x3F) << 8 | UInt64(0xC0 | value >> 6)
  }

  private mutating func add(_ row: SchemeRows.Row) {
    let begin = Int32(sources.count)
    for scalar in row.source {
      sources.append(scalar.value)
      alphabet.insert(scalar.value)
      alphabet.insert(LetterTable.upper(scalar.value, isTurkic: isTurkic))
    }
    // Of joined letters (t͡s) both are capitals at the beginning of a name.
    var title = row.target
    if let first = title.firstIndex(where: { LetterTable.upper($0.value, isTurkic: isTurkic) != $0.value }) {
      title[first] = upper(title[first])
      if first + 2 < title.count, title[first + 1].value == 0x361 { title[first + 2] = upper(title[first + 2]) }
    }
    let capitals = row.target.map(upper)
    rules.append(
      Rule(
        source: begin..<Int32(sources.count), left: bit(row.context.left), right: bit(row.context.right),
        isFront: row.context.isFront, lower: append(row.target), title: append(title), upper: append(capitals),
        isCased: capitals != row.target))
    longestTarget = max(longestTarget, (rules.last?.upper.count ?? 0) + 8, rules.last?.lower.count ?? 0)
  }

  private func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(replacingInvalid: LetterTable.upper(scalar.value, isTurkic: isTurkic))
  }

  private mutating func append(_ scalars: [Unicode.Scalar]) -> Range<Int32> {
    let begin = Int32(targets.count)
    for scalar in scalars { targets.append(contentsOf: UTF8.Bytes(scalar)) }
    return begin..<Int32(targets.count)
  }

  /// The bit of a side of a context.
  private mutating func bit(_ side: LetterContext.Side?) -> UInt32 {
    guard let side else { return 0 }
    if let known = sets.firstIndex(of: side) { return 1 << UInt32(known) }
    let bit: UInt32 = 1 << UInt32(sets.count)
    sets.append(side)
    contextLetters.formUnion(side.letters)
    for letter in side.letters where letter < 0x800 { membership[Int(letter)] |= bit }
    if side.isEdge { edgeSets |= bit }
    return bit
  }

  /// The sets that hold a character in lower case.
  @inline(__always)
  func sets(of letter: UInt32) -> UInt32 {
    if letter < 0x800 { return membership[Int(letter)] }
    var bits: UInt32 = 0
    for (index, side) in sets.enumerated() where side.letters.contains(letter) { bits |= 1 << UInt32(index) }
    return bits
  }

  /// The sets that hold the edge of a word.
  var setsOfEdge: UInt32 { edgeSets }

  /// The rules that begin with a letter in lower case.
  @inline(__always)
  func rules(of letter: UInt32) -> Range<Int> {
    if letter < 0x800 { return Int(starts[Int(letter)])..<Int(starts[Int(letter) + 1]) }
    return wideRules[letter] ?? 0..<0
  }

  /// The character that a base and a mark compose to, where rules know it.
  @inline(__always)
  func composition(of base: UInt32, _ mark: UInt32) -> UInt32? {
    compositions.isEmpty ? nil : compositions[UInt64(base) << 32 | UInt64(mark)]
  }

  private mutating func compose() throws(ICUError) {
    for value in alphabet where value >= 0x80 {
      let parts = Array(try normalize(String(Unicode.Scalar(replacingInvalid: value)), to: .nfd).unicodeScalars)
      if parts.count == 2 { compositions[UInt64(parts[0].value) << 32 | UInt64(parts[1].value)] = value }
    }
  }

  private mutating func fillDirect() {
    let letters = LetterTable.shared
    for value in UInt32(0)..<0x800 {
      let flags = letters.flags(value)
      let lower = letters.lower(value, isTurkic: isTurkic)
      let range = rules(of: lower)
      var needsRules = flags & LetterTable.isMark != 0
      if range.isEmpty {
        // A letter that the scheme should know is counted on the way.
        if flags & LetterTable.isLetter != 0, Script(of: Unicode.Scalar(replacingInvalid: value)) == script {
          needsRules = true
        }
      } else {
        needsRules = true
        let rule = rules[range.lowerBound]
        let isUpper = flags & LetterTable.isUpper != 0
        let isCaseless = flags & (LetterTable.isUpper | LetterTable.isLower) == 0
        if harmony == nil, rule.source.count == 1, rule.left == 0, rule.right == 0, !rule.isFront, rule.lower.count <= 7,
          rule.upper.count <= 7, isCaseless ? !rule.isCased : !isUpper || bytes(rule.title) == bytes(rule.upper)
        {
          let result = isUpper ? rule.upper : rule.lower
          var entry = UInt64(result.count) << 56 | Self.isMapped
          for (index, byte) in targets[Int(result.lowerBound)..<Int(result.upperBound)].enumerated() {
            entry |= UInt64(byte) << UInt64(8 * index)
          }
          direct[Int(value)] = entry
          needsRules = false
        }
      }
      if needsRules { direct[Int(value)] |= Self.needsRules }
    }
    for value in alphabet where value >= 0x800 {
      let lead = UTF8.Bytes(Unicode.Scalar(replacingInvalid: value)).first
      leadNeedsRules[Int(lead ?? 0)] = true
    }
  }

  private func bytes(_ range: Range<Int32>) -> ArraySlice<UInt8> {
    targets[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}

extension UTF8 {
  /// The bytes of a scalar.
  struct Bytes: Sequence {
    private let units: Unicode.UTF8.EncodedScalar

    init(_ scalar: Unicode.Scalar) { units = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }

    var first: UInt8? { units.first }

    func makeIterator() -> Unicode.UTF8.EncodedScalar.Iterator { units.makeIterator() }
  }
}
