internal import Lingua

/// Dictionary forms of loans that Kazakh and Russian share: where the forms of one language leave open what the word is
/// without its ending, the other language has it.
///
/// Of a word in а and ом nobody who does not know it can tell whether it ends in a consonant or in о; beside Kazakh, which
/// prints it bare, it is plain. A Kazakh possessive beside a Russian nominative is a form of that.
struct LoanHeads {
  let forms: DictionaryForm

  /// Shorter words share their letters by chance.
  private static let shortest = 4
  /// What the forms of the singular add to a Russian noun that ends in a consonant.
  private static let singular: Set<String> = ["", "а", "у", "ом", "е"]
  /// What a possessive of the third person adds to a Kazakh noun.
  private static let possessive = ["", "сы", "сі", "ы", "і"]
  /// What those of the plural add.
  private static let plural: Set<String> = ["ы", "и", "ов", "ам", "ами", "ах"]

  /// The first terms of both languages, of which those that were found by counting alone take the form of the loan.
  func resolve(kk: inout NestedTerms.Term, ru: inout NestedTerms.Term) {
    // Both write names alike: what one has with a small letter is none.
    kk.term.text = small(kk.term, beside: ru.term)
    ru.term.text = small(ru.term, beside: kk.term)
    if ru.isCounted, let loan = loan(kk.term), isRussian(ru.term, formOf: loan) { ru.term.text = loan }
    if kk.isCounted, let loan = loan(ru.term), isKazakh(kk.term, formOf: loan) { kk.term.text = loan }
  }

  private func small(_ term: GlossaryTerm, beside other: GlossaryTerm) -> String {
    guard term.form != .acronym, other.form != .acronym, let first = term.text.unicodeScalars.first,
      first.isUppercaseLetter, term.text.unicodeScalars.dropFirst().allSatisfy({ !$0.isUppercaseLetter }),
      !other.text.unicodeScalars.contains(where: \.isUppercaseLetter)
    else { return term.text }
    return term.text.lowercased()
  }

  /// The term where it is one word in letters of both languages, printed as it is.
  private func loan(_ term: GlossaryTerm) -> String? {
    let text = term.text
    guard term.form != .acronym, text.unicodeScalars.count >= Self.shortest,
      text.unicodeScalars.allSatisfy({ (0x430...0x44F).contains($0.value) }),
      term.printed.contains(where: { $0.text.lowercased() == text })
    else { return nil }
    return text
  }

  private func isRussian(_ term: GlossaryTerm, formOf loan: String) -> Bool {
    guard term.text != loan, let last = loan.unicodeScalars.last, !"аеиоуыэюяйь".unicodeScalars.contains(last) else {
      return false
    }
    var hasSingular = false
    for form in term.printed {
      let text = form.text.lowercased()
      guard text.hasPrefix(loan) else { return false }
      let ending = String(text.dropFirst(loan.count))
      if Self.singular.contains(ending) { hasSingular = true } else if !Self.plural.contains(ending) { return false }
    }
    return hasSingular
  }

  /// Whether all that is printed begins with the loan, and something is a form of its singular.
  private func isKazakh(_ term: GlossaryTerm, formOf loan: String) -> Bool {
    guard term.text != loan, term.text.lowercased().hasPrefix(loan),
      term.printed.allSatisfy({ $0.text.lowercased().hasPrefix(loan) })
    else { return false }
    return term.printed.contains { form in
      guard let nominative = forms.form(form.text.lowercased(), .kk) else { return false }
      return Self.possessive.contains { nominative == loan + $0 }
        || forms.withoutPossessive(ofKazakh: nominative) == loan
    }
  }
}
