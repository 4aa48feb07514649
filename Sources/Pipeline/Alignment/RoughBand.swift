internal import Lingua

/// The cells of two texts that are worth a look: those of alignments, sentence against sentence, that are not much worse
/// than the best one.
///
/// What joins sentences passes near what aligns the best of them, so beads of all shapes are then looked for in these
/// cells alone.
struct RoughBand {
  let pair: TextPair
  /// What a sentence without counterpart costs.
  let omission: Float
  /// How much worse an alignment may be.
  let margin: Float
  /// Whether the texts go on behind the last row.
  let isOpen: Bool

  /// How many cells on either side of those worth a look are kept, for beads that pass them over.
  private static let slack = 2
  /// Bands of fewer cells a row are left as they are.
  private static let narrow = 8

  /// The part of a band that is worth a look.
  func narrowed(_ band: Band) -> Band {
    guard band.count > band.low.count * Self.narrow else { return band }
    let scores = scores(band)
    let before = before(band, scores)
    let after = after(band, scores)
    let last = band.low.count - 1
    var best = -Float.infinity
    for j in band.low[last]...band.high[last] where isOpen || j == band.high[last] {
      best = max(best, before[band.starts[last] + j - band.low[last]])
    }
    var low: [Int] = []
    var high: [Int] = []
    low.reserveCapacity(band.low.count)
    high.reserveCapacity(band.low.count)
    for i in band.low.indices {
      var first = band.high[i]
      var final = band.low[i]
      for j in band.low[i]...band.high[i] {
        let cell = band.starts[i] + j - band.low[i]
        if before[cell] + after[cell] >= best - margin {
          first = min(first, j)
          final = j
        }
      }
      low.append(max(band.low[i], first - Self.slack))
      high.append(min(band.high[i], max(first, final) + Self.slack))
    }
    // Ranges of columns never move back, and a row meets the one before it.
    for i in low.indices.dropLast().reversed() { low[i] = min(low[i], low[i + 1]) }
    for i in high.indices.dropFirst() {
      high[i] = max(high[i], high[i - 1])
      low[i] = min(low[i], high[i - 1])
    }
    return Band(low: low, high: high)
  }

  /// The scores of one sentence against one, for the cell in which they end.
  private func scores(_ band: Band) -> [Float] {
    let forward = BlockScores(
      source: pair.a, target: pair.b, odds: pair.odds.b, links: pair.links, band: band, size: 1)
    let backward = BlockScores(
      source: pair.b, target: pair.a, odds: pair.odds.a, links: pair.links.reversed(targets: pair.b.types.count),
      band: band.transposed(columns: pair.b.count), size: 1)
    var scores = [Float](repeating: 0, count: band.count)
    for i in 1..<max(1, band.low.count) {
      for j in max(1, band.low[i])..<max(1, band.low[i], band.high[i] + 1) {
        scores[band.starts[i] + j - band.low[i]] =
          (forward.score(i - 1, 1, j - 1) + backward.score(j - 1, 1, i - 1)) / 2
          + pair.length.score(pair.a.lengths[i - 1], pair.b.lengths[j - 1])
      }
    }
    return scores
  }

  /// The best score of what lies before each cell.
  private func before(_ band: Band, _ scores: [Float]) -> [Float] {
    var best = [Float](repeating: -.infinity, count: band.count)
    best[0] = 0
    for i in band.low.indices {
      for j in band.low[i]...band.high[i] where i + j > 0 {
        let cell = band.starts[i] + j - band.low[i]
        var top = -Float.infinity
        if j > band.low[i] { top = best[cell - 1] - omission }
        if i > 0 {
          if let above = band.index(i - 1, j) { top = max(top, best[above] - omission) }
          if let across = band.index(i - 1, j - 1) { top = max(top, best[across] + scores[cell]) }
        }
        best[cell] = top
      }
    }
    return best
  }

  /// The best score of what lies behind each cell.
  private func after(_ band: Band, _ scores: [Float]) -> [Float] {
    var best = [Float](repeating: -.infinity, count: band.count)
    let last = band.low.count - 1
    for j in band.low[last]...band.high[last] where isOpen || j == band.high[last] {
      best[band.starts[last] + j - band.low[last]] = 0
    }
    for i in band.low.indices.reversed() {
      for j in (band.low[i]...band.high[i]).reversed() {
        let cell = band.starts[i] + j - band.low[i]
        let here = best[cell]
        guard here > -.infinity else { continue }
        if j > band.low[i] { best[cell - 1] = max(best[cell - 1], here - omission) }
        guard i > 0 else { continue }
        if let above = band.index(i - 1, j) { best[above] = max(best[above], here - omission) }
        if let across = band.index(i - 1, j - 1) { best[across] = max(best[across], here + scores[cell]) }
      }
    }
    return best
  }
}
