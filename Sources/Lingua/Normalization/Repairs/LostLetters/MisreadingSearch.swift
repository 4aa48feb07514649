internal import Glibc

/// Finds the words that may have been misread as a given one: a noisy channel over the words that are known and, for
/// others, over the letters of the language.
///
/// Known words are the ways through the automaton whose letters a `MisreadingTable` leads to what was read; they are
/// followed depth first, as long as they cost little more than the best. Other words are built letter by letter, the best
/// few of each length kept (Kernighan, Church and Gale, "A spelling correction program based on a noisy channel model",
/// 1990, for words; here for letters too).
struct MisreadingSearch {
  /// A word that may have stood there.
  struct Candidate {
    /// The codes of its letters.
    var letters: [UInt8]
    /// What it costs that this word stands there and is read so, in nats.
    var cost: Float
    /// What of that the misreading costs.
    var misreading: Float
    /// Whether it is on the list of words.
    var isKnown: Bool
  }

  private let table: MisreadingTable
  private let words: WordList
  private let letters: LetterModel
  // Dearer misreadings than the cheapest possible by this are not followed, nor than the best word by the second.
  private static let slack: Float = 6, width: Float = 4
  // A word that no list has costs this beside its letters.
  private static let unknownWord: Float = 3
  private static let hypotheses = 6
  // Words longer than this stay as they are.
  static let longest = 30
  private static let lostLetters = 2

  private var options: [MisreadingTable.Option] = []
  private var starts: [Int] = []
  private var rest: [Float] = []
  // Of the words under way.
  private var current: [UInt8] = []
  private var best: Float = 0
  private var limit: Float = 0
  private var found: [Candidate] = []
  private var beam: LetterBeam

  init(table: MisreadingTable, words: WordList, letters: LetterModel) {
    self.table = table
    self.words = words
    self.letters = letters
    beam = LetterBeam(width: Self.hypotheses)
  }

  /// The words that may have been read so, best first, at most `count`.
  ///
  /// - Parameter read: the word as it was read, in lower case.
  mutating func candidates(for read: [UInt32], count: Int) -> [Candidate] {
    found.removeAll(keepingCapacity: true)
    guard !read.isEmpty, read.count <= Self.longest else { return [] }
    prepare(read)
    guard rest[0] < .infinity else { return [] }
    current.removeAll(keepingCapacity: true)
    best = .infinity
    limit = rest[0] + Self.slack
    words.withView { view in
      letters.withView { model in
        follow(from: 0, state: view.root, endsWord: false, cost: 0, lost: 0, view)
        found.removeAll { $0.misreading > best + Self.width }
        var least = Float.infinity
        for k in found.indices {
          found[k].cost = found[k].misreading + wordCost(found[k].letters, view, model)
          least = min(least, found[k].cost)
        }
        // Known words that cost little a letter need no rival.
        if least > 1.5 * Float(read.count) + rest[0] {
          beam.run(read.count, options: options, starts: starts, limit: rest[0] + 14, lost: Self.lostLetters, model)
          for other in beam.results(model) where !found.contains(where: { $0.letters == other.letters }) {
            found.append(
              Candidate(
                letters: other.letters, cost: other.cost + Self.unknownWord, misreading: other.misreading,
                isKnown: false))
          }
        }
      }
    }
    found.sort { $0.cost < $1.cost }
    return Array(found.prefix(count))
  }

  /// Lists what may stand at each place, cheapest first with what must follow.
  private mutating func prepare(_ read: [UInt32]) {
    options.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for place in 0...read.count {
      starts.append(options.count)
      table.append(at: place, of: read, to: &options)
    }
    starts.append(options.count)
    rest = [Float](repeating: .infinity, count: read.count + 1)
    rest[read.count] = 0
    for place in stride(from: read.count - 1, through: 0, by: -1) {
      for option in options[starts[place]..<starts[place + 1]] where option.read > 0 {
        rest[place] = min(rest[place], rest[place + option.read] + option.cost)
      }
    }
    for place in 0...read.count {
      let rest = rest
      options[starts[place]..<starts[place + 1]].sort {
        $0.cost + rest[place + $0.read] < $1.cost + rest[place + $1.read]
      }
    }
  }

  /// Goes on with the known words that begin with `current`.
  private mutating func follow(
    from place: Int, state: UInt32, endsWord: Bool, cost: Float, lost: Int, _ view: WordListView
  ) {
    if place + 1 == starts.count - 1, endsWord { take(cost) }
    if state == 0 { return }
    for k in starts[place]..<starts[place + 1] {
      let option = options[k]
      let next = cost + option.cost
      if next + rest[place + option.read] > limit { break }
      if option.read == 0, lost == Self.lostLetters { continue }
      guard var edge = view.edge(from: state, option.letters.0) else { continue }
      if option.count > 1 {
        guard let second = view.edge(from: edge >> 8, option.letters.1) else { continue }
        edge = second
      }
      if option.count > 2 {
        guard let third = view.edge(from: edge >> 8, option.letters.2) else { continue }
        edge = third
      }
      current.append(option.letters.0)
      if option.count > 1 { current.append(option.letters.1) }
      if option.count > 2 { current.append(option.letters.2) }
      follow(
        from: place + option.read, state: edge >> 8, endsWord: edge & 0x80 != 0, cost: next,
        lost: lost + (option.read == 0 ? 1 : 0), view)
      current.removeLast(option.count)
    }
  }

  private mutating func take(_ cost: Float) {
    if cost < best {
      best = cost
      limit = min(limit, best + Self.width)
    }
    if let k = found.firstIndex(where: { $0.letters == current }) {
      found[k].misreading = min(found[k].misreading, cost)
    } else {
      found.append(Candidate(letters: current, cost: 0, misreading: cost, isKnown: true))
    }
  }

  /// What it costs that a known word stands anywhere: by its count, or by its letters where only a dictionary has it.
  private func wordCost(_ codes: [UInt8], _ view: WordListView, _ model: LetterModelView) -> Float {
    var hash: UInt32 = 0x811C_9DC5
    for code in codes {
      let letter = words.letters[Int(code)]
      if letter < 0x80 {
        hash = (hash ^ UInt32(letter)) &* 0x0100_0193
      } else {
        hash = (hash ^ (0xC0 | UInt32(letter) >> 6)) &* 0x0100_0193
        hash = (hash ^ (0x80 | UInt32(letter) & 0x3F)) &* 0x0100_0193
      }
    }
    let count = view.count(ofHash: hash)
    if count > 0 { return Float(log(words.total)) - (Float(count) - 2) / 4 * 0.6931 + 0.3 }
    var context = UInt64(LetterModel.start)
    var cost: Float = 0
    for (k, code) in codes.enumerated() {
      cost += model.cost(of: code, after: context, count: k + 1)
      context = (context << 6 | UInt64(code)) & 0xFFFF_FFFF_FFFF
    }
    return cost + model.cost(of: LetterModel.end, after: context, count: codes.count + 1)
  }
}
