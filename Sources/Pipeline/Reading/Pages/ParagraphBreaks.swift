internal import Lingua

/// Tells from places and letters where a paragraph begins.
struct ParagraphBreaks {
  private let page: PlacedPage
  private let source: PrintedPage

  init(page: PlacedPage, source: PrintedPage) {
    self.page = page
    self.source = source
  }

  /// The edges of a column's text.
  private struct Edges {
    var left: Double
    var right: Double

    init(_ rows: [PagePiece]) {
      let lefts = rows.map(\.box.left).sorted()
      let rights = rows.map(\.box.right).sorted()
      // Not the outermost: a speck or a letter in the margin moves the edge of one line.
      left = lefts[lefts.count / 4]
      right = rights[rights.count - 1 - rights.count / 5]
    }
  }

  /// The lines of the columns in their order, and whether each begins a paragraph; the first of the page does not.
  func lines(of columns: [PageColumn]) -> [(words: [Int], beginsParagraph: Bool)] {
    var lines: [(words: [Int], beginsParagraph: Bool)] = []
    var before: (row: PagePiece, edges: Edges)?
    for column in columns where !column.rows.isEmpty {
      let edges = Edges(column.rows)
      for (k, row) in column.rows.enumerated() {
        var begins = false
        if let before {
          begins =
            k > 0
            ? isBreak(from: before.row, to: row, before.edges, edges)
            : isBreak(acrossFrom: before.row, to: row, before.edges, edges, neighbours: column.followsNeighbour)
        }
        lines.append((row.words, begins))
        before = (row, edges)
      }
    }
    return lines
  }

  /// Between two lines of a column.
  private func isBreak(from last: PagePiece, to next: PagePiece, _ before: Edges, _ edges: Edges) -> Bool {
    if next.middle - last.middle > 1.45 * page.pitch { return true }
    let goesOn = endsWithHyphen(last) || (beginsLowerCase(next) && !endsSentence(last))
    if goesOn { return false }
    return isIndented(next, edges) && !isIndented(last, edges) || isShort(last, before, next: next)
      || isOutdented(next, edges) && isIndented(last, edges)
  }

  /// From the end of a column to the beginning of another part of the page.
  private func isBreak(
    acrossFrom last: PagePiece, to next: PagePiece, _ before: Edges, _ edges: Edges, neighbours: Bool
  ) -> Bool {
    if beginsLowerCase(next), endsWithHyphen(last) { return false }
    guard neighbours else { return true }
    if beginsLowerCase(next), !endsSentence(last) { return false }
    return isIndented(next, edges) || isShort(last, before, next: next)
  }

  private func isIndented(_ row: PagePiece, _ edges: Edges) -> Bool {
    let indent = row.box.left - edges.left
    return indent > 0.7 * page.height && indent < 0.4 * (edges.right - edges.left)
  }

  private func isOutdented(_ row: PagePiece, _ edges: Edges) -> Bool {
    edges.left - row.box.left > 0.7 * page.height
  }

  /// Whether the first word of the next line would have fitted into the line, which so was ended on purpose.
  private func isShort(_ row: PagePiece, _ edges: Edges, next: PagePiece) -> Bool {
    let first = next.words.first { page.words[$0].isInk }
    let width = first.map { page.words[$0].box.width } ?? 0
    return edges.right - row.box.right > width + 1.5 * page.height
  }

  // MARK: - Letters

  private func beginsLowerCase(_ row: PagePiece) -> Bool {
    guard let word = row.words.first(where: { page.words[$0].isInk }) else { return false }
    let text = String(decoding: source.bytes[source.words[word].text].prefix(16), as: UTF8.self)
    return text.unicodeScalars.first { $0.isLetter || $0.isDecimalDigit }?.isLowercaseLetter == true
  }

  private func endsWithHyphen(_ row: PagePiece) -> Bool {
    guard let last = lastScalar(of: row) else { return false }
    return last == "-" || last == "\u{AD}" || last == "\u{AC}" || last == "\u{2010}"
  }

  private func endsSentence(_ row: PagePiece) -> Bool {
    guard let last = lastScalar(of: row) else { return false }
    return ".!?…:;»”\")".unicodeScalars.contains(last)
  }

  /// The last character of a line's last word that has a letter or digit.
  private func lastScalar(of row: PagePiece) -> Unicode.Scalar? {
    guard let word = row.words.last(where: { page.words[$0].isInk }) else { return nil }
    let text = String(decoding: source.bytes[source.words[word].text].suffix(16), as: UTF8.self)
    return text.unicodeScalars.last
  }
}
