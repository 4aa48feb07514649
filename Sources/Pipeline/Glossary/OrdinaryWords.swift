/// The words that some texts print in small letters, or with a capital first one.
///
/// They are gathered when the first word is asked for: most texts have no word in capitals that is unknown.
struct OrdinaryWords {
  /// Shorter words are not kept: an acronym of so few letters is written like a word by chance.
  static let shortest = 4

  private let texts: [GlossaryText]
  private var words: Set<ArraySlice<Unicode.Scalar>>?

  init(_ texts: [GlossaryText] = []) { self.texts = texts }

  /// Whether a word, given by its folded letters, is one of them.
  mutating func contains(_ word: [Unicode.Scalar]) -> Bool {
    let known = words ?? gathered()
    words = known
    return known.contains(word[...])
  }

  private func gathered() -> Set<ArraySlice<Unicode.Scalar>> {
    var words: Set<ArraySlice<Unicode.Scalar>> = []
    for text in texts {
      for token in text.tokens where token.kind == .word && token.letters >= Self.shortest && token.uppers <= 1 {
        words.insert(text.folded(token))
      }
    }
    return words
  }
}
