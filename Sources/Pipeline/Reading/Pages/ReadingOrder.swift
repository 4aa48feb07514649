/// One column of a page, or a part that goes across its columns: lines from top to bottom.
struct PageColumn: Sendable {
  /// Its lines.
  var rows: [PagePiece]
  /// Whether it stands to the right of the column before, so that a sentence may go on in it.
  var followsNeighbour: Bool
}

/// Puts the words of a page in the order in which they are read, from their places alone.
///
/// The page is cut along its tallest gutter; what goes across it stands above or below, and all parts are cut again.
struct ReadingOrder {
  /// Deeper cuts than any page has.
  private static let deepest = 24
  /// A page of more words than this stays in the order of its source: the largest newspaper page has half of them.
  private static let mostWords = 20_000

  private let page: PlacedPage
  private(set) var columns: [PageColumn] = []

  /// The columns of a page.
  static func columns(of page: PlacedPage) -> [PageColumn] {
    var order = ReadingOrder(page: page)
    order.readPage()
    return order.columns
  }

  private init(page: PlacedPage) { self.page = page }

  private mutating func readPage() {
    var pieces = PagePiece.pieces(of: Array(page.words.indices), on: page)
    guard page.words.count < Self.mostWords else {
      columns = [PageColumn(rows: pieces, followsNeighbour: false)]
      return
    }
    pieces.sort { $0.middle < $1.middle }
    // A running head or a page number must not become a line of one of the columns.
    let heads = furniture(of: pieces[...], fromTop: true)
    for row in heads { addColumn(pieces[row], followsNeighbour: false) }
    let rest = pieces[(heads.last?.upperBound ?? 0)...]
    let feet = furniture(of: rest, fromTop: false)
    read(Array(rest[..<(feet.last?.lowerBound ?? rest.endIndex)]), depth: 0, followsNeighbour: false)
    for row in feet.reversed() { addColumn(pieces[row], followsNeighbour: false) }
  }

  /// The first or last rows of a page that stand apart from what is next to them; two at most.
  private func furniture(of pieces: ArraySlice<PagePiece>, fromTop: Bool) -> [Range<Int>] {
    var rest = pieces
    var rows: [Range<Int>] = []
    while rows.count < 2, let first = fromTop ? rest.first : rest.last {
      let isInRow = { (piece: PagePiece) in abs(piece.middle - first.middle) < 0.5 * page.height }
      let row = fromTop ? rest.prefix(while: isInRow) : rest.suffix(rest.reversed().prefix(while: isInRow).count)
      let others = fromTop ? rest[row.endIndex...] : rest[..<row.startIndex]
      let gap = fromTop ? gap(from: row, to: others) : gap(from: others, to: row)
      guard !others.isEmpty, gap > page.pitch - 0.3 * page.height else { break }
      rows.append(row.startIndex..<row.endIndex)
      rest = others
    }
    return rows
  }

  private func gap(from upper: ArraySlice<PagePiece>, to lower: ArraySlice<PagePiece>) -> Double {
    var end = -Double.infinity
    var start = Double.infinity
    for piece in upper { end = max(end, piece.box.bottom) }
    for piece in lower { start = min(start, piece.box.top) }
    return start - end
  }

  private mutating func read(_ pieces: [PagePiece], depth: Int, followsNeighbour: Bool) {
    if pieces.isEmpty { return }
    guard depth < Self.deepest, let gutter = GutterSearch(pieces, on: page).best() else {
      return addColumn(pieces[...], followsNeighbour: followsNeighbour)
    }
    var above: [PagePiece] = []
    var left: [PagePiece] = []
    var right: [PagePiece] = []
    var below: [PagePiece] = []
    for piece in pieces {
      if piece.middle <= gutter.top {
        above.append(piece)
      } else if piece.middle >= gutter.bottom {
        below.append(piece)
      } else if piece.box.right <= gutter.x {
        left.append(piece)
      } else if piece.box.left >= gutter.x {
        right.append(piece)
      } else {
        // The source took a line of each column for one.
        for words in [piece.words.filter { isLeft($0, of: gutter) }, piece.words.filter { !isLeft($0, of: gutter) }] {
          guard let first = words.first else { continue }
          let part = PagePiece(words, of: page)
          if isLeft(first, of: gutter) { left.append(part) } else { right.append(part) }
        }
      }
    }
    guard !left.isEmpty, !right.isEmpty else { return addColumn(pieces[...], followsNeighbour: followsNeighbour) }
    read(above, depth: depth + 1, followsNeighbour: followsNeighbour)
    read(left, depth: depth + 1, followsNeighbour: followsNeighbour && above.isEmpty)
    read(right, depth: depth + 1, followsNeighbour: true)
    read(below, depth: depth + 1, followsNeighbour: false)
  }

  private func isLeft(_ word: Int, of gutter: Gutter) -> Bool { page.words[word].box.center < gutter.x }

  /// Puts pieces into rows: what stands at one height is one line, though the source took it for several.
  private mutating func addColumn(_ pieces: ArraySlice<PagePiece>, followsNeighbour: Bool) {
    var rows: [[PagePiece]] = []
    for piece in pieces.sorted(by: { ($0.middle, $0.box.left) < ($1.middle, $1.box.left) }) {
      if let row = rows.last, let first = row.first, piece.middle - first.middle < 0.4 * page.height,
        row.allSatisfy({ stands(piece, beside: $0) })
      {
        rows[rows.count - 1].append(piece)
      } else {
        rows.append([piece])
      }
    }
    columns.append(
      PageColumn(
        rows: rows.map { row in
          row.count == 1
            ? row[0] : PagePiece(row.sorted { $0.box.left < $1.box.left }.flatMap(\.words), of: page)
        }, followsNeighbour: followsNeighbour))
  }

  private func stands(_ piece: PagePiece, beside other: PagePiece) -> Bool {
    min(other.box.right, piece.box.right) - max(other.box.left, piece.box.left) < page.height
  }
}
