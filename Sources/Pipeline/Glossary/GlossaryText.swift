internal import Lingua

/// A text cut into words, numbers and marks, as the glossary stages read it.
struct GlossaryText {
  /// A word, a number or a mark.
  struct Token {
    enum Kind: UInt8 { case word, number, mark }
    var kind: Kind
    /// Where it stands, in UTF-8 offsets of the text.
    var range: Range<Int>
    /// The character of a mark.
    var mark: Unicode.Scalar = "\0"
    /// How many letters a word has, and how many of them are upper case.
    var letters = 0
    var uppers = 0
    /// How many upper-case letters begin the word.
    var leadingUppers = 0
    var hasDigit = false
    var hasCyrillic = false
    var hasLatin = false
    /// Whether it has letters of a third script.
    var hasOther = false
    /// Whether a blank stands before it.
    var isSpaced = false
    /// The letters of a word, folded for comparison: see `GlossaryLetters`.
    var folded: [Unicode.Scalar] = []
  }

  let bytes: [UInt8]
  let tokens: [Token]

  init(_ text: String) {
    var tokens: [Token] = []
    var current: Token?
    var spaced = true
    var offset = 0
    let bytes = Array(text.utf8)
    // The letters and digits of the current word.
    var word: [Unicode.Scalar] = []
    func close() {
      if var token = current {
        // Every stage compares words, so they are folded here, once.
        if token.kind == .word { token.folded = GlossaryLetters.folded(word[...]) }
        tokens.append(token)
      }
      current = nil
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      defer { offset += width }
      switch Self.kind(scalar) {
      case .letter:
        var token = current ?? Token(kind: .word, range: offset..<offset, isSpaced: spaced)
        if scalar.isUppercaseLetter {
          if token.letters == token.leadingUppers { token.leadingUppers += 1 }
          token.uppers += 1
        }
        token.letters += 1
        if GlossaryLetters.isCyrillicLetter(scalar) {
          token.hasCyrillic = true
        } else if scalar.value < 0x250 {
          token.hasLatin = true
        } else {
          token.hasOther = true
        }
        token.range = token.range.lowerBound..<offset + width
        current = token
        word.append(scalar)
        spaced = false
      case .digit:
        var token = current ?? Token(kind: .number, range: offset..<offset, isSpaced: spaced)
        token.hasDigit = true
        token.range = token.range.lowerBound..<offset + width
        current = token
        word.append(scalar)
        spaced = false
      case .inner where current != nil: break
      case .blank:
        close()
        spaced = true
      case .inner, .mark:
        close()
        tokens.append(Token(kind: .mark, range: offset..<offset + width, mark: scalar, isSpaced: spaced))
        spaced = false
      }
    }
    close()
    self.bytes = bytes
    self.tokens = tokens
  }

  private enum Class { case letter, digit, inner, blank, mark }

  private static func kind(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x400...0x481, 0x48A...0x52F: .letter
    case 0x30...0x39, 0x2080...0x2089: .digit
    case 0...0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: .blank
    // What stands inside a word without ending it: apostrophe, soft hyphen, zero-width joiners, the ampersand of R&D.
    case 0x27, 0x2019, 0xAD, 0x200B...0x200D, 0x26: .inner
    case 0..<0xAA: .mark
    default: scalar.isLetter ? .letter : scalar.isDecimalDigit ? .digit : scalar.isMark ? .inner : .mark
    }
  }

  /// The text of a range, as printed.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text of a token, as printed.
  func string(_ token: Token) -> String { string(token.range) }
}
