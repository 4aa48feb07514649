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

  /// Surer beads are not looked at unless they lack a language, or join several sentences of several languages.
  private static let sure = 0.9
  /// How many beads around those that are not sure, and the most sentences of a text among them.
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
  func applied(to found: [TextSearch.Found]) -> [TextSearch.Found] {
    var result: [TextSearch.Found] = []
    result.reserveCapacity(found.count)
    // Beads before this one are in the result for good.
    var free = 0
    var next = 0
    while next < found.count {
      if isDoubtful(found[next]), let window = window(found, around: next, from: free),
        let crossed = crossed(found[window])
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

  private func isDoubtful(_ bead: TextSearch.Found) -> Bool { !isSure(bead) || bead.blocks.count { $0.count > 1 } > 1 }

  private func isSure(_ bead: TextSearch.Found) -> Bool {
    bead.score >= Self.sure && !bead.blocks.contains(where: \.isEmpty)
  }

  /// The beads around one and the doubtful ones that follow it, from a first one on.
  private func window(_ found: [TextSearch.Found], around number: Int, from first: Int) -> Range<Int>? {
    var low = number
    var high = number + 1
    func fits(_ low: Int, _ high: Int) -> Bool {
      texts.indices.allSatisfy {
        found[high - 1].blocks[$0].upperBound - found[low].blocks[$0].lowerBound <= Self.most
      }
    }
    guard fits(low, high) else { return nil }
    // Blocks that were exchanged leave doubtful beads on either side.
    var doubtful = number
    while high < found.count && high - doubtful <= Self.around && fits(low, high + 1) {
      if isDoubtful(found[high]) { doubtful = high }
      high += 1
    }
    while low > first && number - low < Self.around && fits(low - 1, high) { low -= 1 }
    return low..<high
  }

  /// The beads of a window with the best exchange; nil where none is better than the order as it is.
  private func crossed(_ found: ArraySlice<TextSearch.Found>) -> [TextSearch.Found]? {
    guard let first = found.first, let last = found.last else { return nil }
    let starts = first.blocks.map(\.lowerBound)
    let ranges = texts.indices.map { starts[$0]..<last.blocks[$0].upperBound }
    guard ranges.count(where: { $0.count > 1 }) > 1, limits?.hasAnchors(in: ranges) != true else { return nil }
    let stretch = TextStretch(texts.indices.map { texts[$0].stretch(ranges[$0]) }, table: table, options: options)
    let lattice = stretch.lattice
    let search = stretch.search(lattice, limits: nil)
    let exchanges = exchanges(search, found, counts: ranges.map(\.count))
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

  /// Whether no sentence of a sure bead has gone to one outside of it.
  private func keeps(_ found: ArraySlice<TextSearch.Found>, in crossed: [TextSearch.Found]) -> Bool {
    found.allSatisfy { bead in
      guard isSure(bead) else { return true }
      return crossed.allSatisfy { other in
        let pairs = zip(bead.blocks, other.blocks)
        return !pairs.contains { $0.overlaps($1) }
          || pairs.allSatisfy { $1.isEmpty || ($0.lowerBound <= $1.lowerBound && $0.upperBound >= $1.upperBound) }
      }
    }
  }

  /// The exchanges that some pair of languages calls for, and those inside of beads that join several sentences of
  /// several languages; those of later languages first.
  private func exchanges(
    _ search: BeadSearch, _ found: ArraySlice<TextSearch.Found>, counts: [Int]
  ) -> [Exchange] {
    var result: [Exchange] = []
    let starts = found.first?.blocks.map(\.lowerBound) ?? []
    for text in texts.indices.reversed() {
      let joined = found.filter { bead in bead.blocks.count { $0.count > 1 } > 1 }.map { bead in
        bead.blocks[text].lowerBound - starts[text]..<bead.blocks[text].upperBound - starts[text]
      }
      // For each other text the sentences' counterparts; nil for none.
      let counterparts = texts.indices.filter { $0 != text }.map {
        Self.counterparts(search, text, $0, counts: counts)
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
  private static func counterparts(_ search: BeadSearch, _ text: Int, _ other: Int, counts: [Int]) -> [Int?] {
    let (a, b) = (min(text, other), max(text, other))
    guard let scores = a == 1 ? search.third : b == 1 ? search.first : search.second else { return [] }
    var rows = [(score: Float, best: Int?)](repeating: (strong, nil), count: counts[a])
    var columns = [(score: Float, best: Int?)](repeating: (strong, nil), count: counts[b])
    for i in 0..<counts[a] {
      for j in 0..<counts[b] {
        let score = scores.single(i, j)
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
        blocks: blocks, score: confidence.score(blocks, share: step.probability))
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
