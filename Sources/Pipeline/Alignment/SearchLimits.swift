internal import Lingua

/// What a user has fixed beforehand, as the search reads it: cells that no bead may end in, and what blocks cost.
struct SearchLimits: Sendable {
  /// Anchored sentences of two texts: for 0…count sentences behind, how many groups of them lie wholly behind, -1 inside
  /// of a group. A cell where both texts have the same number cuts no group and parts none.
  private struct Locks: Sendable {
    var first: [Int32]
    var second: [Int32]
  }

  private static let pairs = TextPair.all(of: 3)

  /// How many texts there are.
  private let texts: Int
  private let size: Int
  /// For the pairs 0-1, 0-2 and 1-2; nil where no anchor joins the two.
  private var locks: [Locks?]
  /// For each text what the blocks cost that end behind 0…count sentences: place × (size + 1) + sentences; empty where
  /// they cost nothing.
  private var costs: [[Float]]

  /// Nil where nothing is fixed.
  ///
  /// - Parameters:
  ///   - groups: the anchors' sentences.
  ///   - paragraphs: for each language the first sentences of paragraphs.
  ///   - counts: how many sentences each text has.
  ///   - languages: the languages of the texts.
  ///   - options: what boundaries mean.
  init?(
    groups: AnchorGroups, paragraphs: Trilingual<[Int]>, counts: [Int], languages: [Language],
    options: AlignmentOptions
  ) {
    let isLimited =
      options.paragraphs != .ignore && languages.contains { paragraphs[$0].contains { $0 > 0 } }
    guard isLimited || !groups.groups.isEmpty else { return nil }
    texts = languages.count
    size = options.maximumBeadSize
    locks = Self.pairs.map { a, b in
      guard b < languages.count else { return nil }
      let joining = groups.ordered(languages[a], languages[b])
      guard !joining.isEmpty else { return nil }
      return Locks(
        first: Self.passed(joining.map(\.a), count: counts[a]),
        second: Self.passed(joining.map(\.b), count: counts[b]))
    }
    let price: Float = options.paragraphs == .hard ? .infinity : options.model.paragraph
    costs = []
    for (number, language) in languages.enumerated() {
      costs.append(
        isLimited ? Self.costs(paragraphs[language], count: counts[number], size: size, price: price) : [])
    }
  }

  private init(texts: Int, size: Int, locks: [Locks?], costs: [[Float]]) {
    self.texts = texts
    self.size = size
    self.locks = locks
    self.costs = costs
  }

  /// For each place how many groups are passed.
  private static func passed(_ groups: [ClosedRange<Int>], count: Int) -> [Int32] {
    var passed = [Int32](repeating: 0, count: count + 1)
    var next = 0
    for place in passed.indices {
      while next < groups.count && groups[next].upperBound < place { next += 1 }
      passed[place] = next < groups.count && groups[next].lowerBound < place ? -1 : Int32(next)
    }
    return passed
  }

  /// The price of each boundary that lies inside a block.
  private static func costs(_ paragraphs: [Int], count: Int, size: Int, price: Float) -> [Float] {
    var begins = [Bool](repeating: false, count: count + 1)
    for start in paragraphs where start > 0 && start < count { begins[start] = true }
    var costs = [Float](repeating: 0, count: (count + 1) * (size + 1))
    for end in 0...count {
      var sum: Float = 0
      for block in stride(from: 2, through: min(size, end), by: 1) {
        if begins[end - block + 1] { sum += price }
        costs[end * (size + 1) + block] = sum
      }
    }
    return costs
  }

  /// Whether a bead may end in a cell.
  @inline(__always)
  func allows(_ i: Int, _ j: Int, _ k: Int) -> Bool {
    Self.allows(locks[0], i, j) && Self.allows(locks[1], i, k) && Self.allows(locks[2], j, k)
  }

  @inline(__always)
  private static func allows(_ locks: Locks?, _ a: Int, _ b: Int) -> Bool {
    guard let locks else { return true }
    return locks.first[a] >= 0 && locks.first[a] == locks.second[b]
  }

  /// What a block of one text costs that ends behind `place` sentences.
  @inline(__always)
  func cost(_ text: Int, _ place: Int, _ sentences: Int) -> Float {
    text < costs.count && !costs[text].isEmpty ? costs[text][place * (size + 1) + sentences] : 0
  }

  /// Whether anchors join some of these sentences.
  func hasAnchors(in ranges: [Range<Int>]) -> Bool {
    zip(Self.pairs, locks).contains { pair, locks in
      guard let locks else { return false }
      return locks.first[ranges[pair.0].lowerBound] != locks.first[ranges[pair.0].upperBound]
        || locks.second[ranges[pair.1].lowerBound] != locks.second[ranges[pair.1].upperBound]
    }
  }

  /// The cells of two of the texts where anchored sentences begin, ascending.
  func anchors(_ a: Int, _ b: Int) -> [(i: Int, j: Int)] {
    guard let number = Self.pairs.firstIndex(where: { $0 == (a, b) }), let locks = locks[number] else { return [] }
    func begins(_ passed: [Int32]) -> [Int] {
      passed.indices.dropLast().filter { passed[$0] >= 0 && passed[$0 + 1] != passed[$0] }
    }
    return zip(begins(locks.first), begins(locks.second)).map { (i: $0, j: $1) }
  }

  /// What is fixed of two of the texts.
  func pair(_ a: Int, _ b: Int) -> SearchLimits {
    let number = Self.pairs.firstIndex { $0 == (a, b) } ?? 0
    return SearchLimits(texts: 2, size: size, locks: [locks[number], nil, nil], costs: [costs[a], costs[b]])
  }

  /// What is fixed of a stretch of the texts, counted from its first cell.
  func stretch(_ start: Lattice.Point, _ end: Lattice.Point) -> SearchLimits {
    let ranges = [start.i...end.i, start.j...end.j, start.k...end.k]
    let locks = zip(Self.pairs, locks).map { pair, locks in
      locks.map { Locks(first: Array($0.first[ranges[pair.0]]), second: Array($0.second[ranges[pair.1]])) }
    }
    let costs = costs.enumerated().map { number, costs in
      costs.isEmpty
        ? []
        : Array(costs[ranges[number].lowerBound * (size + 1)..<(ranges[number].upperBound + 1) * (size + 1)])
    }
    return SearchLimits(texts: texts, size: size, locks: locks, costs: costs)
  }
}
