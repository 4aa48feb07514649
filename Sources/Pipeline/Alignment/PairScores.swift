internal import Lingua

/// The scores of all blocks of two languages: how much likelier the words are as translations than by chance, and how
/// well the lengths fit.
///
/// All blocks are scored without regard to where in the block a word stands; those that may be part of the best
/// partition are then scored exactly.
struct PairScores: Sendable {
  let band: Band
  let size: Int
  /// For each cell, as the end of a block, the scores by shape: (x - 1) * size + y - 1.
  private(set) var values: [Float]
  /// For each cell how much worse the best partition through it is than the best of all, 0 at best.
  private(set) var losses: [Float] = []

  /// - Parameters:
  ///   - pair: the texts.
  ///   - band: the cells in which blocks end.
  ///   - margin: what tells promising blocks from others.
  ///   - share: how much the scores count.
  ///   - options: how evidence counts.
  init(_ pair: TextPair, band: Band, margin: BlockMargin, share: Float, options: AlignmentOptions) {
    self.band = band
    size = options.maximumBeadSize
    let (a, b) = (pair.a, pair.b)
    let forward = BlockScores(
      source: a, target: b, odds: pair.odds.b, links: pair.links, band: band, size: size)
    let backward = BlockScores(
      source: b, target: a, odds: pair.odds.a, links: pair.links.reversed(targets: b.types.count),
      band: band.transposed(columns: b.count), size: size)
    let length = pair.length.weighted(Float(options.weights.length))
    let shapes = size * size
    values = Array(repeating: 0, count: band.count * shapes)
    for i in 1..<max(1, band.low.count) {
      for j in max(1, band.low[i])..<max(1, band.low[i], band.high[i] + 1) {
        let cell = (band.starts[i] + j - band.low[i]) * shapes
        var aLength: Float = 0
        for x in 1...min(size, i) {
          aLength += a.lengths[i - x]
          var bLength: Float = 0
          var there: Float = 0
          for y in 1...min(size, j) {
            bLength += b.lengths[j - y]
            there += forward.score(i - x, x, j - y)
            guard band.index(i - x, j - y) != nil else { continue }
            var back: Float = 0
            for k in 1...x { back += backward.score(j - y, y, i - k) }
            values[cell + (x - 1) * size + y - 1] =
              share * ((there + back) / 2 + length.score(aLength, bLength))
          }
        }
      }
    }
    sharpen(pair, margin, share: share, options: options)
  }

  /// Scores exactly what is promising.
  private mutating func sharpen(_ pair: TextPair, _ margin: BlockMargin, share: Float, options: AlignmentOptions) {
    var promising: [BlockMargin.Block] = []
    losses = margin.losses(of: values, band, size: size, promising: &promising)
    guard options.weights.order > 0 else { return }
    var scorer = BlockScorer(pair, options: options)
    for block in promising {
      guard let score = scorer.score(block.i - block.x..<block.i, block.j - block.y..<block.j),
        let cell = band.index(block.i, block.j)
      else { continue }
      values[cell * size * size + (block.x - 1) * size + block.y - 1] = share * score
    }
  }

  /// The cells that the best partitions pass, as a band of the whole plane; `losses` must be those of all its cells.
  func near(_ margin: Float) -> Band {
    var low: [Int] = []
    var high: [Int] = []
    for i in band.low.indices {
      let row = losses[band.starts[i]..<band.starts[i + 1]]
      low.append((row.firstIndex { $0 <= margin }.map { $0 - row.startIndex } ?? band.high[i]) + band.low[i])
      high.append((row.lastIndex { $0 <= margin }.map { $0 - row.startIndex } ?? 0) + band.low[i])
    }
    // A row that all pass over takes what its neighbours have.
    for i in low.indices.dropLast().reversed() { low[i] = min(low[i], low[i + 1]) }
    for i in high.indices.dropFirst() { high[i] = max(high[i], high[i - 1]) }
    for i in low.indices { low[i] = min(low[i], high[i]) }
    return Band(low: low, high: high)
  }

  /// The score of a block that the band leaves out: bad, but a bead that needs it stays possible.
  static let outside: Float = -30
}
