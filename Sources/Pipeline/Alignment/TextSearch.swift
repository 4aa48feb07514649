internal import Lingua

/// Finds the beads of two or three texts: among all partitions where the texts are short, else in windows along a band.
struct TextSearch {
  /// A bead as the search knows it: for each text the sentences.
  struct Found {
    var blocks: [Range<Int>]
    /// For each text the sentences inside the block that are not part of the bead; empty where there are none.
    var gaps: [[Int]] = []
    var score: Double
    var isCrossing = false
    /// The pairs of texts that would put some of its sentences otherwise.
    var disagreeing: [(a: Int, b: Int)] = []

    /// The sentences of a text.
    func sentences(_ text: Int) -> [Int] {
      gaps.isEmpty || gaps[text].isEmpty ? Array(blocks[text]) : blocks[text].filter { !gaps[text].contains($0) }
    }
  }

  let texts: [KeyedText]
  let table: TranslationView
  let options: AlignmentOptions
  let limits: SearchLimits?

  /// How far the search in three dimensions may leave the path of the pairs.
  private static let radius = 4
  /// How far from the best path probabilities are computed in a large lattice.
  private static let near = 3
  /// How many beads are rated at once in a long text, and how many on either side are seen with them.
  private static let rated = 256
  private static let context = 24
  /// How many beads of a long text are refined at once.
  private static let refined = 64
  /// Planes of so few cells need no band of their own.
  private static let wholePlane = 250_000
  private static let origin = Lattice.Point(i: 0, j: 0, k: 0)

  /// The best beads in reading order, and of a short text what `fits` says of some factors.
  func beads(_ factors: [Double]) -> (found: [Found], fits: [Double]) {
    guard isShort else {
      let (found, opinions) = windows()
      return (judged(options.hasMoves ? refined(found) : found, opinions), [])
    }
    let stretch = TextStretch(texts, table: table, options: options)
    let search = stretch.search(stretch.lattice, limits: limits)
    var found = whole(stretch, search)
    // Where no partition had a score, there is nothing to improve.
    if options.hasMoves && found.contains(where: { $0.score > 0 }) && found.contains(where: BeadRefinement.isOpen) {
      var refinement = BeadRefinement(stretch, options: options, limits: limits)
      found = refinement.refined(found, from: Self.origin)
    }
    return (
      judged(found, texts.count > 2 ? opinions(search) : nil),
      factors.isEmpty ? [] : fits(factors, search, stretch.lattice)
    )
  }

  /// The beads with the pairs of texts that see them otherwise.
  private func judged(_ found: [Found], _ opinions: PairOpinions?) -> [Found] {
    guard let opinions else { return found }
    return found.map { bead in
      var bead = bead
      bead.disagreeing = opinions.disagreeing(with: bead)
      return bead
    }
  }

  /// What the pairs of three texts say whose scores a search has for all cells.
  private func opinions(_ search: BeadSearch) -> PairOpinions {
    let priors = options.model.priors(size: options.maximumBeadSize, languages: 2).map { $0 * options.model.pairShare }
    let steps = zip(PairOpinions.pairs, [search.first, search.second, search.third]).map { pair, scores in
      guard let scores else { return [BeadSearch.Step]() }
      let search = BeadSearch(
        first: scores, second: nil, third: nil, priors: priors, alone: [search.alone[pair.a], search.alone[pair.b]],
        size: options.maximumBeadSize, temper: options.model.temper, limits: limits?.pair(pair.a, pair.b))
      return search.steps(in: Lattice(plane: scores.band, depth: 0), probabilities: false)
    }
    return PairOpinions(steps, counts: texts.map(\.text.count))
  }

  /// Whether all cells are searched.
  private var isShort: Bool {
    let counts = texts.map(\.text.count)
    // Multiplied step by step, so that huge texts cannot overflow.
    let plane = (counts[0] + 1).multipliedReportingOverflow(by: counts[1] + 1)
    guard !plane.overflow else { return false }
    guard counts.count > 2 else { return plane.partialValue <= options.exactPlane }
    let all = plane.partialValue.multipliedReportingOverflow(by: counts[2] + 1)
    return !all.overflow && all.partialValue <= options.exactCells
  }

  private func whole(_ stretch: TextStretch, _ search: BeadSearch) -> [Found] {
    var steps: [BeadSearch.Step]
    // Two texts need the cells alone that have scores.
    let lattice =
      texts.count == 2 && limits == nil
      ? search.first.map { Lattice(plane: $0.band, depth: 0) } ?? stretch.lattice : stretch.lattice
    // Where pairs see no good way, three texts have none either, unless the pairs contradict each other.
    if let first = search.first, let second = search.second, let third = search.third,
      let near = search.best(
        in: Lattice(first, second, third, within: options.model.margin), probabilities: true)
    {
      steps = near
    } else if lattice.count <= 4_000 {
      steps = search.steps(in: lattice, probabilities: true)
    } else {
      let best = search.steps(in: lattice, probabilities: false)
      steps = search.rated(best, in: Lattice(around: [Self.origin] + best.map(\.end), radius: Self.near))
    }
    var confidence = stretch.confidence
    return steps.map { found($0, from: Self.origin, &confidence) }
  }

  private func found(_ step: BeadSearch.Step, from start: Lattice.Point, _ confidence: inout Confidence) -> Found {
    let blocks = step.blocks(texts.count)
    var moved = step
    moved.end = step.end + start
    return Found(
      blocks: moved.blocks(texts.count), score: confidence.score(blocks.map(Array.init), share: step.probability))
  }

  // MARK: Long texts

  private func windows() -> (found: [Found], opinions: PairOpinions?) {
    if texts.count == 2 { return (rated(pairSteps(0, 1, isPairOfThree: false)), nil) }
    let steps = PairOpinions.pairs.map { pairSteps($0.a, $0.b, isPairOfThree: true) }
    func map(_ number: Int) -> [Int] {
      let pair = PairOpinions.pairs[number]
      return TriplePath.map(steps[number], count: texts[pair.a].text.count, end: texts[pair.b].text.count)
    }
    let path = TriplePath.points(first: map(0), second: map(1), third: map(2))
    let walk = WindowWalk(texts: texts, table: table, options: options, limits: limits, isPairOfThree: false)
    let found = rated(
      walk.steps { start, height in
        Lattice(around: path, radius: Self.radius, from: start, height: height)
      })
    return (found, PairOpinions(steps, counts: texts.map(\.text.count)))
  }

  /// The best steps of two of the texts.
  private func pairSteps(_ a: Int, _ b: Int, isPairOfThree: Bool) -> [BeadSearch.Step] {
    let pair = [texts[a], texts[b]]
    let limits = limits?.pair(a, b)
    let isWhole = (pair[0].text.count + 1).multipliedReportingOverflow(by: pair[1].text.count + 1)
    let band =
      !isWhole.overflow && isWhole.partialValue <= min(options.exactPlane, Self.wholePlane)
      ? Band(rows: pair[0].text.count, columns: pair[1].text.count)
      : AnchorBand(pair[0], pair[1], table: table, options: options).band(through: limits?.anchors(0, 1) ?? [])
    let walk = WindowWalk(
      texts: pair, table: table, options: options, limits: limits, isPairOfThree: isPairOfThree)
    return walk.steps { start, height in
      Lattice(plane: band.window(row: start.i, column: start.j, height: height), depth: 0)
    }
  }

  /// The beads of a long text after refinement, some at a time.
  private func refined(_ found: [Found]) -> [Found] {
    var result: [Found] = []
    result.reserveCapacity(found.count)
    var first = 0
    while first < found.count {
      // A part ends where no bead has moves, so that no move is missed.
      var after = min(found.count, first + Self.refined)
      var sure = 0
      while after < found.count, sure < Self.context, after - first < 4 * Self.refined {
        sure = BeadRefinement.isOpen(found[after]) ? 0 : sure + 1
        after += 1
      }
      let part = Array(found[first..<after])
      first = after
      guard part.contains(where: BeadRefinement.isOpen) else {
        result += part
        continue
      }
      let ranges = texts.indices.map { text in
        let blocks = part.map { $0.blocks[text] }.filter { !$0.isEmpty }
        return (blocks.map(\.lowerBound).min() ?? 0)..<(blocks.map(\.upperBound).max() ?? 0)
      }
      let stretch = TextStretch(
        texts.indices.map { texts[$0].stretch(ranges[$0]) }, table: table, options: options)
      let start = Lattice.Point(
        i: ranges[0].lowerBound, j: ranges[1].lowerBound, k: ranges.count > 2 ? ranges[2].lowerBound : 0)
      let end = Lattice.Point(
        i: ranges[0].upperBound, j: ranges[1].upperBound, k: ranges.count > 2 ? ranges[2].upperBound : 0)
      var refinement = BeadRefinement(stretch, options: options, limits: limits?.stretch(start, end))
      result += refinement.refined(part, from: start)
    }
    return result
  }

  /// The beads of a path with what is said of each, window after window.
  private func rated(_ steps: [BeadSearch.Step]) -> [Found] {
    var found: [Found] = []
    found.reserveCapacity(steps.count)
    for first in stride(from: 0, to: steps.count, by: Self.rated) {
      let after = min(steps.count, first + Self.rated)
      let window = steps[max(0, first - Self.context)..<min(steps.count, after + Self.context)]
      guard let begin = window.first?.start, let end = window.last?.end else { continue }
      let local = window.map { step in
        var step = step
        step.end = step.end - begin
        return step
      }
      let stretch = TextStretch(texts.stretch(from: begin, to: end), table: table, options: options)
      let lattice = Lattice(around: [Self.origin] + local.map(\.end), radius: Self.near)
      let search = stretch.search(lattice, limits: limits?.stretch(begin, end))
      let rated = search.rated(local, in: lattice)
      var confidence = stretch.confidence
      for number in first..<after {
        found.append(self.found(rated[number - window.startIndex], from: begin, &confidence))
      }
    }
    return found
  }
}

extension [KeyedText] {
  /// The sentences between two cells.
  func stretch(from start: Lattice.Point, to end: Lattice.Point) -> [KeyedText] {
    let ranges = [start.i..<end.i, start.j..<end.j, start.k..<end.k]
    return enumerated().map { $1.stretch(ranges[$0]) }
  }
}

extension TextSearch.Found {
  /// A bead of any sentences, ascending for each text.
  init(sentences: [[Int]], score: Double) {
    self.init(
      blocks: sentences.map { ($0.first ?? 0)..<($0.last.map { $0 + 1 } ?? 0) },
      gaps: sentences.contains { ($0.last ?? 0) - ($0.first ?? 0) >= $0.count && !$0.isEmpty }
        ? sentences.map { sentences in
          ((sentences.first ?? 0)..<(sentences.last.map { $0 + 1 } ?? 0)).filter { !sentences.contains($0) }
        } : [],
      score: score)
  }
}
