internal import Lingua

/// Finds sentences that a language lacks whose abstract the document has.
struct SentenceCheck {
  let document: CheckedDocument
  let evidence: GlossEvidence
  let identifier: LanguageIdentifier
  let places: LinePlaces

  /// Shorter ones are headings that got among the sentences.
  private static let fewestWords = 5
  /// An abstract that lacks a larger share of the sentences is no translation, which is said once.
  private static let mostMissing = 0.5
  private static let fewestMissing = 4
  /// How sure the language of a sentence must be.
  private static let leastConfidence = 0.99

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
    let counterparts = Counterparts(evidence: evidence, units: beads)
    for bead in beads where bead.score >= DepartureCheck.leastScore {
      let lacking = languages.filter { bead.texts[$0].isEmpty && !summaries.contains($0) }
      guard !lacking.isEmpty, let own = languages.first(where: { !bead.texts[$0].isEmpty }),
        let text = bead.texts[own].first, bead.texts[own].contains(where: { $0.words.count >= Self.fewestWords })
      else { continue }
      // A sentence that stands elsewhere was moved.
      let missing = lacking.filter { !counterparts.hasMoved(text, to: $0) }
      if !missing.isEmpty { findings.append(finding(text, missing, beads)) }
    }
    return findings + languages.flatMap(leftOver)
  }

  private func finding(
    _ text: CheckedText, _ missing: [Language], _ beads: [CheckedDocument.Unit]
  ) -> ConsistencyFinding {
    let words = text.string(text.words.indices)
    let told = beads.filter { bead in missing.contains { !bead.texts[$0].isEmpty } }.flatMap { $0.texts[text.language] }
    let message: ConsistencyFinding.Message =
      if let other = Counterparts.repetition(of: text, among: told) {
        .repeats(text: words, line: places.place(of: other.range.lowerBound).line, missing: missing)
      } else {
        .noCounterpart(text: words, missing: missing)
      }
    return ConsistencyFinding(
      .untranslatedSentence, message, document: document.analysis.name, language: text.language, range: text.range)
  }

  /// Sentences in another language than their abstract.
  private func leftOver(_ language: Language) -> [ConsistencyFinding] {
    var findings: [ConsistencyFinding] = []
    for unit in document.units where unit.kind == .sentences {
      for text in unit.texts[language] where text.words.count >= Self.fewestWords {
        let words = text.string(text.words.indices)
        let guess = identifier.identify(words, among: [.kk, .ru, .en])
        guard let other = Language(rawValue: guess.language.rawValue), other != language,
          guess.confidence >= Self.leastConfidence
        else { continue }
        findings.append(
          ConsistencyFinding(
            .untranslatedSentence, .leftIn(text: words, other), document: document.analysis.name, language: language,
            range: text.range))
      }
    }
    return findings
  }
}
