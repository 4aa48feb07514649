internal import Lingua

/// Scores any two groups of sentences exactly: what their words say of each other where they stand, and their lengths.
///
/// The scores of a search space leave the places of words out, which makes them fast; this one is for the blocks that
/// may be part of the best partition.
struct BlockScorer {
  /// Two words that may translate each other, by their places in their sentences.
  private struct Match {
    var source: Int32
    var target: Int32
    /// How probably the target stands for the source, and the other way round.
    var there: Float
    var back: Float
  }

  /// Longer sentences are no sentences; nothing is known of the places in them.
  static let longest = 400

  let pair: TextPair
  private let order: WordOrder
  private let length: LengthEvidence
  private var matches: [Match] = []
  /// Where the matches of two sentences stand, by both numbers.
  private var found: [UInt64: Range<Int>] = [:]
  /// The place of a type in the sentence in hand, -1 for none, and for each place the next one of the same type.
  private var heads: [Int32]
  private var next: [Int32] = []
  private var sourceMass: [Float] = []
  private var targetMass: [Float] = []

  init(_ pair: TextPair, options: AlignmentOptions) {
    self.pair = pair
    order = WordOrder(decay: options.model.orderDecay, weight: Float(options.weights.order))
    length = pair.length.weighted(Float(options.weights.length))
    heads = Array(repeating: -1, count: pair.b.types.count)
  }

  /// The score of some sentences of the first text against some of the second; nil when one is too long for it.
  ///
  /// - Parameters:
  ///   - a: numbers of sentences, ascending, at least one.
  ///   - b: the same of the second text.
  mutating func score(_ a: some Collection<Int>, _ b: some Collection<Int>) -> Float? {
    var words = (a: 0, b: 0)
    var there: Float = 0
    var back: Float = 0
    var lengths: (a: Float, b: Float) = (0, 0)
    for i in a {
      let count = pair.a.wordCount(i)
      if count > Self.longest { return nil }
      words.a += count
      back += pair.odds.a.sums[i]
      lengths.a += pair.a.lengths[i]
    }
    for j in b {
      let count = pair.b.wordCount(j)
      if count > Self.longest { return nil }
      words.b += count
      there += pair.odds.b.sums[j]
      lengths.b += pair.b.lengths[j]
    }
    clear(words.a, words.b)
    let scale = (a: 1 / Float(max(1, words.a)), b: 1 / Float(max(1, words.b)))
    var before = (a: 0, b: 0)
    for i in a {
      before.b = 0
      for j in b {
        for match in matches[range(i, j)] {
          let source = before.a + Int(match.source)
          let target = before.b + Int(match.target)
          let weight = order.weight((Float(source) + 0.5) * scale.a - (Float(target) + 0.5) * scale.b)
          targetMass[target] += match.there * weight
          sourceMass[source] += match.back * weight
        }
        before.b += pair.b.wordCount(j)
      }
      before.a += pair.a.wordCount(i)
    }
    there += gain(pair.b, b, pair.odds.b, mass: targetMass, scale: scale.a)
    back += gain(pair.a, a, pair.odds.a, mass: sourceMass, scale: scale.b)
    return (there + back) / 2 + length.score(lengths.a, lengths.b)
  }

  private mutating func clear(_ sources: Int, _ targets: Int) {
    if sourceMass.count < sources {
      sourceMass.append(contentsOf: repeatElement(0, count: sources - sourceMass.count))
    }
    if targetMass.count < targets {
      targetMass.append(contentsOf: repeatElement(0, count: targets - targetMass.count))
    }
    for place in 0..<sources { sourceMass[place] = 0 }
    for place in 0..<targets { targetMass[place] = 0 }
  }

  /// What the words of a block gain.
  private func gain(
    _ text: AlignmentText, _ block: some Collection<Int>, _ odds: WordOdds, mass: [Float], scale: Float
  ) -> Float {
    var sum: Float = 0
    var place = 0
    for sentence in block {
      for type in text.words[text.range(sentence)] {
        if mass[place] > 0 { sum += Logarithm.log(1 + mass[place] * scale * odds.factor[Int(type)]) }
        place += 1
      }
    }
    return sum
  }

  /// Where the matches of two sentences stand.
  private mutating func range(_ i: Int, _ j: Int) -> Range<Int> {
    let key = UInt64(truncatingIfNeeded: i) << 32 | UInt64(truncatingIfNeeded: j)
    if let known = found[key] { return known }
    let begin = matches.count
    let targets = pair.b.words[pair.b.range(j)]
    next.removeAll(keepingCapacity: true)
    for (place, type) in targets.enumerated() {
      next.append(heads[Int(type)])
      heads[Int(type)] = Int32(place)
    }
    for (source, type) in pair.a.words[pair.a.range(i)].enumerated() {
      for link in pair.links.links[pair.links.range(Int(type))] {
        var target = heads[Int(link.target)]
        while target >= 0 {
          matches.append(
            Match(source: Int32(source), target: target, there: link.probability, back: link.back))
          target = next[Int(target)]
        }
      }
    }
    for type in targets { heads[Int(type)] = -1 }
    found[key] = begin..<matches.count
    return begin..<matches.count
  }
}
