public import Lingua

/// Pairs the keyword lists of the languages.
public struct KeywordPairing: Sendable {
  private let evidence: TermEvidence

  /// Pairing over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    self.init(
      concepts: try ConceptLexicon(lexicons: lexicons), acronyms: try AcronymLexicon(lexicons: lexicons),
      romanization: try Romanization(lexicons: lexicons))
  }

  /// Pairing that shares lexicons which are already read.
  public init(concepts: ConceptLexicon, acronyms: AcronymLexicon, romanization: Romanization) {
    evidence = TermEvidence(concepts: concepts, acronyms: acronyms, romanization: romanization)
  }

  /// The rows of the keyword lists; nil for a language without a list. The ranges of the rows are UTF-8 offsets in
  /// the lists.
  public func rows(_ lists: Trilingual<String?>) -> [KeywordRow] {
    let cut = lists.map { KeywordList($0 ?? "") }
    let review = KeywordReview(lists: cut, evidence: evidence)
    return KeywordAlignment(lists: cut, evidence: evidence).rows().map { row in
      var row = row
      review.review(&row)
      return row
    }
  }

  /// The rows of a document's keyword sections, the first of each language. The ranges of the rows are UTF-8 offsets
  /// in the document.
  public func rows(of sections: [Section]) -> [KeywordRow] {
    var found = Trilingual<Section?>(repeating: nil)
    for section in sections where section.kind == .keywords && found[section.language] == nil {
      found[section.language] = section
    }
    return rows(found.map { $0?.text }).map { row in
      var row = row
      for language in Language.allCases {
        guard let range = row.ranges[language], let section = found[language] else { continue }
        row.ranges[language] = section.map.inputRange(of: range)
      }
      return row
    }
  }
}
