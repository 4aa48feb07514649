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
        guard let mixed = ([term.text] + term.printed.map(\.text)).first(where: isMixed) else { continue }
        flags.append(GlossaryFlag(.homoglyph, "\(language.tag): \(mixed)"))
      }
    }
    return flags
  }

  /// Whether a word has letters of two scripts that look alike.
  private static func isMixed(_ text: String) -> Bool {
    GlossaryText(text).tokens.contains { token in
      guard token.kind == .word, token.hasCyrillic, token.hasLatin, !token.hasDigit else { return false }
      // A word of two scripts by right has letters that look like none of the other.
      return text.utf8.count < 400
        && String(decoding: Array(text.utf8)[token.range], as: UTF8.self).unicodeScalars.allSatisfy { scalar in
          GlossaryLetters.isCyrillicLetter(scalar) || GlossaryLetters.cyrillicLookalike(scalar) != nil
        }
    }
  }
}
