internal import Lingua

/// What sort of noun a term is, as far as its Russian and English endings tell.
enum NounSort {
  case action, quality, other

  /// The sort of a pair of terms: one that looks like an action is enough; nil where neither tells.
  init?(ru: GlossaryTerm?, en: GlossaryTerm?, _ endings: TermEndings) {
    func last(_ term: GlossaryTerm?) -> [UInt8]? {
      term.flatMap { $0.form == .acronym ? nil : TermText.words(of: $0.text).last }
    }
    let (russian, english) = (last(ru), last(en))
    if russian == nil && english == nil { return nil }
    func ends(_ word: [UInt8]?, _ language: Language, _ role: TermEndings.Role) -> Bool {
      word.map { endings.fit($0, language, role) } ?? false
    }
    if ends(russian, .ru, .verbalNoun) || ends(english, .en, .verbalNoun) {
      self = .action
    } else {
      self = ends(russian, .ru, .quality) ? .quality : .other
    }
  }
}
