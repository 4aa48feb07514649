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

/// Tells Kazakh, Russian and English apart by their letters, their most frequent words and the endings of words.
///
/// Look-alikes are folded first: a Latin "a" inside a Cyrillic word counts as Cyrillic, and ə, ҽ, ҧ as the Kazakh letters
/// that they are typed for. Making one costs about a millisecond, identifying no allocation per word.
public struct LanguageIdentifier: Sendable {
  private let tables: WordTables

  /// An identifier with the rules and words that are built in.
  public init() { tables = Self.embeddedTables }

  /// An identifier over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when the words or endings cannot be read.
  public init(lexicons: Lexicons) throws(LexiconError) { tables = try WordTables(lexicons: lexicons) }

  // The embedded files are tested to be whole; were they not, letters alone would decide.
  private static let embeddedTables = (try? WordTables(lexicons: .embedded)) ?? WordTables()

  /// Identifies the language of `text`.
  ///
  /// - Parameters:
  ///   - text: in any letter case and normalisation form.
  ///   - languages: where given, the answer is one of these or `und` when the text has no letter.
  public func identify(_ text: some StringProtocol, among languages: Set<Language>? = nil) -> LanguageGuess {
    var scan = LetterScan(tables: tables)
    if text.utf8.withContiguousStorageIfAvailable({ scan.read($0) }) == nil {
      var copy = String(text)
      copy.withUTF8 { scan.read($0) }
    }
    return LanguageDecision(points: scan.points, otherLetters: scan.otherLetters, otherScript: scan.otherScript)
      .guess(among: languages)
  }
}
