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

    static func + (a: Point, b: Point) -> Point { Point(i: a.i + b.i, j: a.j + b.j, k: a.k + b.k) }
    static func - (a: Point, b: Point) -> Point { Point(i: a.i - b.i, j: a.j - b.j, k: a.k - b.k) }
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

  /// The cells that are no farther than `radius` from a monotone path in every direction; all of them, or those of a
  /// window, counted from its first cell.
  ///
  /// - Parameters:
  ///   - path: from the origin to the end, in steps shorter than `radius`.
  ///   - radius: how far from the path.
  ///   - start: the first cell of the window.
  ///   - height: how many sentences of the first language the window has; nil for all that follow.
  init(
    around path: [Point], radius: Int, from start: Point = Point(i: 0, j: 0, k: 0), height: Int? = nil
  ) {
    let last = path.last ?? start
    let bottom = start.i + (height ?? last.i - start.i)
    var low: [Int] = []
    var high: [Int] = []
    // The first point that is near the first row.
    var first = 0
    var after = path.count
    while first < after {
      let middle = (first + after) / 2
      if path[middle].i < start.i - radius { first = middle + 1 } else { after = middle }
    }
    after = first
    var spans: [Range<Int>] = []
    for i in start.i...bottom {
      while after < path.count && path[after].i <= i + radius { after += 1 }
      while first < after - 1 && path[first].i < i - radius { first += 1 }
      spans.append(first..<after)
      low.append(max(start.j, path[first].j - radius) - start.j)
      high.append(max(start.j, min(last.j, path[after - 1].j + radius)) - start.j)
    }
    plane = Band(low: low, high: high)
    rows.reserveCapacity(plane.count)
    var depth = 0
    for i in low.indices {
      var first = spans[i].lowerBound
      var after = first
      for j in low[i] + start.j...high[i] + start.j {
        while after < spans[i].upperBound && path[after].j <= j + radius { after += 1 }
        while first < after - 1 && path[first].j < j - radius { first += 1 }
        depth = max(start.k, min(last.k, path[max(first, after - 1)].k + radius)) - start.k
        rows.append(
          Row(
            low: Int32(max(start.k, path[first].k - radius) - start.k), high: Int32(depth), start: Int32(count)))
        count += depth - Int(rows[rows.count - 1].low) + 1
      }
    }
    end = Point(i: bottom - start.i, j: high[high.count - 1], k: depth)
  }

  /// The cells of three texts that each pair of them can pass without losing much.
  ///
  /// - Parameters:
  ///   - first: the scores of the first and the second text, for all their cells.
  ///   - second: those of the first and the third.
  ///   - third: those of the second and the third.
  ///   - margin: what a pair may lose.
  init(_ first: PairScores, _ second: PairScores, _ third: PairScores, within margin: Float) {
    plane = first.near(margin)
    let across = second.near(margin)
    let along = third.near(margin)
    end = Point(i: plane.low.count - 1, j: along.low.count - 1, k: along.high[along.high.count - 1])
    for i in plane.low.indices {
      for j in plane.low[i]...plane.high[i] {
        // Where the pairs contradict each other, all that lies between them.
        let (low, high) = (max(across.low[i], along.low[j]), min(across.high[i], along.high[j]))
        append(min(low, high), max(low, high))
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

  /// Where a cell is among all, or nil when it is outside.
  @inline(__always)
  func cell(_ point: Point) -> Int? {
    guard let row = row(point.i, point.j), point.k >= Int(row.low), point.k <= Int(row.high) else { return nil }
    return Int(row.start) + point.k - Int(row.low)
  }

  /// The cells of the first and the third text that the lattice has.
  var across: Band {
    var low: [Int] = []
    var high: [Int] = []
    for i in plane.low.indices {
      let row = rows[plane.starts[i]..<plane.starts[i + 1]]
      low.append(row.reduce(Int.max) { min($0, Int($1.low)) })
      high.append(row.reduce(0) { max($0, Int($1.high)) })
    }
    return Band(low: low, high: high)
  }

  /// The cells of the second and the third text that the lattice has.
  var along: Band {
    var low = [Int](repeating: Int.max, count: end.j + 1)
    var high = [Int](repeating: 0, count: end.j + 1)
    for i in plane.low.indices {
      for j in plane.low[i]...plane.high[i] {
        let row = rows[plane.starts[i] + j - plane.low[i]]
        low[j] = min(low[j], Int(row.low))
        high[j] = max(high[j], Int(row.high))
      }
    }
    for j in low.indices where low[j] > high[j] { low[j] = high[j] }
    return Band(low: low, high: high)
  }
}
