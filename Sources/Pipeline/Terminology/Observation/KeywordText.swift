/// Keywords as terms.
enum KeywordText {
  /// The keyword without an acronym that ends it in parentheses: it is a name of its own for the same concept.
  static func term(_ keyword: String) -> String {
    let text = keyword.trimmingBlanks
    guard text.utf8.last == UInt8(ascii: ")"), let open = text.utf8.lastIndex(of: UInt8(ascii: "("))
    else { return text }
    let inner = GlossaryText(String(text[text.index(after: open)...].dropLast()))
    let words = inner.tokens.filter { $0.kind == .word }
    guard let word = words.first, words.count <= 2, word.uppers >= 2, 2 * word.uppers >= word.letters
    else { return text }
    let rest = String(text[..<open]).trimmingBlanks
    return rest.isEmpty ? text : rest
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    var rest = unicodeScalars[...]
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
