internal import Lingua

/// Finds the sentences that say what a sentence says elsewhere.
struct Counterparts {
  let evidence: GlossEvidence
  let units: [CheckedDocument.Unit]

  /// Texts that share so many of their words repeat each other, and sentences of so many words if that much of one stands in the other.
  private static let leastShared = 0.7
  private static let leastContained = 0.8
  private static let longSentence = 10
  /// Sentences of which so many words have a counterpart translate each other.
  private static let leastAgreement = 0.6

  /// A text that says the same in the same language.
  static func repetition(of text: CheckedText, among texts: [CheckedText]) -> CheckedText? {
    let stems = Set(text.words.map(\.stem))
    return texts.first { other in
      let others = Set(other.words.map(\.stem))
      let shared = Double(stems.intersection(others).count)
      let fewest = min(stems.count, others.count)
      return other.range != text.range
        && (shared >= leastShared * Double(stems.union(others).count)
          || fewest >= longSentence && shared >= leastContained * Double(fewest))
    }
  }

  /// Whether a sentence of a language that has no counterpart in the text's language translates it.
  func hasMoved(_ text: CheckedText, to language: Language) -> Bool {
    let own = evidence.words(of: text.string(text.words.indices), text.language)
    return units.filter { $0.texts[text.language].isEmpty }.flatMap { $0.texts[language] }.contains { other in
      let words = evidence.words(of: other.string(other.words.indices), language)
      return evidence.agreement(own, words, (text.language, language)) >= Self.leastAgreement
    }
  }
}
