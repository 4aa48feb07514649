internal import Lingua

/// Makes the terms of an entry out of what documents print.
struct EntryTerms {
  private let groups: [ConceptGroup]
  private let heads: EntryHeads

  init(
    groups: [ConceptGroup], found: Trilingual<TermSearch.Found>, forms: DictionaryForm, vocabulary: TermVocabulary
  ) {
    self.groups = groups
    heads = EntryHeads(groups: groups, found: found, forms: forms, vocabulary: vocabulary)
  }

  /// The terms of each language: phrases first, and of these what most speaks for.
  func terms() -> Trilingual<[GlossaryTerm]> {
    var made = Trilingual(kk: [], ru: named(.ru), en: named(.en))
    let sort = NounSort(ru: made.ru.first?.term, en: made.en.first?.term, heads.vocabulary.endings)
    made.kk = named(.kk, sort: sort)
    let lengths = made.map { NestedTerms.length(of: $0.first?.term) }
    for language in Language.allCases {
      let others = Language.allCases.filter { $0 != language }.compactMap { lengths[$0] }
      made[language] = NestedTerms.resolved(made[language], lengths: others)
    }
    let numbers = TermNumber.agreed(made.map { $0.first })
    for language in Language.allCases {
      guard let isPlural = numbers[language], let first = made[language].first,
        let head = heads.head(first.name, language, first.term.printed, sort: sort, isPlural: isPlural),
        head.isPlural == isPlural
      else { continue }
      made[language][0].term.text = head.text
    }
    if var kk = made.kk.first, var ru = made.ru.first {
      LoanHeads(forms: heads.forms).resolve(kk: &kk, ru: &ru)
      made.kk[0] = kk
      made.ru[0] = ru
    }
    let terms = ProperNames.agreed(LatinWords.agreed(made.map { Self.united($0.map(\.term)) }))
    // Where a language has the acronym alone, the acronyms are what the languages have in common.
    let given = terms.values.filter { !$0.isEmpty }
    guard given.contains(where: { $0.allSatisfy { $0.form == .acronym } }),
      given.allSatisfy({ $0.contains { $0.form == .acronym } })
    else { return terms }
    return terms.map { $0.filter { $0.form == .acronym } + $0.filter { $0.form != .acronym } }
  }

  /// The names of a language as terms, best first.
  ///
  /// - Parameters:
  ///   - language: the language.
  ///   - sort: the sort of noun that the terms of the other languages are.
  private func named(_ language: Language, sort: NounSort? = nil) -> [NestedTerms.Term] {
    var weights: [ConceptGroup.Name: Double] = [:]
    var names: [ConceptGroup.Name] = []
    var firstHand: Set<ConceptGroup.Name> = []
    for group in groups {
      for name in group.names[language] {
        if !names.contains(name) { names.append(name) }
        weights[name, default: 0] += group.score * Double(group.documents.count)
        if group.kinds != [.term] { firstHand.insert(name) }
      }
    }
    let hasAcronym = names.contains { $0.isAcronym }
    let terms = names.compactMap { name -> (term: NestedTerms.Term, weight: Double)? in
      let printed = heads.printed(name, language)
      guard let head = heads.head(name, language, printed, sort: sort, isPlural: nil) else { return nil }
      let form: GlossaryTerm.Form = name.isAcronym ? .acronym : hasAcronym ? .fullForm : .term
      let term = NestedTerms.Term(
        term: GlossaryTerm(head.text, form: form, printed: printed), isCounted: !firstHand.contains(name), name: name,
        isPlural: head.isPlural)
      return (term, weights[name] ?? 0)
    }
    let sorted = terms.sorted { a, b in
      let (left, right) = (a.term.term, b.term.term)
      if (left.form == .acronym) != (right.form == .acronym) { return right.form == .acronym }
      if a.weight != b.weight { return a.weight > b.weight }
      if left.count != right.count { return left.count > right.count }
      return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }.map(\.term)
    return language == .en ? EnglishTerms(endings: heads.vocabulary.endings).nounsFirst(sorted) : sorted
  }

  /// Names that are spelled alike in dictionary form are one, whatever their stems were.
  private static func united(_ terms: [GlossaryTerm]) -> [GlossaryTerm] {
    var united: [GlossaryTerm] = []
    for term in terms {
      let letters = GlossaryLetters.folded(term.text)
      let twin = united.firstIndex {
        ($0.form == .acronym) == (term.form == .acronym) && GlossaryLetters.folded($0.text) == letters
      }
      guard let twin else {
        united.append(term)
        continue
      }
      var counts = Dictionary(united[twin].printed.map { ($0.text, $0.count) }, uniquingKeysWith: +)
      // Forms that both have were counted for both at the same places, or at others: the larger count is sure.
      counts.merge(term.printed.map { ($0.text, $0.count) }) { max($0, $1) }
      if EntryHeads.capitals(term.text) < EntryHeads.capitals(united[twin].text) { united[twin].text = term.text }
      united[twin].printed = EntryHeads.sorted(counts)
    }
    return united
  }
}
