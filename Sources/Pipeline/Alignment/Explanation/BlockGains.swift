/// What links gain the words of two groups of sentences, link by link: the score of `BlockScorer` taken apart.
struct BlockGains {
  /// Two word types of a pair of texts.
  struct Link: Hashable {
    var source: Int32
    var target: Int32
  }

  /// What each link gains, both directions together.
  private(set) var links: [Link: Float] = [:]
  /// How much likelier the words of each side are given the other one than by chance.
  private(set) var words: (a: Float, b: Float) = (0, 0)
  /// How well the lengths fit.
  private(set) var length: Float = 0
  /// The characters of each side.
  private(set) var characters: (a: Float, b: Float) = (0, 0)

  private let pair: TextPair
  private let a: [Int32]
  private let b: [Int32]

  /// - Parameters:
  ///   - pair: the texts.
  ///   - first: numbers of sentences of the first text, at least one.
  ///   - second: the same of the second text.
  ///   - order: how the places of words count.
  ///   - options: how evidence counts.
  init(_ pair: TextPair, _ first: [Int], _ second: [Int], order: WordOrder, options: AlignmentOptions) {
    self.pair = pair
    a = first.flatMap { pair.a.words[pair.a.range($0)] }
    b = second.flatMap { pair.b.words[pair.b.range($0)] }
    for sentence in first {
      words.a += pair.odds.a.sums[sentence]
      characters.a += pair.a.lengths[sentence]
    }
    for sentence in second {
      words.b += pair.odds.b.sums[sentence]
      characters.b += pair.b.lengths[sentence]
    }
    length = pair.length.weighted(Float(options.weights.length)).score(characters.a, characters.b)
    let arePlacesKnown =
      first.allSatisfy { pair.a.wordCount($0) <= BlockScorer.longest }
      && second.allSatisfy { pair.b.wordCount($0) <= BlockScorer.longest }
    if arePlacesKnown { addByPlace(order) } else { addByType() }
    words.a /= 2
    words.b /= 2
  }

  /// What a word gains by so much probability.
  private static func gain(_ mass: Float, _ others: Int, _ factor: Float) -> Float {
    mass > 0 ? Logarithm.log(1 + mass / Float(max(1, others)) * factor) : 0
  }

  private mutating func addByPlace(_ order: WordOrder) {
    struct Match {
      var source: Int
      var target: Int
      var there: Float
      var back: Float
    }
    var places: [Int32: [Int]] = [:]
    for (place, type) in b.enumerated() { places[type, default: []].append(place) }
    let scale = (a: 1 / Float(max(1, a.count)), b: 1 / Float(max(1, b.count)))
    var matches: [Match] = []
    var mass = (a: [Float](repeating: 0, count: a.count), b: [Float](repeating: 0, count: b.count))
    for (source, type) in a.enumerated() {
      for link in pair.links.links[pair.links.range(Int(type))] {
        for target in places[link.target] ?? [] {
          let weight = order.weight((Float(source) + 0.5) * scale.a - (Float(target) + 0.5) * scale.b)
          let match = Match(
            source: source, target: target, there: link.probability * weight, back: link.back * weight)
          mass.a[source] += match.back
          mass.b[target] += match.there
          matches.append(match)
        }
      }
    }
    let gains = (
      a: a.indices.map { Self.gain(mass.a[$0], b.count, pair.odds.a.factor[Int(a[$0])]) },
      b: b.indices.map { Self.gain(mass.b[$0], a.count, pair.odds.b.factor[Int(b[$0])]) }
    )
    words.a += gains.a.reduce(0, +)
    words.b += gains.b.reduce(0, +)
    for match in matches {
      var gain: Float = 0
      if match.back > 0 { gain += gains.a[match.source] * match.back / mass.a[match.source] }
      if match.there > 0 { gain += gains.b[match.target] * match.there / mass.b[match.target] }
      links[Link(source: a[match.source], target: b[match.target]), default: 0] += gain / 2
    }
  }

  /// Without the places of words, which a search leaves out where sentences are too long for it.
  private mutating func addByType() {
    func counts(_ types: [Int32]) -> [Int32: Float] {
      types.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    let (sources, targets) = (counts(a), counts(b))
    var matches: [(link: Link, there: Float, back: Float)] = []
    var mass: (a: [Int32: Float], b: [Int32: Float]) = ([:], [:])
    // In the order of their numbers, so that sums are rounded alike in every run.
    for source in sources.keys.sorted() {
      for link in pair.links.links[pair.links.range(Int(source))] {
        guard let target = targets[link.target] else { continue }
        let there = link.probability * (sources[source] ?? 0)
        let back = link.back * target
        mass.a[source, default: 0] += back
        mass.b[link.target, default: 0] += there
        matches.append((Link(source: source, target: link.target), there, back))
      }
    }
    func gain(_ type: Int32, _ mass: Float, _ count: Float?, _ others: Int, _ odds: WordOdds) -> Float {
      (count ?? 0) * Self.gain(mass, others, odds.factor[Int(type)])
    }
    for source in mass.a.keys.sorted() {
      words.a += gain(source, mass.a[source] ?? 0, sources[source], b.count, pair.odds.a)
    }
    for target in mass.b.keys.sorted() {
      words.b += gain(target, mass.b[target] ?? 0, targets[target], a.count, pair.odds.b)
    }
    for (link, there, back) in matches {
      var sum: Float = 0
      if back > 0, let all = mass.a[link.source] {
        sum += gain(link.source, all, sources[link.source], b.count, pair.odds.a) * back / all
      }
      if there > 0, let all = mass.b[link.target] {
        sum += gain(link.target, all, targets[link.target], a.count, pair.odds.b) * there / all
      }
      links[link, default: 0] += sum / 2
    }
  }

  /// The numbers and acronyms of the first side that no link joins to the second, in their order.
  func unlinkedSources() -> [Int32] { Self.unlinked(a, pair.a, Set(links.keys.map(\.source))) }

  /// The same of the second side.
  func unlinkedTargets() -> [Int32] { Self.unlinked(b, pair.b, Set(links.keys.map(\.target))) }

  private static func unlinked(_ types: [Int32], _ text: AlignmentText, _ linked: Set<Int32>) -> [Int32] {
    let kinds = types.map { text.types.kind(Int($0)) }
    // In a line of capitals every word looks like an acronym.
    let areAcronyms = kinds.count { $0 == .capitals } <= max(2, kinds.count { $0 == .word })
    var seen = linked
    return zip(types, kinds).compactMap { type, kind in
      guard kind == .number || kind == .spelled || (kind == .capitals && areAcronyms), seen.insert(type).inserted
      else { return nil }
      return type
    }
  }
}
