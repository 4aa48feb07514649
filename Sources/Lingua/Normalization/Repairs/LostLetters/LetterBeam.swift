/// Builds words letter by letter along what was read, and keeps the best few of each length.
struct LetterBeam {
  /// A word that was built.
  struct Result {
    /// The codes of its letters.
    var letters: [UInt8]
    /// What the misreading and the letters cost, in nats.
    var cost: Float
    /// What the misreading costs.
    var misreading: Float
  }

  private struct Node {
    var parent: Int
    var letters: (UInt8, UInt8, UInt8)
    var count: Int
    var misreading: Float
    var letterCost: Float
    // The last letters, packed, and a hash of all.
    var context: UInt64
    var hash: UInt64
    var length: Int
    var lost: Int
    var cost: Float { misreading + letterCost }
  }

  private let width: Int
  private var nodes: [Node] = []
  // The best nodes of each place, cheapest first.
  private var lists: [Int] = []
  private var counts: [Int] = []

  init(width: Int) { self.width = width }

  /// Builds words.
  ///
  /// - Parameters:
  ///   - count: how many characters were read.
  ///   - options: what may stand at each place, place by place.
  ///   - starts: where each place's options begin.
  ///   - limit: the most that misreadings may cost.
  ///   - lost: how many letters may have been lost whole.
  ///   - model: the letters of the language.
  mutating func run(
    _ count: Int, options: [MisreadingTable.Option], starts: [Int], limit: Float, lost: Int, _ model: LetterModelView
  ) {
    nodes.removeAll(keepingCapacity: true)
    lists = [Int](repeating: 0, count: (count + 1) * width)
    counts = [Int](repeating: 0, count: count + 1)
    nodes.append(
      Node(
        parent: -1, letters: (0, 0, 0), count: 0, misreading: 0, letterCost: 0, context: UInt64(LetterModel.start),
        hash: 0, length: 0, lost: 0))
    counts[0] = 1
    for place in 0...count {
      for isLoss in [true, false] where isLoss || place < count {
        // A letter that was lost whole adds to the list that is gone through.
        let list = Array(lists[place * width..<place * width + counts[place]])
        for parent in list {
          for k in starts[place]..<starts[place + 1] where (options[k].read == 0) == isLoss {
            if isLoss, nodes[parent].lost == lost { continue }
            extend(parent, by: options[k], to: place + options[k].read, limit: limit, model)
          }
        }
      }
    }
  }

  private mutating func extend(
    _ parent: Int, by option: MisreadingTable.Option, to place: Int, limit: Float, _ model: LetterModelView
  ) {
    var node = nodes[parent]
    node.misreading += option.cost
    let isFull = counts[place] == width
    let worst = isFull ? nodes[lists[place * width + width - 1]].cost : .infinity
    if node.misreading > limit || node.cost >= worst || node.length + option.count > 40 { return }
    node.parent = parent
    node.letters = option.letters
    node.count = option.count
    if option.read == 0 { node.lost += 1 }
    for k in 0..<option.count {
      let letter = k == 0 ? option.letters.0 : k == 1 ? option.letters.1 : option.letters.2
      node.letterCost += model.cost(of: letter, after: node.context, count: node.length + 1)
      if node.cost >= worst { return }
      node.context = (node.context << 6 | UInt64(letter)) & 0xFFFF_FFFF_FFFF
      node.hash = (node.hash ^ UInt64(letter)) &* 0x100_0000_01B3 &+ 1
      node.length += 1
    }
    let first = place * width
    var count = counts[place]
    if let same = (first..<first + count).first(where: {
      nodes[lists[$0]].hash == node.hash && nodes[lists[$0]].length == node.length
    }) {
      if nodes[lists[same]].cost <= node.cost { return }
      lists.withUnsafeMutableBufferPointer { lists in
        for k in same..<first + count - 1 { lists[k] = lists[k + 1] }
      }
      count -= 1
    }
    if count == width { count -= 1 }
    var k = first + count
    while k > first, nodes[lists[k - 1]].cost > node.cost {
      lists[k] = lists[k - 1]
      k -= 1
    }
    lists[k] = nodes.count
    nodes.append(node)
    counts[place] = count + 1
  }

  /// The words of the last run.
  func results(_ model: LetterModelView) -> [Result] {
    let place = counts.count - 1
    return (0..<counts[place]).map { k in
      let last = nodes[lists[place * width + k]]
      var letters: [UInt8] = []
      letters.reserveCapacity(last.length)
      var node = last
      while node.count > 0 {
        if node.count > 2 { letters.append(node.letters.2) }
        if node.count > 1 { letters.append(node.letters.1) }
        letters.append(node.letters.0)
        node = nodes[node.parent]
      }
      letters.reverse()
      let end = model.cost(of: LetterModel.end, after: last.context, count: last.length + 1)
      return Result(letters: letters, cost: last.cost + end, misreading: last.misreading)
    }
  }
}
