/// Finds the numbers of footnotes that are glued to words, stops, quotes and brackets.
struct FootnoteMarks {
  let text: UnsafeBufferPointer<UInt8>
  let lexicon: LayoutLexicon
  private let cases = LetterCase.shared

  init(text: UnsafeBufferPointer<UInt8>, lexicon: LayoutLexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// A number that may be a mark.
  struct Candidate {
    var range: Range<Int>
    var number: Int
    /// Printed high.
    var isSuperscript = false
    /// Directly behind the letters of an acronym.
    var isOnAcronym = false
    /// Directly behind a word.
    var isOnWord = false
    /// Behind the blank that follows a sentence.
    var isApart = false
  }

  /// The candidates that are marks: high numbers, and those that rise through the text, or whose footnotes are known.
  ///
  /// - Parameter notes: the numbers of footnotes that stand on the pages.
  func marks(among all: [Candidate], notes: Set<Int>) -> [(Candidate, confidence: Double)] {
    var result: [(Candidate, confidence: Double)] = []
    var chain = 0
    let low = all.filter { !$0.isSuperscript && !$0.isApart }
    for (index, candidate) in low.enumerated() where candidate.number > 0 {
      let near = max(0, index - 4)..<index
      let behind = index + 1..<min(low.count, index + 5)
      let follows = near.contains { (1...2).contains(candidate.number - low[$0].number) }
      let leads = behind.contains { (1...2).contains(low[$0].number - candidate.number) }
      let hasNote = notes.contains(candidate.number)
      if candidate.isOnAcronym, !(follows && leads) { continue }
      if hasNote, !candidate.isOnWord || follows || leads {
        result.append((candidate, 0.95))
        chain = max(chain, 4)
      } else if follows || leads && candidate.number == 1 {
        result.append((candidate, 0.9))
        chain += 1
      }
    }
    if chain < 4 { result = [] }
    var found = Set(result.map(\.0.number))
    for candidate in all where candidate.isApart && notes.contains(candidate.number) {
      if found.insert(candidate.number).inserted { result.append((candidate, 0.8)) }
    }
    result += all.filter(\.isSuperscript).map { ($0, 0.9) }
    return result.sorted { $0.0.range.lowerBound < $1.0.range.lowerBound }
  }

  /// All numbers that stand as marks do.
  func candidates() -> [Candidate] {
    var result: [Candidate] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte &- 0x30 < 10 {
        var end = position
        while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
        if let candidate = candidate(position..<end) { result.append(candidate) }
        position = end
      } else if byte == 0xC2 || byte == 0xE2 {
        var end = position
        var number = 0
        while end < text.count, let digit = Self.superscript(text.scalar(at: end).value) {
          number = min(9999, number * 10 + digit)
          end += text.scalar(at: end).count
        }
        if end > position, standsHigh(position..<end) {
          result.append(Candidate(range: position..<end, number: number, isSuperscript: true))
        }
        position = max(end, position + 1)
      } else {
        position += 1
      }
    }
    return result
  }

  /// The value of a superscript digit.
  static func superscript(_ value: UInt32) -> Int? {
    switch value {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070, 0x2074...0x2079: Int(value - 0x2070)
    default: nil
    }
  }

  /// Whether a high number is a mark and no power: behind a word that is no unit, or behind a stop.
  private func standsHigh(_ range: Range<Int>) -> Bool {
    guard let (value, before) = text.last(of: 0..<range.lowerBound) else { return false }
    if cases.flags(value) & LetterCase.isLetter != 0 {
      let start = text.wordStart(endingAt: range.lowerBound, floor: 0, cases)
      return start < before && !isUnit(start..<range.lowerBound)
    }
    if value &- 0x30 < 10 {
      // Behind a year it is no power.
      let start = text.wordStart(endingAt: range.lowerBound, floor: 0, cases)
      return PageNumbers.digits(text, start..<range.lowerBound).map { (1900...2099).contains($0) }
        ?? false
    }
    return isStop(value) && hasWord(before: before, stop: value)
  }

  private func candidate(_ range: Range<Int>) -> Candidate? {
    guard range.count <= 3, let number = PageNumbers.digits(text, range), isFree(range.upperBound),
      let (value, before) = text.last(of: 0..<range.lowerBound)
    else { return nil }
    if cases.flags(value) & LetterCase.isLetter != 0 {
      let start = text.wordStart(endingAt: range.lowerBound, floor: 0, cases)
      let word = start..<range.lowerBound
      guard start < before, !isUnit(word), !isInAddress(range.lowerBound) else { return nil }
      let (letters, capitals) = text.letters(word, cases)
      return Candidate(
        range: range, number: number, isOnAcronym: letters == capitals && letters <= 8,
        isOnWord: true)
    }
    if value == 0x20, let (stop, place) = text.last(of: 0..<before), Self.closes(stop),
      hasWord(before: place, stop: stop), isBeforeSentence(range.upperBound)
    {
      return Candidate(range: before..<range.upperBound, number: number, isApart: true)
    }
    guard isStop(value), hasWord(before: before, stop: value), !isInAddress(range.lowerBound) else {
      return nil
    }
    return Candidate(range: range, number: number)
  }

  /// Whether what follows a number lets it be a mark: the end, a blank, a stop or bracket, and no decimals.
  private func isFree(_ end: Int) -> Bool {
    guard end < text.count else { return true }
    let (value, count) = text.scalar(at: end)
    switch value {
    case 0x2E, 0x2C, 0x3A: return end + count >= text.count || text[end + count] &- 0x30 >= 10
    case 0x20, 0x0A, 0x0C, 0x21, 0x29, 0x3B, 0x3F, 0x5D, 0xBB, 0x2013, 0x2014, 0x201C, 0x201D:
      return true
    default: return false
    }
  }

  /// Whether a blank or line end stands at a place, and behind it a capital, a quote or nothing.
  private func isBeforeSentence(_ place: Int) -> Bool {
    var position = place
    while position < text.count, text[position] <= 0x20 { position += 1 }
    if position == text.count { return true }
    let value = text.scalar(at: position).value
    return position > place
      && (text.isCapital(at: position, cases) || value == 0xAB || value == 0x22 || value == 0x201C)
  }

  /// Whether a character ends a sentence.
  private static func closes(_ value: UInt32) -> Bool {
    value == 0x2E || value == 0x21 || value == 0x3F || value == 0xBB || value == 0x201D
  }

  private func isStop(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x22, 0x25, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0xBB, 0x2019, 0x201C, 0x201D,
      0x2026:
      true
    default: false
    }
  }

  /// Whether a word of three letters or more stands before the stop that begins at `position`, at most one more stop
  /// between them. Behind a short word the stop is that of an abbreviation (p.45), behind a bracket it ends a formula.
  private func hasWord(before position: Int, stop: UInt32) -> Bool {
    if stop == 0x25 { return true }
    var end = position
    if let (value, start) = text.last(of: 0..<end), isStop(value) { end = start }
    let start = text.wordStart(endingAt: end, floor: 0, cases)
    let count = text.characterCount(start..<end)
    if count > 0, text[end - 1] &- 0x30 < 10 {
      return count == 4 || count >= 2 && stop != 0x2E && stop != 0x2C && stop != 0x3A
    }
    return count >= 3
  }

  private func isUnit(_ word: Range<Int>) -> Bool {
    lexicon.contains(text.lowered(word, cases), .unit)
  }

  /// Whether the place is inside an address of the web.
  private func isInAddress(_ position: Int) -> Bool {
    var start = position
    let floor = max(0, position - 300)
    while start > floor, text[start - 1] > 0x20 { start -= 1 }
    var i = start
    while i + 2 < position {
      if text[i] == 0x3A && text[i + 1] == 0x2F && text[i + 2] == 0x2F { return true }
      if text[i] == 0x77 && text[i + 1] == 0x77 && text[i + 2] == 0x77 { return true }
      if text[i] == 0x40 { return true }
      i += 1
    }
    return false
  }
}
