public import Lingua

/// What a user asked of an alignment that cannot be.
public enum AlignmentError: Error, Hashable, Sendable {
  /// An anchor names a sentence that its language does not have.
  ///
  /// - `anchor`: the anchor's index in `AlignmentInput.anchors`.
  /// - `sentence`: the index that it names; `count` is how many sentences there are.
  case noSuchSentence(anchor: Int, language: Language, sentence: Int, count: Int)
  /// An anchor names one language only, so it joins nothing.
  case oneLanguage(anchor: Int)
  /// Two anchors, by their indices, that cannot both be kept: they cross each other.
  case crossing(Int, Int)
  /// Anchors, by their indices, that join more sentences of a language than a bead may have.
  case beadTooLarge(anchors: [Int], language: Language, sentences: Int)
  /// Anchors, by their indices, that join sentences of two paragraphs of a language where these are hard limits.
  case acrossParagraphs(anchors: [Int], language: Language)
}

extension AlignmentInput {
  /// Checks that all anchors can be kept together.
  ///
  /// - Throws: `AlignmentError` with the first anchor that cannot.
  func check() throws(AlignmentError) {
    for (k, anchor) in anchors.enumerated() {
      for language in Language.allCases {
        guard let sentence = anchor[language] else { continue }
        let count = sentences[language].count
        guard (0..<count).contains(sentence) else {
          throw .noSuchSentence(anchor: k, language: language, sentence: sentence, count: count)
        }
      }
      if anchor.values.count(where: { $0 != nil }) < 2 { throw .oneLanguage(anchor: k) }
    }
    // Ordered by one language, the indices of another must not fall: for each pair of languages one sort shows it.
    for (a, b) in [(Language.kk, Language.ru), (.kk, .en), (.ru, .en)] {
      let both = anchors.indices.compactMap { k -> (a: Int, b: Int, anchor: Int)? in
        guard let x = anchors[k][a], let y = anchors[k][b] else { return nil }
        return (x, y, k)
      }.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
      for (one, next) in zip(both, both.dropFirst()) where next.b < one.b {
        throw .crossing(min(one.anchor, next.anchor), max(one.anchor, next.anchor))
      }
    }
  }
}
