/// Finds the lines of footnotes at the ends of pages and columns.
struct FootnoteLines {
  let text: TextLines
  let lexicon: LayoutLexicon
  /// The numbers that stand glued to words and stops in the text.
  let marks: Set<Int>

  /// A footnote.
  struct Note {
    /// Its lines.
    var lines: Range<Int>
    /// Its number; nil where there is none, or where recognition read it as something else.
    var number: Int?
    /// Where it begins inside its first line, when extraction has put it behind a word that a hyphen cuts.
    var start: Int?
  }

  private struct Mark {
    var number: Int?
    var isGlued: Bool
    /// Where the note's own text begins.
    var rest: Int
  }

  /// The footnotes.
  ///
  /// - Parameter isGone: whether a line is other page furniture.
  func notes(isGone: (Int) -> Bool) -> [Note] {
    var result: [Note] = []
    for page in text.pages {
      result += notes(on: page, behind: result.last?.number, isGone: isGone)
    }
    return result
  }

  /// Whether a line begins as a footnote does: with a number that is glued to a capital, or a mark and a source.
  func mayBegin(_ line: Int) -> Bool {
    let range = text.lines[line].text
    guard !range.isEmpty, let mark = mark(range) else { return false }
    return mark.isGlued && text.bytes.isCapital(at: mark.rest, text.cases)
      || lexicon.beginsNote(text.bytes, mark.rest..<range.upperBound, isMarked: true)
  }

  private func notes(on page: Range<Int>, behind last: Int?, isGone: (Int) -> Bool) -> [Note] {
    let live = page.filter { !text.lines[$0].isEmpty && !isGone($0) }
    guard live.count > 3 else { return [] }
    var starts: [(line: Int, number: Int?, offset: Int?, isSource: Bool)] = []
    for line in live {
      let range = text.lines[line].text
      let mark = mark(range)
      let rest = (mark?.rest ?? range.lowerBound)..<range.upperBound
      let next = (starts.isEmpty ? last : starts.last?.number).map { $0 + 1 }
      let isSource = lexicon.beginsNote(text.bytes, rest, isMarked: mark != nil)
      let isCapital = text.bytes.isCapital(at: rest.lowerBound, text.cases)
      if let mark {
        let isNext = mark.number != nil && mark.number == next
        let isMarked = mark.number.map { marks.contains($0) } ?? false
        if isSource || isCapital && (isMarked || isNext && mark.isGlued) && (mark.isGlued || isNext) {
          starts.append((line, mark.number, nil, isSource))
          continue
        }
      } else if isSource, line == live.last, live.count > 5 {
        starts.append((line, nil, nil, true))
        continue
      }
      if let next, marks.contains(next) || !starts.isEmpty, let place = inside(range, number: next) {
        starts.append((line, next, place, false))
      }
    }
    let lines = starts.map(\.line)
    return settled(
      starts.map {
        Note(lines: end(of: $0.line, lines, isGone), number: $0.number, start: $0.offset)
      },
      hasSource: starts.contains { $0.isSource }, live: live, page: page, isGone: isGone)
  }

  /// Keeps the notes behind which nothing but notes and other furniture follows up to the end of the page, or behind which
  /// a page number stands; a group that begins high on the page needs a note with a source.
  private func settled(
    _ notes: [Note], hasSource: Bool, live: [Int], page: Range<Int>, isGone: (Int) -> Bool
  ) -> [Note] {
    var good: [Note] = []
    for note in notes.reversed() {
      var line = note.lines.upperBound
      while line < page.upperBound, text.lines[line].isEmpty { line += 1 }
      if line >= page.upperBound || isGone(line)
        || good.contains(where: { $0.lines.lowerBound == line })
      {
        good.append(note)
      }
    }
    good.reverse()
    if let first = good.first, !hasSource, let place = live.firstIndex(of: first.lines.lowerBound),
      place * 3 < live.count
    {
      return []
    }
    return good
  }

  /// The lines of a note: up to an empty line, other furniture or the next note. Where many lines follow they may be the
  /// text of the next column, and the note ends with its sentence.
  private func end(of line: Int, _ starts: [Int], _ isGone: (Int) -> Bool) -> Range<Int> {
    var end = line + 1
    while !text.endsBlock(end - 1), !isGone(end), !starts.contains(end) { end += 1 }
    if end - line > 5 {
      end = line + 1
      while end - line < 5, !text.endsSentence(end - 1) { end += 1 }
    }
    return line..<end
  }

  /// The mark at the beginning of a line: a number of up to three digits, a superscript, a star or dagger, or "!", as which
  /// a small 1 is read; at most a stop and a blank behind it.
  private func mark(_ range: Range<Int>) -> Mark? {
    let bytes = text.bytes
    var position = range.lowerBound
    var number: Int?
    let first = bytes.scalar(at: position)
    if first.value &- 0x30 < 10 {
      var end = position
      while end < range.upperBound, bytes[end] &- 0x30 < 10 { end += 1 }
      guard end - position <= 3 else { return nil }
      number = PageNumbers.digits(bytes, position..<end)
      position = end
    } else if let value = FootnoteMarks.superscript(first.value) {
      number = value
      position += first.count
    } else if first.value == 0x21 || first.value == 0x2A || (0x2020...0x2021).contains(first.value) {
      position += first.count
    } else {
      return nil
    }
    let glued = position
    if position < range.upperBound, bytes[position] == 0x2E || bytes[position] == 0x29 {
      position += 1
    }
    if position < range.upperBound, bytes[position] == 0x20 { position += 1 }
    guard position < range.upperBound,
      text.cases.flags(bytes.scalar(at: position).value) & LetterCase.isLetter != 0
    else { return nil }
    return Mark(number: number, isGlued: glued == position, rest: position)
  }

  /// Where a number stands between a letter and a capital inside a line: the hyphen that was there is lost, with it the
  /// line end.
  private func inside(_ range: Range<Int>, number: Int) -> Int? {
    let bytes = text.bytes
    var position = range.lowerBound
    while position < range.upperBound {
      guard bytes[position] &- 0x30 < 10 else {
        position += 1
        continue
      }
      var end = position
      while end < range.upperBound, bytes[end] &- 0x30 < 10 { end += 1 }
      if let (_, before) = bytes.last(of: range.lowerBound..<position),
        bytes.isSmall(at: before, text.cases),
        bytes.isCapital(at: end, text.cases), PageNumbers.digits(bytes, position..<end) == number
      {
        return position
      }
      position = end
    }
    return nil
  }
}
