extension UndoneWord {
  /// More lost letters in a word than this are settled from left to right only.
  private static let most = 4

  /// Settles the guesses of a word together: by the words that are known, else by the letters around them.
  mutating func settle(_ known: KnownWords, _ pairs: LetterPairs) {
    var start = 0
    for k in scalars.indices {
      let kind = pairs.kind(of: scalars[k])
      if kind != 0 && kind < 128 { continue }
      settle(start..<k, known, pairs)
      start = k + 1
    }
    settle(start..<scalars.count, known, pairs)
  }

  private mutating func settle(_ range: Range<Int>, _ known: KnownWords, _ pairs: LetterPairs) {
    let open = guesses.filter { range.contains($0.place) }
    guard !open.isEmpty, open.count <= Self.most else { return }
    var best = Array(scalars[range])
    var bestRank: (frequency: Int, score: Float) = (-1, -.infinity)
    let count = open.reduce(1) { $0 * $1.choices.count }
    for number in 0..<count {
      var word = Array(scalars[range])
      var rest = number
      for guess in open {
        word[guess.place - range.lowerBound] = guess.choices[rest % guess.choices.count]
        rest /= guess.choices.count
      }
      var plausibility = Plausibility()
      for scalar in word { plausibility.add(scalar, pairs) }
      plausibility.finish(pairs)
      let rank = (frequency: Self.frequency(of: word, known), score: plausibility.sum)
      if rank > bestRank {
        bestRank = rank
        best = word
      }
    }
    scalars.replaceSubrange(range, with: best)
  }

  /// How many of the words of three letters and more are known in Kazakh or Russian, and of how many.
  func knownWords(among known: KnownWords, _ pairs: LetterPairs) -> (known: Int, all: Int) {
    var result = (known: 0, all: 0)
    var word: [UInt32] = []
    for k in 0...scalars.count {
      let kind = k < scalars.count ? pairs.kind(of: scalars[k]) : 0
      if k < scalars.count, kind != 0, kind < 128 {
        word.append(scalars[k])
      } else {
        if word.count >= 3 {
          result.all += 1
          if Self.frequency(of: word, known) > 0 { result.known += 1 }
        }
        word.removeAll(keepingCapacity: true)
      }
    }
    return result
  }

  /// How well known a word is in Kazakh or Russian.
  private static func frequency(of word: [UInt32], _ known: KnownWords) -> Int {
    var bytes: [UInt8] = []
    for scalar in word {
      let folded = Unicode.Scalar(replacingInvalid: scalar).simpleFold
      bytes.append(contentsOf: UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      max(known.frequency(of: bytes, in: .kk), known.frequency(of: bytes, in: .ru))
    }
  }
}
