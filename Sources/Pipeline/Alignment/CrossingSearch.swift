internal import Lingua

/// Finds neighbours that stand in another order in one language, as where Russian gives two sentences the other way
/// round.
///
/// A monotone search must leave such sentences out or join them with others. Around beads that are not sure, sentences
/// that fit each other best across the order say which blocks may be exchanged; the exchange is kept when the best
/// partition with it is better by `AlignmentModel.crossing` than the best without.
struct CrossingSearch {
  let texts: [KeyedText]
  let table: TranslationView
  let options: AlignmentOptions
  let limits: SearchLimits?

  /// Surer beads are not looked at, if they are simple.
  private static let sure = 0.9
  /// How many beads around one that is not sure, and the most sentences of a text among them.
  private static let around = 3
  private static let most = 12
  /// The most sentences that are moved past each other.
  private static let block = 3
  /// Two sentences that fit less well say nothing.
  private static let strong: Float = 6

  /// Two neighbouring blocks of one text.
  private struct Exchange {
    var text: Int
    var first: Range<Int>
    var second: Range<Int>

    /// The sentences in their new order.
    func order(count: Int) -> [Int] {
      Array(0..<first.lowerBound) + Array(second) + Array(first) + Array(second.upperBound..<count)
    }
  }

  /// The beads with what crosses; every sentence is still in exactly one.
  ///
  /// - Parameters:
  ///   - found: beads in order.
  ///   - scores: a search that has the scores of all cells of the texts; where there is none, each place makes its own.
  func applied(to found: [TextSearch.Found], scores: BeadSearch? = nil) -> [TextSearch.Found] {
    var result: [TextSearch.Found] = []
    result.reserveCapacity(found.count)
    // Beads before this one are in the result for good.
    var free = 0
    var next = 0
    while next < found.count {
      if isDoubtful(found[next]), let window = window(found, around: next, from: free),
        let crossed = crossed(found[window], scores: scores)
      {
        result.removeLast(next - window.lowerBound)
        result += crossed
        next = window.upperBound
        free = next
      } else {
        result.append(found[next])
        next += 1
      }
    }
    return result
  }

  private func isDoubtful(_ bead: TextSearch.Found) -> Bool {
    bead.score < Self.sure || bead.blocks.contains(where: \.isEmpty) || bead.blocks.count { $0.count > 1 } > 1
  }

  /// The beads around one, from a first one on.
  private func window(_ found: [TextSearch.Found], around number: Int, from first: Int) -> Range<Int>? {
    var low = number
    var high = number + 1
    func fits(_ low: Int, _ high: Int) -> Bool {
      texts.indices.allSatisfy {
        found[high - 1].blocks[$0].upperBound - found[low].blocks[$0].lowerBound <= Self.most
      }
    }
    guard fits(low, high) else { return nil }
    for _ in 0..<Self.around {
      if high < found.count && fits(low, high + 1) { high += 1 }
      if low > first && fits(low - 1, high) { low -= 1 }
    }
    return low..<high
  }

  /// The beads of a window with the best exchange; nil where none is better than the order as it is.
  private func crossed(_ found: ArraySlice<TextSearch.Found>, scores: BeadSearch?) -> [TextSearch.Found]? {
    guard let first = found.first, let last = found.last else { return nil }
    let starts = first.blocks.map(\.lowerBound)
    let ranges = texts.indices.map { starts[$0]..<last.blocks[$0].upperBound }
    guard ranges.count(where: { $0.count > 1 }) > 1, limits?.hasAnchors(in: ranges) != true else { return nil }
    // Most places need no look at their words again.
    if let scores, exchanges(scores, found, ranges).isEmpty { return nil }
    let stretch = TextStretch(texts.indices.map { texts[$0].stretch(ranges[$0]) }, table: table, options: options)
    let lattice = stretch.lattice
    let search = stretch.search(lattice, limits: nil)
    let exchanges = exchanges(search, found, ranges.map { 0..<$0.count })
    guard !exchanges.isEmpty, let bound = search.pass(over: lattice).best.last else { return nil }
    var best: (gain: Double, found: [TextSearch.Found])?
    for exchange in exchanges {
      let order = exchange.order(count: ranges[exchange.text].count)
      let other = stretch.rearranged(exchange.text, order)
      let search = other.search(lattice, limits: nil)
      guard let value = search.pass(over: lattice).best.last else { continue }
      let gain = value - bound
      guard gain > Double(options.model.crossing), gain > best?.gain ?? 0 else { continue }
      let steps = search.steps(in: lattice, probabilities: true)
      if let crossed = beads(steps, search, other, exchange, order, starts: starts), keeps(found, in: crossed) {
        best = (gain, crossed)
      }
    }
    return best?.found
  }

  /// Whether all beads that nobody doubts are still there.
  private func keeps(_ found: ArraySlice<TextSearch.Found>, in crossed: [TextSearch.Found]) -> Bool {
    let blocks = Set(crossed.map(\.blocks))
    return found.allSatisfy { isDoubtful($0) || blocks.contains($0.blocks) }
  }

  /// The exchanges that some pair of languages calls for, and those inside of beads that join several sentences of
  /// several languages; those of later languages first.
  private func exchanges(
    _ search: BeadSearch, _ found: ArraySlice<TextSearch.Found>, _ ranges: [Range<Int>]
  ) -> [Exchange] {
    let counts = ranges.map(\.count)
    var result: [Exchange] = []
    let starts = found.first?.blocks.map(\.lowerBound) ?? []
    for text in texts.indices.reversed() {
      let joined = found.filter { bead in bead.blocks.count { $0.count > 1 } > 1 }.map { bead in
        bead.blocks[text].lowerBound - starts[text]..<bead.blocks[text].upperBound - starts[text]
      }
      // For each other text the sentences' counterparts; nil for none.
      let counterparts = texts.indices.filter { $0 != text }.map {
        Self.counterparts(search, text, $0, ranges)
      }
      for middle in stride(from: 1, to: counts[text], by: 1) {
        for a in 1...Self.block where a <= middle {
          for b in 1...Self.block where middle + b <= counts[text] {
            let exchange = Exchange(text: text, first: middle - a..<middle, second: middle..<middle + b)
            let isCalledFor = counterparts.contains { counterparts in
              guard let before = exchange.first.compactMap({ counterparts[$0] }).min(),
                let after = exchange.second.compactMap({ counterparts[$0] }).max()
              else { return false }
              return before > after
            }
            let isInside = joined.contains { $0.lowerBound <= middle - a && $0.upperBound >= middle + b }
            if isCalledFor || isInside { result.append(exchange) }
          }
        }
      }
    }
    return result
  }

  /// For each sentence of a text the one of another text that it fits best, where that one fits it best, too.
  private static func counterparts(_ search: BeadSearch, _ text: Int, _ other: Int, _ ranges: [Range<Int>]) -> [Int?] {
    let (a, b) = (min(text, other), max(text, other))
    guard let scores = a == 1 ? search.third : b == 1 ? search.first : search.second else { return [] }
    var rows = [(score: Float, best: Int?)](repeating: (strong, nil), count: ranges[a].count)
    var columns = [(score: Float, best: Int?)](repeating: (strong, nil), count: ranges[b].count)
    for i in rows.indices {
      for j in columns.indices {
        let score = scores.single(i + ranges[a].lowerBound, j + ranges[b].lowerBound)
        if score > rows[i].score { rows[i] = (score, j) }
        if score > columns[j].score { columns[j] = (score, i) }
      }
    }
    let (ours, theirs) = text == a ? (rows, columns) : (columns, rows)
    return ours.indices.map { number in
      ours[number].best.flatMap { theirs[$0].best == number ? $0 : nil }
    }
  }

  /// The beads of an exchange with the sentences where they truly stand; nil where that would tear a bead apart, or
  /// a bead that crosses does not fit well enough.
  private func beads(
    _ steps: [BeadSearch.Step], _ search: BeadSearch, _ stretch: TextStretch, _ exchange: Exchange, _ order: [Int],
    starts: [Int]
  ) -> [TextSearch.Found]? {
    var confidence = stretch.confidence
    var result: [TextSearch.Found] = []
    var crossing = (first: false, second: false)
    for step in steps {
      let blocks = step.blocks(texts.count)
      var found = TextSearch.Found(
        blocks: blocks, score: confidence.score(blocks.map(Array.init), share: step.probability))
      let moved = order[blocks[exchange.text]].sorted()
      if let first = moved.first, let last = moved.last {
        guard last - first + 1 == moved.count else { return nil }
        found.blocks[exchange.text] = first..<last + 1
        if blocks.count(where: { !$0.isEmpty }) > 1 {
          let isFirst = moved.contains { exchange.first.contains($0) }
          let isSecond = moved.contains { exchange.second.contains($0) }
          crossing.first = crossing.first || isFirst
          crossing.second = crossing.second || isSecond
          found.isCrossing = isFirst || isSecond
          if found.isCrossing && search.fit(step, of: exchange.text) < Self.strong { return nil }
        }
      }
      for text in texts.indices {
        let block = found.blocks[text]
        found.blocks[text] = block.lowerBound + starts[text]..<block.upperBound + starts[text]
        // A hard limit holds for what has moved, too.
        if limits?.cost(text, found.blocks[text].upperBound, block.count) == .infinity { return nil }
      }
      result.append(found)
    }
    guard crossing.first && crossing.second else { return nil }
    return exchange.text == 0 ? Self.inOrder(result) : result
  }

  /// The beads in the order of the first text; those without a sentence of it stay behind the bead that they follow.
  private static func inOrder(_ beads: [TextSearch.Found]) -> [TextSearch.Found] {
    var place = 0
    var keys: [(place: Int, number: Int)] = []
    for (number, bead) in beads.enumerated() {
      if !bead.blocks[0].isEmpty { place = bead.blocks[0].lowerBound }
      keys.append((place, number))
    }
    return keys.sorted { $0 < $1 }.map { beads[$0.number] }
  }
}

extension BeadSearch {
  /// The mean score of a bead's block of one text against those of the others.
  fileprivate func fit(_ step: Step, of text: Int) -> Float {
    let pairs = [
      (first, 0, 1, step.end.i, step.end.j, step.x, step.y), (second, 0, 2, step.end.i, step.end.k, step.x, step.z),
      (third, 1, 2, step.end.j, step.end.k, step.y, step.z),
    ]
    var sum: Float = 0
    var count: Float = 0
    for (scores, a, b, i, j, x, y) in pairs where (a == text || b == text) && x > 0 && y > 0 {
      guard let scores else { continue }
      sum += scores.block(i, j, x, y)
      count += 1
    }
    return count > 0 ? sum / count : 0
  }
}

extension PairScores {
  /// The score of one sentence against one.
  fileprivate func single(_ i: Int, _ j: Int) -> Float { block(i + 1, j + 1, 1, 1) }

  /// The score of a block that ends in a cell.
  fileprivate func block(_ i: Int, _ j: Int, _ x: Int, _ y: Int) -> Float {
    band.index(i, j).map { values[$0 * size * size + (x - 1) * size + y - 1] } ?? Self.outside
  }
}
