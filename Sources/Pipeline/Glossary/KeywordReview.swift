internal import Lingua

/// Says what speaks for a row of keywords, and what is doubtful about it.
struct KeywordReview {
  let lists: Trilingual<KeywordList>
  let evidence: TermEvidence

  /// From this similarity on the words of two items translate each other.
  private static let alike = 0.45
  /// Below this, words that are known mean something else.
  private static let foreign = -0.05

  func review(_ row: inout KeywordRow) {
    let present = Language.allCases.filter { row.terms[$0] != nil }
    var reasons = doubts(row, present)
    if present.count > 1 {
      var known = Trilingual(repeating: TermEvidence.Term(words: []))
      for language in present { known[language] = evidence.term(row.terms[language] ?? "", language) }
      var alike = 0
      var pairs = 0
      for (k, a) in present.enumerated() {
        for b in present[(k + 1)...] {
          let similarity = evidence.similarity(known[a], known[b])
          pairs += 1
          if similarity >= Self.alike { alike += 1 }
          if similarity < Self.foreign { reasons.append("the words of \(a.tag) and \(b.tag) differ in meaning") }
        }
      }
      row.evidence = alike == pairs ? .words : alike > 0 ? .someWords : .position
    }
    row.flag = reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }

  /// What the lists themselves show: a language without a counterpart, and items that were taken as one.
  private func doubts(_ row: KeywordRow, _ present: [Language]) -> [String] {
    var reasons: [String] = []
    for language in Language.allCases where !lists[language].items.isEmpty {
      guard let range = row.ranges[language] else {
        reasons.append("\(language.tag) has no counterpart")
        continue
      }
      let parts = lists[language].items.filter { range.contains($0.range.lowerBound) }.count
      if parts > 1 { reasons.append("\(language.tag) parts it into \(parts)") }
    }
    return reasons
  }
}
