internal import Lingua

/// The words of a text as keys are made of them.
struct StemmedText: Sendable {
  struct Word: Sendable {
    /// Its stem.
    var stem: TermHash.Word
    /// Its letters where it may be an acronym.
    var acronym: TermHash.Word?
    /// Where it stands, in UTF-8 offsets of the text.
    var start: UInt32
    var end: UInt32
    /// Whether a mark before it ends a phrase: all but hyphens and quotation marks.
    var isApart: Bool
    /// Whether a hyphen joins it to the word before.
    var isJoined = false
  }

  private(set) var words: [Word] = []

  init(_ text: String, _ language: Language, _ stems: inout WordStems) {
    self.init(GlossaryText(text), language, &stems)
  }

  init(_ glossary: GlossaryText, _ language: Language, _ stems: inout WordStems) {
    var apart = true
    var joins = false
    for token in glossary.tokens {
      switch token.kind {
      case .mark:
        if !Self.isInner(token.mark) { apart = true }
        joins = !token.isSpaced && Self.isHyphen(token.mark) && !words.isEmpty
      case .word, .number:
        let letters =
          Self.isSymbol(token) ? NameKeys.letters(of: token, in: glossary, language)[...] : glossary.folded(token)
        words.append(
          Word(
            stem: TermHash.Word(
              token.kind == .word
                ? stems.termStem(letters, language) : letters.reduce(into: []) { $1.append(to: &$0) }),
            acronym: Self.acronym(token, letters, language), start: UInt32(truncatingIfNeeded: token.range.lowerBound),
            end: UInt32(truncatingIfNeeded: token.range.upperBound), isApart: apart,
            isJoined: joins && !token.isSpaced))
        apart = false
        joins = false
      }
    }
  }

  /// The most letters of a symbol.
  private static let longestSymbol = 3

  /// Whether a word is a symbol of few letters that does not begin with a capital but has one: pH, which is often typed in
  /// look-alike letters.
  private static func isSymbol(_ token: GlossaryText.Token) -> Bool {
    token.kind == .word && token.letters <= longestSymbol && token.uppers > 0 && token.leadingUppers == 0
      && !token.hasDigit
  }

  /// The longest ending that an acronym takes without a hyphen: ВУЗов, SMEs, АЭСтердің.
  private static let longestEnding = 6

  /// The capital letters of an acronym, ending left out; nil for another word.
  private static func acronym(
    _ token: GlossaryText.Token, _ letters: ArraySlice<Unicode.Scalar>, _ language: Language
  ) -> TermHash.Word? {
    guard token.kind == .word, token.uppers >= 2 else { return nil }
    let isInflected =
      token.leadingUppers >= 2 && token.leadingUppers == token.uppers && !token.hasDigit
      && token.letters - token.uppers <= longestEnding
    let word = String(scalars: isInflected ? letters.prefix(token.leadingUppers) : letters)
    if language == .en { return TermHash.Word(word.utf8) }
    // AO in Latin letters is АО in a Cyrillic language; capitals look alike that small letters do not.
    return TermHash.Word((GlossaryLetters.asCyrillic(word.uppercased())?.lowercased() ?? word).utf8)
  }

  /// Marks that do not end a phrase: hyphens, which also part an acronym from its ending, and quotation marks.
  private static func isInner(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "-", "\u{2010}", "\u{2011}", "\u{AD}", "\"", "«", "»", "“", "”", "„", "'", "’": true
    default: false
    }
  }

  private static func isHyphen(_ mark: Unicode.Scalar) -> Bool {
    mark == "-" || mark == "\u{2010}" || mark == "\u{2011}"
  }

  /// The key of all words; nil where there is none.
  var key: TermKey? { words.isEmpty ? nil : TermKey(value: Self.hash(words[...])) }

  /// The key of all words as an acronym; nil where one is none.
  var acronymKey: TermKey? {
    guard !words.isEmpty else { return nil }
    var hash = TermHash()
    for word in words { hash.add(word.acronym ?? word.stem) }
    // An acronym is another key than a word with the same letters: ИТ is not ит.
    return TermKey(value: ~hash.value)
  }

  static func hash(_ words: ArraySlice<Word>) -> UInt64 {
    var hash = TermHash()
    for word in words { hash.add(word.stem) }
    return hash.value
  }
}
