internal import Lingua

/// Names of places and people that a language prints in capitals only: what they begin with, the other languages tell.
enum ProperNames {
  /// The terms with a capital at the beginning of a first one that both others write so.
  static func agreed(_ terms: Trilingual<[GlossaryTerm]>) -> Trilingual<[GlossaryTerm]> {
    var result = terms
    for language in Language.allCases {
      let others = Language.allCases.filter { $0 != language }.compactMap { terms[$0].first }
      guard let first = terms[language].first, first.form != .acronym, !first.printed.isEmpty,
        first.printed.allSatisfy({ EntryHeads.capitals($0.text) == 2 }), EntryHeads.capitals(first.text) == 0,
        others.count == 2, others.allSatisfy({ $0.form != .acronym && EntryHeads.capitals($0.text) == 1 })
      else { continue }
      result[language][0].text = first.text.prefix(1).uppercased() + first.text.dropFirst()
    }
    return result
  }
}
