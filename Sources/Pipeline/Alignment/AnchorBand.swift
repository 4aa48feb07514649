/// A band for long texts: around the chain of sentence pairs that share rare words.
struct AnchorBand {
  /// Planes up to this many cells are searched as a whole.
  static let wholePlane = 250_000
  /// How far the search may leave the chain.
  private static let radius = 40
  /// A word that is in more sentences than this is not rare.
  private static let rare = 3

  /// The cells in which two texts are compared.
  static func band(_ a: AlignmentText, _ b: AlignmentText, links: Links) -> Band {
    if (a.count + 1) * (b.count + 1) <= wholePlane { return Band(rows: a.count, columns: b.count) }
    let chain = chain(a, b, links: links)
    var low: [Int] = []
    var high: [Int] = []
    var next = 0
    for i in 0...a.count {
      while next < chain.count && chain[next].i < i { next += 1 }
      let before = next > 0 ? chain[next - 1] : (i: 0, j: 0)
      let after = next < chain.count ? chain[next] : (i: a.count, j: b.count)
      let span = max(1, after.i - before.i)
      // Between anchors the chain is a straight line; where it jumps, a row covers the jump.
      let from = before.j + (after.j - before.j) * max(0, i - 1 - before.i) / span
      let to = before.j + (after.j - before.j) * min(span, i + 1 - before.i) / span
      let slack = radius + min(radius * 2, span / 8)
      low.append(max(0, min(b.count, from - slack)))
      high.append(max(0, min(b.count, to + slack)))
    }
    low[0] = 0
    high[a.count] = b.count
    for i in 1..<low.count {
      low[i] = max(low[i], low[i - 1])
      high[i] = max(high[i], high[i - 1], low[i])
      // A row must meet the one before it.
      low[i] = min(low[i], high[i - 1])
    }
    return Band(low: low, high: high)
  }

  /// The heaviest monotone chain of sentence pairs that share rare words.
  private static func chain(_ a: AlignmentText, _ b: AlignmentText, links: Links) -> [(i: Int, j: Int)] {
    let places = Places(a)
    let targets = Places(b)
    var weights: [UInt64: Float] = [:]
    for type in 0..<a.types.count where places.count(type) <= rare {
      for link in links.links[links.range(type)] where targets.count(Int(link.target)) <= rare {
        let weight = link.strength / Float(places.count(type) * targets.count(Int(link.target)))
        for i in places.sentences(type) {
          for j in targets.sentences(Int(link.target)) {
            weights[UInt64(i) << 32 | UInt64(j), default: 0] += weight
          }
        }
      }
    }
    // One shared word is chance too often.
    let pairs = weights.filter { $0.value > 0.5 }.map {
      (i: Int($0.key >> 32), j: Int($0.key & 0xFFFF_FFFF), w: $0.value)
    }
    .sorted { $0.i != $1.i ? $0.i < $1.i : $0.j > $1.j }
    // A Fenwick tree of the best chain that ends before each column.
    var tree = [(weight: Float, pair: Int)](repeating: (0, -1), count: b.count + 2)
    var previous = [Int](repeating: -1, count: pairs.count)
    var bestEnd = (weight: Float(0), pair: -1)
    for (number, pair) in pairs.enumerated() {
      var best = (weight: Float(0), pair: -1)
      var k = pair.j
      while k > 0 {
        if tree[k].weight > best.weight { best = tree[k] }
        k -= k & -k
      }
      previous[number] = best.pair
      let mine = (weight: best.weight + pair.w, pair: number)
      k = pair.j + 1
      while k < tree.count {
        if mine.weight > tree[k].weight { tree[k] = mine }
        k += k & -k
      }
      if mine.weight > bestEnd.weight { bestEnd = mine }
    }
    var chain: [(i: Int, j: Int)] = []
    var number = bestEnd.pair
    while number >= 0 {
      chain.append((pairs[number].i, pairs[number].j))
      number = previous[number]
    }
    return chain.reversed()
  }
}

/// In which sentences each type of a text stands.
private struct Places {
  private var starts: [Int32]
  private var list: [Int32]

  init(_ text: AlignmentText) {
    starts = Array(repeating: 0, count: text.types.count + 1)
    for occurrence in text.occurrences { starts[Int(occurrence.type) + 1] += 1 }
    for k in 1..<starts.count { starts[k] += starts[k - 1] }
    list = Array(repeating: 0, count: text.occurrences.count)
    var next = starts
    for sentence in 0..<text.count {
      for occurrence in text.occurrences[text.range(sentence)] {
        list[Int(next[Int(occurrence.type)])] = Int32(sentence)
        next[Int(occurrence.type)] += 1
      }
    }
  }

  func count(_ type: Int) -> Int { Int(starts[type + 1] - starts[type]) }
  func sentences(_ type: Int) -> ArraySlice<Int32> { list[Int(starts[type])..<Int(starts[type + 1])] }
}
