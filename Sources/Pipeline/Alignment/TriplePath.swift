/// A path through three texts that follows their pairwise alignments, for a search in its neighbourhood.
struct TriplePath {
  /// The path from the origin to the end in steps of at most one sentence of each language.
  ///
  /// - Parameters:
  ///   - first: for each count of sentences of the first language, how many of the second lie behind.
  ///   - second: the same for the third language.
  ///   - third: for each count of sentences of the second language, how many of the third lie behind.
  static func points(first: [Int], second: [Int], third: [Int]) -> [Lattice.Point] {
    var points = [Lattice.Point(i: 0, j: 0, k: 0)]
    for i in first.indices {
      var point = points[points.count - 1]
      if i > 0 {
        point.i = i
        if point.j < first[i] { point.j += 1 }
        if point.k < second[i] { point.k += 1 }
        points.append(point)
      }
      // What the first language lacks follows the alignment of the other two.
      while point.j < first[i] || point.k < second[i] {
        let follows = point.j < third.count ? third[point.j] : point.k
        if point.k < second[i] && (point.k <= follows || point.j == first[i]) {
          point.k += 1
          if point.j < first[i] { point.j += 1 }
        } else {
          point.j += 1
        }
        points.append(point)
      }
    }
    return points
  }

  /// For each count of sentences of the first language how many of the second lie behind on a pairwise path.
  static func map(_ steps: [BeadSearch.Step], count: Int, end: Int) -> [Int] {
    var map = Array(repeating: 0, count: count + 1)
    for step in steps {
      let (i, j) = (step.end.i, step.end.j)
      for back in stride(from: step.x - 1, through: 0, by: -1) {
        map[i - back] = j - step.y * back / max(1, step.x)
      }
      map[i] = j
    }
    map[count] = end
    return map
  }
}
