/// IBM model 1 (Brown et al. 1993) of two languages in both directions, over the distinct stems of each sentence.
///
/// Everything is added up in the order of the text, so that the same text gives the same bits.
struct TranslationModel {
  /// How often expectation and maximisation take turns.
  private static let rounds = 4
  /// What the empty word takes of every stem in the first round, when nothing is known, and later.
  private static let firstNull: Float = 0.05
  private static let null: Float = 0.002
  /// A stem of fewer sentences says nothing.
  private static let leastSentences = 2
  /// Less probable translations are left out.
  static let least: Float = 0.02

  /// A translation of a stem.
  struct Entry: Sendable {
    var stem: Int32
    var probability: Float
  }

  /// For each stem of the left language its translations by ascending number, and the same of the right.
  private(set) var forward: [[Entry]]
  private(set) var backward: [[Entry]]

  /// Learns from pairs of sentences.
  ///
  /// - Parameters:
  ///   - text: the pairs.
  ///   - left: how many stems the left language has.
  ///   - right: how many the right one has.
  init(_ text: PairText, left: Int, right: Int) {
    let leftCounts = text.left.frequencies(count: left)
    let rightCounts = text.right.frequencies(count: right)
    var pairs = StemPairs()
    // For each sentence, for each left stem, for each right stem the number of their pair.
    var cells: [Int32] = []
    var widths: [(rows: Int32, columns: Int32)] = []
    for sentence in 0..<text.count {
      let rows = text.left[sentence].filter { leftCounts[Int($0)] >= Self.leastSentences }
      let columns = text.right[sentence].filter { rightCounts[Int($0)] >= Self.leastSentences }
      widths.append((Int32(rows.count), Int32(columns.count)))
      for row in rows { for column in columns { cells.append(pairs.number(row, column)) } }
    }
    let toRight = Self.learn(cells, widths, pairs, sources: left, byRows: true)
    let toLeft = Self.learn(cells, widths, pairs, sources: right, byRows: false)
    forward = Array(repeating: [], count: left)
    backward = Array(repeating: [], count: right)
    for pair in 0..<pairs.count {
      let (a, b) = pairs.stems(pair)
      if toRight[pair] > Self.least { forward[Int(a)].append(Entry(stem: b, probability: toRight[pair])) }
      if toLeft[pair] > Self.least { backward[Int(b)].append(Entry(stem: a, probability: toLeft[pair])) }
    }
    for stem in forward.indices { forward[stem].sort { $0.stem < $1.stem } }
    for stem in backward.indices { backward[stem].sort { $0.stem < $1.stem } }
  }

  /// The probability of each pair's target given its source.
  private static func learn(
    _ cells: [Int32], _ widths: [(rows: Int32, columns: Int32)], _ pairs: StemPairs, sources: Int, byRows: Bool
  ) -> [Float] {
    var probabilities = [Float](repeating: 1, count: pairs.count)
    var counts = [Float](repeating: 0, count: pairs.count)
    var totals = [Float](repeating: 0, count: sources)
    var sums: [Float] = []
    for round in 0..<rounds {
      for pair in counts.indices { counts[pair] = 0 }
      var first = 0
      for (rows, columns) in widths {
        let rows = Int(rows), columns = Int(columns)
        let targets = byRows ? columns : rows
        sums.removeAll(keepingCapacity: true)
        sums.append(contentsOf: repeatElement(round == 0 ? firstNull : null, count: targets))
        for row in 0..<rows {
          for column in 0..<columns {
            sums[byRows ? column : row] += probabilities[Int(cells[first + row * columns + column])]
          }
        }
        for row in 0..<rows {
          for column in 0..<columns {
            let pair = Int(cells[first + row * columns + column])
            counts[pair] += probabilities[pair] / sums[byRows ? column : row]
          }
        }
        first += rows * columns
      }
      // One more than was counted, so that what was seen once is not sure.
      for source in totals.indices { totals[source] = 1 }
      for pair in counts.indices { totals[pairs.source(pair, byRows: byRows)] += counts[pair] }
      for pair in counts.indices {
        probabilities[pair] = counts[pair] / totals[pairs.source(pair, byRows: byRows)]
      }
    }
    return probabilities
  }
}

/// Numbers the pairs of stems that stand in one pair of sentences, in the order in which they are met.
private struct StemPairs {
  private var left: [Int32] = []
  private var right: [Int32] = []
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 16)

  var count: Int { left.count }

  func stems(_ pair: Int) -> (left: Int32, right: Int32) { (left[pair], right[pair]) }

  @inline(__always)
  func source(_ pair: Int, byRows: Bool) -> Int { Int(byRows ? left[pair] : right[pair]) }

  mutating func number(_ a: Int32, _ b: Int32) -> Int32 {
    let mask = slots.count - 1
    var slot = Self.hash(a, b) & mask
    while slots[slot] >= 0 {
      let pair = Int(slots[slot])
      if left[pair] == a && right[pair] == b { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(left.count)
    slots[slot] = number
    left.append(a)
    right.append(b)
    if left.count * 2 > slots.count { grow() }
    return number
  }

  private static func hash(_ a: Int32, _ b: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b))
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }

  private mutating func grow() {
    let mask = slots.count * 4 - 1
    slots = Array(repeating: -1, count: mask + 1)
    for pair in left.indices {
      var slot = Self.hash(left[pair], right[pair]) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(pair)
    }
  }
}
