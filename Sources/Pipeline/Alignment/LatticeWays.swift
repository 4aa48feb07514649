/// Lists the ways into a cell: the beads that can end there, with their scores.
struct LatticeWays: ~Copyable {
  /// A bead that ends at the cell, by the index of the cell where it begins.
  struct Way {
    var from: Int32
    var shape: UInt8
    var score: Float
  }

  /// What the beads into a row of cells share.
  private struct Origin {
    var x: Int
    var y: Int
    var row: Lattice.Row
    var score: Float
    /// What the bead costs besides when it has no sentence of the third text.
    var alone: Float
  }

  private let lattice: Lattice
  private let first: PairView?
  private let second: PairView?
  private let third: PairView?
  private let size: Int
  private let limits: SearchLimits?
  private let alone: [[Float]]
  private let priors: UnsafeMutablePointer<Float>
  private let origins: UnsafeMutablePointer<Origin>
  private let counts: UnsafeMutablePointer<Int>
  /// What `collect` found.
  let found: UnsafeMutablePointer<Way>

  init(
    lattice: Lattice, first: PairView?, second: PairView?, third: PairView?, priors: [Float],
    alone: [[Float]], size: Int, limits: SearchLimits?
  ) {
    self.lattice = lattice
    self.first = first
    self.second = second
    self.third = third
    self.size = size
    self.limits = limits
    self.alone = alone
    let side = size + 1
    self.priors = .allocate(capacity: priors.count)
    for (n, prior) in priors.enumerated() { (self.priors + n).initialize(to: prior) }
    origins = .allocate(capacity: side * side)
    counts = .allocate(capacity: 1)
    counts.initialize(to: 0)
    found = .allocate(capacity: side * side * side)
  }

  deinit {
    priors.deallocate()
    origins.deallocate()
    counts.deallocate()
    found.deallocate()
  }

  /// Prepares the row of cells of two numbers, which is in the lattice.
  func enter(_ i: Int, _ j: Int) -> Lattice.Row {
    var count = 0
    for y in 0...min(size, j) {
      for x in 0...min(size, i) {
        guard let row = lattice.row(i - x, j - y) else { continue }
        var score: Float = 0
        if let first, x > 0, y > 0 { score = first.blocks(i, j)[(x - 1) * size + y - 1] }
        if let limits { score -= limits.cost(0, i, x) + limits.cost(1, j, y) }
        let alone = x == 1 && y == 0 ? alone[0][i - 1] : x == 0 && y == 1 ? alone[1][j - 1] : 0
        (origins + count).initialize(to: Origin(x: x, y: y, row: row, score: score, alone: alone))
        count += 1
      }
    }
    counts.pointee = count
    return lattice.rows[lattice.plane.starts[i] + j - lattice.plane.low[i]]
  }

  /// Fills `found` with the beads that end at a cell of the row that was entered; returns how many there are.
  func collect(_ i: Int, _ j: Int, _ k: Int) -> Int {
    let side = size + 1
    let depth = min(size, k)
    let across = depth > 0 ? second?.blocks(i, k) : nil
    let along = depth > 0 ? third?.blocks(j, k) : nil
    var count = 0
    for n in 0..<counts.pointee {
      let origin = origins[n]
      let low = Int(origin.row.low)
      let high = Int(origin.row.high)
      var shape = origin.x + side * origin.y
      let start = Int(origin.row.start) + k - low
      for z in 0...depth {
        defer { shape += side * side }
        guard k - z >= low && k - z <= high else { continue }
        var score = priors[shape]
        guard score > -.infinity else { continue }
        score += origin.score
        if z == 0 {
          score += origin.alone
        } else if origin.x + origin.y == 0 {
          score += alone[2][k - 1]
        }
        if z > 0 {
          if let across, origin.x > 0 { score += across[(origin.x - 1) * size + z - 1] }
          if let along, origin.y > 0 { score += along[(origin.y - 1) * size + z - 1] }
        }
        if z > 0, let limits { score -= limits.cost(2, k, z) }
        (found + count).initialize(
          to: Way(
            from: Int32(truncatingIfNeeded: start - z), shape: UInt8(truncatingIfNeeded: shape), score: score)
        )
        count += 1
      }
    }
    return count
  }
}
