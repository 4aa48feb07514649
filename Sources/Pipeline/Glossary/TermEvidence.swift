internal import Lingua

/// Says how much two terms of different languages look like translations of each other.
struct TermEvidence: Sendable {
  private let acronyms: AcronymLexicon

  init(lexicons: Lexicons) throws(LexiconError) {
    acronyms = try AcronymLexicon(lexicons: lexicons)
  }

  /// A term taken apart once, to be compared many times.
  struct Term {
    var language: Language
    var words: [Word]
    struct Word {
      var text: String
      var isNumber: Bool
      var isAcronym: Bool
    }
  }

  func term(_ text: String, _ language: Language) -> Term {
    let glossary = GlossaryText(text)
    var words: [Term.Word] = []
    for token in glossary.tokens where token.kind != .mark {
      let form = glossary.string(token)
      if token.kind == .word && token.letters < 2 { continue }
      if token.kind == .word && token.letters <= 3 && token.uppers == 0 { continue }
      words.append(
        Term.Word(
          text: form, isNumber: token.kind == .number, isAcronym: token.uppers >= 2 && token.uppers == token.letters))
    }
    return Term(language: language, words: words)
  }

  /// From -1 (words that are known to mean something else) to 1; 0 when nothing is known.
  func similarity(_ a: Term, _ b: Term) -> Double {
    guard !a.words.isEmpty, !b.words.isEmpty else { return 0 }
    var taken = Array(repeating: false, count: b.words.count)
    var sum = 0.0
    for left in a.words.prefix(24) {
      var best = 0.0
      var place: Int?
      for (k, right) in b.words.prefix(24).enumerated() where !taken[k] {
        let weight = weight(left, a.language, right, b.language)
        if weight > best { (best, place) = (weight, k) }
      }
      if let place {
        taken[place] = true
        sum += best
      }
    }
    return 2 * sum / Double(a.words.count + b.words.count)
  }

  private func weight(_ a: Term.Word, _ la: Language, _ b: Term.Word, _ lb: Language) -> Double {
    if a.text == b.text { return 1 }
    if a.isNumber || b.isNumber { return 0 }
    if a.isAcronym && b.isAcronym {
      let known = Set(acronyms.concepts(of: a.text, la))
      return acronyms.concepts(of: b.text, lb).contains { known.contains($0) } ? 1 : 0.5
    }
    return 0
  }
}
