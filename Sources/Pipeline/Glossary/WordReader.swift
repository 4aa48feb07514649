internal import Lingua

/// Reads the words around a place of a text, as far as a phrase can go.
struct WordReader {
  let text: GlossaryText
  let language: Language
  let forms: AcronymForms

  /// A word in lower case.
  func folded(_ index: Int) -> String { text.foldedString(text.tokens[index]) }

  /// A word as the matcher takes it.
  func word(_ index: Int) -> AcronymMatcher.Word {
    AcronymMatcher.Word(
      letters: Array(text.folded(text.tokens[index])), isFunction: isFunction(index), isPart: isPart(index))
  }

  /// Whether an acronym may leave a word out.
  func isFunction(_ index: Int) -> Bool { forms.isFunctionWord(text.folded(text.tokens[index]), language) }

  /// Whether a hyphen joins a word to the one before it.
  func isPart(_ index: Int) -> Bool {
    index > 1 && isHyphen(index - 1) && text.tokens[index - 2].kind == .word
  }

  /// The indices of the words in a range of tokens.
  func words(in range: Range<Int>) -> [Int] { range.filter { text.tokens[$0].kind == .word } }

  /// Whether a word counts as one of an expansion: small words and the parts behind a hyphen do not.
  func counts(_ index: Int) -> Bool { !isFunction(index) && !isPart(index) }

  /// Whether a token is one of some marks.
  func isMark(_ index: Int, _ marks: String) -> Bool {
    let token = text.tokens[index]
    return token.kind == .mark && marks.unicodeScalars.contains(token.mark)
  }

  /// Whether a hyphen, or a dash without blanks, joins the words around it.
  func isHyphen(_ index: Int) -> Bool {
    guard index + 1 < text.tokens.count else { return false }
    return isMark(index, "-\u{2010}\u{2011}\u{2013}\u{2014}") && !text.tokens[index].isSpaced
      && !text.tokens[index + 1].isSpaced
  }

  /// Whether a dash with blanks around it stands there.
  func isDash(_ index: Int) -> Bool {
    guard index > 0, index + 1 < text.tokens.count else { return false }
    return isMark(index, "-\u{2013}\u{2014}") && text.tokens[index].isSpaced && text.tokens[index + 1].isSpaced
  }

  /// What stands inside a phrase without ending it.
  private func isTransparent(_ index: Int) -> Bool {
    isHyphen(index) || isMark(index, "\"'«»“”„’‘")
  }

  /// The bracket that closes the one at `open`, not too far away.
  func closing(_ open: Int) -> Int? {
    let closer: Unicode.Scalar = text.tokens[open].mark == "(" ? ")" : "]"
    var depth = 0
    for k in open..<min(open + 60, text.tokens.count) where text.tokens[k].kind == .mark {
      if text.tokens[k].mark == text.tokens[open].mark { depth += 1 }
      if text.tokens[k].mark == closer {
        depth -= 1
        if depth == 0 { return k }
      }
    }
    return nil
  }

  /// The bracket that the one at `close` closes.
  private func opening(_ close: Int) -> Int? {
    for k in stride(from: close - 1, through: max(0, close - 40), by: -1)
    where text.tokens[k].kind == .mark && text.tokens[k].mark == "(" { return k }
    return nil
  }

  /// The words before a place back to where their phrase begins, brackets right before it left out.
  func before(_ index: Int, limit: Int, letters: [String]) -> [Int] {
    let longest = letters.map { $0.unicodeScalars.count }.max() ?? 0
    let limit = limit > 0 ? limit : min(24, 2 * longest + 4)
    var k = index - 1
    while k >= 0, isMark(k, ")"), let open = opening(k) { k = open - 1 }
    var words: [Int] = []
    while k >= 0, words.count < limit {
      if text.tokens[k].kind == .word {
        words.append(k)
      } else if !isTransparent(k) {
        break
      }
      k -= 1
    }
    return words.reversed()
  }

  /// The words after a place up to where their phrase ends.
  func after(_ index: Int, limit: Int) -> [Int] {
    var words: [Int] = []
    var k = index + 1
    while k < text.tokens.count, words.count < limit {
      if text.tokens[k].kind == .word {
        words.append(k)
      } else if !isTransparent(k) {
        break
      }
      k += 1
    }
    return words
  }

  /// Where a phrase begins that numbers with hyphens open, as in chemical names.
  func withNumbers(before first: Int, in content: Range<Int>) -> Int {
    var start = first
    while start - 1 >= content.lowerBound,
      text.tokens[start - 1].kind == .number || isMark(start - 1, "-,\u{2010}\u{2011}\u{2013}'′")
    { start -= 1 }
    return start < first && text.tokens[start].kind == .number ? start : first
  }

  /// What is printed from the first to the last of some tokens, and where.
  func range(_ tokens: Range<Int>) -> Range<Int> {
    guard let last = tokens.last else { return 0..<0 }
    return text.tokens[tokens.lowerBound].range.lowerBound..<text.tokens[last].range.upperBound
  }
}
