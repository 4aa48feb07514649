/// One line that may have been read in a wrong encoding; reused from line to line, so that none costs an allocation.
struct MojibakeLine {
  /// What speaks for one pair of encodings.
  struct Finding {
    var pair: MojibakePair
    /// By how much the logarithm of the probability grows.
    var gain: Float
    /// How many characters become others, and how many of them were guessed.
    var converted: Int
    var guessed: Int
    /// In how many words.
    var words: Int
    /// How many letters these then have, and the logarithm of their probability by letter.
    var letters: Int
    var mean: Float
    /// Whether it is all words of the line, and all their characters beyond ASCII.
    var isWhole: Bool
  }

  /// A word, or several whose blanks were parts of letters.
  private struct Span {
    var range: Range<Int>
    /// By how much undoing makes it more probable.
    var gain: Float
    /// What whole sequences of UTF-8 add to that.
    var bonus: Float
    var sum: Float
    var letters: Int
    var converted: Int
    var guessed: Int
    var isDamaged = false
  }

  /// What it costs that damaged text begins or ends inside a line.
  private static let changeCost: Float = 6
  /// What each sequence of UTF-8 is worth in a word that is all of UTF-8: chance hardly makes them.
  private static let sequenceBonus: Float = 4

  private let pairs: LetterPairs
  private let pages: MojibakePages
  private var words: [Range<Int>] = []
  private var sums: [Float] = []
  private var spans: [Span] = []
  private var fromOther: [(clean: Bool, damaged: Bool)] = []
  private var undone = UndoneWord()

  /// Of the line as it is: letters beyond ASCII, the logarithm of their probability, what no text should have.
  private(set) var letters = 0
  private(set) var sum: Float = 0
  private(set) var oddities = 0

  init(pairs: LetterPairs, pages: MojibakePages) {
    self.pairs = pairs
    self.pages = pages
  }

  /// Whether the line is plainly text as it is.
  var isClean: Bool { words.isEmpty || oddities == 0 && sum > -3.8 * Float(letters) }

  /// Takes a line and judges it as it is.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    words.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    letters = 0
    sum = 0
    oddities = 0
    var position = range.lowerBound
    while position < range.upperBound {
      while position < range.upperBound, text[position] <= 0x20 { position += 1 }
      let start = position
      var all: UInt8 = 0
      while position < range.upperBound, text[position] > 0x20 {
        all |= text[position]
        position += 1
      }
      if all < 0x80 { continue }
      let found = judge(text, start..<position)
      words.append(start..<position)
      sums.append(found.sum)
      letters += found.letters
      oddities += found.oddities
      sum += found.sum
    }
  }

  private func judge(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Plausibility {
    var result = Plausibility()
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, count) = text.scalar(at: position)
      result.add(value, pairs)
      position += count
    }
    result.finish(pairs)
    return result
  }

  private func judge(_ scalars: [UInt32]) -> Plausibility {
    var result = Plausibility()
    for scalar in scalars { result.add(scalar, pairs) }
    result.finish(pairs)
    return result
  }

  /// The best of some pairs; nil where none makes the line more probable. `isChosen` then says which words.
  mutating func best(_ text: UnsafeBufferPointer<UInt8>, among candidates: [MojibakePair]) -> Finding? {
    var best: MojibakePair?
    var most: Float = 0
    for pair in candidates {
      guard undo(text, pair) else { continue }
      let value = total()
      // Where two pairs are equally good, the first is meant.
      if value > most + 1e-3 {
        most = value
        best = pair
      }
    }
    guard let best, undo(text, best) else { return nil }
    return choose(best)
  }

  /// Undoes one pair in all words; false where that changes nothing.
  private mutating func undo(_ text: UnsafeBufferPointer<UInt8>, _ pair: MojibakePair) -> Bool {
    spans.removeAll(keepingCapacity: true)
    let wrong = pages.wrong[pair.wrong.rawValue]
    var changes = false
    var k = 0
    while k < words.count {
      var range = words[k]
      var before = sums[k]
      k += 1
      if pair.right == .utf8 {
        while k < words.count, words[k].lowerBound == range.upperBound + 1, text[range.upperBound] == 0x20,
          UndoneWord.endsInBlank(text, range, wrong, pair.wrong, pairs)
        {
          range = range.lowerBound..<words[k].upperBound
          before += sums[k]
          k += 1
        }
      }
      undo(text, range, pair)
      var span = Span(
        range: range, gain: 0, bonus: 0, sum: before, letters: 0, converted: undone.converted,
        guessed: undone.guesses.count)
      // Where much is no UTF-8, what is does so by chance.
      if pair.right == .utf8, undone.left * 4 > undone.converted { span.converted = 0 }
      if span.converted > 0 {
        changes = true
        let after = judge(undone.scalars)
        span.gain = after.sum - before
        span.sum = after.sum
        span.letters = after.letters
        if pair.right == .utf8, undone.left == 0 { span.bonus = Float(undone.converted) * Self.sequenceBonus }
      }
      spans.append(span)
    }
    return changes
  }

  private mutating func undo(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ pair: MojibakePair) {
    let wrong = pages.wrong[pair.wrong.rawValue]
    if pair.right == .utf8 {
      undone.undoUTF8(text, range, from: wrong, page: pair.wrong, pairs: pairs)
    } else {
      undone.undo(text, range, from: wrong, to: pages.right[pair.right.rawValue])
    }
  }

  /// The gain of the best choice of words, when each change between damaged and clean ones costs something.
  private func total() -> Float {
    var clean: Float = 0
    var damaged: Float = 0
    for span in spans {
      let toDamaged = max(damaged, clean - Self.changeCost) + span.gain + span.bonus
      clean = max(clean, damaged - Self.changeCost)
      damaged = toDamaged
    }
    return max(clean, damaged)
  }

  /// Marks the words of that choice.
  private mutating func choose(_ pair: MojibakePair) -> Finding {
    fromOther.removeAll(keepingCapacity: true)
    var clean: Float = 0
    var damaged: Float = 0
    for span in spans {
      let fromOther = (clean: damaged - Self.changeCost > clean, damaged: clean - Self.changeCost > damaged)
      let toDamaged = max(damaged, clean - Self.changeCost) + span.gain + span.bonus
      clean = max(clean, damaged - Self.changeCost)
      damaged = toDamaged
      self.fromOther.append(fromOther)
    }
    var finding = Finding(
      pair: pair, gain: 0, converted: 0, guessed: 0, words: 0, letters: 0, mean: 0, isWhole: true)
    var isDamaged = damaged > clean
    for k in spans.indices.reversed() {
      spans[k].isDamaged = isDamaged
      if !isDamaged || spans[k].converted == 0 { finding.isWhole = false }
      if isDamaged, spans[k].converted > 0 {
        finding.gain += spans[k].gain
        finding.words += 1
        finding.converted += spans[k].converted
        finding.guessed += spans[k].guessed
        finding.letters += spans[k].letters
        finding.mean += spans[k].sum
      }
      if isDamaged ? fromOther[k].damaged : fromOther[k].clean { isDamaged.toggle() }
    }
    finding.mean /= Float(max(1, finding.letters))
    return finding
  }

  /// How many of the words that a finding gives, of three letters and more, are known in Kazakh or Russian, and of how many.
  /// The finding must be the last one that `best` gave.
  mutating func knownWords(
    _ text: UnsafeBufferPointer<UInt8>, _ finding: Finding, among known: KnownWords
  ) -> (known: Int, all: Int) {
    var result = (known: 0, all: 0)
    for span in spans where span.isDamaged && span.converted > 0 {
      undo(text, span.range, finding.pair)
      let found = undone.knownWords(among: known, pairs)
      result.known += found.known
      result.all += found.all
    }
    return result
  }

  /// Appends the edits that undo a finding, which must be the last one that `best` gave.
  mutating func repair(
    _ text: UnsafeBufferPointer<UInt8>, _ finding: Finding, words known: KnownWords, into edits: inout [Edit]
  ) {
    for span in spans where span.isDamaged && span.converted > 0 {
      undo(text, span.range, finding.pair)
      if !undone.guesses.isEmpty { undone.settle(known, pairs) }
      var output: [UInt8] = []
      for scalar in undone.scalars {
        output.append(
          contentsOf: UTF8.encode(Unicode.Scalar(replacingInvalid: scalar)) ?? UTF8.encodedReplacementCharacter)
      }
      let source = UnsafeBufferPointer(rebasing: text[span.range])
      // What stays at both ends is no part of the edit; it is ASCII, so no character is cut.
      var head = 0
      while head < min(source.count, output.count), source[head] < 0x80, source[head] == output[head] { head += 1 }
      var tail = 0
      while tail < min(source.count, output.count) - head, source[source.count - 1 - tail] < 0x80,
        source[source.count - 1 - tail] == output[output.count - 1 - tail]
      { tail += 1 }
      if head == source.count, head == output.count { continue }
      edits.append(
        Edit(
          rule: finding.pair.rule, range: span.range.lowerBound + head..<span.range.upperBound - tail,
          replacement: String(decoding: output[head..<output.count - tail], as: UTF8.self),
          confidence: Self.confidence(finding.gain, isGuessed: span.guessed > 0)))
    }
  }

  /// How sure an edit is, by the gain of its line.
  private static func confidence(_ gain: Float, isGuessed: Bool) -> Double {
    let sure = gain >= 20 ? 0.99 : gain >= 10 ? 0.95 : gain >= 5 ? 0.9 : 0.8
    return isGuessed ? min(sure, 0.8) : sure
  }
}
