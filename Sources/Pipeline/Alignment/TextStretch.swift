internal import Lingua

/// Two or three texts, or stretches of them, that are small enough to hold all their links at once.
struct TextStretch {
  let texts: [KeyedText]
  private let keys: [TokenKeys]
  private let odds: [WordOdds]
  private let links: [Links]
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
    odds = zip(texts, keys).map { text, keys in
      WordOdds(
        text.text, isKnown: keys.isKnown, frequencies: text.learned.frequencies, model: options.model)
    }
    links = TextPair.all(of: texts.count).map { a, b in
      let learned = Links.Learned(
        source: texts[a].learned, target: texts[b].learned, table: table,
        weight: Float(options.weights.translations))
      return Links(keys[a], keys[b], learned: learned)
    }
  }

  /// The pairs of texts with what links them: the first and the second, then each of them and the third.
  var pairs: [TextPair] {
    zip(TextPair.all(of: texts.count), links).map { numbers, links in
      let (a, b) = (texts[numbers.a].text, texts[numbers.b].text)
      let length = LengthEvidence(
        ratio: options.model.ratio(a.language, b.language), variance: options.model.lengthVariance, weight: 1)
      return TextPair(
        numbers: numbers, a: a, b: b, odds: (odds[numbers.a], odds[numbers.b]), links: links, length: length)
    }
  }

  /// What each sentence costs besides when it stands alone.
  var alone: [[Float]] { texts.map { $0.text.lengths.map(options.model.alone) } }

  /// How many sentences there are.
  var end: Lattice.Point {
    Lattice.Point(i: texts[0].text.count, j: texts[1].text.count, k: texts.count > 2 ? texts[2].text.count : 0)
  }

  /// All cells.
  var lattice: Lattice { Lattice(end.i, end.j, end.k) }

  /// A search with the scores of all blocks that end in cells of a lattice.
  ///
  /// - Parameters:
  ///   - lattice: the cells.
  ///   - limits: what a user has fixed.
  ///   - isOpen: whether the texts go on behind the lattice.
  func search(_ lattice: Lattice, limits: SearchLimits?, isOpen: Bool = false) -> BeadSearch {
    let isTriple = texts.count > 2
    let share = isTriple || isPairOfThree ? options.model.pairShare : 1
    let (pairs, alone) = (pairs, alone)
    let pairPriors = options.model.priors(size: options.maximumBeadSize, languages: 2)
    func scores(_ number: Int, _ band: Band) -> PairScores {
      let pair = pairs[number]
      // What a user has fixed may lie where nobody would look.
      let isNarrowed = limits == nil && options.model.roughMargin < .infinity
      let rough = RoughBand(
        pair: pair, omission: options.model.pairOmission, margin: options.model.roughMargin, isOpen: isOpen)
      let band = isNarrowed ? rough.narrowed(band) : band
      let margin = BlockMargin(
        priors: pairPriors, alone: (alone[pair.numbers.a], alone[pair.numbers.b]), isOpen: isOpen,
        margin: options.model.margin)
      return PairScores(pair, band: band, margin: margin, share: share, options: options)
    }
    let priors =
      isTriple
      ? options.model.priors(size: options.maximumBeadSize, languages: 3)
      : isPairOfThree ? pairPriors.map { $0 * share } : pairPriors
    return BeadSearch(
      first: scores(0, lattice.plane), second: isTriple ? scores(1, lattice.across) : nil,
      third: isTriple ? scores(2, lattice.along) : nil, priors: priors, alone: alone,
      size: options.maximumBeadSize, temper: options.model.temper, limits: limits)
  }

  /// What says how sure a bead of these texts is.
  var confidence: Confidence { Confidence(texts: texts.map(\.text), keys: keys, pairs: pairs) }
}
