extension BeadSearch {
  /// The beginning of a long text as far as it no longer depends on what follows.
  ///
  /// Every partition of the whole text passes the last `size` rows of the lattice, for no bead has more sentences. Where
  /// the best ways to all their cells run through one cell, what lies before it is settled: this is the survivor path of
  /// the Viterbi algorithm, so windows that begin where the one before was settled give what one search over all cells
  /// would give.
  struct SettledSteps {
    /// What is settled; empty when that is nothing.
    var steps: [Step]
    /// The first half of the best way to the last row, for a text that does not settle.
    var guess: [Step]
  }

  /// What is settled of a lattice whose last row is not the end of the text.
  func settled(in lattice: Lattice) -> SettledSteps {
    let pass = pass(over: lattice)
    var isMarked = [Bool](repeating: false, count: lattice.count)
    var active = 0
    var top = (value: -Double.infinity, point: lattice.end)
    let last = lattice.end.i
    for i in max(0, last - size + 1)...last {
      for j in lattice.plane.low[i]...lattice.plane.high[i] {
        let row = lattice.rows[lattice.plane.starts[i] + j - lattice.plane.low[i]]
        for k in Int(row.low)...Int(row.high) {
          let cell = Int(row.start) + k - Int(row.low)
          guard pass.shapes[cell] > 0 else { continue }
          isMarked[cell] = true
          active += 1
          if i == last && pass.best[cell] > top.value { top = (pass.best[cell], Lattice.Point(i: i, j: j, k: k)) }
        }
      }
    }
    guard active > 0 else { return SettledSteps(steps: [], guess: single(lattice.end)) }
    let guess = path(pass.shapes, lattice, from: top.point) ?? []
    let half = SettledSteps(steps: [], guess: Array(guess.prefix(max(1, guess.count / 2))))
    // The cells that begin a bead lie before the one that ends it, so one walk back meets all of them.
    for i in stride(from: last, through: 0, by: -1) {
      for j in stride(from: lattice.plane.high[i], through: lattice.plane.low[i], by: -1) {
        let row = lattice.rows[lattice.plane.starts[i] + j - lattice.plane.low[i]]
        for k in stride(from: Int(row.high), through: Int(row.low), by: -1) {
          let cell = Int(row.start) + k - Int(row.low)
          guard isMarked[cell] else { continue }
          let point = Lattice.Point(i: i, j: j, k: k)
          if active == 1 {
            return SettledSteps(steps: path(pass.shapes, lattice, from: point) ?? [], guess: half.guess)
          }
          guard let start = step(pass.shapes[cell], to: point)?.start, let before = lattice.cell(start) else {
            return half
          }
          if isMarked[before] { active -= 1 } else { isMarked[before] = true }
        }
      }
    }
    return half
  }
}
