internal import Lingua

/// How probably two words translate each other by the translation table, the concepts, the acronyms and their letters.
struct WordPrior {
  private let a: Language
  private let b: Language
  private let left: TermTypes.Side
  private let right: TermTypes.Side
  private let table: TranslationTable

  init(_ a: Language, _ b: Language, _ types: TermTypes, _ knowledge: TermKnowledge) {
    self.a = a
    self.b = b
    left = types.sides[a]
    right = types.sides[b]
    table = knowledge.translations
  }

  /// The probabilities of pairs in both directions.
  func probabilities(_ pairs: [(a: Int32, b: Int32)]) -> (forward: [Float], backward: [Float]) {
    let rows = table.withView { view in
      (Self.rows(left, from: a, to: b, view), Self.rows(right, from: b, to: a, view))
    }
    var forward: [Float] = []
    var backward: [Float] = []
    forward.reserveCapacity(pairs.count)
    backward.reserveCapacity(pairs.count)
    for (i, j) in pairs {
      let known = max(concepts(Int(i), Int(j)), letters(Int(i), Int(j)))
      let f = Self.probability(rows.0[Int(i)], right.rows[Int(j)])
      let g = Self.probability(rows.1[Int(j)], left.rows[Int(i)])
      forward.append(min(0.9, 0.8 * f + 0.6 * known))
      backward.append(min(0.9, 0.8 * g + 0.6 * known))
    }
    return (forward, backward)
  }

  private static func rows(
    _ side: TermTypes.Side, from source: Language, to target: Language, _ view: TranslationView
  ) -> [[TranslationView.Entry]] {
    var row: [TranslationView.Entry] = []
    return side.rows.map { number in
      guard number >= 0 else { return [] }
      view.read(Int(number), from: source, to: target, into: &row)
      return row
    }
  }

  private static func probability(_ row: [TranslationView.Entry], _ target: Int32) -> Float {
    guard target >= 0 else { return 0 }
    var low = 0
    var high = row.count
    while low < high {
      let middle = (low + high) / 2
      if row[middle].target < Int(target) { low = middle + 1 } else { high = middle }
    }
    return low < row.count && row[low].target == Int(target) ? row[low].probability : 0
  }

  private func concepts(_ i: Int, _ j: Int) -> Float {
    let x = left.concepts[i], y = right.concepts[j]
    var best: Float = 0
    var m = 0
    var n = 0
    while m < x.count, n < y.count {
      if x[m].row == y[n].row {
        best = max(best, x[m].weight * y[n].weight)
        m += 1
      } else if x[m].row < y[n].row {
        m += 1
      } else {
        n += 1
      }
    }
    return best
  }

  /// Loans and names share the beginnings of their skeletons, acronyms their row, and words of Latin letters all.
  private func letters(_ i: Int, _ j: Int) -> Float {
    if left.forms[i] == right.forms[j] { return 1 }
    if !left.acronyms[i].isEmpty, !Set(left.acronyms[i]).isDisjoint(with: right.acronyms[j]) { return 1 }
    let x = left.skeletons[i], y = right.skeletons[j]
    let least = min(x.count, y.count)
    guard least >= 3 else { return 0 }
    var shared = 0
    while shared < least, x[shared] == y[shared] { shared += 1 }
    if shared >= 6 { return 0.9 }
    if shared == 5 { return least <= 8 ? 0.8 : 0.5 }
    if shared == 4 { return least <= 5 ? 0.7 : 0.2 }
    return shared == 3 && least == 3 ? 0.3 : 0
  }
}
