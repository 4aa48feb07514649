internal import Lingua

/// How sure a bead is: its share of all partitions, corrected by what its own sentences say.
///
/// The share alone is overconfident, for it counts words and pairs of languages as if they were independent, and it
/// only compares: the best of several bad beads may have a share near 1.
struct Confidence {
  /// What two blocks of sentences say of each other.
  struct Signs {
    /// The share of the words and numbers with a counterpart, of the side that has fewer.
    var coverage: Float = 0
    /// How many numbers have no counterpart.
    var numbers: Float = 0
    /// How badly the lengths fit, 0 at best.
    var misfit: Float = 0
  }

  private let texts: [AlignmentText]
  private let keys: [TokenKeys]
  private let pairs: [TextPair]
  /// For the types of each text the best link of the block in hand; 0 between calls.
  private var found: [[Float]]

  init(texts: [AlignmentText], keys: [TokenKeys], pairs: [TextPair]) {
    self.texts = texts
    self.keys = keys
    self.pairs = pairs
    found = texts.map { Array(repeating: 0, count: $0.types.count) }
  }

  /// The confidence of a bead, from 0 to 1.
  ///
  /// - Parameters:
  ///   - blocks: for each text its sentences in the bead.
  ///   - share: of all partitions, from 0 to 1.
  mutating func score(_ blocks: [[Int]], share: Float) -> Double {
    // No partition had a score, or none has this bead.
    guard share > 0 else { return 0 }
    let present = blocks.count { !$0.isEmpty }
    let weights = Weights.of(languages: blocks.count, present: present)
    let bounded = min(max(share, 0.001), 0.99)
    var sum = weights.base + weights.share * Logarithm.log(bounded / (1 - bounded))
    if present > 1 {
      // A bead is as good as its worst pair.
      var worst = Signs(coverage: 1)
      for number in pairs.indices {
        let (a, b) = (blocks[pairs[number].numbers.a], blocks[pairs[number].numbers.b])
        if a.isEmpty || b.isEmpty { continue }
        let signs = signs(number, a, b)
        worst.coverage = min(worst.coverage, signs.coverage)
        worst.numbers = max(worst.numbers, signs.numbers)
        worst.misfit = max(worst.misfit, signs.misfit)
      }
      sum -= weights.coverage * max(0, Self.enough - worst.coverage)
      sum -= weights.numbers * min(3, worst.numbers) + weights.misfit * min(6, worst.misfit)
      sum = Self.softened(sum) - Self.bareness * max(0, Self.bare - worst.coverage)
    } else {
      sum = Self.softened(sum)
    }
    return Double(min(Self.surest, 1 / (1 + Logarithm.exp(-sum))))
  }

  /// What is against a bead is counted as if it were independent, like what speaks for it: doubtful beads are right more
  /// often than their odds say.
  private static func softened(_ sum: Float) -> Float { sum < 1 ? 1 - (1 - sum) / 2 : sum }

  /// A block whose words are covered so well cannot be doubted for its words.
  private static let enough: Float = 0.3
  /// Blocks that are covered less have hardly a word in common, and how much that counts against them.
  private static let bare: Float = 0.03
  private static let bareness: Float = 60
  /// Nothing but a text without a counterpart is quite sure.
  private static let surest: Float = 0.999

  /// What the log odds of a bead are made of.
  ///
  /// Fitted by logistic regression to the aligner's own beads of translated news, cut into documents with deletions and
  /// merges, and, with a tenth of the weight, of documents that are no translations of each other.
  private struct Weights {
    var base: Float
    /// For the log odds of the share.
    var share: Float
    /// Against what is missing to enough coverage, each number without counterpart, and the misfit of lengths.
    var coverage: Float = 0
    var numbers: Float = 0
    var misfit: Float = 0

    static func of(languages: Int, present: Int) -> Weights {
      switch (languages, present) {
      case (2, 1): Weights(base: 1.15, share: 0.9)
      case (2, _): Weights(base: 0.5, share: 1.4, coverage: 2, numbers: 0.8, misfit: 0.6)
      // Rarely right: most sentences of three languages have a counterpart.
      case (_, 1): Weights(base: -1.5, share: 0.95)
      case (_, 2): Weights(base: 0.6, share: 0.64, coverage: 2, numbers: 0.36, misfit: 1.07)
      default: Weights(base: 0.7, share: 0.8, coverage: 3.8, numbers: 0.36, misfit: 0.28)
      }
    }
  }

  private mutating func signs(_ number: Int, _ a: [Int], _ b: [Int]) -> Signs {
    let pair = pairs[number]
    let numbers = pair.numbers
    // Words of `b` that stand in the block; then those of both sides that have a link in it.
    Self.each(pair.b, b) { type in found[numbers.b][type] = -1 }
    Self.each(pair.a, a) { type in
      for link in pair.links.links[pair.links.range(type)] where found[numbers.b][Int(link.target)] != 0 {
        found[numbers.a][type] = max(found[numbers.a][type], link.strength)
        found[numbers.b][Int(link.target)] = max(found[numbers.b][Int(link.target)], link.strength)
      }
    }
    var signs = Signs(coverage: 1)
    for (text, block) in [(numbers.a, a), (numbers.b, b)] {
      var linked: Float = 0
      var known: Float = 0
      Self.each(texts[text], block) { type in
        let probability = max(0, found[text][type])
        linked += probability
        if keys[text].isKnown[type] || probability > 0 { known += 1 }
        if probability == 0 && texts[text].types.kind(type) == .number { signs.numbers += 1 }
      }
      // One word more than there are, so that short sentences are not extreme.
      signs.coverage = min(signs.coverage, linked / (known + 1))
    }
    Self.each(pair.a, a) { type in found[numbers.a][type] = 0 }
    Self.each(pair.b, b) { type in found[numbers.b][type] = 0 }
    signs.misfit = pair.length.misfit(
      a.reduce(0) { $0 + pair.a.lengths[$1] }, b.reduce(0) { $0 + pair.b.lengths[$1] })
    return signs
  }

  /// Calls `body` with the type of each word of a block.
  private static func each(_ text: AlignmentText, _ block: [Int], _ body: (Int) -> Void) {
    for sentence in block {
      for type in text.words[text.range(sentence)] { body(Int(type)) }
    }
  }
}
