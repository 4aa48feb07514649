/// How sure each bead is.
enum Confidence {
  /// The share of all partitions near the best one that have the bead, flattened because the evidence of words and of
  /// language pairs is counted as if it were independent.
  static func probabilities(
    of steps: [BeadSearch.Step], search: BeadSearch, end: Lattice.Point, model: AlignmentModel
  ) -> [Float] {
    var path = [Lattice.Point(i: 0, j: 0, k: 0)]
    path.append(contentsOf: steps.map(\.end))
    let lattice = Lattice(around: path, radius: 4)
    return search.posteriors(of: steps, in: lattice)
  }
}
