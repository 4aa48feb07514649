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

/// Tells Kazakh, Russian and English from each other and from their neighbours by letter sequences and frequent words.
///
/// Kazakh is known in Cyrillic, also without the letters that scans lose, in the Latin alphabets in use and in Arabic script.
/// Case, normalisation form and look-alikes are folded first: a Latin "a" inside a Cyrillic word counts as Cyrillic. The
/// model is read where it lies; making an identifier costs microseconds, identifying no allocation per word.
public struct LanguageIdentifier: Sendable {
  let model: LanguageModel?

  /// An identifier with the model that is built in.
  public init() { model = Self.embeddedModel }

  /// An identifier over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when the model is missing or damaged.
  public init(lexicons: Lexicons) throws(LexiconError) {
    model = try LanguageModel(lexicons.mappedBytes(of: LanguageModel.fileName))
  }

  // The embedded model is tested to be whole; were it not, every answer would be `und`.
  private static let embeddedModel = try? LanguageModel(Lexicons.embedded.mappedBytes(of: LanguageModel.fileName))

  /// Identifies the language of `text`.
  ///
  /// A text over 4 kB is read in samples that are spread over it.
  ///
  /// - Parameters:
  ///   - text: in any letter case and normalisation form.
  ///   - languages: where given, the answer is one of these or `und` when the text has no letter.
  /// - Returns: the language: kk, ru, en or the tag of a neighbour, `und` where none is near.
  public func identify(_ text: some StringProtocol, among languages: Set<Language>? = nil) -> LanguageGuess {
    if let guess = text.utf8.withContiguousStorageIfAvailable({ identify($0, among: languages) }) { return guess }
    var copy = String(text)
    return copy.withUTF8 { identify($0, among: languages) }
  }

  /// Identifies the language of UTF-8 bytes; malformed ones are no letters.
  ///
  /// - Parameters:
  ///   - bytes: in any letter case and normalisation form.
  ///   - languages: where given, the answer is one of these or `und` when the text has no letter.
  /// - Returns: as for a string.
  public func identify(_ bytes: UnsafeBufferPointer<UInt8>, among languages: Set<Language>? = nil) -> LanguageGuess {
    guard let model, let evidence = model.withFile({ LanguageEvidence(bytes, model: model, file: $0) }) else {
      return LanguageGuess(language: .und, script: .unknown, confidence: 0)
    }
    return LanguageDecision(evidence: evidence, model: model).guess(among: languages)
  }
}
