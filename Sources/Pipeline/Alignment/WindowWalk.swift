internal import Lingua

/// Walks along the lattice of a long text in windows: each begins where the one before it was settled, so that only the
/// scores of one window are held at a time.
struct WindowWalk {
  let texts: [KeyedText]
  let table: TranslationView
  let options: AlignmentOptions
  let limits: SearchLimits?
  let isPairOfThree: Bool

  /// The best steps from the origin to the end.
  ///
  /// - Parameter lattice: the cells of a window, counted from its first cell: that cell, and how many sentences of the
  ///   first text the window has.
  func steps(in lattice: (_ start: Lattice.Point, _ height: Int) -> Lattice) -> [BeadSearch.Step] {
    let counts = texts.map(\.text.count)
    var start = Lattice.Point(i: 0, j: 0, k: 0)
    var steps: [BeadSearch.Step] = []
    steps.reserveCapacity(counts.max() ?? 0)
    var height = max(options.maximumBeadSize, options.window)
    while true {
      let left = counts[0] - start.i
      let window = lattice(start, min(height, left))
      let end = start + window.end
      let stretch = TextStretch(
        texts.stretch(from: start, to: end), table: table, options: options, isPairOfThree: isPairOfThree)
      let search = stretch.search(window, limits: limits?.stretch(start, end), isOpen: height < left)
      // Two texts need the cells alone that have scores.
      let isPlane = texts.count == 2 && limits == nil
      let cells = isPlane ? search.first.map { Lattice(plane: $0.band, depth: 0) } ?? window : window
      if height >= left {
        append(search.steps(in: cells, probabilities: false), from: start, to: &steps)
        return steps
      }
      let found = search.settled(in: cells)
      var settled = found.steps
      if (settled.last?.end.i ?? 0) * 4 < height {
        if cells.count < options.largestWindow / 2 {
          height *= 2
          continue
        }
        if settled.isEmpty { settled = found.guess }
      }
      append(settled, from: start, to: &steps)
      start = steps.last?.end ?? start
      height = max(options.maximumBeadSize, options.window)
    }
  }

  private func append(_ found: [BeadSearch.Step], from start: Lattice.Point, to steps: inout [BeadSearch.Step]) {
    for var step in found {
      step.end = step.end + start
      steps.append(step)
    }
  }
}
