internal import Lingua

/// Makes the terms of an entry out of what documents print.
struct EntryTerms {
  let groups: [ConceptGroup]
  let found: Trilingual<TermSearch.Found>
  let forms: DictionaryForm
  let vocabulary: TermVocabulary

  /// The terms of each language: phrases first, and of these what most speaks for.
  func terms() -> Trilingual<[GlossaryTerm]> {
    var made = Trilingual(kk: [], ru: [], en: named(.en))
    let isPlural = made.en.first.flatMap { Self.isPlural($0.term) }
    made.ru = named(.ru, isPlural: isPlural)
    made.kk = named(
      .kk, isPlural: isPlural, isAction: KazakhHeads.isAction(ru: made.ru.first?.term, en: made.en.first?.term))
    let lengths = made.map { NestedTerms.length(of: $0.first?.term) }
    for language in Language.allCases {
      let others = Language.allCases.filter { $0 != language }.compactMap { lengths[$0] }
      made[language] = NestedTerms.resolved(made[language], lengths: others)
    }
    if var kk = made.kk.first, var ru = made.ru.first {
      LoanHeads(forms: forms).resolve(kk: &kk, ru: &ru)
      made.kk[0] = kk
      made.ru[0] = ru
    }
    let terms = LatinWords.agreed(made.map { Self.united($0.map(\.term)) })
    // Where a language has the acronym alone, the acronyms are what the languages have in common.
    let given = terms.values.filter { !$0.isEmpty }
    guard given.contains(where: { $0.allSatisfy { $0.form == .acronym } }),
      given.allSatisfy({ $0.contains { $0.form == .acronym } })
    else { return terms }
    return terms.map { $0.filter { $0.form == .acronym } + $0.filter { $0.form != .acronym } }
  }

  /// Whether an English term is in the plural; nil for one that does not tell.
  private static func isPlural(_ term: GlossaryTerm) -> Bool? {
    guard term.form != .acronym, let last = TermText.words(of: term.text).last, last.last != UInt8(ascii: "a") else {
      return nil
    }
    return EnglishTerms.singular(last) != last
  }

  /// The names of a language as terms, best first, each with whether it was found by counting alone.
  ///
  /// - Parameters:
  ///   - isPlural: the number of the English term, for words whose forms leave open which they are of.
  ///   - isAction: whether the terms of the other languages are nouns of action.
  private func named(
    _ language: Language, isPlural: Bool? = nil, isAction: Bool? = nil
  ) -> [NestedTerms.Term] {
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
      let printed = printed(name, language)
      guard let head = head(name, language, printed, isPlural, isAction) else { return nil }
      let form: GlossaryTerm.Form = name.isAcronym ? .acronym : hasAcronym ? .fullForm : .term
      let term = GlossaryTerm(head, form: form, printed: printed)
      return (NestedTerms.Term(term: term, isCounted: !firstHand.contains(name)), weights[name] ?? 0)
    }
    return terms.sorted { a, b in
      let (left, right) = (a.term.term, b.term.term)
      if (left.form == .acronym) != (right.form == .acronym) { return right.form == .acronym }
      if a.weight != b.weight { return a.weight > b.weight }
      if left.count != right.count { return left.count > right.count }
      return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }.map(\.term)
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
      if capitals(term.text) < capitals(united[twin].text) { united[twin].text = term.text }
      united[twin].printed = sorted(counts)
    }
    return united
  }

  private static func sorted(_ counts: [String: Int]) -> [GlossaryTerm.Printed] {
    counts.map { GlossaryTerm.Printed($0.key, count: $0.value) }.sorted {
      $0.count == $1.count ? $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) : $0.count > $1.count
    }
  }

  private func printed(_ name: ConceptGroup.Name, _ language: Language) -> [GlossaryTerm.Printed] {
    var counts = found[language].printed[name] ?? [:]
    for group in groups {
      counts.merge(group.listed[language][name] ?? [:], uniquingKeysWith: +)
      counts.merge(group.named[language][name] ?? [:]) { text, _ in text }
    }
    return Self.sorted(counts)
  }

  /// The dictionary form: that of keyword lists, else the one that is made of all that is printed.
  private func head(
    _ name: ConceptGroup.Name, _ language: Language, _ printed: [GlossaryTerm.Printed], _ isPlural: Bool?,
    _ isAction: Bool?
  ) -> String? {
    var lists: [String: Int] = [:]
    for group in groups { lists.merge(group.listed[language][name] ?? [:], uniquingKeysWith: +) }
    guard
      let best = Self.best(lists.isEmpty ? printed.map { ($0.text, $0.count) } : lists.map { ($0.key, $0.value) }, name)
    else { return nil }
    if name.isAcronym { return best }
    if !lists.isEmpty { return Self.capitals(best) < 2 ? best : best.lowercased() }
    let heads = KazakhHeads(forms: forms, vocabulary: vocabulary)
    var nouns = language == .kk ? heads.nouns(printed) : printed
    if language == .kk, let isAction { nouns = heads.forms(nouns, ofAction: isAction) }
    // A quotation mark that opens before the term is none of it.
    let texts = nouns.map { (TermPrint.text(Array($0.text.utf8)[...]), $0.count) }
    var made = forms.form(ofPrinted: texts, language, isPlural: isPlural) ?? best
    if language == .kk {
      made = heads.head(made, printed: nouns)
      if isPlural == false { made = heads.singular(made, printed: nouns) }
    }
    return TermCase.restored(Self.capitals(made) < 2 ? made : made.lowercased(), nouns, found[language].contexts)
  }

  /// The form to begin with. What is printed in capitals throughout, or with one at its beginning, says less than what
  /// is not.
  private static func best(_ forms: [(text: String, count: Int)], _ name: ConceptGroup.Name) -> String? {
    forms.min { a, b in
      let (left, right) = (capitals(a.text), capitals(b.text))
      if !name.isAcronym, left != right { return left < right }
      return a.count == b.count ? a.text.utf8.lexicographicallyPrecedes(b.text.utf8) : a.count > b.count
    }?.text
  }

  /// 0 for a phrase that begins with a small letter, 1 with a capital, 2 for one in capitals throughout.
  private static func capitals(_ text: String) -> Int {
    var first = 0
    var lower = false
    var letters = 0
    for scalar in text.unicodeScalars where scalar.isLetter {
      if letters == 0 && scalar.isUppercaseLetter { first = 1 }
      letters += 1
      if !scalar.isUppercaseLetter { lower = true }
    }
    // A short word in capitals is an acronym.
    return lower || letters < 7 ? first : 2
  }
}
