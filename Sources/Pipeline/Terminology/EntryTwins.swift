internal import Lingua

/// Finds entries that are called the same once their terms are in dictionary form: forms of one word may have different
/// stems, and a term that was found by counting may be an acronym that a document defines.
enum EntryTwins {
  /// For each entry the place of the one that it is one with, an earlier one or itself: names in two languages are the same,
  /// and nothing in a third contradicts. All are compared with the first, so that there are no chains.
  static func firsts(_ entries: [GlossaryEntry]) -> [Int] {
    var places = Trilingual<[[Unicode.Scalar]: [Int]]>(repeating: [:])
    var firsts = Array(entries.indices)
    for (k, entry) in entries.enumerated() {
      var shared: [Int: Int] = [:]
      for language in Language.allCases {
        var found: Set<Int> = []
        for term in entry.terms[language] { found.formUnion(places[language][letters(term)] ?? []) }
        for other in found { shared[other, default: 0] += 1 }
      }
      firsts[k] = shared.filter { $0.value > 1 && areOne(entries[$0.key], entry) }.keys.min() ?? k
      guard firsts[k] == k else { continue }
      for language in Language.allCases {
        for term in entry.terms[language] { places[language][letters(term), default: []].append(k) }
      }
    }
    return firsts
  }

  private static func letters(_ term: GlossaryTerm) -> [Unicode.Scalar] { GlossaryLetters.folded(term.text) }

  private static func areOne(_ a: GlossaryEntry, _ b: GlossaryEntry) -> Bool {
    let both = a.languages.filter(b.languages.contains)
    return both.count > 1 && both.allSatisfy { areOne(a.terms[$0], b.terms[$0]) }
  }

  /// Whether two languages' lists have a full form in common, or an acronym where one of them has nothing else. A term that is
  /// spelled exactly as an acronym is one.
  private static func areOne(_ a: [GlossaryTerm], _ b: [GlossaryTerm]) -> Bool {
    func isShared(_ isAcronym: Bool) -> Bool {
      a.contains { one in
        (one.form == .acronym) == isAcronym
          && b.contains { ($0.form == .acronym) == isAcronym && letters($0) == letters(one) }
      }
    }
    func hasFull(_ terms: [GlossaryTerm]) -> Bool { terms.contains { $0.form != .acronym } }
    let isSpelled = a.contains { one in
      b.contains { ($0.form == .acronym) != (one.form == .acronym) && $0.text == one.text }
    }
    return isShared(false) || isSpelled || isShared(true) && !(hasFull(a) && hasFull(b))
  }

  /// The groups of a twin as they join an entry: without the names of a language that the entry has as acronyms already.
  static func joining(_ groups: [ConceptGroup], _ twin: GlossaryEntry, to entry: GlossaryEntry) -> [ConceptGroup] {
    let isKnown = Trilingual(
      kk: isAcronym(twin, of: entry, .kk), ru: isAcronym(twin, of: entry, .ru), en: isAcronym(twin, of: entry, .en))
    return groups.map { group in
      var names = group.names
      for language in Language.allCases where isKnown[language] { names[language].removeAll { !$0.isAcronym } }
      return group.named(names)
    }
  }

  private static func isAcronym(_ twin: GlossaryEntry, of entry: GlossaryEntry, _ language: Language) -> Bool {
    let acronyms = entry.terms[language].filter { $0.form == .acronym }.map(\.text)
    let full = twin.terms[language].filter { $0.form != .acronym }
    return !full.isEmpty && full.allSatisfy { acronyms.contains($0.text) }
  }
}

extension [Trilingual<TermSearch.Found>] {
  /// What was found of any of some entries.
  func united(_ places: [Int], contexts most: Int) -> Trilingual<TermSearch.Found> {
    var result = Trilingual(repeating: TermSearch.Found())
    for place in places {
      for language in Language.allCases { result[language].unite(self[place][language], contexts: most) }
    }
    return result
  }
}

extension TermSearch.Found {
  /// Adds what was found of another entry. Forms that both have were found at the same places, whatever their names.
  fileprivate mutating func unite(_ other: Self, contexts most: Int) {
    let isApart = Set(printed.values.flatMap(\.keys)).isDisjoint(with: other.printed.values.flatMap(\.keys))
    printed.merge(other.printed) { own, _ in own }
    documents.merge(other.documents) { isApart ? $0 + $1 : Swift.max($0, $1) }
    contexts += other.contexts.filter { !contexts.contains($0) }.prefix(Swift.max(0, most - contexts.count))
  }
}
