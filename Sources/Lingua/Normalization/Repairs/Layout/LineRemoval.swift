/// Lines that go, and the edits that take them out so that no gap stays.
struct LineRemoval {
  let text: TextLines
  private var rules: [Int: (rule: EditRule, confidence: Double)] = [:]
  private var tails: [Int: (start: Int, number: Int?)] = [:]
  private var notes: [FootnoteLines.Note] = []

  init(text: TextLines) { self.text = text }

  /// Whether a line goes as a whole.
  func isGone(_ line: Int) -> Bool { rules[line] != nil }

  /// Whether what stands at a place goes with its line.
  func isGone(at position: Int) -> Bool {
    if rules.isEmpty && tails.isEmpty { return false }
    let line = line(at: position)
    return rules[line] != nil || tails[line].map { $0.start <= position } ?? false
  }

  mutating func remove(_ line: Int, _ rule: EditRule, _ confidence: Double) {
    if rules[line] == nil { rules[line] = (rule, confidence) }
  }

  /// Takes out the line of a marker that stands alone on it.
  mutating func removeLine(of marker: Range<Int>, rule: EditRule) {
    let line = line(at: marker.lowerBound)
    if text.lines[line].text == marker { remove(line, rule, 1) }
  }

  /// Takes out a footnote.
  mutating func remove(_ note: FootnoteLines.Note) {
    notes.append(note)
    for line in note.lines {
      if line == note.lines.lowerBound, let start = note.start {
        tails[line] = (start, note.number)
      } else {
        remove(line, PageFurniture.note, 0.9)
      }
    }
  }

  private func line(at position: Int) -> Int {
    var low = 0
    var high = text.lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if text.lines[middle].range.lowerBound <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// The edits.
  func edits(_ figures: LayoutFigures) -> [Edit] {
    if rules.isEmpty && tails.isEmpty { return [] }
    var result: [Edit] = []
    for page in text.pages {
      var index = page.lowerBound
      while index < page.upperBound {
        guard text.lines[index].isEmpty || isGone(index) else {
          if let tail = tails[index] {
            result.append(
              Edit(
                rule: PageFurniture.note, range: tail.start..<text.lines[index].range.upperBound,
                replacement: "-",
                confidence: 0.8))
          }
          index += 1
          continue
        }
        let first = index
        while index < page.upperBound, text.lines[index].isEmpty || isGone(index) { index += 1 }
        append(first..<index, on: page, wrapped: figures.isWrapped, to: &result)
      }
    }
    return result
  }

  /// The edits of a run of lines that are empty or go: at the edge of a page all go, elsewhere one empty line stays
  /// where there was any.
  private func append(
    _ run: Range<Int>, on page: Range<Int>, wrapped: Bool, to result: inout [Edit]
  ) {
    let gone = run.filter { isGone($0) }
    guard let first = gone.first, let last = gone.last else { return }
    let opens = run.lowerBound == page.lowerBound
    let closes = run.upperBound == page.upperBound
    var starts = gone.map { text.lines[$0].range.lowerBound }
    var end =
      closes
      ? text.lines[run.upperBound - 1].range.upperBound
      : text.lines[run.upperBound].range.lowerBound
    var glue = ""
    if opens || closes {
      starts[0] = text.lines[run.lowerBound].range.lowerBound
    } else if !wrapped, goesOn(run) {
      // A paragraph that the page cut.
      starts[0] = text.lines[run.lowerBound - 1].text.upperBound
      end = text.lines[run.upperBound].text.lowerBound
      glue = " "
    } else if run.lowerBound < first {
      starts[0] = text.lines[run.lowerBound + 1].range.lowerBound
    } else if last + 1 < run.upperBound {
      end = text.lines[run.upperBound - 1].range.lowerBound
    }
    for (place, line) in gone.enumerated() {
      guard let (rule, confidence) = rules[line] else { continue }
      let upper = place + 1 < gone.count ? starts[place + 1] : end
      result.append(
        Edit(
          rule: rule, range: starts[place]..<max(upper, starts[place]),
          replacement: place + 1 == gone.count ? glue : "", confidence: confidence))
    }
  }

  /// Whether a sentence goes on behind a run of lines.
  private func goesOn(_ run: Range<Int>) -> Bool {
    let before = text.lines[run.lowerBound - 1].text
    let behind = text.lines[run.upperBound].text
    guard let (value, _) = text.bytes.last(of: before),
      text.bytes.isSmall(at: behind.lowerBound, text.cases)
    else { return false }
    return value == 0x2C || text.cases.flags(value) & LetterCase.isLetter != 0
  }

  /// The footnotes as lines at the end of the document, their numbers in brackets.
  func movedNotes() -> Edit? {
    if notes.isEmpty { return nil }
    var lines: [UInt8] = []
    for note in notes {
      let start = note.start ?? text.lines[note.lines.lowerBound].text.lowerBound
      let end = text.lines[note.lines.upperBound - 1].text.upperBound
      var part = Array(text.bytes[start..<end]).map { $0 == 0x0A ? 0x20 : $0 }
      lines.append(0x0A)
      if let number = note.number {
        while let byte = part.first,
          byte &- 0x30 < 10 || byte == 0x20 || byte == 0x2E || byte == 0x29
        {
          part.removeFirst()
        }
        lines += "[\(number)] ".utf8
      }
      lines += part
    }
    if text.bytes.last != 0x0A { lines.insert(0x0A, at: 0) }
    lines.append(0x0A)
    let end = text.bytes.count
    return Edit(
      rule: PageFurniture.note, range: end..<end,
      replacement: String(decoding: lines, as: UTF8.self), confidence: 0.9)
  }
}
