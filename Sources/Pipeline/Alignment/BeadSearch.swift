/// Finds the best partition of two or three texts into beads by exact dynamic programming over a lattice.
struct BeadSearch {
  /// The scores of the three pairs of languages; nil where there is no such pair.
  let first: PairScores?
  let second: PairScores?
  let third: PairScores?
  /// The penalties by shape, as `AlignmentModel.priors` orders them.
  let priors: [Float]
  /// For each text what each sentence costs besides when it stands alone.
  let alone: [[Float]]
  let size: Int
  /// What flattens the scores for the probabilities.
  let temper: Float
  /// What a user has fixed; nil for nothing.
  var limits: SearchLimits?

  /// A bead by the cell where it ends and how many sentences of each language it has.
  struct Step {
    var end: Lattice.Point
    var x: Int
    var y: Int
    var z: Int
    /// The share of all partitions of the lattice that have this bead.
    var probability: Float = 0

    /// The cell where the bead begins.
    var start: Lattice.Point { Lattice.Point(i: end.i - x, j: end.j - y, k: end.k - z) }

    /// The sentences of each of two or three texts.
    func blocks(_ texts: Int) -> [Range<Int>] {
      Array([start.i..<end.i, start.j..<end.j, start.k..<end.k].prefix(texts))
    }
  }

  /// What a pass over a lattice knows of each cell.
  struct Pass {
    /// The score of the best partition of what lies before.
    var best: [Double]
    /// The logarithm of the sum over all partitions of what lies before; empty where it was not asked for.
    var sums: [Double]
    /// The shape of the best last bead; 0 at the origin and where no partition has a score.
    var shapes: [UInt8]
  }

  /// The best steps from the origin to the end, each with its probability when that is asked for; they hold every
  /// sentence of the lattice whatever the scores are.
  func steps(in lattice: Lattice, probabilities: Bool) -> [Step] {
    best(in: lattice, probabilities: probabilities) ?? single(lattice.end)
  }

  /// The best steps, each with its probability when that is asked for; nil where no partition of the lattice has a score.
  func best(in lattice: Lattice, probabilities: Bool) -> [Step]? {
    guard lattice.count > 0 else { return [] }
    return withWays(lattice) { ways in
      let pass = pass(ways, lattice, sums: probabilities)
      guard var steps = path(pass.shapes, lattice, from: lattice.end) else { return nil }
      if probabilities { rate(&steps, sums: pass.sums, ways, lattice) }
      return steps
    }
  }

  /// The same steps with their probabilities.
  ///
  /// - Parameters:
  ///   - steps: from the origin of the lattice to its end.
  ///   - lattice: has all their cells.
  func rated(_ steps: [Step], in lattice: Lattice) -> [Step] {
    guard lattice.count > 0 else { return steps }
    return withWays(lattice) { ways in
      var steps = steps
      rate(&steps, sums: pass(ways, lattice, sums: true).sums, ways, lattice)
      return steps
    }
  }

  /// What one pass over a lattice finds.
  func pass(over lattice: Lattice) -> Pass {
    withWays(lattice) { pass($0, lattice, sums: false) }
  }

  private func withWays<Result>(_ lattice: Lattice, _ body: (borrowing LatticeWays) -> Result) -> Result {
    PairView.with(first) { first in
      PairView.with(second) { second in
        PairView.with(third) { third in
          body(
            LatticeWays(
              lattice: lattice, first: first, second: second, third: third, priors: priors, alone: alone, size: size,
              limits: limits))
        }
      }
    }
  }

  private func pass(_ ways: borrowing LatticeWays, _ lattice: Lattice, sums isSummed: Bool) -> Pass {
    // Running totals of a whole text: in single precision the end of a long text would be rounded to its own scores.
    var best = [Double](repeating: -.infinity, count: lattice.count)
    var sums = [Double](repeating: -.infinity, count: isSummed ? lattice.count : 0)
    var shapes = [UInt8](repeating: 0, count: lattice.count)
    best[0] = 0
    if isSummed { sums[0] = 0 }
    best.withUnsafeMutableBufferPointer { best in
      shapes.withUnsafeMutableBufferPointer { shapes in
        sums.withUnsafeMutableBufferPointer { sums in
          for i in 0...lattice.end.i {
            for j in lattice.plane.low[i]...lattice.plane.high[i] {
              let row = ways.enter(i, j)
              for k in Int(row.low)...Int(row.high) where i + j + k > 0 {
                if let limits, !limits.allows(i, j, k) { continue }
                let cell = Int(row.start) + k - Int(row.low)
                let count = ways.collect(i, j, k)
                var top = -Double.infinity
                for n in 0..<count {
                  let way = ways.found[n]
                  let value = best[Int(way.from)] + Double(way.score)
                  if value > top {
                    top = value
                    shapes[cell] = way.shape
                  }
                }
                best[cell] = top
                if isSummed { sums[cell] = sum(ways, count, sums) }
              }
            }
          }
        }
      }
    }
    return Pass(best: best, sums: sums, shapes: shapes)
  }

  /// log Σ exp over the ways into a cell.
  @inline(__always)
  private func sum(_ ways: borrowing LatticeWays, _ count: Int, _ sums: UnsafeMutableBufferPointer<Double>)
    -> Double
  {
    var top = -Double.infinity
    for n in 0..<count { top = max(top, sums[Int(ways.found[n].from)] + Double(ways.found[n].score * temper)) }
    guard top > -.infinity else { return top }
    var total: Float = 0
    for n in 0..<count {
      let exponent = Float(sums[Int(ways.found[n].from)] + Double(ways.found[n].score * temper) - top)
      if exponent > -12 { total += Logarithm.exp(exponent) }
    }
    return top + Double(Logarithm.log(total))
  }

  /// Follows the best shapes back from a cell; nil where no partition of what lies before has a score that is a number.
  func path(_ shapes: [UInt8], _ lattice: Lattice, from end: Lattice.Point) -> [Step]? {
    var steps: [Step] = []
    var point = end
    while point.i + point.j + point.k > 0 {
      guard let cell = lattice.cell(point), let step = step(shapes[cell], to: point) else { return nil }
      steps.append(step)
      point = step.start
    }
    return steps.reversed()
  }

  /// The step of a shape that ends at a cell; nil for shape 0.
  @inline(__always)
  func step(_ shape: UInt8, to end: Lattice.Point) -> Step? {
    let side = size + 1
    let shape = Int(shape)
    return shape > 0 ? Step(end: end, x: shape % side, y: shape / side % side, z: shape / side / side) : nil
  }

  /// One step a sentence, language after language; nothing is sure of them.
  func single(_ end: Lattice.Point) -> [Step] {
    (0..<end.i).map { Step(end: Lattice.Point(i: $0 + 1, j: 0, k: 0), x: 1, y: 0, z: 0) }
      + (0..<end.j).map { Step(end: Lattice.Point(i: end.i, j: $0 + 1, k: 0), x: 0, y: 1, z: 0) }
      + (0..<end.k).map { Step(end: Lattice.Point(i: end.i, j: end.j, k: $0 + 1), x: 0, y: 0, z: 1) }
  }

  /// Gives each step of the best path its share of all partitions: the probability of the end flows back over all
  /// ways, and what of it takes the step is the step's.
  private func rate(_ steps: inout [Step], sums: [Double], _ ways: borrowing LatticeWays, _ lattice: Lattice) {
    var reach = [Float](repeating: 0, count: lattice.count)
    reach[lattice.count - 1] = 1
    var next = steps.count - 1
    let side = size + 1
    for i in stride(from: lattice.end.i, through: 0, by: -1) {
      for j in stride(from: lattice.plane.high[i], through: lattice.plane.low[i], by: -1) {
        guard let row = lattice.row(i, j) else { continue }
        var isEntered = false
        for k in stride(from: Int(row.high), through: Int(row.low), by: -1) where i + j + k > 0 {
          let cell = Int(row.start) + k - Int(row.low)
          let onPath = next >= 0 && steps[next].end == Lattice.Point(i: i, j: j, k: k)
          let here = reach[cell]
          // Cells that hardly any partition passes cannot matter, except those of the best path.
          guard here > 1e-6 || onPath else { continue }
          if !isEntered { _ = ways.enter(i, j) }
          isEntered = true
          let wanted = onPath ? steps[next].x + side * (steps[next].y + side * steps[next].z) : -1
          for n in 0..<ways.collect(i, j, k) {
            let way = ways.found[n]
            let exponent = Float(sums[Int(way.from)] + Double(way.score * temper) - sums[cell])
            guard exponent > -16 else { continue }
            let part = here * Logarithm.exp(exponent)
            reach[Int(way.from)] += part
            if Int(way.shape) == wanted { steps[next].probability = min(1, part) }
          }
          if onPath { next -= 1 }
        }
      }
    }
  }
}
