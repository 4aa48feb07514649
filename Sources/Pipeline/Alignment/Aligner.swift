public import Lingua

/// Aligns the sentences of two or three languages.
public struct Aligner: Sendable {
  /// An aligner over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {}

  /// The beads of a text in reading order. Every sentence is in exactly one bead; a language without sentences is
  /// simply empty in all of them.
  public func align(_ sentences: Trilingual<[String]>) -> [Bead] {
    let count = sentences.values.map(\.count).max() ?? 0
    return (0..<count).map { k in
      Bead(sentences.map { k < $0.count ? [k] : [] }, score: 0.5)
    }
  }
}
