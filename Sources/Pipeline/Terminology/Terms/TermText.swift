internal import Lingua

/// A sentence or title cut into words, as terms are looked for in it: hyphenated words are one.
struct TermText {
  /// A word and what parts it from the one before it.
  struct Word {
    /// In UTF-8 offsets of the text.
    var range: Range<Int>
    /// Folded, in UTF-8.
    var letters: [UInt8]
    /// Whether a mark or a number stands before it: a quotation that begins there is one, the end of one is not
    /// («green» economy).
    var isParted: Bool
    /// Whether it is an acronym, a formula or another word that no rule of inflection applies to.
    var isSymbol: Bool
    /// Whether it has a capital letter.
    var isCapital: Bool
  }

  private(set) var words: [Word] = []

  init(_ text: String) { self.init(GlossaryText(text)) }

  init(_ glossary: GlossaryText) {
    // In a text all in capitals they mark nothing.
    let plain = glossary.tokens.filter { $0.kind == .word && $0.letters > 1 }
    let isShouted = plain.count { $0.uppers == $0.letters } * 2 > plain.count
    var k = 0
    var isParted = true
    while k < glossary.tokens.count {
      let token = glossary.tokens[k]
      guard Self.isWord(token) else {
        isParted = isParted || token.kind == .number || !Self.isQuote(token) || token.isSpaced
        k += 1
        continue
      }
      var letters = Self.letters(token, glossary)
      var end = token.range.upperBound
      var isSymbol = token.hasDigit || token.uppers >= 2 && !isShouted
      while k + 2 < glossary.tokens.count, Self.isHyphen(glossary.tokens[k + 1]), !glossary.tokens[k + 2].isSpaced,
        Self.isWord(glossary.tokens[k + 2]) || glossary.tokens[k + 2].kind == .number
      {
        let next = glossary.tokens[k + 2]
        letters.append(0x2D)
        letters.append(contentsOf: Self.letters(next, glossary))
        isSymbol = isSymbol || next.hasDigit || next.uppers >= 2 && !isShouted
        end = next.range.upperBound
        k += 2
      }
      words.append(
        Word(
          range: token.range.lowerBound..<end, letters: letters, isParted: isParted, isSymbol: isSymbol,
          isCapital: token.uppers > 0))
      isParted = false
      k += 1
    }
  }

  /// The words of a text, folded.
  static func words(of text: String) -> [[UInt8]] { TermText(text).words.map(\.letters) }

  /// A word in small letters and one script, in UTF-8.
  static func folded(_ word: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for letter in GlossaryLetters.folded(word) { letter.append(to: &bytes) }
    return bytes
  }

  private static func isWord(_ token: GlossaryText.Token) -> Bool {
    token.kind == .word || token.kind == .number && token.letters > 0
  }

  private static func letters(_ token: GlossaryText.Token, _ text: GlossaryText) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(token.range.count)
    for letter in text.folded(token) {
      letter.append(to: &bytes)
    }
    return bytes
  }

  private static func isHyphen(_ token: GlossaryText.Token) -> Bool {
    token.kind == .mark && !token.isSpaced && "-\u{2010}\u{2011}".unicodeScalars.contains(token.mark)
  }

  private static func isQuote(_ token: GlossaryText.Token) -> Bool {
    token.kind == .mark && "\"'«»“”„’‘".unicodeScalars.contains(token.mark)
  }
}
