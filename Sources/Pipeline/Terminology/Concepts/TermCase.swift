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
    let given = words
    for k in words.indices {
      guard let first = words[k].unicodeScalars.first, first.isUppercaseLetter || isAllCapitals(term) else { continue }
      // What never stands inside a sentence proves nothing by its capital.
      let isSmall =
        small[k] > 0 && Self.rare * small[k] >= capitals[k] || capitals[k] == 0
        || k == 0 && small[k] == 0 && capitals[k] <= contexts.count && contexts.allSatisfy(isInitial)
      let isAcronym = words[k].unicodeScalars.count { $0.isUppercaseLetter } > 1 && !isAllCapitals(term)
      if isAcronym { continue }
      let lower = words[k].lowercased()
      words[k] = isSmall ? lower : lower.prefix(1).uppercased() + lower.dropFirst()
    }
    // "Random Forest" is a name as a whole.
    if words.count > 1, capitals[0] > small[0], words[1...].contains(where: isCapitalized) { words[0] = given[0] }
    return words.joined(separator: " ")
  }

  /// A name that is printed with a small letter more rarely than this is still a name.
  private static let rare = 10

  private static func isCapitalized(_ word: String) -> Bool {
    let letters = Array(word.unicodeScalars.filter(\.isLetter))
    return letters.count > 2 && letters[0].isUppercaseLetter && !letters[1].isUppercaseLetter
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
