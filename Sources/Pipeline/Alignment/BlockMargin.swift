/// Tells the blocks that may be part of the best partition of two texts from the others: the best partition that has
/// the block is hardly worse than the best of all.
struct BlockMargin: Sendable {
  /// A block by the cell where it ends and how many sentences of each text it has.
  struct Block {
    var i: Int
    var j: Int
    var x: Int
    var y: Int
  }

  /// The penalties of two languages by shape, as `AlignmentModel.priors` orders them.
  let priors: [Float]
  /// What each sentence costs besides when it stands alone.
  let alone: (a: [Float], b: [Float])
  /// Whether the texts go on behind the last row, so that a partition may end in any cell of it.
  let isOpen: Bool
  /// How much worse a partition may be.
  let margin: Float

  /// For each cell of the band how much worse the best partition through it is than the best of all.
  ///
  /// - Parameters:
  ///   - values: the scores of all blocks, as `PairScores` orders them.
  ///   - band: the cells.
  ///   - size: the most sentences of a text in a block.
  ///   - promising: gets the blocks within the margin.
  func losses(of values: [Float], _ band: Band, size: Int, promising: inout [Block]) -> [Float] {
    let ways = Ways(values: values, band: band, size: size, margin: self)
    let before = ways.before()
    let after = ways.after()
    let last = band.low.count - 1
    var best = -Float.infinity
    for j in band.low[last]...band.high[last] where isOpen || j == band.high[last] {
      best = max(best, before[band.starts[last] + j - band.low[last]])
    }
    guard best > -.infinity else { return Array(repeating: 0, count: band.count) }
    for i in 1..<max(1, band.low.count) {
      for j in max(1, band.low[i])..<max(1, band.low[i], band.high[i] + 1) {
        let rest = after[band.starts[i] + j - band.low[i]] - best + margin
        // Nothing ends here that is good enough.
        guard before[band.starts[i] + j - band.low[i]] + rest >= 0 else { continue }
        ways.each(i, j) { x, y, from, score in
          if x > 0 && y > 0 && before[from] + score + rest >= 0 { promising.append(Block(i: i, j: j, x: x, y: y)) }
        }
      }
    }
    return zip(before, after).map { best - $0 - $1 }
  }

  /// The beads of a band.
  private struct Ways {
    let values: [Float]
    let band: Band
    let size: Int
    let margin: BlockMargin

    /// Calls `body` with each bead that ends at a cell: its sentences, the cell where it begins, and its score.
    @inline(__always)
    func each(_ i: Int, _ j: Int, _ body: (_ x: Int, _ y: Int, _ from: Int, _ score: Float) -> Void) {
      let side = size + 1
      let scores = (band.starts[i] + j - band.low[i]) * size * size
      for x in 0...min(size, i) {
        for y in 0...min(size, j) where x + y > 0 {
          let prior = margin.priors[x + side * y]
          guard prior > -.infinity, let from = band.index(i - x, j - y) else { continue }
          if x == 0 {
            body(x, y, from, prior + margin.alone.b[j - 1])
          } else if y == 0 {
            body(x, y, from, prior + margin.alone.a[i - 1])
          } else {
            body(x, y, from, prior + values[scores + (x - 1) * size + y - 1])
          }
        }
      }
    }

    /// The best score of what lies before each cell.
    func before() -> [Float] {
      var best = [Float](repeating: -.infinity, count: band.count)
      best[0] = 0
      for i in band.low.indices {
        for j in band.low[i]...band.high[i] where i + j > 0 {
          var top = -Float.infinity
          each(i, j) { _, _, from, score in top = max(top, best[from] + score) }
          best[band.starts[i] + j - band.low[i]] = top
        }
      }
      return best
    }

    /// The best score of what lies behind each cell.
    func after() -> [Float] {
      var best = [Float](repeating: -.infinity, count: band.count)
      let last = band.low.count - 1
      for j in band.low[last]...band.high[last] where margin.isOpen || j == band.high[last] {
        best[band.starts[last] + j - band.low[last]] = 0
      }
      for i in band.low.indices.reversed() {
        for j in (band.low[i]...band.high[i]).reversed() where i + j > 0 {
          let here = best[band.starts[i] + j - band.low[i]]
          guard here > -.infinity else { continue }
          each(i, j) { _, _, from, score in best[from] = max(best[from], here + score) }
        }
      }
      return best
    }
  }
}
