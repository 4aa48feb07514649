internal import Lingua

extension GlossaryEntry {
  /// Whether it is of a user's own list and nothing else.
  var isGiven: Bool { kinds == [.given] }

  /// The entry with its terms as `spelledAsTerm`, without empty terms, and each term once.
  var tidied: GlossaryEntry {
    var entry = self
    for language in Language.allCases {
      var seen: Set<[UInt8]> = []
      entry.terms[language] = terms[language].compactMap { term in
        var term = term
        term.text = term.text.spelledAsTerm
        return !term.text.isEmpty && seen.insert(Array(term.text.utf8)).inserted ? term : nil
      }
    }
    return entry
  }

  /// Whether it has a term that `tidied` spells otherwise.
  var isUntidy: Bool {
    Language.allCases.contains { terms[$0].contains { !$0.text.utf8.elementsEqual($0.text.spelledAsTerm.utf8) } }
  }

  /// A flag for each term with letters of another script that look right, in the words of the glossary's own.
  var homoglyphFlags: [GlossaryFlag] {
    Language.allCases.flatMap { language in
      terms[language].compactMap { term in
        EntryFlags.strangers(term.text, language).map {
          GlossaryFlag(.homoglyph, "\(language.tag): \(term.text) with \($0)")
        }
      }
    }
  }

  /// An id of its own made of its terms, as others' lists number theirs as they like.
  var newIdentifier: String {
    let names = Language.allCases.map { language in
      terms[language].map { "\($0.text)\u{1F}" }.joined()
    }
    return "t-" + XXHash64.hash(Array(names.joined(separator: "\u{1E}").utf8)).sixteenDigits
  }
}

extension GlossaryTerm {
  /// Whether another term is the same but for case and letters that look alike.
  func names(_ other: GlossaryTerm, _ language: Language) -> Bool {
    if text == other.text { return true }
    let letters = NameKeys.letters(text, language)
    return !letters.isEmpty && letters == NameKeys.letters(other.text, language)
  }

  /// Why a term that is the same differs in its letters.
  func difference(from other: GlossaryTerm, _ language: Language) -> GlossaryFlag {
    let isCase = text.lowercased() == other.text.lowercased()
    return GlossaryFlag(
      isCase || isUnmixed(language) == other.isUnmixed(language) ? .letterCase : .homoglyph, other.text)
  }

  /// Whether its letters are of the scripts that they look to be of.
  func isUnmixed(_ language: Language) -> Bool {
    let text = GlossaryText(text)
    return text.tokens.allSatisfy { token in
      guard token.kind == .word else { return true }
      if token.hasLatin && token.hasCyrillic { return false }
      return language == .en || !token.hasLatin || GlossaryLetters.asCyrillic(text.string(token)) == nil
    }
  }

  /// The term with the printed forms of the same term in a list, where there is one.
  func withForms(of terms: [GlossaryTerm]) -> GlossaryTerm {
    var term = self
    if let known = terms.first(where: { $0.text == text }) { term.printed = known.printed }
    return term
  }
}
