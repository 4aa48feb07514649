internal import Lingua

/// How probably the words of two languages translate each other: what is known beforehand, and what the beads of all
/// documents teach (Model 1 of Brown et al. 1993, with the lexicons as the prior distribution).
struct WordLinks: Sendable {
  /// Two languages, the one that stands first in `Language.allCases` before the other.
  let a: Language
  let b: Language
  /// Probability of the word of `b` given that of `a`, and the other way round, by pair.
  private(set) var forward: [Float] = []
  private(set) var backward: [Float] = []
  /// The pairs of the cells of all units, row by row of `a`.
  private(set) var cells: [Int32] = []
  /// Where the cells of each unit begin.
  private(set) var starts: [Int] = []

  /// What a word may be that has no counterpart.
  static let null: Float = 0.004
  /// What a pair is believed of which nothing is known.
  private static let floor: Float = 0.0015
  /// How many observations the knowledge beforehand counts for.
  private static let trust: Float = 1.5
  private static let rounds = 3

  /// Learns the links of two languages.
  ///
  /// - Parameters:
  ///   - units: for each unit the types of its words in each language, words of grammar left out.
  init(_ a: Language, _ b: Language, units: [Trilingual<[Int32]>], types: TermTypes, knowledge: TermKnowledge) {
    self.a = a
    self.b = b
    var table = PairTable()
    starts.reserveCapacity(units.count + 1)
    cells.reserveCapacity(units.reduce(0) { $0 + $1[a].count * $1[b].count })
    for unit in units {
      starts.append(cells.count)
      for left in unit[a] {
        for right in unit[b] { cells.append(table.number(left, right)) }
      }
    }
    starts.append(cells.count)
    var prior = WordPrior(a, b, types, knowledge).probabilities(table.pairs)
    learn(units, table.pairs, types, &prior)
  }

  private mutating func learn(
    _ units: [Trilingual<[Int32]>], _ pairs: [(a: Int32, b: Int32)], _ types: TermTypes,
    _ prior: inout (forward: [Float], backward: [Float])
  ) {
    for k in prior.forward.indices {
      prior.forward[k] += Self.floor
      prior.backward[k] += Self.floor
    }
    forward = prior.forward
    backward = prior.backward
    var totalA = [Float](repeating: 0, count: types.sides[a].stems.count)
    var totalB = [Float](repeating: 0, count: types.sides[b].stems.count)
    for unit in units where !unit[a].isEmpty && !unit[b].isEmpty {
      for left in unit[a] { totalA[Int(left)] += 1 }
      for right in unit[b] { totalB[Int(right)] += 1 }
    }
    for _ in 0..<Self.rounds {
      let zeros = [Float](repeating: 0, count: pairs.count)
      var counts = (forward: zeros, backward: zeros)
      for (number, unit) in units.enumerated() where !unit[a].isEmpty && !unit[b].isEmpty {
        let place = starts[number]..<starts[number + 1]
        cells.withUnsafeBufferPointer { cells in
          let cells = UnsafeBufferPointer(rebasing: cells[place])
          Self.count(cells, rows: unit[a].count, forward, &counts.forward, byRow: false)
          Self.count(cells, rows: unit[a].count, backward, &counts.backward, byRow: true)
        }
      }
      for (k, pair) in pairs.enumerated() {
        forward[k] = (Self.trust * prior.forward[k] + counts.forward[k]) / (Self.trust + totalA[Int(pair.a)])
        backward[k] = (Self.trust * prior.backward[k] + counts.backward[k]) / (Self.trust + totalB[Int(pair.b)])
      }
    }
  }

  /// Shares each word of one language among those of the other, as far as they explain it.
  private static func count(
    _ cells: UnsafeBufferPointer<Int32>, rows: Int, _ probabilities: [Float], _ counts: inout [Float], byRow: Bool
  ) {
    let columns = cells.count / rows
    let (outer, inner) = byRow ? (rows, columns) : (columns, rows)
    let (step, stride) = byRow ? (columns, 1) : (1, columns)
    probabilities.withUnsafeBufferPointer { probabilities in
      counts.withUnsafeMutableBufferPointer { counts in
        for line in 0..<outer {
          var sum = null
          for k in 0..<inner { sum += probabilities[Int(cells[line * step + k * stride])] }
          let share = 1 / sum
          for k in 0..<inner {
            let pair = Int(cells[line * step + k * stride])
            counts[pair] += probabilities[pair] * share
          }
        }
      }
    }
  }
}
