internal import Lingua

/// Finds which items of the keyword lists belong together.
///
/// Authors translate their list item by item, so position decides as long as the lists are equally long and the words
/// do not strongly say another order. Lists of different lengths go through dynamic programming, where an item may
/// stay alone and two items that a comma parts may be one.
struct KeywordAlignment {
  let lists: Trilingual<KeywordList>
  let evidence: TermEvidence

  /// Lists longer than this are paired by position alone: the search grows with the product of the lengths.
  private static let longest = 48
  /// What another order of equally long lists must gain in evidence to be believed.
  private static let reordering = 0.8
  /// What two items earn for standing at corresponding places although no word speaks for them.
  private static let neighbours = 0.12
  /// What it costs to take two items as one.
  private static let joining = 0.06

  func rows() -> [KeywordRow] {
    let present = Language.allCases.filter { !lists[$0].items.isEmpty }
    guard let first = present.first else { return [] }
    let counts = present.map { lists[$0].items.count }
    if present.count == 1 || counts.contains(where: { $0 > Self.longest }) {
      return byPosition(counts.max() ?? 0)
    }
    if Set(counts).count == 1 { return reordered(present, count: lists[first].items.count) }
    return KeywordSearch(
      lists: lists, evidence: evidence, neighbours: Self.neighbours, joining: Self.joining
    ).rows()
  }

  private func byPosition(_ count: Int) -> [KeywordRow] {
    (0..<count).map { k in row(lists.map { k < $0.items.count ? $0.items[k] : nil }) }
  }

  private func row(_ items: Trilingual<KeywordList.Item?>) -> KeywordRow {
    KeywordRow(items.map { $0?.text }, ranges: items.map { $0?.range })
  }

  /// Equally long lists: the other languages' items in the order of the first one's.
  private func reordered(_ present: [Language], count: Int) -> [KeywordRow] {
    let base = present[0]
    var order = Trilingual<[Int]>(repeating: Array(0..<count))
    let left = lists[base].items.map { evidence.term($0.text, base) }
    for language in present.dropFirst() {
      let right = lists[language].items.map { evidence.term($0.text, language) }
      order[language] = Self.permutation(left.map { l in right.map { evidence.similarity(l, $0) } })
    }
    return (0..<count).map { k in
      var items = Trilingual<KeywordList.Item?>(repeating: nil)
      for language in present { items[language] = lists[language].items[order[language][k]] }
      return row(items)
    }
  }

  /// For each row of a square table of similarities its column: the diagonal, unless pairs that clearly prefer each
  /// other lie off it and the whole gains enough by following them.
  static func permutation(_ table: [[Double]]) -> [Int] {
    let count = table.count
    var fixed = Array(repeating: -1, count: count)
    var taken = Array(repeating: false, count: count)
    for i in 0..<count {
      guard let j = table[i].indices.max(by: { table[i][$0] < table[i][$1] }), table[i][j] >= 0.75 else { continue }
      let rivals = (0..<count).filter { $0 != i && table[$0][j] >= table[i][j] - 0.1 }
      let choices = table[i].indices.filter { $0 != j && table[i][$0] >= table[i][j] - 0.1 }
      if rivals.isEmpty && choices.isEmpty && !taken[j] {
        fixed[i] = j
        taken[j] = true
      }
    }
    // What nothing is known of keeps its place where that is free, and else the order of the free places.
    for i in 0..<count where fixed[i] < 0 && !taken[i] {
      fixed[i] = i
      taken[i] = true
    }
    var free = (0..<count).filter { !taken[$0] }[...]
    for i in 0..<count where fixed[i] < 0 { fixed[i] = free.popFirst() ?? i }
    let gain = (0..<count).reduce(0.0) { $0 + table[$1][fixed[$1]] - table[$1][$1] }
    return gain >= reordering ? fixed : Array(0..<count)
  }
}
