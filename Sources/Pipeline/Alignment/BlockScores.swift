internal import Lingua

/// The log likelihood ratios of single target sentences given blocks of source sentences.
struct BlockScores {
  private let size: Int
  private var low: [Int]
  private var starts: [Int] = [0]
  private var values: [Float] = []

  init(source: AlignmentText, target: AlignmentText, odds: WordOdds, links: Links, band: Band, size: Int) {
    self.size = size
    low = []
    low.reserveCapacity(source.count)
    starts.reserveCapacity(source.count + 1)
    // What each target type gains by the block in hand, but for the block's length; and the types that gain.
    var gains = [Float](repeating: 0, count: target.types.count)
    var touched: [Int32] = []
    var offers = SentenceOffers(source: source, target: target, factor: odds.factor, links: links, band: band)
    for i in 0..<source.count {
      let first = band.low[i]
      let last = min(target.count, band.high[min(source.count, i + size)])
      low.append(first)
      let start = values.count
      let width = max(0, last - first)
      values.append(contentsOf: repeatElement(0, count: width * size))
      var words = 0
      for x in 1...size where i + x <= source.count {
        words += source.wordCount(i + x - 1)
        offers.add(i + x - 1, size: size, to: &gains, &touched)
        let scale = 1 / Float(max(1, words))
        Self.score(
          target, first: first, width: width, gains: gains, scale: scale, odds: odds, into: &values,
          from: start + x - 1, step: size)
      }
      for type in touched { gains[Int(type)] = 0 }
      touched.removeAll(keepingCapacity: true)
      starts.append(values.count)
    }
  }

  /// Scores target sentences given one block. The logarithms of all words of a sentence are one logarithm of their
  /// product, as long as that has a number.
  @inline(__always)
  private static func score(
    _ target: AlignmentText, first: Int, width: Int, gains: [Float], scale: Float, odds: WordOdds,
    into values: inout [Float], from start: Int, step: Int
  ) {
    target.words.withUnsafeBufferPointer { words in
      target.starts.withUnsafeBufferPointer { starts in
        gains.withUnsafeBufferPointer { gains in
          values.withUnsafeMutableBufferPointer { values in
            var place = start
            for j in first..<first + width {
              var sum = odds.sums[j]
              var k = Int(starts[j])
              let end = Int(starts[j + 1])
              while k < end {
                // No word gains more than a few thousandfold, so that this many have a product; two at a time, as the
                // one need not wait for the other.
                let after = min(end, k + 64)
                var product = 1.0
                var other = 1.0
                while k + 1 < after {
                  product *= Double(1 + gains[Int(words[k])] * scale)
                  other *= Double(1 + gains[Int(words[k + 1])] * scale)
                  k += 2
                }
                if k < after {
                  product *= Double(1 + gains[Int(words[k])] * scale)
                  k += 1
                }
                product *= other
                if product > 1 { sum += Float(Logarithm.log(product)) }
              }
              values[place] = sum
              place += step
            }
          }
        }
      }
    }
  }

  /// The score of a target sentence given `x` source sentences from `i`.
  @inline(__always)
  func score(_ i: Int, _ x: Int, _ j: Int) -> Float {
    let place = starts[i] + (j - low[i]) * size + x - 1
    return j >= low[i] && place < starts[i + 1] ? values[place] : PairScores.outside
  }
}

/// What the words of source sentences offer to the words of the target sentences near them, each sentence worked out
/// once.
private struct SentenceOffers {
  /// What one word offers to a type of the target.
  private struct Offer {
    var target: Int32
    var gain: Float
  }

  let source: AlignmentText
  let target: AlignmentText
  let factor: [Float]
  let links: Links
  let band: Band
  private var offers: [Offer] = []
  /// Where the offers of each sentence begin; one more than are worked out.
  private var starts: [Int] = [0]
  /// For each target type the last source sentence that it stands near, -1 for none.
  private var marks: [Int32]

  /// Beyond so many target sentences nearly every type is near.
  private static let near = 100

  init(source: AlignmentText, target: AlignmentText, factor: [Float], links: Links, band: Band) {
    self.source = source
    self.target = target
    self.factor = factor
    self.links = links
    self.band = band
    marks = Array(repeating: -1, count: target.types.count)
  }

  /// Adds what a sentence offers; sentences are asked for in order, each up to `size` times.
  mutating func add(_ sentence: Int, size: Int, to gains: inout [Float], _ touched: inout [Int32]) {
    while starts.count <= sentence + 1 { workOut(starts.count - 1, size: size) }
    offers.withUnsafeBufferPointer { offers in
      gains.withUnsafeMutableBufferPointer { gains in
        for k in starts[sentence]..<starts[sentence + 1] {
          let target = Int(offers[k].target)
          if gains[target] == 0 { touched.append(offers[k].target) }
          gains[target] += offers[k].gain
        }
      }
    }
  }

  private mutating func workOut(_ sentence: Int, size: Int) {
    let first = band.low[max(0, sentence - size + 1)]
    let last = min(target.count, band.high[min(source.count, sentence + size)])
    let isFiltered = last - first <= Self.near
    if isFiltered && first < last {
      for type in target.words[Int(target.starts[first])..<Int(target.starts[last])] {
        marks[Int(type)] = Int32(truncatingIfNeeded: sentence)
      }
    }
    for type in source.words[source.range(sentence)] {
      for link in links.links[links.range(Int(type))]
      where !isFiltered || marks[Int(link.target)] == Int32(truncatingIfNeeded: sentence) {
        offers.append(Offer(target: link.target, gain: link.probability * factor[Int(link.target)]))
      }
    }
    starts.append(offers.count)
  }
}
