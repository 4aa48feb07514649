/// The cells of a three-dimensional search: how many sentences of each language lie behind.
struct Lattice: Sendable {
  /// One row of cells with the same first two numbers.
  struct Row: Sendable {
    var low: Int32
    var high: Int32
    var start: Int32
  }

  /// A cell.
  struct Point: Hashable, Sendable {
    var i: Int
    var j: Int
    var k: Int
  }

  /// For each first number the range of second numbers, and where its rows begin.
  let plane: Band
  private(set) var rows: [Row] = []
  /// How many cells there are.
  private(set) var count = 0
  /// The cell where everything lies behind.
  let end: Point

  /// All cells of a text of `n`, `m` and `l` sentences.
  init(_ n: Int, _ m: Int, _ l: Int) {
    self.init(plane: Band(rows: n, columns: m), depth: l)
  }

  /// The cells of a plane, each with the whole depth.
  init(plane: Band, depth: Int) {
    self.plane = plane
    end = Point(i: plane.low.count - 1, j: plane.high.last ?? 0, k: depth)
    rows.reserveCapacity(plane.count)
    for _ in 0..<plane.count { append(0, depth) }
  }

  /// The cells that are no farther than `radius` from a monotone path in every direction.
  ///
  /// - Parameter path: from the origin to the end, in steps shorter than `radius`.
  init(around path: [Point], radius: Int) {
    let last = path.last ?? Point(i: 0, j: 0, k: 0)
    end = last
    var low: [Int] = []
    var high: [Int] = []
    var first = 0
    var after = 0
    var spans: [Range<Int>] = []
    for i in 0...last.i {
      while after < path.count && path[after].i <= i + radius { after += 1 }
      while first < after - 1 && path[first].i < i - radius { first += 1 }
      spans.append(first..<after)
      low.append(max(0, path[first].j - radius))
      high.append(min(last.j, path[after - 1].j + radius))
    }
    plane = Band(low: low, high: high)
    rows.reserveCapacity(plane.count)
    for i in 0...last.i {
      var first = spans[i].lowerBound
      var after = first
      for j in low[i]...high[i] {
        while after < spans[i].upperBound && path[after].j <= j + radius { after += 1 }
        while first < after - 1 && path[first].j < j - radius { first += 1 }
        append(max(0, path[first].k - radius), min(last.k, path[max(first, after - 1)].k + radius))
      }
    }
  }

  private mutating func append(_ low: Int, _ high: Int) {
    rows.append(Row(low: Int32(low), high: Int32(high), start: Int32(count)))
    count += high - low + 1
  }

  /// The row of two numbers, or nil when it is outside.
  @inline(__always)
  func row(_ i: Int, _ j: Int) -> Row? { plane.index(i, j).map { rows[$0] } }
}
