public import Lingua

/// Looks whether sentences are in the language that they are said to be in.
///
/// A wrong label spoils an alignment without a word: another language's stems and lexicon are used. Alignment goes on;
/// the answer is for a person.
public struct LanguageCheck: Sendable {
  private let identifier: LanguageIdentifier

  /// How much of a language is looked at, in bytes.
  private static let sample = 65_536
  /// With less text than this, in bytes, a guess is not worth a warning.
  private static let least = 40
  /// How sure a guess must be.
  private static let confidence = 0.9

  /// A check with an identifier that is already made.
  public init(identifier: LanguageIdentifier) { self.identifier = identifier }

  /// What is doubtful about the labels of `sentences`: first each wrong one, then each two that are one language.
  public func warnings(_ sentences: Trilingual<[String]>) -> [LanguageWarning] {
    let guesses = Trilingual(
      kk: guess(sentences.kk), ru: guess(sentences.ru), en: guess(sentences.en))
    var warnings: [LanguageWarning] = []
    for language in Language.allCases {
      guard let guess = guesses[language], guess.language != LanguageTag(language) else { continue }
      warnings.append(.wrong(given: language, detected: guess.language, confidence: guess.confidence))
    }
    for (a, b) in [(Language.kk, Language.ru), (.kk, .en), (.ru, .en)] {
      guard let first = guesses[a], let second = guesses[b], first.language == second.language else { continue }
      warnings.append(.same(a, b, detected: first.language))
    }
    return warnings
  }

  /// A guess that is sure enough to speak of.
  private func guess(_ sentences: [String]) -> LanguageGuess? {
    var text: [UInt8] = []
    text.reserveCapacity(min(Self.sample, sentences.reduce(0) { min(Self.sample, $0 + $1.utf8.count + 1) }))
    // A long text is looked at from its beginning to its end, in pieces of whole sentences.
    let step = max(1, sentences.count / 512)
    var k = 0
    while k < sentences.count, text.count < Self.sample {
      text += sentences[k].utf8.prefix(Self.sample - text.count)
      text.append(0x0A)
      k += step
    }
    guard text.count >= Self.least else { return nil }
    let guess = text.withUnsafeBufferPointer { identifier.identify($0) }
    return guess.language == .und || guess.confidence < Self.confidence ? nil : guess
  }
}

/// A doubt about the languages that sentences are labelled with.
public enum LanguageWarning: Hashable, Sendable {
  /// The sentences labelled `given` read as another language, surely by `confidence`.
  case wrong(given: Language, detected: LanguageTag, confidence: Double)
  /// The sentences of two labels read as one language.
  case same(Language, Language, detected: LanguageTag)
}
