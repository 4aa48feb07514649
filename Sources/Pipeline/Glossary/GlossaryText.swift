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
    /// Where its folded letters lie among those of the text.
    fileprivate var fold: Range<Int> = 0..<0
  }

  let bytes: [UInt8]
  let tokens: [Token]
  /// The folded letters of all words and numbers, one after the other: tokens without arrays of their own are cheap.
  private let folds: [Unicode.Scalar]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 6)
    var folds: [Unicode.Scalar] = []
    folds.reserveCapacity(bytes.count / 2)
    var token = Token(kind: .word, range: 0..<0)
    var isOpen = false
    var isSpaced = true
    var offset = 0
    func close() {
      guard isOpen else { return }
      // Every stage compares words, so they are folded here, once.
      let start = token.fold.lowerBound
      GlossaryLetters.fold(&folds, from: start, isCyrillic: token.hasCyrillic)
      token.fold = start..<folds.count
      tokens.append(token)
      isOpen = false
    }
    func open(_ kind: Token.Kind) {
      guard !isOpen else { return }
      token = Token(kind: kind, range: offset..<offset, isSpaced: isSpaced, fold: folds.count..<folds.count)
      isOpen = true
    }
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      let traits = Self.traits(scalar)
      switch traits.kind {
      case .letter:
        open(.word)
        if traits.isUpper {
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
        folds.append(scalar)
        isSpaced = false
      case .digit:
        open(.number)
        token.hasDigit = true
        token.range = token.range.lowerBound..<offset + width
        folds.append(scalar)
        isSpaced = false
      case .inner where isOpen: break
      case .blank:
        close()
        isSpaced = true
      case .inner, .mark:
        close()
        tokens.append(Token(kind: .mark, range: offset..<offset + width, mark: scalar, isSpaced: isSpaced))
        isSpaced = false
      }
      offset += width
    }
    close()
    self.bytes = bytes
    self.tokens = tokens
    self.folds = folds
  }

  private enum Class: UInt8 { case letter, digit, inner, blank, mark }

  private struct Traits {
    var kind: Class
    var isUpper: Bool

    init(_ scalar: Unicode.Scalar) {
      kind = GlossaryText.kind(scalar)
      isUpper = scalar.isUppercaseLetter
    }
  }

  /// The traits of the characters below U+0530, which most text is made of.
  private static let table = (0..<0x530).map { Traits(Unicode.Scalar(UInt32($0)) ?? " ") }

  @inline(__always)
  private static func traits(_ scalar: Unicode.Scalar) -> Traits {
    scalar.value < 0x530 ? table[Int(scalar.value)] : Traits(scalar)
  }

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

  /// The letters and digits of a token, folded for comparison: see `GlossaryLetters`.
  func folded(_ token: Token) -> ArraySlice<Unicode.Scalar> { folds[token.fold] }

  /// The same as a string.
  func foldedString(_ token: Token) -> String { String(scalars: folds[token.fold]) }

  /// The text of a range, as printed.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text of a token, as printed.
  func string(_ token: Token) -> String { string(token.range) }
}
