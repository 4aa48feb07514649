internal import Lingua

/// Two or three texts, or stretches of them, that are small enough to hold all their links at once.
struct TextStretch {
  private(set) var texts: [KeyedText]
  private let keys: [TokenKeys]
  private let pairs: [(pair: Confidence.Pair, learned: Links.Learned)]
  private let options: AlignmentOptions
  private let isPairOfThree: Bool

  /// - Parameters:
  ///   - texts: two or three.
  ///   - table: what parallel text says of words.
  ///   - options: how evidence counts.
  ///   - isPairOfThree: whether these are two of three texts, so that their scores count as in a search of three.
  init(_ texts: [KeyedText], table: TranslationView, options: AlignmentOptions, isPairOfThree: Bool = false) {
    self.texts = texts
    self.options = options
    self.isPairOfThree = isPairOfThree
    let keys = texts.map { $0.keys.sorted() }
    self.keys = keys
    let numbers = texts.count == 2 ? [(0, 1)] : [(0, 1), (0, 2), (1, 2)]
    pairs = numbers.map { a, b in
      let learned = Links.Learned(
        source: texts[a].learned, target: texts[b].learned, table: table,
        weight: Float(options.weights.translations))
      let length = LengthEvidence(
        ratio: options.model.ratio(texts[a].text.language, texts[b].text.language),
        variance: options.model.lengthVariance, weight: 1)
      return (Confidence.Pair(a: a, b: b, links: Links(keys[a], keys[b], learned: learned), length: length), learned)
    }
  }

  /// How many sentences there are.
  var end: Lattice.Point {
    Lattice.Point(i: texts[0].text.count, j: texts[1].text.count, k: texts.count > 2 ? texts[2].text.count : 0)
  }

  /// All cells.
  var lattice: Lattice { Lattice(end.i, end.j, end.k) }

  /// The same sentences, those of one text in another order.
  func rearranged(_ text: Int, _ order: [Int]) -> TextStretch {
    var result = self
    result.texts[text].text = texts[text].text.rearranged(order)
    return result
  }

  /// A search with the scores of all blocks that end in cells of a lattice.
  func search(_ lattice: Lattice, limits: SearchLimits?) -> BeadSearch {
    let isTriple = texts.count > 2
    let share = isTriple || isPairOfThree ? options.model.pairShare : 1
    func scores(_ number: Int, _ band: Band) -> PairScores {
      let (pair, learned) = pairs[number]
      return PairScores(
        texts[pair.a].text, texts[pair.b].text, keys: (keys[pair.a], keys[pair.b]), learned: learned,
        links: pair.links, band: band, share: share, options: options)
    }
    var priors = options.model.priors(size: options.maximumBeadSize, languages: texts.count)
    if isPairOfThree { priors = priors.map { $0 * share } }
    return BeadSearch(
      first: scores(0, lattice.plane), second: isTriple ? scores(1, lattice.across) : nil,
      third: isTriple ? scores(2, lattice.along) : nil, priors: priors, size: options.maximumBeadSize,
      temper: options.model.temper, limits: limits)
  }

  /// What says how sure a bead of these texts is.
  var confidence: Confidence { Confidence(texts: texts.map(\.text), keys: keys, pairs: pairs.map(\.pair)) }
}
