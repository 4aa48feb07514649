public import Lingua

/// Finds acronyms with their expansions and links them across languages.
public struct AcronymFinder: Sendable {
  /// A finder over a set of lexicons.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {}

  /// The acronyms of an analysed document, in the order of first use.
  public func entries(
    sections: [Section], sentences: Trilingual<[Sentence]>, beads: [Bead], keywords: [KeywordRow]
  ) -> [AcronymEntry] { [] }
}
