/// Compiles the rows of a scheme into a table.
struct SchemeCompiler {
  let scheme: Scheme
  let isReverse: Bool
  let isTurkic: Bool
  let hasHarmony: Bool
  let harmonyMark: [UInt8]
  /// The script that the direction reads.
  let script: Script

  /// By code point below 0x800: seven bytes of result, their count in bits 56 to 58, flags above.
  var direct: [UInt64]
  var followers = [UInt8](repeating: 0, count: 0x800)
  /// What letters mean for the mark of front words, by code point below 0x800.
  var harmonyRoles = [UInt8](repeating: 0, count: 0x800)
  /// By first byte, whether the rules must be asked for characters of three or four bytes.
  var leadNeedsRules = [Bool](repeating: false, count: 256)
  var rules: [SchemeTable.Rule] = []
  var sources: [UInt32] = []
  var targets: [UInt8] = []
  /// Where the rules of a first letter begin, by code point below 0x800, and one more.
  var starts = [UInt16](repeating: 0, count: 0x801)
  var wideRules: [UInt32: Range<Int>] = [:]
  var sets: [LetterContext.Side] = []
  var membership = [UInt32](repeating: 0, count: 0x800)
  var edgeSets: UInt32 = 0
  /// Base and mark to the character that they compose to, for the characters that rules begin with.
  var compositions: [UInt64: UInt32] = [:]
  /// Every character that rules match, in both cases.
  var alphabet: Set<UInt32> = []
  /// Every character that a context names.
  var contextLetters: Set<UInt32> = []
  /// The longest result of a rule in bytes.
  var longestTarget = 0

  init(_ source: SchemeRows, escaping: Bool) throws(ICUError) {
    let head = source.head
    scheme = head.scheme
    isReverse = source.isReverse
    isTurkic = head.isTurkic
    hasHarmony = head.harmony != nil
    harmonyMark = head.harmony?.mark.flatMap { UTF8.Bytes($0) } ?? []
    if let harmony = head.harmony {
      let roles = [
        (harmony.front, SchemeTable.asksForMark), (harmony.unless, SchemeTable.makesMarkNeedless),
        (harmony.signs, SchemeTable.tellsFront), (harmony.back, SchemeTable.tellsBack),
        (harmony.marks, SchemeTable.isHarmonyMark),
      ]
      for (letters, role) in roles {
        for value in letters where value < 0x800 { harmonyRoles[Int(value)] |= role }
      }
    }
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
      starts[value] = UInt16(clamping: k)
      while k < rules.count, first(k) == UInt32(value) { k += 1 }
    }
    starts[0x800] = UInt16(clamping: k)
    while k < rules.count {
      let begin = k, letter = first(k)
      while k < rules.count, first(k) == letter { k += 1 }
      wideRules[letter] = begin..<k
    }
    if !escaping { try compose() }
    fillFollowers()
    fillDirect()
    if escaping { direct[Int(Escape.sign)] |= SchemeTable.needsRules }
  }

  /// Whether words get a mark in this direction.
  private var marksWords: Bool { hasHarmony && !isReverse }

  private func first(_ rule: Int) -> UInt32 { sources[Int(rules[rule].source.lowerBound)] }

  private static func identity(_ value: UInt32) -> UInt64 {
    value < 0x80 ? 1 << 56 | UInt64(value) : 2 << 56 | UInt64(0x80 | value & 0x3F) << 8 | UInt64(0xC0 | value >> 6)
  }

  private mutating func add(_ row: SchemeRows.Row) {
    let begin = Int32(sources.count)
    for scalar in row.source {
      sources.append(scalar.value)
      alphabet.insert(scalar.value)
      alphabet.insert(LetterCase.upper(scalar.value, isTurkic: isTurkic))
    }
    // Of joined letters (t͡s) both are capitals at the beginning of a name.
    var title = row.target
    if let first = title.firstIndex(where: { LetterCase.upper($0.value, isTurkic: isTurkic) != $0.value }) {
      title[first] = upper(title[first])
      if first + 2 < title.count, title[first + 1].value == 0x361 { title[first + 2] = upper(title[first + 2]) }
    }
    let capitals = row.target.map(upper)
    rules.append(
      SchemeTable.Rule(
        source: begin..<Int32(sources.count), left: bit(row.context.left), right: bit(row.context.right),
        isFront: row.context.isFront, lower: append(row.target), title: append(title), upper: append(capitals),
        isCased: capitals != row.target))
    longestTarget = max(longestTarget, (rules.last?.upper.count ?? 0) + 8, rules.last?.lower.count ?? 0)
  }

  private func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(replacingInvalid: LetterCase.upper(scalar.value, isTurkic: isTurkic))
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

  private mutating func compose() throws(ICUError) {
    for value in alphabet where value >= 0x80 {
      let parts = Array(try normalize(String(Unicode.Scalar(replacingInvalid: value)), to: .nfd).unicodeScalars)
      if parts.count == 2 { compositions[UInt64(parts[0].value) << 32 | UInt64(parts[1].value)] = value }
    }
  }

  /// The kinds of each character as a follower of a letter whose result depends on it.
  private mutating func fillFollowers() {
    var looked: Set<UInt32> = []
    var looksAtEdge = false
    for rule in rules {
      looked.formUnion(sources[Int(rule.source.lowerBound) + 1..<Int(rule.source.upperBound)])
      for (index, side) in sets.enumerated() where rule.right & 1 << UInt32(index) != 0 {
        looked.formUnion(side.letters)
        if side.isEdge { looksAtEdge = true }
      }
    }
    for value in UInt32(0)..<0x800 {
      let flags = LetterCase.shared.flags(value)
      let isLetter = flags & LetterCase.isLetter != 0
      let isMark = flags & LetterCase.isMark != 0
      let isLookedAt =
        isMark || looksAtEdge && !isLetter
        || looked.contains(LetterCase.shared.lower(value, isTurkic: isTurkic)) || looked.contains(value)
      // Where words get a mark, what stands before a word asks for letters instead: the rules begin each word.
      let isLower = marksWords ? !isLetter : isLetter && flags & LetterCase.isLower != 0
      followers[Int(value)] =
        (isLookedAt ? SchemeTable.isLookedAt : 0) | (isLower ? 0 : SchemeTable.isNotLower)
    }
  }

  /// The entry of `direct` for a character that rules begin with.
  private func entry(_ flags: UInt8, _ range: Range<Int>) -> UInt64 {
    // All rules but the last must show by what follows.
    guard let rule = rules[range].last, rule.source.count == 1, rule.left == 0, rule.right == 0,
      !rule.isFront, rule.lower.count <= 7, rule.upper.count <= 7,
      rules[range].dropLast().allSatisfy({ !$0.isFront && ($0.source.count > 1 || $0.right != 0) })
    else { return SchemeTable.needsRules }
    if marksWords, flags & LetterCase.isLetter == 0 { return SchemeTable.needsRules }
    let isUpper = flags & LetterCase.isUpper != 0
    if flags & (LetterCase.isUpper | LetterCase.isLower) == 0, rule.isCased { return SchemeTable.needsRules }
    var ask: UInt64 = range.count > 1 ? UInt64(SchemeTable.isLookedAt) : 0
    // Before a small letter only the first of several letters is a capital.
    if isUpper, bytes(rule.title) != bytes(rule.upper) { ask |= UInt64(SchemeTable.isNotLower) }
    let result = isUpper ? rule.title : rule.lower
    guard result.count <= 7 else { return SchemeTable.needsRules }
    var entry = UInt64(result.count) << 56 | SchemeTable.isMapped | ask << SchemeTable.askShift
    for (index, byte) in bytes(result).enumerated() { entry |= UInt64(byte) << UInt64(8 * index) }
    return entry
  }

  private mutating func fillDirect() {
    let letters = LetterCase.shared
    for value in UInt32(0)..<0x800 {
      let flags = letters.flags(value)
      let range = SchemeTable.rules(of: letters.lower(value, isTurkic: isTurkic), starts, wideRules)
      if !range.isEmpty {
        direct[Int(value)] = entry(flags, range)
      } else if flags & LetterCase.isLetter != 0, Script(of: Unicode.Scalar(replacingInvalid: value)) == script {
        // A letter that the scheme should know is counted on the way.
        direct[Int(value)] |= SchemeTable.needsRules
      } else if marksWords, flags & LetterCase.isLetter == 0 {
        direct[Int(value)] |= UInt64(SchemeTable.isNotLower) << SchemeTable.askShift
      }
      if flags & LetterCase.isMark != 0 { direct[Int(value)] |= SchemeTable.needsRules }
    }
    if marksWords { leadNeedsRules = [Bool](repeating: true, count: 256) }
    for value in alphabet where value >= 0x800 {
      leadNeedsRules[Int(UTF8.Bytes(Unicode.Scalar(replacingInvalid: value)).first ?? 0)] = true
    }
  }

  private func bytes(_ range: Range<Int32>) -> ArraySlice<UInt8> {
    targets[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}
