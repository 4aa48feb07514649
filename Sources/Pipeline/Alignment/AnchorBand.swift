internal import Lingua

/// A band for long texts: around the chain of sentence pairs that share rare words.
struct AnchorBand {
  /// A cell that the path is expected to pass.
  typealias Anchor = (i: Int, j: Int)

  private let a: KeyedText
  private let b: KeyedText
  private let table: TranslationView
  private let options: AlignmentOptions

  /// How far the search may always leave the chain, and how far at most where anchors are far apart.
  private static let radius = 16
  private static let widest = 160
  /// Gaps with no more cells are searched as a whole, as are those of few rows that have no more than the second number.
  private static let wholeGap = 40_000
  private static let wholeFlatGap = 1_000_000
  /// Gaps of more sentences are searched for words that are rare in them, so many times over.
  private static let gap = 100
  private static let depth = 5
  /// A word that is in more sentences than this is not rare; in a large text one for so many sentences, but no more than
  /// the last number.
  private static let rare = 3
  private static let rareShare = 4_000
  private static let rarest = 32
  /// A key that more rare words share tells nothing of a place.
  private static let widestKey = 8
  /// How much less two sentences may say of each other than one word that the text has once and that is sure to be
  /// translated so: a cognate alone is chance too often.
  private static let slack: Float = 1

  init(_ a: KeyedText, _ b: KeyedText, table: TranslationView, options: AlignmentOptions) {
    self.a = a
    self.b = b
    self.table = table
    self.options = options
  }

  /// The cells in which two texts are compared.
  ///
  /// - Parameter fixed: cells that the band must hold, in order.
  func band(through fixed: [Anchor]) -> Band {
    let end = (i: a.text.count, j: b.text.count)
    var anchors: [Anchor] = []
    var before = (i: 0, j: 0)
    for anchor in fixed + [end] {
      append(anchorsFrom: before, to: anchor, depth: Self.depth, &anchors)
      anchors.append(anchor)
      before = anchor
    }
    return band(around: anchors)
  }

  // MARK: Anchors

  /// Appends the anchors between two cells in order.
  private func append(anchorsFrom start: Anchor, to end: Anchor, depth: Int, _ anchors: inout [Anchor]) {
    let (rows, columns) = (end.i - start.i, end.j - start.j)
    guard depth > 0, min(rows, columns) > 8, max(rows, columns) > Self.gap else { return }
    let found = chain(a.stretch(start.i..<end.i), b.stretch(start.j..<end.j))
    guard !found.isEmpty else { return }
    var before = start
    for anchor in found.map({ (i: $0.i + start.i, j: $0.j + start.j) }) {
      append(anchorsFrom: before, to: anchor, depth: depth - 1, &anchors)
      anchors.append(anchor)
      before = anchor
    }
    append(anchorsFrom: before, to: end, depth: depth - 1, &anchors)
  }

  /// The heaviest monotone chain of sentence pairs that share rare words, without what stands alone in it.
  private func chain(_ a: KeyedText, _ b: KeyedText) -> [Anchor] {
    let pairs = pairs(a, b)
    // A Fenwick tree of the best chain that ends before each column.
    var tree = [(weight: Float, pair: Int)](repeating: (0, -1), count: b.text.count + 2)
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
      let mine = (weight: best.weight + pair.weight, pair: number)
      k = pair.j + 1
      while k < tree.count {
        if mine.weight > tree[k].weight { tree[k] = mine }
        k += k & -k
      }
      if mine.weight > bestEnd.weight { bestEnd = mine }
    }
    var chain: [Anchor] = []
    var number = bestEnd.pair
    while number >= 0 {
      chain.append((pairs[number].i, pairs[number].j))
      number = previous[number]
    }
    chain.reverse()
    // A pair by chance lies off the way of its neighbours; a true one has company.
    return chain.indices.filter { number in
      chain[max(0, number - 4)..<min(chain.count, number + 5)].contains { other in
        let (rows, columns) = (abs(chain[number].i - other.i), abs(chain[number].j - other.j))
        return rows + columns > 0 && rows < Self.gap && abs(rows - columns) <= 4 + max(rows, columns) / 3
      }
    }
    .map { chain[$0] }
  }

  /// The pairs of sentences that share rare words: by ascending first, descending second sentence.
  private func pairs(_ a: KeyedText, _ b: KeyedText) -> [(i: Int, j: Int, weight: Float)] {
    let places = Places(a.text)
    let targets = Places(b.text)
    let sentences = max(a.text.count, b.text.count)
    let most = max(Self.rare, min(Self.rarest, sentences / Self.rareShare))
    // The most that one word can say.
    let whole = Logarithm.log(Float(max(2, sentences)))
    func rareTypes(_ places: Places, _ text: AlignmentText) -> [Int32] {
      (0..<Int32(text.types.count)).filter { places.count(Int($0)) <= most }
    }
    let sources = rareTypes(places, a.text)
    let others = rareTypes(targets, b.text)
    let learned = Links.Learned(
      source: a.learned.stretch(sources), target: b.learned.stretch(others), table: table,
      weight: Float(options.weights.translations))
    let links = Links(
      a.keys.stretch(sources).sorted(), b.keys.stretch(others).sorted(), learned: learned, widest: Self.widestKey)
    // The rare types by their numbers in the text; -1 for all others.
    var numbers = [Int32](repeating: -1, count: a.text.types.count)
    for (number, type) in sources.enumerated() { numbers[Int(type)] = Int32(number) }
    var pairs: [(i: Int, j: Int, weight: Float)] = []
    var found: [(j: Int32, weight: Float)] = []
    for i in 0..<a.text.count {
      found.removeAll(keepingCapacity: true)
      for type in a.text.words[a.text.range(i)] where numbers[Int(type)] >= 0 {
        for link in links.links[links.range(Int(numbers[Int(type)]))] {
          let target = Int(others[Int(link.target)])
          // The logarithm of how much likelier the translation stands here than anywhere.
          let places = Float(max(places.count(Int(type)), targets.count(target)))
          let weight = whole + Logarithm.log(link.strength / places)
          guard weight > 0 else { continue }
          for j in targets.sentences(target) { found.append((j, weight)) }
        }
      }
      found.sort { $0.j > $1.j }
      var n = 0
      while n < found.count {
        let j = found[n].j
        var weight: Float = 0
        while n < found.count && found[n].j == j {
          weight += found[n].weight
          n += 1
        }
        if weight > whole - Self.slack { pairs.append((i, Int(j), weight)) }
      }
    }
    return pairs
  }

  // MARK: The band

  /// The cells around anchors, of which the last is the end.
  private func band(around anchors: [Anchor]) -> Band {
    let rows = Reach(a.text)
    let columns = Reach(b.text)
    var low = [Int](repeating: Int.max, count: a.text.count + 1)
    var high = [Int](repeating: 0, count: a.text.count + 1)
    func cover(_ row: Int, _ from: Int, _ to: Int) {
      low[row] = min(low[row], max(0, from))
      high[row] = max(high[row], min(b.text.count, to))
    }
    var before = (i: 0, j: 0)
    for anchor in anchors {
      let height = anchor.i - before.i
      let width = anchor.j - before.j
      let cells = (height + 1) * (width + 1)
      if cells <= Self.wholeGap || (height <= 16 && cells <= Self.wholeFlatGap) {
        for i in before.i...anchor.i { cover(i, before.j - Self.radius, anchor.j + Self.radius) }
      } else {
        // Between anchors the way is where as many letters lie behind on both sides; where it jumps a row covers it.
        var last = before.j
        for i in before.i...anchor.i {
          let share = rows.share(min(anchor.i, i + 1), between: before.i, anchor.i)
          let next = columns.place(share, between: before.j, anchor.j)
          cover(i, last - Self.widest, next + Self.widest)
          if i > before.i {
            last = columns.place(rows.share(i, between: before.i, anchor.i), between: before.j, anchor.j)
          }
        }
      }
      before = anchor
    }
    low[0] = 0
    high[a.text.count] = b.text.count
    for i in 1..<low.count {
      low[i] = max(low[i], low[i - 1])
      high[i] = max(high[i], high[i - 1], low[i])
      // A row must meet the one before it.
      low[i] = min(low[i], high[i - 1])
    }
    return Band(low: low, high: high)
  }
}

/// How many letters lie behind each place of a text.
private struct Reach {
  private var sums: [Double] = [0]

  init(_ text: AlignmentText) {
    sums.reserveCapacity(text.count + 1)
    for length in text.lengths { sums.append(sums[sums.count - 1] + Double(length) + 1) }
  }

  /// The share of the letters between two places that lies before a third.
  func share(_ place: Int, between start: Int, _ end: Int) -> Double {
    start < end ? (sums[place] - sums[start]) / (sums[end] - sums[start]) : 0
  }

  /// The first place between two others that has at least a share of the letters before it.
  func place(_ share: Double, between start: Int, _ end: Int) -> Int {
    let wanted = sums[start] + share * (sums[end] - sums[start])
    var low = start
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// In which sentences each type of a text stands.
private struct Places {
  private var starts: [Int32]
  private var list: [Int32]

  init(_ text: AlignmentText) {
    starts = Array(repeating: 0, count: text.types.count + 1)
    // A sentence that has a word twice is one place.
    var last = [Int32](repeating: -1, count: text.types.count)
    for sentence in 0..<text.count {
      for type in text.words[text.range(sentence)] where last[Int(type)] != Int32(sentence) {
        last[Int(type)] = Int32(sentence)
        starts[Int(type) + 1] += 1
      }
    }
    for k in 1..<starts.count { starts[k] += starts[k - 1] }
    list = Array(repeating: -1, count: Int(starts[starts.count - 1]))
    var next = starts
    for sentence in 0..<text.count {
      for type in text.words[text.range(sentence)] {
        let place = Int(next[Int(type)])
        if place > Int(starts[Int(type)]) && list[place - 1] == Int32(sentence) { continue }
        list[place] = Int32(sentence)
        next[Int(type)] += 1
      }
    }
  }

  func count(_ type: Int) -> Int { Int(starts[type + 1] - starts[type]) }
  func sentences(_ type: Int) -> ArraySlice<Int32> { list[Int(starts[type])..<Int(starts[type + 1])] }
}
