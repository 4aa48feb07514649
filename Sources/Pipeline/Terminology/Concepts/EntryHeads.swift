internal import Lingua

/// Says how the names of a concept are printed, and which form of each heads its entry.
struct EntryHeads {
  let groups: [ConceptGroup]
  let found: Trilingual<TermSearch.Found>
  let forms: DictionaryForm
  let vocabulary: TermVocabulary

  /// The forms of a name in texts and lists, the most frequent first.
  func printed(_ name: ConceptGroup.Name, _ language: Language) -> [GlossaryTerm.Printed] {
    var counts = found[language].printed[name] ?? [:]
    for group in groups {
      counts.merge(group.listed[language][name] ?? [:], uniquingKeysWith: +)
      counts.merge(group.named[language][name] ?? [:]) { text, _ in text }
    }
    return Self.sorted(counts)
  }

  /// Forms with their counts, the most frequent first.
  static func sorted(_ counts: [String: Int]) -> [GlossaryTerm.Printed] {
    counts.map { GlossaryTerm.Printed($0.key, count: $0.value) }.sorted {
      $0.count == $1.count ? $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) : $0.count > $1.count
    }
  }

  /// The dictionary form: that of keyword lists, else the one that is made of all that is printed.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - language: its language.
  ///   - printed: its forms.
  ///   - sort: the sort of noun that the terms of the other languages are; nil where that is not known.
  ///   - isPlural: the number that the other languages have; nil where they do not agree.
  /// - Returns: the form, nil where nothing is printed; its number is nil where the form is not to be changed for it.
  func head(
    _ name: ConceptGroup.Name, _ language: Language, _ printed: [GlossaryTerm.Printed], sort: NounSort?, isPlural: Bool?
  ) -> DictionaryForm.Headword? {
    var lists: [String: Int] = [:]
    for group in groups { lists.merge(group.listed[language][name] ?? [:], uniquingKeysWith: +) }
    guard
      let best = Self.best(lists.isEmpty ? printed.map { ($0.text, $0.count) } : lists.map { ($0.key, $0.value) }, name)
    else { return nil }
    if name.isAcronym { return DictionaryForm.Headword(text: best) }
    if !lists.isEmpty {
      return DictionaryForm.Headword(text: Self.capitals(best) < 2 ? best : best.lowercased())
    }
    let heads = KazakhHeads(forms: forms, vocabulary: vocabulary)
    let nouns = language == .kk ? heads.decisive(printed, sort) : printed
    // A quotation mark that opens before the term is none of it.
    let texts = nouns.map { (TermPrint.text(Array($0.text.utf8)[...]), $0.count) }
    var made = forms.headword(ofPrinted: texts, language, isPlural: isPlural) ?? DictionaryForm.Headword(text: best)
    if language == .kk { made.text = heads.head(made.text, printed: nouns) }
    made.text = TermCase.restored(
      Self.capitals(made.text) < 2 ? made.text : made.text.lowercased(), nouns, found[language].contexts)
    return made
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
  static func capitals(_ text: String) -> Int {
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
