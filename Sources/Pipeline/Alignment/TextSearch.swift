internal import Lingua

/// Finds the beads of two or three texts: among all partitions where the texts are short, else in windows along a band.
struct TextSearch {
  /// A bead as the search knows it: for each text the sentences.
  struct Found {
    var blocks: [Range<Int>]
    var score: Double
    var isCrossing = false
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
  private static let origin = Lattice.Point(i: 0, j: 0, k: 0)

  /// The best beads in reading order.
  func beads() -> [Found] {
    let crossing = CrossingSearch(texts: texts, table: table, options: options, limits: limits)
    return isShort ? crossing.applied(to: whole()) : crossing.applied(to: windows())
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

  private func whole() -> [Found] {
    let stretch = TextStretch(texts, table: table, options: options)
    let lattice = stretch.lattice
    let search = stretch.search(lattice, limits: limits)
    let steps: [BeadSearch.Step]
    if lattice.count <= 4_000 {
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
      blocks: moved.blocks(texts.count), score: confidence.score(blocks, share: step.probability))
  }

  // MARK: Long texts

  private func windows() -> [Found] {
    if texts.count == 2 { return rated(pairSteps(0, 1, isPairOfThree: false)) }
    func map(_ a: Int, _ b: Int) -> [Int] {
      TriplePath.map(pairSteps(a, b, isPairOfThree: true), count: texts[a].text.count, end: texts[b].text.count)
    }
    let path = TriplePath.points(first: map(0, 1), second: map(0, 2), third: map(1, 2))
    let walk = WindowWalk(texts: texts, table: table, options: options, limits: limits, isPairOfThree: false)
    return rated(
      walk.steps { start, height in
        Lattice(around: path, radius: Self.radius, from: start, height: height)
      })
  }

  /// The best steps of two of the texts.
  private func pairSteps(_ a: Int, _ b: Int, isPairOfThree: Bool) -> [BeadSearch.Step] {
    let pair = [texts[a], texts[b]]
    let limits = limits?.pair(a, b)
    let isWhole = (pair[0].text.count + 1).multipliedReportingOverflow(by: pair[1].text.count + 1)
    let band =
      !isWhole.overflow && isWhole.partialValue <= options.exactPlane
      ? Band(rows: pair[0].text.count, columns: pair[1].text.count)
      : AnchorBand(pair[0], pair[1], table: table, options: options).band(through: limits?.anchors(0, 1) ?? [])
    let walk = WindowWalk(
      texts: pair, table: table, options: options, limits: limits, isPairOfThree: isPairOfThree)
    return walk.steps { start, height in
      Lattice(plane: band.window(row: start.i, column: start.j, height: height), depth: 0)
    }
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
