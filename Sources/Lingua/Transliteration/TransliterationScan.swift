/// Walks over text by a compiled scheme: a direct table where it can, rules where it must.
///
/// What becomes of a character depends on at most `reach` bytes around it, so that text may be cut anywhere.
struct TransliterationScan: Sendable {
  /// How far the rules look, in bytes.
  static let reach = 640
  /// How much of a word decides whether it is one of front vowels, in bytes.
  private static let wordLimit = 256
  /// How many letters of the neighbouring words, and blanks between, a letter that stands alone looks over.
  private static let neighbourLimit = 8

  let table: SchemeTable
  /// Whether escapes are read; nothing far away is looked at then, and nothing is composed.
  let escaping: Bool
  private let letters = LetterCase.shared

  /// Whether a rule applied, and how many letters of the scheme's script have none.
  private(set) var mapped = false
  private(set) var stayed = 0
  // Where the word ends that was looked at last, in the scan's own text, and what it is.
  private var wordEnd = 0
  private var wordIsFront = false
  private var isVerbatim = false

  init(_ table: SchemeTable, escaping: Bool) {
    self.table = table
    self.escaping = escaping
  }

  /// Tells the scan that its text now begins `count` bytes later.
  mutating func drop(_ count: Int) { wordEnd = max(0, wordEnd - count) }

  /// Tells the scan that another text follows.
  mutating func reset() {
    wordEnd = 0
    isVerbatim = false
  }

  // Results of stretches of this size stay in the second-level cache until they are copied.
  private static let stretch = 65_536
  private var margin: Int { table.longestTarget + table.harmonyMark.count + 32 }

  /// Transliterates from `start` on until `limit` is reached or passed.
  ///
  /// - Parameter scratch: room that is kept between calls; its content means nothing.
  /// - Returns: where it ended; at `limit`, or behind it by the rest of a character or rule.
  mutating func run(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, scratch: inout [UInt8],
    into output: inout [UInt8]
  ) -> Int {
    // Two bytes become seven at most, one becomes seven at most where ASCII has rules.
    let capacity = 7 * min(Self.stretch, limit - start) + 4 * margin
    if scratch.count < capacity { scratch = [UInt8](repeating: 0, count: capacity) }
    var i = start
    while i < limit {
      let end = limit - i > Self.stretch ? Self.cut(text, at: i + Self.stretch) : limit
      let count = scratch.withUnsafeMutableBufferPointer { fill(&i, of: text, to: end, room: $0) }
      scratch.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<count])) }
    }
    return i
  }

  /// A place at or before `position` where a character begins that does not belong to the one before it.
  static func cut(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    var cut = position
    while cut > 0, text[cut] & 0xC0 == 0x80 { cut -= 1 }
    // All marks of a letter stay with it; only where they have no end it is parted from some.
    while position - cut < farthest, LetterCase.shared.flags(text.scalar(at: cut).value) & LetterCase.isMark != 0,
      let before = text.start(ofScalarBefore: cut)
    {
      cut = before
    }
    return cut
  }

  /// A cut goes back less than this and a character.
  private static let farthest = 24

  /// Fills the room with results; advances `position` and returns how many bytes were written.
  private mutating func fill(
    _ position: inout Int, of text: UnsafeBufferPointer<UInt8>, to limit: Int, room: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    guard let source = text.baseAddress, let target = room.baseAddress else { return 0 }
    var i = position
    var o = 0
    let last = room.count - margin
    while i < limit, o < last {
      let runStart = i
      if table.hasHarmony, startsWord(i, text) {
        step(&i, &o, text, runStart, target)
        continue
      }
      if !isVerbatim {
        let stop = min(limit, text.count - 1, i + (last - o) / 7)
        DirectCopy.run(table, source, &i, to: stop, count: text.count, target, &o)
        if !mapped { mapped = DirectCopy.isMapped(table, text, runStart..<i) }
        guard i < limit, o < last else { break }
      }
      step(&i, &o, text, runStart, target)
    }
    position = i
    return o
  }

  /// Works on one character by the rules.
  private mutating func step(
    _ i: inout Int, _ o: inout Int, _ text: UnsafeBufferPointer<UInt8>, _ runStart: Int,
    _ target: UnsafeMutablePointer<UInt8>
  ) {
    if escaping, unescape(&i, &o, text, target) { return }
    var character = text.scalar(at: i)
    if !escaping, letters.flags(character.value) & LetterCase.isMark != 0, i > runStart,
      let base = text.start(ofScalarBefore: i), base >= runStart,
      table.composition(of: text.scalar(at: base).value, character.value) != nil
    {
      // The base went by the direct table before its mark was seen.
      o -= directCount(text, base)
      i = base
      character = text.scalar(at: base)
    }
    if let match = match(at: i, in: text) {
      mapped = true
      if startsFrontWord(i, text) {
        for byte in table.harmonyMark { put(byte, &o, target) }
      }
      let range = range(of: match)
      for k in Int(range.lowerBound)..<Int(range.upperBound) { put(table.targets[k], &o, target) }
      i = match.end
      return
    }
    if letters.flags(character.value) & LetterCase.isLetter != 0,
      Script(of: Unicode.Scalar(replacingInvalid: character.value)) == table.script
    {
      stayed += 1
    }
    for k in 0..<min(character.count, text.count - i) { put(text[i + k], &o, target) }
    i += character.count
  }

  @inline(__always)
  private func put(_ byte: UInt8, _ o: inout Int, _ target: UnsafeMutablePointer<UInt8>) {
    target[o] = byte
    o += 1
  }

  /// How many bytes the direct table made of the character at `position`.
  private func directCount(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    let character = text.scalar(at: position)
    return character.value < 0x800 ? Int(table.direct[Int(character.value)] >> 56 & 7) : character.count
  }

  /// Reads an escape, if one is at `i` or a stretch is under way.
  private mutating func unescape(
    _ i: inout Int, _ o: inout Int, _ text: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let isSign = text[i] == Escape.sign
    guard isSign || isVerbatim else { return false }
    if isSign, i + 1 < text.count {
      let next = text[i + 1]
      if isVerbatim {
        if next == Escape.close { isVerbatim = false } else { put(next, &o, target) }
        i += 2
        return true
      }
      if next == Escape.open || next == Escape.gap {
        isVerbatim = next == Escape.open
        i += 2
        return true
      }
      i += 1
    }
    let count = min(text.scalar(at: i).count, text.count - i)
    for k in 0..<count { put(text[i + k], &o, target) }
    i += count
    return true
  }
}

// MARK: - Matching

extension TransliterationScan {
  /// The letter case of a result.
  enum Form: Sendable {
    case lower, title, upper
  }

  /// A rule that applies, where it ends, and in which letter case.
  struct Match {
    var rule: Int
    var end: Int
    var form: Form
  }

  /// The character at `i` with the mark that it composes with.
  @inline(__always)
  private func read(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> (value: UInt32, end: Int) {
    let base = text.scalar(at: i)
    let end = i + base.count
    if !escaping, end < text.count, text[end] >= 0xCC {
      let mark = text.scalar(at: end)
      if letters.flags(mark.value) & LetterCase.isMark != 0,
        let composed = table.composition(of: base.value, mark.value)
      {
        return (composed, end + mark.count)
      }
    }
    return (base.value, end)
  }

  /// The character before `i`, with its marks left out or composed, and where it begins; nil at the beginning.
  private func before(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> (value: UInt32, start: Int)? {
    var end = i
    for _ in 0..<4 {
      guard let start = text.start(ofScalarBefore: end) else { return nil }
      let value = text.scalar(at: start).value
      if letters.flags(value) & LetterCase.isMark == 0 || escaping { return (read(text, start).value, start) }
      end = start
    }
    return nil
  }

  /// The first character at or behind `i` that is no mark.
  private func after(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> (value: UInt32, end: Int)? {
    var i = i
    for _ in 0..<4 where i < text.count {
      let next = read(text, i)
      if letters.flags(next.value) & LetterCase.isMark == 0 || escaping { return next }
      i = next.end
    }
    return nil
  }

  @inline(__always)
  private func isLetter(_ value: UInt32) -> Bool { letters.flags(value) & LetterCase.isLetter != 0 }

  /// The context sets that what stands beside a letter belongs to.
  private func sets(of neighbour: UInt32?) -> UInt32 {
    guard let neighbour else { return table.setsOfEdge }
    let own = table.sets(of: letters.lower(neighbour, isTurkic: table.isTurkic))
    return isLetter(neighbour) ? own : own | table.setsOfEdge
  }

  /// The rule for what stands at `i`.
  mutating func match(at i: Int, in text: UnsafeBufferPointer<UInt8>) -> Match? {
    let first = read(text, i)
    let isTurkic = table.isTurkic
    let candidates = table.rules(of: letters.lower(first.value, isTurkic: isTurkic))
    if candidates.isEmpty { return nil }
    var leftSets: UInt32?
    for index in candidates {
      let rule = table.rules[index]
      var end = first.end
      var cased = 0
      var capitals = 0
      count(first.value, &cased, &capitals)
      let startsUpper = capitals > 0
      var fits = true
      var k = Int(rule.source.lowerBound) + 1
      while k < Int(rule.source.upperBound) {
        guard end < text.count else {
          fits = false
          break
        }
        let next = read(text, end)
        guard letters.lower(next.value, isTurkic: isTurkic) == table.sources[k] else {
          fits = false
          break
        }
        count(next.value, &cased, &capitals)
        end = next.end
        k += 1
      }
      // Only shapes that the way there makes: all small, the first capital, all capital.
      guard fits,
        capitals == 0 || capitals == cased || startsUpper && capitals == 1
          || startsUpper && isJoined(rule, capitals)
      else { continue }
      if rule.left != 0 {
        let known = leftSets ?? sets(of: before(text, i)?.value)
        leftSets = known
        if known & rule.left == 0 { continue }
      }
      if rule.right != 0, sets(of: after(text, end)?.value) & rule.right == 0 { continue }
      if rule.isFront, !isFrontWord(text, i) { continue }
      return Match(
        rule: index, end: end, form: form(rule, cased: cased, capitals: capitals, from: i, to: end, text))
    }
    return nil
  }

  /// Where the result of a match lies in the table's targets.
  func range(of match: Match) -> Range<Int32> {
    switch match.form {
    case .lower: table.rules[match.rule].lower
    case .title: table.rules[match.rule].title
    case .upper: table.rules[match.rule].upper
    }
  }

  /// Whether two capitals are the shape of joined letters at the beginning of a name.
  private func isJoined(_ rule: SchemeTable.Rule, _ capitals: Int) -> Bool {
    capitals == 2 && table.sources[Int(rule.source.lowerBound) + 1] == 0x361
  }

  @inline(__always)
  private func count(_ value: UInt32, _ cased: inout Int, _ capitals: inout Int) {
    let flags = letters.flags(value)
    if flags & LetterCase.isUpper != 0 {
      cased += 1
      capitals += 1
    } else if flags & LetterCase.isLower != 0 {
      cased += 1
    }
  }

  /// In which letter case a rule's result is written.
  private func form(
    _ rule: SchemeTable.Rule, cased: Int, capitals: Int, from i: Int, to end: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Form {
    guard rule.isCased else { return .lower }
    if cased == 0 { return isAmongCapitals(text, i, end) ? .upper : .lower }
    if capitals == 0 { return .lower }
    if cased > 1 { return capitals == cased ? .upper : .title }
    if same(rule.title, rule.upper) { return .upper }
    return neighbourForm(text, i, end)
  }

  private func same(_ a: Range<Int32>, _ b: Range<Int32>) -> Bool {
    guard a.count == b.count else { return false }
    for k in 0..<a.count where table.targets[Int(a.lowerBound) + k] != table.targets[Int(b.lowerBound) + k] {
      return false
    }
    return true
  }

  /// Whether a sign that has no letter case stands in a word of capitals.
  private func isAmongCapitals(_ text: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Bool {
    guard let left = before(text, i), letters.flags(left.value) & LetterCase.isUpper != 0 else { return false }
    if let right = after(text, end), isLetter(right.value) {
      return letters.flags(right.value) & LetterCase.isUpper != 0
    }
    guard let further = before(text, left.start) else { return false }
    return letters.flags(further.value) & LetterCase.isUpper != 0
  }

  /// The letter case of several letters for one capital: as the next letter, else as the one before; a letter that
  /// stands alone looks at the words beside it.
  private func neighbourForm(_ text: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Form {
    func form(_ value: UInt32) -> Form? {
      let flags = letters.flags(value)
      return flags & LetterCase.isLetter == 0 ? nil : flags & LetterCase.isUpper != 0 ? .upper : .title
    }
    let right = after(text, end)
    if let right, let form = form(right.value) { return form }
    if let left = before(text, i), let form = form(left.value) { return form }
    // "Ш." is an initial.
    if escaping || right?.value == 0x2E { return .title }
    var position = end
    for _ in 0..<Self.neighbourLimit {
      guard let next = after(text, position), next.value != 0x0A else { break }
      if let first = form(next.value) {
        if first == .title { return .title }
        if let second = after(text, next.end), let second = form(second.value) { return second }
        break
      }
      position = next.end
    }
    position = i
    for _ in 0..<Self.neighbourLimit {
      guard let previous = before(text, position), previous.value != 0x0A else { break }
      if form(previous.value) == .upper {
        return before(text, previous.start).flatMap { form($0.value) } == .upper ? .upper : .title
      }
      if form(previous.value) != nil { break }
      position = previous.start
    }
    return .title
  }
}

// MARK: - Words of front vowels

extension TransliterationScan {
  /// Whether a word begins at `i` that may get a mark.
  private func startsWord(_ i: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard table.hasHarmony, !table.isReverse, isLetter(text.scalar(at: i).value) else { return false }
    if let left = before(text, i), isLetter(left.value) { return false }
    return true
  }

  /// Whether a word begins at `i` that gets the mark: it has a front letter and none that makes the mark needless.
  func startsFrontWord(_ i: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard startsWord(i, text) else { return false }
    var position = i
    var isFront = false
    while position < text.count, position - i < Self.wordLimit {
      let next = read(text, position)
      guard letters.flags(next.value) & (LetterCase.isLetter | LetterCase.isMark) != 0 else { break }
      let role = table.harmonyRole(of: letters.lower(next.value, isTurkic: false))
      if role & SchemeTable.makesMarkNeedless != 0 { return false }
      if role & SchemeTable.asksForMark != 0 { isFront = true }
      position = next.end
    }
    return isFront
  }

  /// Whether the word around `i`, or what of a long word is near, shows a front vowel.
  private mutating func isFrontWord(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    if i < wordEnd { return wordIsFront }
    var roles: UInt8 = 0
    var position = i
    while let start = text.start(ofScalarBefore: position), i - start < Self.wordLimit {
      let value = text.scalar(at: start).value
      guard letters.flags(value) & (LetterCase.isLetter | LetterCase.isMark) != 0 else { break }
      roles |= table.harmonyRole(of: value)
      position = start
    }
    position = i
    while position < text.count, position - i < Self.wordLimit {
      let next = text.scalar(at: position)
      guard letters.flags(next.value) & (LetterCase.isLetter | LetterCase.isMark) != 0 else { break }
      roles |= table.harmonyRole(of: next.value)
      position += next.count
    }
    wordIsFront =
      roles & SchemeTable.isHarmonyMark != 0
      || roles & SchemeTable.tellsFront != 0 && roles & SchemeTable.tellsBack == 0
    wordEnd = position
    return wordIsFront
  }
}
