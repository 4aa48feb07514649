internal import Lingua

/// What sort of noun a term is, as far as its Russian and English endings tell.
enum NounSort {
  case action, quality, other

  /// The sort of a pair of terms: one that looks like an action is enough; nil where neither tells.
  init?(ru: GlossaryTerm?, en: GlossaryTerm?) {
    let words = [ru, en].map { term in
      term.flatMap { $0.form == .acronym ? nil : TermText.words(of: $0.text).last }
    }
    switch (words[0], words[1]) {
    case (nil, nil): return nil
    case (let ru, let en) where ru?.hasEnding(Self.actions.ru) == true || en?.hasEnding(Self.actions.en) == true:
      self = .action
    case (let ru?, _) where ru.hasEnding("ость"): self = .quality
    default: self = .other
    }
  }

  /// The ends of nouns of action.
  private static let actions: (ru: [StaticString], en: [StaticString]) = (
    ["ние", "тие", "ция", "ка"], ["ing", "tion", "sion", "ment", "sis", "ance", "ence"]
  )
}
