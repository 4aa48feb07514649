internal import Lingua

/// A sentence, title or keyword as the checks read it: words with their stems, and where they stand in the source.
struct CheckedText {
  /// A word or number.
  struct Word {
    var token: Int
    var letters: [Unicode.Scalar]
    var stem: [UInt8]
    /// Whether it is printed like an acronym.
    var isAcronym: Bool
    /// Whether a phrase may go on from the word before to this one.
    var followsOn: Bool
    /// Whether a hyphen joins it to the word before.
    var isJoined = false
  }

  /// How offsets of the text lead to the source.
  enum Place {
    /// The text begins at an offset of a section's text, whose offsets lead to the document's text, and those to its source.
    case section(offset: Int, OffsetMap, source: OffsetMap)
    /// All of the text comes from a range, and more is not known.
    case whole(Range<Int>)
  }

  let language: Language
  let text: GlossaryText
  let words: [Word]
  /// All letters without what parts them.
  let letters: [Unicode.Scalar]
  /// The words that are printed like acronyms; none where all is in capitals.
  var acronyms: [Word] {
    let acronyms = words.filter(\.isAcronym)
    return 2 * acronyms.count > words.count ? [] : acronyms
  }
  private let place: Place

  init(_ text: String, _ language: Language, at place: Place, _ stems: inout WordStems) {
    let glossary = GlossaryText(text)
    var words: [Word] = []
    var letters: [Unicode.Scalar] = []
    var followsOn = false
    for (k, token) in glossary.tokens.enumerated() {
      switch token.kind {
      case .mark:
        // Hyphens and quotation marks stand inside phrases.
        if !"-\u{2010}\u{2011}«»\"“”„’".unicodeScalars.contains(token.mark) { followsOn = false }
      case .number:
        let digits = Array(glossary.string(token).unicodeScalars)
        words.append(
          Word(
            token: k, letters: digits, stem: Array(glossary.string(token).utf8), isAcronym: false, followsOn: followsOn)
        )
        letters += digits
        followsOn = true
      case .word:
        let folded = NameKeys.letters(of: token, in: glossary, language)
        words.append(
          Word(
            token: k, letters: folded, stem: WordStems.steady(stems.stem(folded, language), language),
            isAcronym: token.uppers >= 2 && token.uppers * 2 > token.letters, followsOn: followsOn))
        letters += folded
        followsOn = true
      }
    }
    for k in words.indices.dropFirst() {
      let between = words[k - 1].token + 1
      words[k].isJoined =
        words[k].token == between + 1 && "-\u{2010}\u{2011}".unicodeScalars.contains(glossary.tokens[between].mark)
        && !glossary.tokens[between].isSpaced && !glossary.tokens[words[k].token].isSpaced
    }
    self.language = language
    self.text = glossary
    self.words = words
    self.letters = letters
    self.place = place
  }

  /// What is printed from the first to the last of some words.
  func string(_ range: Range<Int>) -> String { text.string(bytes(range)) }

  /// Where some words stand in the source, in UTF-8 offsets.
  func range(_ range: Range<Int>) -> Range<Int> { place(of: bytes(range)) }

  /// Where all of it stands in the source, in UTF-8 offsets.
  var range: Range<Int> { place(of: 0..<text.bytes.count) }

  private func place(of bytes: Range<Int>) -> Range<Int> {
    switch place {
    case .section(let offset, let map, let source):
      source.inputRange(of: map.inputRange(of: bytes.lowerBound + offset..<bytes.upperBound + offset))
    case .whole(let whole): whole
    }
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last else { return 0..<0 }
    let tokens = text.tokens
    return tokens[words[range.lowerBound].token].range.lowerBound..<tokens[words[last].token].range.upperBound
  }
}
