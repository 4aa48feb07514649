internal import Lingua

/// The capitals of a term that is no longer at the beginning of a sentence or in a title.
enum TermCase {
  /// The term with each word as its forms are mostly printed.
  ///
  /// - Parameters:
  ///   - term: the term in dictionary form.
  ///   - printed: the forms in the texts.
  ///   - contexts: some places of them.
  static func restored(
    _ term: String, _ printed: [GlossaryTerm.Printed], _ contexts: [GlossaryContext]
  ) -> String {
    var words = term.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var capitals = Array(repeating: 0, count: words.count)
    var small = capitals
    for form in printed where !isAllCapitals(form.text) {
      let parts = form.text.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == words.count else { continue }
      for (k, part) in parts.enumerated() {
        guard let first = part.unicodeScalars.first, first.isLetter else { continue }
        if first.isUppercaseLetter { capitals[k] += form.count } else { small[k] += form.count }
      }
    }
    for k in words.indices {
      guard let first = words[k].unicodeScalars.first, first.isUppercaseLetter || isAllCapitals(term) else { continue }
      // What never stands inside a sentence proves nothing by its capital.
      let isSmall =
        k == 0
        ? small[k] > 0 || capitals[k] == 0 || capitals[k] <= contexts.count && contexts.allSatisfy(isInitial)
        : small[k] >= capitals[k]
      let isAcronym = words[k].unicodeScalars.count { $0.isUppercaseLetter } > 1 && !isAllCapitals(term)
      if isAcronym { continue }
      let lower = words[k].lowercased()
      words[k] = isSmall ? lower : lower.prefix(1).uppercased() + lower.dropFirst()
    }
    return words.joined(separator: " ")
  }

  private static func isInitial(_ context: GlossaryContext) -> Bool {
    !context.left.unicodeScalars.contains { $0.isLetter || $0.isDecimalDigit }
  }

  /// Whether a phrase is in capitals throughout; a short one may be an acronym.
  private static func isAllCapitals(_ text: String) -> Bool {
    var letters = 0
    for scalar in text.unicodeScalars where scalar.isLetter {
      if !scalar.isUppercaseLetter { return false }
      letters += 1
    }
    return letters >= 7
  }
}
