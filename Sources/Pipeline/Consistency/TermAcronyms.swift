internal import Lingua

/// Tells where an acronym stands for a name.
struct TermAcronyms {
  let approved: ApprovedTerms
  /// The acronyms that the document itself has for entries, as their letters.
  private var known: [Int: Trilingual<[[Unicode.Scalar]]>] = [:]

  init(approved: ApprovedTerms, entries: [AcronymEntry], _ stems: inout WordStems) {
    self.approved = approved
    for entry in entries {
      for language in Language.allCases {
        guard let expansion = entry.expansions[language] else { continue }
        let text = CheckedText(expansion, language, at: .whole(0..<0), &stems)
        // An expansion may have a word more than the term.
        for hit in approved.hits(in: text) where hit.words.count + 1 >= text.words.count {
          for other in Language.allCases {
            known[approved.names[language][hit.name].entry, default: Trilingual(repeating: [])][other] +=
              entry.acronyms[other].map { GlossaryLetters.folded($0) }
          }
        }
      }
    }
  }

  /// Whether texts have an acronym that the document has for an entry.
  func has(_ entry: Int, _ language: Language, _ texts: [CheckedText]) -> Bool {
    guard let known = known[entry]?[language], !known.isEmpty else { return false }
    return texts.contains { text in
      text.words.contains { word in known.contains { !$0.isEmpty && word.letters.starts(with: $0) } }
    }
  }

  /// Whether texts have an acronym more than the text of a name, with the initials of an entry's name or of the English one: UI has
  /// an interface.
  func hasInitials(of entry: Int, _ texts: [CheckedText], beside source: CheckedText) -> Bool {
    let acronyms = texts.flatMap(\.acronyms)
    guard let language = texts.first?.language, acronyms.count > source.acronyms.count else { return false }
    let names = [language, .en].flatMap { language in
      approved.ofEntry[entry][language].map { approved.names[language][$0].content.compactMap(\.letters.first) }
    }
    return acronyms.contains { acronym in
      names.contains { initials in
        var rest = initials[...]
        for letter in acronym.letters where letter == rest.first { rest = rest.dropFirst() }
        return !initials.isEmpty && rest.isEmpty
      }
    }
  }
}
