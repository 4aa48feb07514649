internal import Lingua

/// Exact search for the best rows of keyword lists of different lengths.
struct KeywordSearch {
  let lists: Trilingual<KeywordList>
  let evidence: TermEvidence
  /// What a pair earns without evidence.
  let neighbours: Double
  /// What it costs to take two items as one.
  let joining: Double

  /// One row: how many items each language gives, 0 to 2.
  private struct Move {
    var take: (kk: Int, ru: Int, en: Int)
  }

  private static let moves: [Move] = {
    var moves: [Move] = []
    // Fuller rows first: among equals the search keeps what it met first.
    for kk in [1, 0, 2] { for ru in [1, 0, 2] { for en in [1, 0, 2] { moves.append(Move(take: (kk, ru, en))) } } }
    moves.removeAll { $0.take.kk + $0.take.ru + $0.take.en == 0 }
    // Two items are only ever one because another language has one for them.
    moves.removeAll { move in
      let takes = [move.take.kk, move.take.ru, move.take.en]
      return takes.contains(2) && !takes.contains(1)
    }
    return moves.sorted { a, b in
      func size(_ m: Move) -> Int { [m.take.kk, m.take.ru, m.take.en].filter { $0 > 0 }.count }
      return size(a) > size(b)
    }
  }()

  /// The rows in the order of the lists.
  func rows() -> [KeywordRow] {
    let terms = Terms(lists: lists, evidence: evidence)
    let (nk, nr, ne) = (lists.kk.items.count, lists.ru.items.count, lists.en.items.count)
    func place(_ i: Int, _ j: Int, _ k: Int) -> Int { (i * (nr + 1) + j) * (ne + 1) + k }
    var best = Array(repeating: -Double.infinity, count: (nk + 1) * (nr + 1) * (ne + 1))
    var from = Array(repeating: -1, count: best.count)
    best[0] = 0
    for i in 0...nk {
      for j in 0...nr {
        for k in 0...ne {
          let here = best[place(i, j, k)]
          guard here > -.infinity else { continue }
          for (number, move) in Self.moves.enumerated() {
            let take = move.take
            guard i + take.kk <= nk, j + take.ru <= nr, k + take.en <= ne,
              terms.canTake(take.kk, at: i, .kk), terms.canTake(take.ru, at: j, .ru), terms.canTake(take.en, at: k, .en)
            else { continue }
            // Among equals the gaps come last: lists are shortened at their end.
            let late = Double(i + j + k) * (take.kk == take.ru && take.ru == take.en ? 0 : 1e-5)
            let value =
              here + late + pair(terms.kkRu, i, take.kk, j, take.ru) + pair(terms.kkEn, i, take.kk, k, take.en)
              + pair(terms.ruEn, j, take.ru, k, take.en)
              - joining * Double([take.kk, take.ru, take.en].filter { $0 == 2 }.count)
            let next = place(i + take.kk, j + take.ru, k + take.en)
            if value > best[next] + 1e-9 {
              best[next] = value
              from[next] = number
            }
          }
        }
      }
    }
    var rows: [KeywordRow] = []
    var (i, j, k) = (nk, nr, ne)
    while i + j + k > 0 {
      let number = from[place(i, j, k)]
      guard number >= 0 else { break }
      let take = Self.moves[number].take
      i -= take.kk
      j -= take.ru
      k -= take.en
      let items = Trilingual(
        kk: item(.kk, i, take.kk), ru: item(.ru, j, take.ru), en: item(.en, k, take.en))
      rows.append(KeywordRow(items.map { $0?.text }, ranges: items.map { $0?.range }))
    }
    return rows.reversed()
  }

  private func item(_ language: Language, _ first: Int, _ take: Int) -> KeywordList.Item? {
    switch take {
    case 0: nil
    case 1: lists[language].items[first]
    default: lists[language].joined(first, first + take - 1)
    }
  }

  private func pair(_ table: [[Double]], _ a: Int, _ takeA: Int, _ b: Int, _ takeB: Int) -> Double {
    guard takeA > 0, takeB > 0 else { return 0 }
    return table[2 * a + takeA - 1][2 * b + takeB - 1] + neighbours
  }

  /// The similarities of all items and all neighbouring two taken as one: row 2·i is item i, row 2·i + 1 is i and i + 1.
  private struct Terms {
    let lists: Trilingual<KeywordList>
    var kkRu: [[Double]]
    var kkEn: [[Double]]
    var ruEn: [[Double]]

    init(lists: Trilingual<KeywordList>, evidence: TermEvidence) {
      self.lists = lists
      func terms(_ language: Language) -> [TermEvidence.Term] {
        let list = lists[language]
        return list.items.indices.flatMap { k in
          [list.items[k].text, k + 1 < list.items.count ? list.joined(k, k + 1).text : ""].map {
            evidence.term($0, language)
          }
        }
      }
      let (kk, ru, en) = (terms(.kk), terms(.ru), terms(.en))
      kkRu = kk.map { a in ru.map { evidence.similarity(a, $0) } }
      kkEn = kk.map { a in en.map { evidence.similarity(a, $0) } }
      ruEn = ru.map { a in en.map { evidence.similarity(a, $0) } }
    }

    func canTake(_ count: Int, at first: Int, _ language: Language) -> Bool {
      guard count == 2 else { return true }
      let items = lists[language].items
      return first + 1 < items.count && items[first + 1].mayJoinPrevious
    }
  }
}
