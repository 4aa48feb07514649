internal import Lingua

/// Finds in each bead the phrases of all languages that explain each other best.
struct TermMatcher {
  /// Phrases of a unit that translate each other.
  struct Match {
    /// The phrase of each language by its number in the unit; -1 for none.
    var phrases: Trilingual<Int32>
    /// The mean of the coverages of the pairs of languages.
    var coverage: Float
    /// The least of them.
    var least: Float
    /// What is explained of the word that the others explain least.
    var gap: Float
  }

  /// A phrase in the words that are aligned.
  struct Span {
    var words: Range<Int>
    var phrase: Int32
  }

  /// What two phrases must explain of each other.
  private static let least: Float = 0.4

  /// The matches of a unit.
  ///
  /// - Parameters:
  ///   - spans: the phrases of each language.
  ///   - kr: the links of Kazakh and Russian.
  ///   - ke: the links of Kazakh and English.
  ///   - re: the links of Russian and English.
  func matches(_ spans: Trilingual<[Span]>, kr: LinkMatrix, ke: LinkMatrix, re: LinkMatrix) -> [Match] {
    var found: [Match] = []
    // For each phrase the best match that has it.
    var best = Trilingual<[Float]>(
      kk: Array(repeating: 0, count: spans.kk.count), ru: Array(repeating: 0, count: spans.ru.count),
      en: Array(repeating: 0, count: spans.en.count))
    var places: [(k: Int, r: Int, e: Int)] = []
    var kazakh: [(Int, Float)] = []
    var english: [(Int, Float)] = []
    for (r, russian) in spans.ru.enumerated() {
      kazakh.removeAll(keepingCapacity: true)
      english.removeAll(keepingCapacity: true)
      for (k, span) in spans.kk.enumerated() {
        let coverage = kr.coverage(span.words, russian.words)
        if coverage >= Self.least { kazakh.append((k, coverage)) }
      }
      if kazakh.isEmpty { continue }
      for (e, span) in spans.en.enumerated() {
        let coverage = re.coverage(russian.words, span.words)
        if coverage >= Self.least { english.append((e, coverage)) }
      }
      for (k, x) in kazakh {
        for (e, y) in english {
          let z = ke.coverage(spans.kk[k].words, spans.en[e].words)
          guard z >= Self.least else { continue }
          let mean = (x + y + z) / 3
          // Of equal ones the longer: more words that agree are more evidence.
          let length = spans.kk[k].words.count + russian.words.count + spans.en[e].words.count
          let value = mean * (1 + 0.01 * Float(length))
          best.kk[k] = max(best.kk[k], value)
          best.ru[r] = max(best.ru[r], value)
          best.en[e] = max(best.en[e], value)
          found.append(
            Match(
              phrases: Trilingual(kk: spans.kk[k].phrase, ru: russian.phrase, en: spans.en[e].phrase), coverage: mean,
              least: min(x, y, z), gap: 1))
          places.append((k, r, e))
        }
      }
    }
    var result: [Match] = []
    for (match, place) in zip(found, places) {
      let length = spans.kk[place.k].words.count + spans.ru[place.r].words.count + spans.en[place.e].words.count
      let value = match.coverage * (1 + 0.01 * Float(length))
      if value >= best.kk[place.k], value >= best.ru[place.r], value >= best.en[place.e] {
        var match = match
        let k = spans.kk[place.k].words, r = spans.ru[place.r].words, e = spans.en[place.e].words
        for word in k { match.add(kr.share(ofA: word, r), ke.share(ofA: word, e)) }
        for word in r { match.add(kr.share(ofB: word, k), re.share(ofA: word, e)) }
        for word in e { match.add(ke.share(ofB: word, k), re.share(ofB: word, r)) }
        result.append(match)
      }
    }
    return result
  }

  /// The matches of a unit that lacks a language.
  ///
  /// - Parameters:
  ///   - spans: the phrases of each language.
  ///   - a: one of the two that it has.
  ///   - b: the other one.
  ///   - links: the links of the two.
  func matches(_ spans: Trilingual<[Span]>, _ a: Language, _ b: Language, _ links: LinkMatrix) -> [Match] {
    var found: [(i: Int, j: Int, coverage: Float, value: Float)] = []
    var best = [[Float](repeating: 0, count: spans[a].count), [Float](repeating: 0, count: spans[b].count)]
    for (i, left) in spans[a].enumerated() {
      for (j, right) in spans[b].enumerated() {
        let coverage = links.coverage(left.words, right.words)
        guard coverage >= Self.least else { continue }
        let value = coverage * (1 + 0.015 * Float(left.words.count + right.words.count))
        best[0][i] = max(best[0][i], value)
        best[1][j] = max(best[1][j], value)
        found.append((i, j, coverage, value))
      }
    }
    return found.compactMap { pair in
      guard pair.value >= best[0][pair.i], pair.value >= best[1][pair.j] else { return nil }
      let left = spans[a][pair.i], right = spans[b][pair.j]
      var match = Match(
        phrases: Trilingual(repeating: -1), coverage: pair.coverage, least: pair.coverage, gap: 1)
      match.phrases[a] = left.phrase
      match.phrases[b] = right.phrase
      for word in left.words { match.add(links.share(ofA: word, right.words)) }
      for word in right.words { match.add(links.share(ofB: word, left.words)) }
      return match
    }
  }
}

extension TermMatcher.Match {
  /// Counts a word in, of which so much is explained in each of the other languages.
  fileprivate mutating func add(_ shares: Float...) {
    gap = min(gap, shares.reduce(0, +) / Float(shares.count))
  }
}
