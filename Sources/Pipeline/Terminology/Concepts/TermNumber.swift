internal import Lingua

/// The number that the terms of an entry should have: texts print cells and клеток beside жасуша, a glossary one of both.
enum TermNumber {
  /// For each language the number that its first term lacks and the others have; nil where it is to stay as it is.
  ///
  /// Two languages that agree decide. English alone decides about one word, of which Russian forms tell little: клетки is
  /// cells and of a cell.
  static func agreed(_ terms: Trilingual<NestedTerms.Term?>) -> Trilingual<Bool?> {
    var result = Trilingual<Bool?>(repeating: nil)
    for language in Language.allCases {
      guard let term = terms[language], let own = term.isPlural else { continue }
      let others = Language.allCases.filter { $0 != language }.map { terms[$0]?.isPlural }
      let isOneWord = NestedTerms.length(of: term.term) == 1
      let number = others[0] == others[1] ? others[0] : language == .ru && isOneWord ? terms.en?.isPlural : nil
      if let number, number != own { result[language] = number }
    }
    return result
  }
}
