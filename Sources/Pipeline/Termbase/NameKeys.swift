internal import Lingua

/// What names of concepts are compared by.
struct NameKeys: ~Copyable {
  private var stems: WordStems

  init(_ kazakh: KazakhStemmer) { stems = WordStems(kazakh) }

  /// The stems of a term's words and its numbers, parted by blanks; empty where it has neither.
  mutating func key(_ text: String, _ language: Language) -> [UInt8] {
    join(
      Self.words(text, language).map {
        $0.isNumber ? Self.bytes($0.letters) : WordStems.steady(stems.stem($0.letters, language), language)
      })
  }

  /// The letters of a term: what differs by case, marks and look-alike letters alone is the same.
  static func letters(_ text: String, _ language: Language) -> [UInt8] {
    Array(words(text, language).map { bytes($0.letters) }.joined(separator: [0x20]))
  }

  private func join(_ words: [[UInt8]]) -> [UInt8] { Array(words.joined(separator: [0x20])) }

  /// The words of a term with their letters in the language's script where they look like it.
  static func words(_ text: String, _ language: Language) -> [(letters: [Unicode.Scalar], isNumber: Bool)] {
    let text = GlossaryText(text)
    return text.tokens.compactMap { token in
      switch token.kind {
      case .mark: return nil
      case .number: return (Array(text.string(token).unicodeScalars), true)
      case .word: return (letters(of: token, in: text, language), false)
      }
    }
  }

  /// The folded letters of a word; one that is typed in another script's letters throughout is read as what it looks like.
  static func letters(of token: GlossaryText.Token, in text: GlossaryText, _ language: Language) -> [Unicode.Scalar] {
    switch language {
    case .kk, .ru:
      guard token.hasLatin else { return Array(text.folded(token)) }
      // Capitals look alike that small letters do not.
      let word = text.string(token)
      let plain = token.hasCyrillic ? GlossaryLetters.unmixed(word, language) : GlossaryLetters.asCyrillic(word)
      return plain.map(GlossaryLetters.folded) ?? Array(text.folded(token))
    case .en:
      guard token.hasCyrillic else { return Array(text.folded(token)) }
      let word = GlossaryLetters.asLatin(text.string(token))
      return word.unicodeScalars.contains(where: GlossaryLetters.isCyrillicLetter)
        ? Array(text.folded(token)) : GlossaryLetters.folded(word)
    }
  }

  private static func bytes(_ letters: [Unicode.Scalar]) -> [UInt8] {
    letters.reduce(into: []) { $1.append(to: &$0) }
  }
}
