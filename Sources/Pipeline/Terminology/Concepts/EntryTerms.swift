internal import Lingua

/// Makes the terms of an entry out of what documents print.
struct EntryTerms {
  let groups: [ConceptGroup]
  let found: TermSearch.Found
  let forms: DictionaryForm

  /// The terms of a language, phrases first, the most frequent first.
  func terms(_ language: Language) -> [GlossaryTerm] {
    var names: [ConceptGroup.Name] = []
    for group in groups {
      for name in group.names[language] where !names.contains(name) { names.append(name) }
    }
    let hasAcronym = names.contains { $0.isAcronym }
    let terms = names.compactMap { name -> (term: GlossaryTerm, name: ConceptGroup.Name)? in
      let printed = printed(name, language)
      guard let head = head(name, language, printed) else { return nil }
      let form: GlossaryTerm.Form = name.isAcronym ? .acronym : hasAcronym ? .fullForm : .term
      return (GlossaryTerm(head, form: form, printed: printed), name)
    }
    return terms.sorted { a, b in
      if a.name.isAcronym != b.name.isAcronym { return b.name.isAcronym }
      if a.term.count != b.term.count { return a.term.count > b.term.count }
      return a.term.text.utf8.lexicographicallyPrecedes(b.term.text.utf8)
    }.map(\.term)
  }

  private func printed(_ name: ConceptGroup.Name, _ language: Language) -> [GlossaryTerm.Printed] {
    var counts = found.printed[language][name] ?? [:]
    for group in groups {
      counts.merge(group.listed[language][name] ?? [:], uniquingKeysWith: +)
      counts.merge(group.named[language][name] ?? [:]) { text, _ in text }
    }
    return counts.map { GlossaryTerm.Printed($0.key, count: $0.value) }.sorted {
      $0.count == $1.count ? $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) : $0.count > $1.count
    }
  }

  /// The dictionary form: that of keyword lists, else what the search for terms made, else one that is made of what is
  /// printed.
  private func head(
    _ name: ConceptGroup.Name, _ language: Language, _ printed: [GlossaryTerm.Printed]
  ) -> String? {
    var lists: [String: Int] = [:]
    var head: String?
    for group in groups {
      if head == nil { head = group.heads[language][name] }
      lists.merge(group.listed[language][name] ?? [:], uniquingKeysWith: +)
    }
    guard
      let best = Self.best(lists.isEmpty ? printed.map { ($0.text, $0.count) } : lists.map { ($0.key, $0.value) }, name)
    else { return nil }
    if name.isAcronym { return best }
    if lists.isEmpty, let head { return Self.capitals(head) < 2 ? head : head.lowercased() }
    let text = Self.capitals(best) < 2 ? best : best.lowercased()
    if !lists.isEmpty { return text }
    let counts = Dictionary(printed.map { ($0.text, $0.count) }, uniquingKeysWith: +)
    return forms.form(text, language, attested: { counts[$0] ?? 0 }) ?? text
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
