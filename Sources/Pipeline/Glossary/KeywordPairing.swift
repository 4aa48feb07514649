public import Lingua

/// Pairs the keyword lists of the languages.
public struct KeywordPairing: Sendable {
  /// Pairing over a set of lexicons.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {}

  /// The rows of the keyword lists; nil for a language without a list.
  public func rows(_ lists: Trilingual<String?>) -> [KeywordRow] { [] }
}
