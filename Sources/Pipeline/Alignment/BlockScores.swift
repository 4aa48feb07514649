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
        Self.add(source, i + x - 1, links, odds.factor, to: &gains, &touched)
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

  /// Adds what the words of a source sentence give to their translations.
  @inline(__always)
  private static func add(
    _ source: AlignmentText, _ sentence: Int, _ links: Links, _ factor: [Float], to gains: inout [Float],
    _ touched: inout [Int32]
  ) {
    source.words.withUnsafeBufferPointer { words in
      links.links.withUnsafeBufferPointer { all in
        links.starts.withUnsafeBufferPointer { starts in
          factor.withUnsafeBufferPointer { factor in
            gains.withUnsafeMutableBufferPointer { gains in
              for type in words[source.range(sentence)] {
                for k in Int(starts[Int(type)])..<Int(starts[Int(type) + 1]) {
                  let target = Int(all[k].target)
                  if gains[target] == 0 { touched.append(all[k].target) }
                  gains[target] += all[k].probability * factor[target]
                }
              }
            }
          }
        }
      }
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
    return j >= low[i] && place < starts[i + 1] ? values[place] : -30
  }
}
