/// Finds the line ends inside paragraphs of hard-wrapped prose.
///
/// A line end is a wrap when the next line's first word would not have fitted into the column. Verse, lists, tables,
/// headings, labels and addresses keep their lines.
struct LineJoins {
  let text: TextLines
  let lexicon: LayoutLexicon
  let figures: LayoutFigures
  // For each line, the width of its block and whether the block is prose.
  private var widths: [Int]
  private var isProse: [Bool]
  private var areIndentsRare: Bool
  private let numbers: PageNumbers

  init(text: TextLines, lexicon: LayoutLexicon, figures: LayoutFigures) {
    self.text = text
    self.lexicon = lexicon
    self.figures = figures
    numbers = PageNumbers(text: text, lexicon: lexicon, figures: figures)
    widths = Array(repeating: figures.width, count: text.lines.count)
    isProse = Array(repeating: false, count: text.lines.count)
    let indented = text.lines.count { !$0.isEmpty && $0.text.lowerBound > $0.range.lowerBound }
    areIndentsRare = indented * 10 < figures.lineCount * 3
    var first = 0
    while first < text.lines.count {
      guard !text.lines[first].isEmpty else {
        first += 1
        continue
      }
      var end = first + 1
      while !text.endsBlock(end - 1) { end += 1 }
      measure(first..<end)
      first = end
    }
  }

  private mutating func measure(_ block: Range<Int>) {
    let lengths = block.map { text.lines[$0].count }.filter { $0 * 20 <= figures.width * 23 }
    let longest = lengths.max() ?? 0
    let isNarrow = lengths.count >= 3 && longest * 10 >= figures.width * 6
    let prose = block.count >= 3 || block.contains { text.endsSentence($0) }
    for line in block {
      if isNarrow { widths[line] = min(figures.width, longest) }
      isProse[line] = prose
    }
  }

  /// The edits that put a blank in the place of such line ends.
  ///
  /// - Parameter joinedHyphens: the lines whose ends are gone with a hyphen.
  mutating func edits(joinedHyphens: Set<Int>) -> [Edit] {
    var result: [Edit] = []
    var isRunning = false
    for line in text.lines.indices.dropLast() where !text.lines[line].isEmpty {
      if joinedHyphens.contains(line) {
        isRunning = true
        continue
      }
      var next = line + 1
      if text.endsBlock(line) {
        while next < text.lines.count, text.lines[next].isEmpty { next += 1 }
        isRunning = next < text.lines.count && next - line <= 8 && goesOn(line, next)
      } else {
        isRunning = isWrap(line, isRunning: isRunning)
      }
      guard isRunning else { continue }
      let range = text.lines[line].text.upperBound..<text.lines[next].text.lowerBound
      result.append(Edit(rule: LineEnds.join, range: range, replacement: " ", confidence: 0.9))
    }
    return result
  }

  /// Whether the paragraph of a line that a page or column ends goes on in another line.
  private func goesOn(_ line: Int, _ next: Int) -> Bool {
    guard text.bytes.isSmall(at: text.lines[next].text.lowerBound, text.cases),
      !text.endsSentence(line),
      text.lines[line].count * 10 >= widths[line] * 6, !standsAlone(line, next),
      let (value, _) = text.bytes.last(of: text.lines[line].text)
    else { return false }
    return value == 0x2C || text.cases.flags(value) & LetterCase.isLetter != 0
  }

  private func isWrap(_ line: Int, isRunning: Bool) -> Bool {
    let next = line + 1
    let isTitle =
      text.bytes.isCapitals(text.lines[line].text, text.cases)
      && text.bytes.isCapitals(text.lines[next].text, text.cases)
    guard isProse[line], !isTitle, !standsAlone(line, next) else { return false }
    let range = text.lines[next].text
    var wordEnd = range.lowerBound
    while wordEnd < range.upperBound, text.bytes[wordEnd] != 0x20 { wordEnd += 1 }
    let word = text.bytes.characterCount(range.lowerBound..<wordEnd)
    if (text.lines[line].count + 1 + word) * 10 > widths[line] * 9 { return true }
    guard !text.endsSentence(line) else { return false }
    if !text.bytes.isCapital(at: range.lowerBound, text.cases) { return true }
    if isRunning, text.lines[line].count * 10 >= widths[line] * 6 { return true }
    return isSpread(line)
  }

  /// Whether a line and the next are words of one justified line that extraction set apart.
  private func isSpread(_ line: Int) -> Bool {
    guard isShort(line), isShort(line + 1) else { return false }
    var first = line
    var last = line + 1
    while line - first < 8, !text.opensBlock(first), isShort(first - 1) { first -= 1 }
    while last - line < 8, !text.endsBlock(last), isShort(last + 1) { last += 1 }
    let count = (first...last).reduce(0) { $0 + text.lines[$1].count + 1 }
    return last - first >= 2 && count * 2 >= figures.width && !text.opensBlock(first)
  }

  /// Whether a line holds at most two words.
  private func isShort(_ line: Int) -> Bool {
    let range = text.lines[line].text
    return range.count(where: { text.bytes[$0] == 0x20 }) <= 1
  }

  /// Whether two lines are not of one paragraph: the second begins something new.
  private func standsAlone(_ line: Int, _ next: Int) -> Bool {
    let (a, b) = (text.lines[line].text, text.lines[next].text)
    let isEnd = text.endsSentence(line)
    if isEnd, areIndentsRare, b.lowerBound > text.lines[next].range.lowerBound { return true }
    if isEnd, text.endsBlock(next), !text.endsSentence(next),
      text.bytes.isCapital(at: b.lowerBound, text.cases)
    {
      return true
    }
    if text.bytes.isCapitals(a, text.cases) != text.bytes.isCapitals(b, text.cases) { return true }
    if numbers.number(of: line) != nil || numbers.number(of: next) != nil { return true }
    if hasAddress(a) || hasAddress(b) || LineShape.isLabel(text, b) || LineShape.isListItem(text, b) {
      return true
    }
    let beginning = b.lowerBound..<min(b.upperBound, b.lowerBound + 120)
    return text.bytes.isCapital(at: b.lowerBound, text.cases)
      && lexicon.isHeading(text.bytes.lowered(beginning, text.cases))
  }

  /// Whether the first word is an address of mail.
  private func hasAddress(_ range: Range<Int>) -> Bool {
    for i in range {
      if text.bytes[i] == 0x20 { return false }
      if text.bytes[i] == 0x40 { return true }
    }
    return false
  }
}
