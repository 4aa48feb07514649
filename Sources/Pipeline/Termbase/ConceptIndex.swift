internal import Lingua

/// Concepts that are found by what they are called.
struct ConceptIndex: ~Copyable {
  /// How names are compared.
  enum Comparison {
    /// By the stems of their words: inflected forms are the same.
    case stems
    /// By their letters: what differs by case or look-alike letters alone is the same.
    case letters
  }

  private struct Name {
    var key: [UInt8]
    var isAcronym: Bool
  }

  private let comparison: Comparison
  private var keys: NameKeys
  private(set) var entries: [GlossaryEntry] = []
  private var names: [Trilingual<[Name]>] = []
  private var places = Trilingual<[[UInt8]: [Int]]>(repeating: [:])
  private var ids: [String: Int] = [:]

  init(_ entries: [GlossaryEntry] = [], by comparison: Comparison = .stems, _ kazakh: KazakhStemmer) {
    self.comparison = comparison
    keys = NameKeys(kazakh)
    for entry in entries { add(entry) }
  }

  /// Adds a concept.
  mutating func add(_ entry: GlossaryEntry) {
    entries.append(entry)
    names.append(Trilingual(repeating: []))
    enter(entries.count - 1)
  }

  /// Puts a changed concept in the place of what it was.
  mutating func replace(_ index: Int, with entry: GlossaryEntry) {
    ids[entries[index].id] = nil
    for language in Language.allCases {
      for name in names[index][language] { places[language][name.key]?.removeAll { $0 == index } }
    }
    entries[index] = entry
    enter(index)
  }

  private mutating func enter(_ index: Int) {
    names[index] = names(of: entries[index])
    ids[entries[index].id] = index
    for language in Language.allCases {
      for name in names[index][language] where places[language][name.key]?.contains(index) != true {
        places[language][name.key, default: []].append(index)
      }
    }
  }

  private mutating func names(of entry: GlossaryEntry) -> Trilingual<[Name]> {
    var result = Trilingual<[Name]>(repeating: [])
    for language in Language.allCases {
      for term in entry.terms[language] {
        let key = key(term.text, language)
        if !key.isEmpty { result[language].append(Name(key: key, isAcronym: term.form == .acronym)) }
      }
    }
    return result
  }

  /// What a term is compared by.
  mutating func key(_ text: String, _ language: Language) -> [UInt8] {
    switch comparison {
    case .stems: keys.key(text, language)
    case .letters: NameKeys.letters(text, language)
    }
  }

  /// The concept of an id.
  func index(ofID id: String) -> Int? { ids[id] }

  /// The concept that an entry names too: they agree in two languages, or in the only one that both have.
  ///
  /// - Parameter inAll: whether they must agree in every language that both have.
  mutating func index(of entry: GlossaryEntry, inAll: Bool = false, where isWanted: (GlossaryEntry) -> Bool) -> Int? {
    let wanted = names(of: entry)
    var counts: [Int: Int] = [:]
    for language in Language.allCases {
      var found: Set<Int> = []
      for name in wanted[language] { found.formUnion(places[language][name.key] ?? []) }
      for index in found where agree(names[index][language], wanted[language]) { counts[index, default: 0] += 1 }
    }
    var best: (count: Int, index: Int)?
    for (index, count) in counts where isWanted(entries[index]) {
      let own = Language.allCases.filter { !names[index][$0].isEmpty }
      let others = Language.allCases.filter { !wanted[$0].isEmpty }
      let shared = own.filter(others.contains)
      let needed = inAll ? shared.count : own.count == 1 && own == others ? 1 : 2
      guard count >= max(1, needed), inAll ? shared.count > 1 || own == others : true else { continue }
      if best.map({ ($0.count, index) < (count, $0.index) }) ?? true { best = (count, index) }
    }
    return best?.index
  }

  /// Decided concepts that an entry contradicts: a full form of a language is theirs too, and none of another language that
  /// both have full forms for.
  mutating func contradicted(by entry: GlossaryEntry) -> [GlossaryEntry] {
    let wanted = names(of: entry).map { $0.filter { !$0.isAcronym }.map(\.key) }
    var found: Set<Int> = []
    for language in Language.allCases {
      for key in wanted[language] { found.formUnion(places[language][key] ?? []) }
    }
    return found.sorted().filter { index in
      guard entries[index].status == .approved || entries[index].status == .edited else { return false }
      var isShared = false
      var differs = false
      for language in Language.allCases {
        let own = names[index][language].filter { !$0.isAcronym }
        if own.isEmpty || wanted[language].isEmpty { continue }
        if own.contains(where: { wanted[language].contains($0.key) }) { isShared = true } else { differs = true }
      }
      return isShared && differs
    }.map { entries[$0] }
  }

  /// Whether two lists of names in one language mean one thing. An acronym alone does not say so where both have full
  /// forms without a word in common: it may stand for several things.
  private func agree(_ a: [Name], _ b: [Name]) -> Bool {
    let common = a.filter { name in b.contains { $0.key == name.key } }
    if common.isEmpty { return false }
    if common.contains(where: { !$0.isAcronym }) { return true }
    let full = a.filter { !$0.isAcronym }
    let other = b.filter { !$0.isAcronym }
    if full.isEmpty || other.isEmpty { return true }
    let words = Set(full.flatMap { $0.key.split(separator: 0x20) })
    return other.contains { $0.key.split(separator: 0x20).contains(where: words.contains) }
  }
}
