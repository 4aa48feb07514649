/// What becomes of footnotes and of their numbers in the text.
public enum FootnoteHandling: String, Hashable, Sendable, CaseIterable {
  /// They stay where they are; numbers that are glued to a word are set apart in brackets.
  case keep
  /// The notes go to the end of the document; their numbers stand in brackets there and in the text.
  case move
  /// Notes and numbers go; the list of edits keeps their text.
  case drop
}

/// Takes out what belongs to the page and not to the text: page markers, running heads, page numbers, lines that stand for
/// a picture, footnotes and their marks.
struct PageFurniture: DocumentRepair {
  static let marker = EditRule(rawValue: "page-marker")
  static let head = EditRule(rawValue: "running-head")
  static let number = EditRule(rawValue: "page-number")
  static let note = EditRule(rawValue: "footnote")
  static let mark = EditRule(rawValue: "footnote-mark")
  static let picture = EditRule(rawValue: "image-placeholder")

  let lexicon: LayoutLexicon
  /// The default is to drop them.
  var footnotes = FootnoteHandling.drop

  var rules: [EditRule] {
    [Self.marker, Self.head, Self.number, Self.note, Self.mark, Self.picture]
  }

  func edits(
    of bytes: UnsafeBufferPointer<UInt8>, context: borrowing RepairContext
  ) throws(ICUError) -> [Edit] {
    let figures = context.diagnosis.layout
    let candidates =
      context.isOn(Self.mark) || context.isOn(Self.note)
      ? FootnoteMarks(text: bytes, lexicon: lexicon).candidates() : []
    let markers = context.isOn(Self.marker) ? PageMarkers.ranges(in: bytes) : []
    let mayHaveLines =
      figures.isWrapped || figures.pageCount > 1 || PictureLines.mayStand(in: bytes)
    if candidates.isEmpty, markers.isEmpty, !mayHaveLines { return [] }

    var removal = LineRemoval(text: TextLines(bytes))
    let text = removal.text
    for marker in markers { removal.removeLine(of: marker, rule: Self.marker) }
    if context.isOn(Self.picture) {
      for line in PictureLines.lines(of: text, lexicon: lexicon) {
        removal.remove(line, Self.picture, 0.9)
      }
    }
    var noteNumbers: Set<Int> = []
    if figures.isWrapped || figures.pageCount > 1 {
      let numbers = Set(candidates.map(\.number))
      let finder = FootnoteLines(text: text, lexicon: lexicon, marks: numbers)
      let first = finder.notes { removal.isGone($0) }
      let pageNumbers = PageNumbers(text: text, lexicon: lexicon, figures: figures)
        .lines { line in
          first.contains { $0.lines.contains(line) } || pageEnd(line, text, finder, candidates)
        }
      if context.isOn(Self.number) {
        for (line, confidence) in pageNumbers { removal.remove(line, Self.number, confidence) }
      }
      if context.isOn(Self.head) {
        let heads = RunningHeads(text: text, lexicon: lexicon, figures: figures)
        for (line, confidence) in heads.lines(isGone: { removal.isGone($0) }) {
          removal.remove(line, Self.head, confidence)
        }
      }
      if context.isOn(Self.note) {
        for note in finder.notes(isGone: { removal.isGone($0) }) {
          noteNumbers.insert(note.number ?? 1)
          if footnotes != .keep { removal.remove(note) }
        }
      }
    }
    var edits = removal.edits(figures)
    for marker in markers where !removal.isGone(at: marker.lowerBound) {
      edits.append(PageMarkers.edit(of: marker, in: bytes))
    }
    if context.isOn(Self.mark) {
      let marks = FootnoteMarks(text: bytes, lexicon: lexicon).marks(
        among: candidates, notes: noteNumbers)
      for (mark, confidence) in marks where !removal.isGone(at: mark.range.lowerBound) {
        let replacement = footnotes == .drop ? "" : "[\(mark.number)]"
        edits.append(
          Edit(rule: Self.mark, range: mark.range, replacement: replacement, confidence: confidence)
        )
      }
    }
    if footnotes == .move, let moved = removal.movedNotes() { edits.append(moved) }
    return edits.inOrder()
  }

  /// Whether a line ends a footnote, so that a number below it is a page's.
  private func pageEnd(
    _ line: Int, _ text: TextLines, _ finder: FootnoteLines, _ candidates: [FootnoteMarks.Candidate]
  ) -> Bool {
    var first = line
    while !text.opensBlock(first), line - first < 6 { first -= 1 }
    return (first...line).contains { finder.mayBegin($0) }
  }
}

extension Array where Element == Edit {
  /// The edits in order of range, without those that overlap one before.
  func inOrder() -> [Edit] {
    var result: [Edit] = []
    result.reserveCapacity(count)
    let sorted = self.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for edit in sorted {
      if let last = result.last, edit.range.lowerBound < last.range.upperBound { continue }
      if edit.range.isEmpty, edit.replacement.isEmpty { continue }
      result.append(edit)
    }
    return result
  }
}
