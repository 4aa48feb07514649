internal import Lingua

/// Says why a reader should look at an entry.
struct EntryFlags {
  /// The flags of an entry for itself.
  static func flags(_ terms: Trilingual<[GlossaryTerm]>, _ groups: [ConceptGroup]) -> [GlossaryFlag] {
    var flags: [GlossaryFlag] = []
    var doubts: Set<String> = []
    for group in groups { doubts.formUnion(group.doubts.keys) }
    flags += doubts.sorted().map { GlossaryFlag(.doubt, $0) }
    let missing = Language.allCases.filter { terms[$0].isEmpty }
    if !missing.isEmpty { flags.append(GlossaryFlag(.missing, missing.map(\.tag).joined(separator: ", "))) }
    for language in Language.allCases {
      for isAcronym in [false, true] {
        let names = terms[language].filter { ($0.form == .acronym) == isAcronym }
        guard names.count > 1 else { continue }
        let list = names.map { "\($0.text) (\($0.count))" }.joined(separator: ", ")
        flags.append(GlossaryFlag(.variants, "\(language.tag): \(list)"))
      }
      for term in terms[language] {
        for text in [term.text] + term.printed.map(\.text) {
          guard let letters = strangers(text, language) else { continue }
          flags.append(GlossaryFlag(.homoglyph, "\(language.tag): \(text) with \(letters)"))
          break
        }
      }
    }
    return flags
  }

  /// The letters of the other script in words where they only look right, named: a reader cannot see them.
  static func strangers(_ text: String, _ language: Language) -> String? {
    guard text.utf8.count < 400 else { return nil }
    let glossary = GlossaryText(text)
    var found: [Unicode.Scalar] = []
    for token in glossary.tokens
    where token.kind == .word && token.hasCyrillic && token.hasLatin && !token.hasDigit {
      let word = glossary.string(token).unicodeScalars
      // A word of two scripts by right has letters that look like none of the other.
      guard
        word.allSatisfy({ GlossaryLetters.isCyrillicLetter($0) || GlossaryLetters.cyrillicLookalike($0) != nil })
      else { continue }
      for letter in word where letter.isLetter && GlossaryLetters.isCyrillicLetter(letter) == (language == .en) {
        if !found.contains(letter) { found.append(letter) }
      }
    }
    if found.isEmpty { return nil }
    return (language == .en ? "Cyrillic " : "Latin ") + found.map(String.init).joined(separator: ", ")
  }
}
