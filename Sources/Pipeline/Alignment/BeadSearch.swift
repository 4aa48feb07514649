internal import Lingua

/// Finds the best partition of two or three texts into beads by exact dynamic programming over a lattice.
struct BeadSearch {
  /// The scores of the three pairs; nil where a language is empty.
  let first: PairScores?
  let second: PairScores?
  let third: PairScores?
  /// The penalties by shape, as `AlignmentModel.priors` orders them.
  let priors: [Float]
  let size: Int
  /// How much each pair score counts.
  let share: Float

  /// A bead by the cell where it ends and how many sentences of each language it has.
  struct Step {
    var end: Lattice.Point
    var x: Int
    var y: Int
    var z: Int
    var score: Float
  }

  /// The score of the bead of `x`, `y` and `z` sentences that ends at a cell.
  @inline(__always)
  func score(_ i: Int, _ j: Int, _ k: Int, _ x: Int, _ y: Int, _ z: Int) -> Float {
    var sum: Float = 0
    if let first, x > 0, y > 0 { sum += first.score(i, j, x, y) }
    if z > 0 {
      if let second, x > 0 { sum += second.score(i, k, x, z) }
      if let third, y > 0 { sum += third.score(j, k, y, z) }
    }
    return share * sum + priors[x + (size + 1) * (y + (size + 1) * z)]
  }

  /// Calls `visit` with each cell and each step that ends there, in an order in which every step's origin is complete.
  @inline(__always)
  private func sweep(_ lattice: Lattice, _ visit: (_ cell: Int, _ from: Int, _ shape: Int, _ score: Float) -> Void) {
    let side = size + 1
    for i in 0...lattice.end.i {
      for j in lattice.plane.low[i]...lattice.plane.high[i] {
        let row = lattice.rows[lattice.plane.starts[i] + j - lattice.plane.low[i]]
        for y in 0...min(size, j) {
          for x in 0...min(size, i) where x + y > 0 {
            guard let origin = lattice.row(i - x, j - y) else { continue }
            for z in 0...size {
              let shape = x + side * (y + side * z)
              guard priors[shape] > -.infinity else { continue }
              let low = max(Int(row.low), Int(origin.low) + z)
              let high = min(Int(row.high), Int(origin.high) + z)
              if low > high { continue }
              for k in low...high {
                visit(
                  Int(row.start) + k - Int(row.low), Int(origin.start) + k - z - Int(origin.low), shape,
                  score(i, j, k, x, y, z))
              }
            }
          }
        }
        let single = side * side
        for cell in Int(row.start)..<Int(row.start) + Int(row.high - row.low) {
          visit(cell + 1, cell, single, priors[single])
        }
      }
    }
  }

  /// The best steps from the origin to the end.
  func best(in lattice: Lattice) -> [Step] {
    var scores = [Float](repeating: -.infinity, count: lattice.count)
    var shapes = [UInt8](repeating: 0, count: lattice.count)
    guard !scores.isEmpty else { return [] }
    scores[0] = 0
    scores.withUnsafeMutableBufferPointer { scores in
      shapes.withUnsafeMutableBufferPointer { shapes in
        sweep(lattice) { cell, from, shape, score in
          let value = scores[from] + score
          if value > scores[cell] {
            scores[cell] = value
            shapes[cell] = UInt8(shape)
          }
        }
      }
    }
    var steps: [Step] = []
    var point = lattice.end
    let side = size + 1
    while point.i + point.j + point.k > 0 {
      guard let row = lattice.row(point.i, point.j) else { return [] }
      let shape = Int(shapes[Int(row.start) + point.k - Int(row.low)])
      let (x, y, z) = (shape % side, shape / side % side, shape / side / side)
      guard shape > 0 else { return [] }
      steps.append(
        Step(end: point, x: x, y: y, z: z, score: score(point.i, point.j, point.k, x, y, z)))
      point = Lattice.Point(i: point.i - x, j: point.j - y, k: point.k - z)
    }
    return steps.reversed()
  }

  /// The posterior probability of each step among all partitions of a lattice (forward and backward sums).
  func posteriors(of steps: [Step], in lattice: Lattice) -> [Float] {
    var forward = [Float](repeating: -.infinity, count: lattice.count)
    var backward = forward
    guard !forward.isEmpty else { return [] }
    forward[0] = 0
    var edges: [(cell: Int32, from: Int32, score: Float)] = []
    edges.reserveCapacity(lattice.count * 16)
    sweep(lattice) { cell, from, _, score in
      forward[cell] = Self.add(forward[cell], forward[from] + score)
      edges.append((Int32(cell), Int32(from), score))
    }
    backward[lattice.count - 1] = 0
    for edge in edges.reversed() {
      backward[Int(edge.from)] = Self.add(backward[Int(edge.from)], backward[Int(edge.cell)] + edge.score)
    }
    let total = forward[lattice.count - 1]
    return steps.map { step in
      guard let to = lattice.row(step.end.i, step.end.j),
        let from = lattice.row(step.end.i - step.x, step.end.j - step.y)
      else { return 0 }
      let end = Int(to.start) + step.end.k - Int(to.low)
      let origin = Int(from.start) + step.end.k - step.z - Int(from.low)
      return min(1, Logarithm.exp(forward[origin] + step.score + backward[end] - total))
    }
  }

  /// log(eᵃ + eᵇ)
  @inline(__always)
  private static func add(_ a: Float, _ b: Float) -> Float {
    let high = max(a, b)
    let low = min(a, b)
    if low < high - 16 { return high }
    return high + Logarithm.log(1 + Logarithm.exp(low - high))
  }
}
