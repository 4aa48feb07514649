/// An upright stretch of white between two columns.
struct Gutter: Sendable {
  var x: Double
  var top: Double
  var bottom: Double
}

/// Looks for the tallest gutter in a part of a page.
///
/// The white between words stands under each other by chance for three or four lines; a gutter is taller, and the lines
/// of the source end at it, unless the source took the lines of both columns for one.
struct GutterSearch {
  /// The narrowest white, in heights of a line.
  private static let narrowest = 0.75
  /// What a bin of the search is wide, in the same.
  private static let step = 0.25
  /// More bins than this are no page but a hostile file.
  private static let mostBins = 4096
  /// The same of what its words take up of the bins, and of looks at a line.
  private static let mostStretches = 2_000_000
  private static let mostLooks = 20_000_000
  /// The narrowest column of text, in heights of a line: a column of numbers or marks is a list's or a table's.
  private static let narrowestColumn = 6.0

  /// What a word takes up of a bin.
  private struct Stretch {
    var top: Double
    var bottom: Double
    var piece: Int
  }

  private let page: PlacedPage
  private let pieces: [PagePiece]
  private let whole: PageBox

  /// A search among the pieces of a part of a page.
  init(_ pieces: [PagePiece], on page: PlacedPage) {
    self.page = page
    self.pieces = pieces
    whole = pieces.dropFirst().reduce(pieces.first?.box ?? PageBox(left: 0, top: 0, right: 0, bottom: 0)) {
      $0.joined($1.box)
    }
  }

  /// The tallest gutter; nil where the part is one column.
  func best() -> Gutter? {
    let step = Self.step * page.height
    guard pieces.count > 5, step > 0, whole.width > 2 * Self.narrowestColumn * page.height,
      whole.width / step < Double(Self.mostBins)
    else { return nil }
    let count = Int(whole.width / step) + 1
    var taken = 0
    var bins = [[Stretch]](repeating: [], count: count)
    for (index, piece) in pieces.enumerated() {
      for word in piece.words.lazy.map({ page.words[$0] }) where word.isInk {
        let first = Int(max(0, (word.box.left - whole.left) / step))
        let last = min(count - 1, Int(max(0, (word.box.right - whole.left) / step)))
        taken += last - first
        if taken > Self.mostStretches { return nil }
        for k in first...max(first, last) {
          bins[k].append(Stretch(top: word.box.top, bottom: word.box.bottom, piece: index))
        }
      }
    }
    let width = Int((Self.narrowest / Self.step).rounded())
    var looks = 0
    var best: (gutter: Gutter, worth: Double)?
    guard count > width else { return nil }
    for first in 1..<max(2, count - width) {
      let left = whole.left + Double(first) * step
      let right = left + Double(width) * step
      for gap in gaps(in: bins[first..<first + width], from: left, to: right)
      where gap.bottom - gap.top > 2.5 * page.pitch {
        looks += pieces.count
        if looks > Self.mostLooks { return best?.gutter }
        guard gap.bottom - gap.top >= (best?.worth ?? 0) - 2 * page.pitch,
          let found = gutter(between: left, and: right, in: gap), found.worth > best?.worth ?? 0
        else { continue }
        best = found
      }
    }
    return best?.gutter
  }

  /// The stretches of a strip that no line goes across.
  private func gaps(
    in bins: ArraySlice<[Stretch]>, from left: Double, to right: Double
  ) -> [(top: Double, bottom: Double)] {
    var gaps: [(top: Double, bottom: Double)] = []
    var end = whole.top - page.pitch
    for word in bins.joined().sorted(by: { $0.top < $1.top })
    where !reachesIn(pieces[word.piece].box, left, right) {
      if word.top > end { gaps.append((end, word.top)) }
      end = max(end, word.bottom)
    }
    gaps.append((end, whole.bottom + page.pitch))
    return gaps
  }

  /// Whether a line comes from one side and ends in a strip or just behind it, as one does that a speck made longer.
  private func reachesIn(_ box: PageBox, _ left: Double, _ right: Double) -> Bool {
    let reach = 1.5 * page.height
    let least = 3 * page.height
    return box.right > left && box.right < right + reach && box.left < left - least
      || box.left < right && box.left > left - reach && box.right > right + least
  }

  /// The gutter in a stretch of white; nil where no columns stand at its sides.
  private func gutter(
    between left: Double, and right: Double, in gap: (top: Double, bottom: Double)
  ) -> (gutter: Gutter, worth: Double)? {
    var before: [PageBox] = []
    var behind: [PageBox] = []
    var across = 0
    var wide = 0
    var strays = 0
    var edges = (left: whole.left, right: whole.right)
    for piece in pieces where piece.middle > gap.top && piece.middle < gap.bottom {
      if piece.box.right <= left {
        before.append(piece.box)
        edges.left = max(edges.left, piece.box.right)
      } else if piece.box.left >= right {
        behind.append(piece.box)
        edges.right = min(edges.right, piece.box.left)
      } else if reachesIn(piece.box, left, right) {
        strays += 1
        if piece.box.center < left { before.append(piece.box) } else { behind.append(piece.box) }
      } else {
        across += 1
        let parts = parts(of: piece, at: (left + right) / 2)
        before.append(parts.before)
        behind.append(parts.behind)
        edges.left = max(edges.left, parts.before.right)
        edges.right = min(edges.right, parts.behind.left)
        if parts.behind.left - parts.before.right > 1.2 * page.height { wide += 1 }
      }
    }
    let least = min(before.count, behind.count)
    // Where the source joined the columns' lines, the white must be wider and taller than chance makes it, and the lines
    // before it must be filled: those of a table are not.
    let longest = edges.left - whole.left
    let full = before.count { $0.right - whole.left > 0.7 * longest }
    let isClear = across * 5 <= least ? least >= 3 : least >= 8 && wide * 5 >= across * 4 && full * 2 > before.count
    guard isClear, strays * 6 <= least, edges.right > edges.left,
      let widthBefore = PlacedPage.median(before.map(\.width)),
      let widthBehind = PlacedPage.median(behind.map(\.width)),
      min(widthBefore, widthBehind) > Self.narrowestColumn * page.height
    else { return nil }
    // Only what has text at both sides counts.
    let top = max(before.map(\.top).min() ?? gap.top, behind.map(\.top).min() ?? gap.top)
    let bottom = min(before.map(\.bottom).max() ?? gap.bottom, behind.map(\.bottom).max() ?? gap.bottom)
    guard bottom - top > 2.5 * page.pitch else { return nil }
    let gutter = Gutter(x: (edges.left + edges.right) / 2, top: gap.top, bottom: gap.bottom)
    let worth = bottom - top + min(edges.right - edges.left, 4 * page.height) - Double(strays) * page.pitch
    return (gutter, worth)
  }

  private func parts(of piece: PagePiece, at x: Double) -> (before: PageBox, behind: PageBox) {
    let boxes = piece.words.map { page.words[$0] }.filter(\.isInk).map(\.box)
    func joined(_ boxes: [PageBox]) -> PageBox {
      boxes.dropFirst().reduce(boxes.first ?? piece.box) { $0.joined($1) }
    }
    return (joined(boxes.filter { $0.center < x }), joined(boxes.filter { $0.center >= x }))
  }
}
