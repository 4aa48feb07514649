internal import Lingua

/// Says how much two terms of different languages look like translations of each other.
struct TermEvidence: Sendable {
  private let acronyms: AcronymLexicon
  private let concepts: ConceptLexicon
  private let romanization: Romanization

  init(concepts: ConceptLexicon, acronyms: AcronymLexicon, romanization: Romanization) {
    self.concepts = concepts
    self.acronyms = acronyms
    self.romanization = romanization
  }

  /// A term taken apart once, to be compared many times.
  struct Term {
    struct Word {
      var text: String
      var isNumber: Bool
      /// The concepts of an acronym.
      var acronyms: [Int]?
      /// The rows of the concept lexicon, by number.
      var concepts: [Int: Double]
      /// The letters that loans of the three languages share.
      var skeleton: [UInt8]
    }
    var words: [Word]
  }

  /// The longest part of a term that is compared.
  private static let longest = 24
  /// What a word of one term costs that is known and has nothing to stand for in the other.
  private static let unmatched = 0.1

  func term(_ text: String, _ language: Language) -> Term {
    let glossary = GlossaryText(text)
    var words: [Term.Word] = []
    for token in glossary.tokens where token.kind != .mark && words.count < Self.longest {
      let form = glossary.string(token)
      let isAcronym = token.uppers >= 2 && token.uppers == token.letters
      // Short words are grammar.
      if token.kind == .word && !isAcronym && token.letters <= 2 { continue }
      var rows: [Int: Double] = [:]
      if token.kind == .word {
        for match in concepts.matches(form, language) { rows[match.concept] = match.weight }
        // What the lexicon lacks and a capital letter marks may be a name that ICU has.
        if rows.isEmpty, !isAcronym, token.uppers > 0 {
          for match in ConceptLexicon.icuNames.matches(form, language) { rows[-1 - match.concept] = match.weight }
        }
        if rows.isEmpty && token.letters <= 3 && !isAcronym { continue }
      }
      words.append(
        Term.Word(
          text: form, isNumber: token.kind == .number,
          acronyms: isAcronym ? acronyms.concepts(of: form, language) : nil, concepts: rows,
          skeleton: token.kind == .word ? Array(romanization.skeleton(form).utf8) : []))
    }
    return Term(words: words)
  }

  /// From below 0 (words that are known and mean something else) to 1; 0 when nothing is known.
  func similarity(_ a: Term, _ b: Term) -> Double {
    guard !a.words.isEmpty, !b.words.isEmpty else { return 0 }
    var pairs: [(weight: Double, a: Int, b: Int)] = []
    for (i, left) in a.words.enumerated() {
      for (j, right) in b.words.enumerated() {
        let weight = Self.weight(left, right)
        if weight > 0.1 { pairs.append((weight, i, j)) }
      }
    }
    pairs.sort { ($1.weight, $0.a, $0.b) < ($0.weight, $1.a, $1.b) }
    var leftTaken = Array(repeating: false, count: a.words.count)
    var rightTaken = Array(repeating: false, count: b.words.count)
    var sum = 0.0
    for pair in pairs where !leftTaken[pair.a] && !rightTaken[pair.b] {
      leftTaken[pair.a] = true
      rightTaken[pair.b] = true
      sum += pair.weight
    }
    var missing = 0.0
    for (k, word) in a.words.enumerated() where !leftTaken[k] && word.isKnown { missing += 1 }
    for (k, word) in b.words.enumerated() where !rightTaken[k] && word.isKnown { missing += 1 }
    let count = Double(a.words.count + b.words.count)
    return (2 * sum - Self.unmatched * missing) / count
  }

  private static func weight(_ a: Term.Word, _ b: Term.Word) -> Double {
    if a.text == b.text { return 1 }
    if a.isNumber || b.isNumber { return 0 }
    if let left = a.acronyms, let right = b.acronyms {
      return left.contains { right.contains($0) } ? 1 : left.isEmpty || right.isEmpty ? 0.4 : 0
    }
    var best = 0.0
    for (row, weight) in a.concepts {
      // A word of a longer phrase stands for it with half its weight, and so does its counterpart: not a doubt.
      if let other = b.concepts[row] { best = max(best, (weight * other).squareRoot()) }
    }
    return max(best, cognate(a.skeleton, b.skeleton))
  }

  /// How much of two skeletons agrees from the beginning on; short agreement is chance.
  static func cognate(_ a: [UInt8], _ b: [UInt8]) -> Double {
    var common = 0
    while common < a.count, common < b.count, a[common] == b[common] { common += 1 }
    let shorter = min(a.count, b.count)
    guard common >= 3, shorter > 0 else { return 0 }
    let share = Double(common) / Double(shorter)
    if common >= 4 { return share >= 0.8 ? 0.95 : share >= 0.6 ? 0.75 : share >= 0.45 ? 0.4 : 0 }
    return share == 1 ? 0.7 : share >= 0.7 ? 0.4 : 0
  }
}

extension TermEvidence.Term.Word {
  /// Whether the lexicon has the word, so that its counterpart should be found.
  var isKnown: Bool { !concepts.isEmpty || acronyms?.isEmpty == false }
}
