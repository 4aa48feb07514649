internal import Lingua

/// Improves beads by what a search over blocks cannot do: a sentence that stands inside a block without being part of
/// its bead becomes a bead of its own, one that belongs to a bead nearby joins it over the gap, and neighbours that stand
/// the other way round in one language cross.
///
/// Translators leave sentences out in the middle of what they join, and exchange some. A move is kept only when the
/// score of all beads grows, and by more than `AlignmentModel.crossing` when beads come to cross each other.
struct BeadRefinement {
  /// A bead in hand, its sentences counted from the beginning of the stretch.
  private struct Item {
    var sentences: [[Int]]
    var found: TextSearch.Found?
    /// Its score; nil where none can be given.
    var value: Float?
    /// How much the move that made it gained.
    var gain: Float = 0
    var isCrossing = false
  }

  /// Beads that are taken away, by their numbers, and those that come in their place.
  private struct Move {
    var removed: [Int]
    var added: [Item]
    var gain: Float
  }

  private let stretch: TextStretch
  private let options: AlignmentOptions
  private let limits: SearchLimits?
  private let priors: [Float]
  private let alone: [[Float]]
  private let share: Float
  private var scorers: [BlockScorer]
  private var items: [Item] = []

  /// How many beads on either side of one are looked at.
  private static let around = 5
  /// The most sentences that a bead may leave out between two of its own.
  private static let widestGap = 2
  /// Smaller gains are rounding.
  private static let least: Float = 1e-3

  /// - Parameters:
  ///   - stretch: the texts.
  ///   - options: how evidence counts.
  ///   - limits: what a user has fixed of the stretch.
  init(_ stretch: TextStretch, options: AlignmentOptions, limits: SearchLimits?) {
    self.stretch = stretch
    self.options = options
    self.limits = limits
    priors = options.model.priors(size: options.maximumBeadSize, languages: stretch.texts.count)
    alone = stretch.alone
    share = stretch.texts.count > 2 ? options.model.pairShare : 1
    scorers = stretch.pairs.map { BlockScorer($0, options: options) }
  }

  /// The beads of a stretch after all moves that gain; every sentence is still in exactly one.
  ///
  /// - Parameters:
  ///   - found: beads that follow each other.
  ///   - start: where the stretch begins in the texts.
  mutating func refined(_ found: [TextSearch.Found], from start: Lattice.Point) -> [TextSearch.Found] {
    let starts = [start.i, start.j, start.k]
    items = found.map { found in
      Item(
        sentences: stretch.texts.indices.map { text in found.sentences(text).map { $0 - starts[text] } }, found: found)
    }
    var number = 0
    while number < items.count {
      if isOpen(items[number]), let move = bestMove(number) {
        number = apply(move)
      } else {
        number += 1
      }
    }
    markCrossings()
    var confidence = stretch.confidence
    return items.map { item in
      var result: TextSearch.Found
      if let found = item.found {
        result = found
      } else {
        let odds = Logarithm.exp(-options.model.temper * item.gain)
        result = TextSearch.Found(
          sentences: item.sentences.enumerated().map { text, sentences in sentences.map { $0 + starts[text] } },
          score: confidence.score(item.sentences, share: 1 / (1 + odds)))
      }
      result.isCrossing = item.isCrossing
      return result
    }
  }

  /// Marks what crosses and puts the beads in the order of the first text; those without a sentence of it stay behind
  /// the bead that they follow.
  private mutating func markCrossings() {
    var crosses = false
    for number in items.indices {
      for other in number + 1..<min(items.count, number + 1 + 3 * Self.around)
      where !Self.areInOrder(items[number].sentences, items[other].sentences) {
        crosses = true
        items[number].isCrossing = true
        items[other].isCrossing = true
      }
    }
    guard crosses else { return }
    var place = -1
    let keys = items.enumerated().map { number, item in
      place = item.sentences[0].first ?? place
      return (place: place, number: number)
    }
    items = keys.sorted { $0 < $1 }.map { items[$0.number] }
  }

  /// Surer beads of one sentence a language are left alone.
  private static let sure = 0.9

  /// Whether a bead may have moves: one that lacks a language, has several sentences of one, or is not sure.
  static func isOpen(_ found: TextSearch.Found) -> Bool {
    found.score < sure || found.blocks.contains { $0.count != 1 }
  }

  private func isOpen(_ item: Item) -> Bool {
    item.found.map(Self.isOpen) ?? item.sentences.contains { $0.count != 1 }
  }

  /// Makes a move; returns the first bead that should be looked at anew.
  private mutating func apply(_ move: Move) -> Int {
    let removed = move.removed.sorted()
    let place = removed.first ?? 0
    for number in removed.reversed() { items.remove(at: number) }
    items.insert(
      contentsOf: move.added.map { item in
        var item = item
        item.gain = move.gain
        return item
      }, at: place)
    return max(0, place - Self.around)
  }

  // MARK: Moves

  /// The move of a bead that gains most; nil where none gains.
  private mutating func bestMove(_ number: Int) -> Move? {
    var best: Move?
    func keep(_ move: Move?) {
      if let move, move.gain > best?.gain ?? Self.least { best = move }
    }
    let item = items[number]
    if item.sentences.count(where: { !$0.isEmpty }) > 1 {
      for parts in parts(of: item.sentences) { keep(move([number], to: parts)) }
    }
    let near = max(0, number - Self.around)..<min(items.count, number + Self.around + 1)
    for other in near where other != number {
      let second = items[other].sentences
      if item.sentences.contains(where: \.isEmpty) {
        if let joined = joined(item.sentences, second) { keep(move([number, other], to: [joined])) }
        for beads in moved(to: item.sentences, from: second) { keep(move([number, other], to: beads)) }
      }
      if abs(other - number) < Self.around / 2 {
        for beads in exchanged(item.sentences, second) { keep(move([number, other], to: beads)) }
      }
    }
    return best
  }

  /// The ways to move a sentence from the end of a bead that has several to one that has none of its language.
  private func moved(to bead: [[Int]], from other: [[Int]]) -> [[[[Int]]]] {
    var result: [[[[Int]]]] = []
    for text in bead.indices where bead[text].isEmpty && other[text].count > 1 {
      for place in [0, other[text].count - 1] {
        var (more, less) = (bead, other)
        more[text] = [other[text][place]]
        less[text].remove(at: place)
        result.append([more, less])
      }
    }
    return result
  }

  /// The ways to exchange the sentences of one text between two beads.
  private func exchanged(_ bead: [[Int]], _ other: [[Int]]) -> [[[[Int]]]] {
    bead.indices.filter { !bead[$0].isEmpty && !other[$0].isEmpty }.map { text in
      var (first, second) = (bead, other)
      swap(&first[text], &second[text])
      return [first, second]
    }
  }

  /// The ways to take sentences out of a bead.
  private func parts(of bead: [[Int]]) -> [[[[Int]]]] {
    var result: [[[[Int]]]] = []
    let nothing = bead.map { _ in [Int]() }
    func without(_ places: [(text: Int, place: Int)]) -> [[Int]] {
      var rest = bead
      for (text, place) in places { rest[text].remove(at: place) }
      return rest
    }
    func only(_ places: [(text: Int, place: Int)]) -> [[Int]] {
      var part = nothing
      for (text, place) in places { part[text] = [bead[text][place]] }
      return part
    }
    for text in bead.indices {
      for place in bead[text].indices {
        result.append([without([(text, place)]), only([(text, place)])])
        // A sentence that two languages have inside of a bead.
        guard place > 0, place < bead[text].count - 1 else { continue }
        for other in bead.indices where other > text && bead[other].count > 2 {
          for inner in 1..<bead[other].count - 1 {
            let both = [(text, place), (other, inner)]
            result.append([without(both), only(both)])
          }
        }
      }
      // The halves of a bead, crossed.
      for other in bead.indices where other > text && bead[text].count > 1 && bead[other].count > 1 {
        result += halves(of: bead, text, other)
      }
      if bead[text].count == 4 {
        var rest = bead
        rest[text] = [bead[text][0], bead[text][3]]
        result.append([rest, only([(text, 1)]), only([(text, 2)])])
      }
    }
    return result
  }

  /// The ways to cut a bead in two so that two of its texts cross; those of a third text go with either.
  private func halves(of bead: [[Int]], _ text: Int, _ other: Int) -> [[[[Int]]]] {
    var result: [[[[Int]]]] = []
    for cut in 1..<bead[text].count {
      for otherCut in 1..<bead[other].count {
        var first = bead
        var second = bead
        first[text] = Array(bead[text][..<cut])
        second[text] = Array(bead[text][cut...])
        first[other] = Array(bead[other][otherCut...])
        second[other] = Array(bead[other][..<otherCut])
        guard let third = bead.indices.first(where: { $0 != text && $0 != other }) else {
          result.append([first, second])
          continue
        }
        for place in 0...bead[third].count {
          first[third] = Array(bead[third][..<place])
          second[third] = Array(bead[third][place...])
          result.append([first, second])
          swap(&first[third], &second[third])
          result.append([first, second])
        }
      }
    }
    return result
  }

  /// A bead with the sentences of both; nil when they are too many or too far apart.
  private func joined(_ a: [[Int]], _ b: [[Int]]) -> [[Int]]? {
    var isNear = false
    var areApart = true
    var result = a
    for text in a.indices {
      if let first = a[text].first, let last = a[text].last, let start = b[text].first, let end = b[text].last {
        areApart = false
        isNear = isNear || max(first - end, start - last) <= Self.widestGap + 1
      }
      result[text] = (a[text] + b[text]).sorted()
      if result[text].count > options.maximumBeadSize { return nil }
    }
    return isNear || areApart ? result : nil
  }

  /// A move with its gain; nil when it is not allowed or gains nothing.
  private mutating func move(_ removed: [Int], to added: [[[Int]]]) -> Move? {
    var gain: Float = 0
    for number in removed {
      if items[number].value == nil { items[number].value = value(items[number].sentences) }
      guard let value = items[number].value else { return nil }
      gain -= value
    }
    var items: [Item] = []
    for sentences in added {
      guard let value = value(sentences) else { return nil }
      gain += value
      items.append(Item(sentences: sentences, value: value))
    }
    guard gain > Self.least else { return nil }
    if !isInOrder(removed, added) { gain -= options.model.crossing }
    guard gain > Self.least else { return nil }
    return Move(removed: removed, added: items, gain: gain)
  }

  // MARK: Order

  /// Whether new beads cross neither each other nor what stays.
  private func isInOrder(_ removed: [Int], _ added: [[[Int]]]) -> Bool {
    let low = max(0, (removed.min() ?? 0) - 2 * Self.around)
    let high = min(items.count, (removed.max() ?? 0) + 2 * Self.around + 1)
    for bead in added {
      for number in low..<high where !removed.contains(number) {
        if !Self.areInOrder(bead, items[number].sentences) { return false }
      }
    }
    for (number, bead) in added.enumerated() {
      for other in added[(number + 1)...] where !Self.areInOrder(bead, other) { return false }
    }
    return true
  }

  /// Whether two beads stand in the same order in all languages that both have: one before the other, or one inside of
  /// the other.
  private static func areInOrder(_ a: [[Int]], _ b: [[Int]]) -> Bool {
    var order: Int?
    for text in a.indices {
      guard let first = a[text].first, let last = a[text].last, let start = b[text].first, let end = b[text].last
      else { continue }
      let here = last < start ? -1 : first > end ? 1 : 0
      if order ?? here != here { return false }
      order = here
    }
    return true
  }

  // MARK: Scores

  /// The score of a bead; nil when it is not allowed or cannot be told.
  private mutating func value(_ bead: [[Int]]) -> Float? {
    let side = options.maximumBeadSize + 1
    var shape = 0
    for text in bead.indices.reversed() { shape = shape * side + bead[text].count }
    var value = priors[shape]
    guard value > -.infinity else { return nil }
    if bead.reduce(0, { $0 + $1.count }) == 1 {
      for text in bead.indices { for sentence in bead[text] { value += alone[text][sentence] } }
      return value
    }
    for text in bead.indices {
      guard let first = bead[text].first, let last = bead[text].last else { continue }
      if last - first >= bead[text].count {
        for (a, b) in zip(bead[text], bead[text].dropFirst()) where b > a + 1 {
          if b - a - 1 > Self.widestGap { return nil }
        }
      }
      guard let limits else { continue }
      guard last - first < options.maximumBeadSize else { return nil }
      value -= limits.cost(text, last + 1, last - first + 1)
    }
    if let limits, limits.hasAnchors(in: bead.map { ($0.first ?? 0)..<($0.last.map { $0 + 1 } ?? 0) }) { return nil }
    for number in scorers.indices {
      let numbers = scorers[number].pair.numbers
      if bead[numbers.a].isEmpty || bead[numbers.b].isEmpty { continue }
      guard let score = scorers[number].score(bead[numbers.a], bead[numbers.b]) else { return nil }
      value += share * score
    }
    return value > -.infinity ? value : nil
  }
}
