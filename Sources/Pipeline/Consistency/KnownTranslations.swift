internal import Lingua

/// Finds what the lexicon knows to translate a term, to name what stands in place of an approved one.
struct KnownTranslations: Sendable {
  private let concepts: ConceptLexicon

  /// Rows that are weaker than this share of a word's best row are of phrases that it is only part of.
  private static let leastShare = 0.75

  init(_ concepts: ConceptLexicon) { self.concepts = concepts }

  /// The words of a text that translate the words of a term, all of them and close together.
  ///
  /// - Parameters:
  ///   - content: the words of the term as they stand in its language.
  ///   - language: that language.
  ///   - isHead: whether a word of the text may translate a term of one word.
  /// - Returns: nil where a word has no translation there.
  func span(
    of content: [String], _ language: Language, in text: CheckedText, isHead: (Int) -> Bool = { _ in true }
  ) -> Range<Int>? {
    guard !content.isEmpty else { return nil }
    var places: [[Int]] = []
    for word in content {
      let rows = rows(word, language)
      guard !rows.isEmpty else { return nil }
      let found = text.words.indices.filter { k in
        (content.count > 1 || isHead(k)) && !self.rows(text.string(k..<k + 1), text.language).isDisjoint(with: rows)
      }
      guard !found.isEmpty else { return nil }
      places.append(found)
    }
    var best: Range<Int>?
    for start in places[0] {
      var low = start
      var high = start
      for list in places.dropFirst() {
        guard let nearest = list.min(by: { abs($0 - start) < abs($1 - start) }) else { return nil }
        low = min(low, nearest)
        high = max(high, nearest)
      }
      if high - low < content.count + 2, best.map({ high + 1 - low < $0.count }) ?? true { best = low..<high + 1 }
    }
    return best
  }

  /// The rows that a word stands for by itself.
  func rows(_ word: String, _ language: Language) -> Set<Int> {
    let matches = concepts.matches(word, language)
    guard let best = matches.first else { return [] }
    return Set(matches.prefix { $0.weight >= best.weight * Self.leastShare }.map(\.concept))
  }
}
