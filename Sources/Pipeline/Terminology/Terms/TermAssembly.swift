internal import Lingua

/// Gathers what the units of all documents say into triples.
struct TermAssembly {
  /// What is gathered of a triple.
  struct Entry {
    var places: [Place] = []
    var coverage: Float = 0
    var least: Float = 0
    var best: Float = 0
    var gap: Float = 0
  }

  /// Where a triple stands.
  struct Place {
    var document: Int32
    var unit: Int32
    var phrases: Trilingual<Int32>
    var coverage: Float
  }

  private let documents: [DocumentTerms]
  /// The place of each document among those that were given.
  private let order: [Int]
  private let vocabulary: TermVocabulary
  private let types: TermTypes
  private let knowledge: TermKnowledge
  /// The words of each unit that are aligned, and where each word of the unit stands among them.
  private var aligned: [Trilingual<[Int32]>] = []

  init(_ given: [DocumentTerms], _ vocabulary: TermVocabulary, _ knowledge: TermKnowledge) {
    order = given.indices.sorted { given[$0].precedes(given[$1]) }
    documents = order.map { given[$0] }
    self.vocabulary = vocabulary
    self.knowledge = knowledge
    types = TermTypes(documents, knowledge)
  }

  /// The best triples, best first.
  consuming func triples(most: Int) -> [TermTriple] {
    var starts: [Int] = []
    for (number, document) in documents.enumerated() {
      starts.append(aligned.count)
      for unit in document.units {
        var words = Trilingual<[Int32]>(repeating: [])
        for language in Language.allCases {
          for word in document.words[language][unit.words[language]] where !word.tags.contains(.function) {
            words[language].append(types.numbers[number][language][Int(word.stem)])
          }
        }
        aligned.append(words)
      }
    }
    let pairs: [(Language, Language)] = [(.kk, .ru), (.kk, .en), (.ru, .en)]
    let links = Concurrently.map(pairs) { [aligned, types, knowledge] in
      WordLinks($0.0, $0.1, units: aligned, types: types, knowledge: knowledge)
    }
    let found = Concurrently.map(Array(documents.indices)) { [self, starts] d in
      documents[d].units.enumerated().map { u, unit in
        matches(documents[d], d, unit, u, number: starts[d] + u, links)
      }
    }
    var entries: [Trilingual<[Int32]>: Entry] = [:]
    var frequencies = Trilingual<[[Int32]: Int32]>(repeating: [:])
    for unit in found.joined() {
      for language in Language.allCases {
        for key in unit.phrases[language] { frequencies[language][key, default: 0] += 1 }
      }
      for match in unit.matches { entries[match.key, default: Entry()].add(match.place, match.value) }
    }
    return TermRanking(documents, order, types, vocabulary, knowledge).triples(entries, frequencies, most: most)
  }

  /// What a unit gives.
  private struct UnitMatches {
    struct Match {
      var key: Trilingual<[Int32]>
      var place: Place
      var value: TermMatcher.Match
    }

    /// Its phrases, each once.
    var phrases: Trilingual<Set<[Int32]>>
    var matches: [Match]
  }

  private func matches(
    _ document: DocumentTerms, _ d: Int, _ unit: DocumentTerms.Unit, _ u: Int, number: Int, _ links: [WordLinks]
  ) -> UnitMatches {
    let spans = spans(document, unit)
    var phrases = Trilingual<Set<[Int32]>>(repeating: [])
    for language in Language.allCases {
      for span in spans[language] { phrases[language].insert(Array(aligned[number][language][span.words])) }
    }
    let matches = matches(spans, number, links[0], links[1], links[2]).map { match in
      var key = Trilingual<[Int32]>(repeating: [])
      for language in Language.allCases where match.phrases[language] >= 0 {
        key[language] = Array(aligned[number][language][spans[language][Int(match.phrases[language])].words])
      }
      let place = Place(document: Int32(d), unit: Int32(u), phrases: match.phrases, coverage: match.coverage)
      return UnitMatches.Match(key: key, place: place, value: match)
    }
    return UnitMatches(phrases: phrases, matches: matches)
  }

  private func matches(
    _ spans: Trilingual<[TermMatcher.Span]>, _ unit: Int, _ kr: WordLinks, _ ke: WordLinks, _ re: WordLinks
  ) -> [TermMatcher.Match] {
    let matcher = TermMatcher()
    let counts = aligned[unit].map(\.count)
    func matrix(_ links: WordLinks) -> LinkMatrix {
      LinkMatrix(links, unit: unit, rows: counts[links.a], columns: counts[links.b])
    }
    if counts.kk > 0, counts.ru > 0, counts.en > 0 {
      return matcher.matches(spans, kr: matrix(kr), ke: matrix(ke), re: matrix(re))
    }
    for links in [kr, ke, re] where counts[links.a] > 0 && counts[links.b] > 0 {
      return matcher.matches(spans, links.a, links.b, matrix(links))
    }
    return []
  }

  private func spans(_ document: DocumentTerms, _ unit: DocumentTerms.Unit) -> Trilingual<[TermMatcher.Span]> {
    var result = Trilingual<[TermMatcher.Span]>(repeating: [])
    for language in Language.allCases {
      // How many aligned words stand before each word.
      var before: [Int] = [0]
      for word in document.words[language][unit.words[language]] {
        before.append((before.last ?? 0) + (word.tags.contains(.function) ? 0 : 1))
      }
      for (k, phrase) in document.phrases[language][unit.phrases[language]].enumerated() {
        let first = Int(phrase.first)
        result[language].append(
          TermMatcher.Span(words: before[first]..<before[first + Int(phrase.count)], phrase: Int32(k)))
      }
    }
    return result
  }
}

extension TermAssembly.Entry {
  mutating func add(_ place: TermAssembly.Place, _ match: TermMatcher.Match) {
    places.append(place)
    coverage += match.coverage
    least = max(least, match.least)
    best = max(best, match.coverage)
    gap = max(gap, match.gap)
  }
}
