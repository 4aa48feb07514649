internal import Lingua

/// Finds sentences that a language lacks whose abstract the document has.
struct SentenceCheck {
  let document: CheckedDocument

  /// Shorter ones are headings that got among the sentences.
  private static let fewestWords = 5
  /// An abstract that lacks a larger share of the sentences is no translation, which is said once.
  private static let mostMissing = 0.5
  private static let fewestMissing = 4

  func findings() -> [ConsistencyFinding] {
    let analysis = document.analysis
    let languages = Language.allCases.filter { !analysis.sentences[$0].isEmpty && !document.broken.contains($0) }
    let beads = document.units.filter { $0.kind == .sentences }
    guard languages.count > 1 else { return [] }
    var findings: [ConsistencyFinding] = []
    var summaries: Set<Language> = []
    for language in languages {
      let others = beads.filter { bead in languages.contains { $0 != language && !bead.texts[$0].isEmpty } }
      let missing = others.filter { $0.texts[language].isEmpty }
      guard missing.count >= Self.fewestMissing, Double(missing.count) > Self.mostMissing * Double(others.count),
        let first = missing.first, let own = languages.first(where: { !first.texts[$0].isEmpty }),
        let text = first.texts[own].first
      else { continue }
      summaries.insert(language)
      findings.append(
        ConsistencyFinding(
          .untranslatedSentence,
          .manyWithoutCounterpart(count: missing.count, of: others.count, missing: language), document: analysis.name,
          language: own, range: text.range))
    }
    for bead in beads where bead.score >= DepartureCheck.leastScore {
      let missing = languages.filter { bead.texts[$0].isEmpty && !summaries.contains($0) }
      guard !missing.isEmpty, let own = languages.first(where: { !bead.texts[$0].isEmpty }),
        let text = bead.texts[own].first, bead.texts[own].contains(where: { $0.words.count >= Self.fewestWords })
      else { continue }
      findings.append(
        ConsistencyFinding(
          .untranslatedSentence, .noCounterpart(text: text.string(text.words.indices), missing: missing),
          document: analysis.name, language: own, range: text.range))
    }
    return findings
  }
}
