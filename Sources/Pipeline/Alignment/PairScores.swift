internal import Lingua

/// The scores of all blocks of two languages: how much likelier the words are as translations than by chance.
struct PairScores: Sendable {
  let band: Band
  let size: Int
  /// For each cell, as the end of a block, the scores by shape: (x - 1) * size + y - 1.
  private(set) var values: [Float]

  init(
    _ a: AlignmentText, _ b: AlignmentText, keys: (TokenKeys, TokenKeys), learned: Links.Learned, links: Links,
    band: Band,
    share: Float, options: AlignmentOptions
  ) {
    self.band = band
    size = options.maximumBeadSize
    let forward = BlockScores(
      source: a, target: b, isKnown: keys.1.isKnown, frequencies: learned.target.frequencies, links: links, band: band,
      options: options)
    let transposed = band.transposed(columns: b.count)
    let backward = BlockScores(
      source: b, target: a, isKnown: keys.0.isKnown, frequencies: learned.source.frequencies,
      links: links.reversed(targets: b.types.count),
      band: transposed,
      options: options)
    let length = LengthEvidence(
      ratio: options.model.ratio(a.language, b.language), variance: options.model.lengthVariance,
      weight: Float(options.weights.length))
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
  }

  /// The score of a block that the band leaves out: bad, but a bead that needs it stays possible.
  static let outside: Float = -30
}

/// The log likelihood ratios of single target sentences given blocks of source sentences.
private struct BlockScores {
  private let size: Int
  private var low: [Int]
  private var starts: [Int] = [0]
  private var values: [Float] = []

  init(
    source: AlignmentText, target: AlignmentText, isKnown: [Bool], frequencies: [Float], links: Links, band: Band,
    options: AlignmentOptions
  ) {
    let model = options.model
    size = options.maximumBeadSize
    low = []
    let total = max(1, target.total)
    // log(1 - l + l v / b) = log(1 - l) + log(1 + v l / (b (1 - l)))
    var factor = [Float](repeating: 0, count: target.types.count)
    var base = [Float](repeating: 0, count: target.types.count)
    for type in factor.indices {
      let share = isKnown[type] ? model.knownShare : model.unknownShare
      let background = max(
        model.backgroundFloor, frequencies[type], model.repetition * max(0, target.frequencies[type] - 1) / total)
      factor[type] = share / (background * (1 - share))
      base[type] = Logarithm.log(1 - share)
    }
    let bases = (0..<target.count).map { sentence in
      target.occurrences[target.range(sentence)].reduce(Float(0)) { $0 + base[Int($1.type)] * $1.count }
    }
    var mass = [Float](repeating: 0, count: target.types.count)
    var touched: [Int32] = []
    for i in 0..<source.count {
      let first = band.low[i]
      let last = min(target.count, band.high[min(source.count, i + size)])
      low.append(first)
      let start = values.count
      let width = max(0, last - first)
      values.append(contentsOf: repeatElement(0, count: width * size))
      var tokens: Float = 0
      for x in 1...size where i + x <= source.count {
        tokens += source.tokens[i + x - 1]
        for occurrence in source.occurrences[source.range(i + x - 1)] {
          for link in links.links[links.range(Int(occurrence.type))] {
            if mass[Int(link.target)] == 0 { touched.append(link.target) }
            mass[Int(link.target)] += link.probability * occurrence.count
          }
        }
        let scale = 1 / max(1, tokens)
        for j in 0..<width {
          var sum = bases[first + j]
          for occurrence in target.occurrences[target.range(first + j)] {
            let found = mass[Int(occurrence.type)]
            if found > 0 {
              sum += occurrence.count * Logarithm.log(1 + found * scale * factor[Int(occurrence.type)])
            }
          }
          values[start + j * size + x - 1] = sum
        }
      }
      for type in touched { mass[Int(type)] = 0 }
      touched.removeAll(keepingCapacity: true)
      starts.append(values.count)
    }
  }

  /// The score of a target sentence given `x` source sentences from `i`.
  @inline(__always)
  func score(_ i: Int, _ x: Int, _ j: Int) -> Float {
    let place = starts[i] + (j - low[i]) * size + x - 1
    return j >= low[i] && place < starts[i + 1] ? values[place] : -30
  }
}
