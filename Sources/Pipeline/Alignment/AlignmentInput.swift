public import Lingua

/// What an aligner is given: the sentences of each language, and what a user knows of them beforehand.
public struct AlignmentInput: Hashable, Sendable {
  /// The sentences of each language in their order; a language that is not there has none.
  public var sentences: Trilingual<[String]>
  /// The indices of the first sentences of paragraphs, ascending; empty where paragraphs are not known.
  public var paragraphs: Trilingual<[Int]>
  /// Sentences that the user says translate each other, by their indices; nil for a language that an anchor says
  /// nothing of.
  public var anchors: [Trilingual<Int?>]

  /// Sentences, and what is known of them; nothing by default.
  public init(
    sentences: Trilingual<[String]>, paragraphs: Trilingual<[Int]> = Trilingual(repeating: []),
    anchors: [Trilingual<Int?>] = []
  ) {
    self.sentences = sentences
    self.paragraphs = paragraphs
    self.anchors = anchors
  }
}

extension Aligner {
  /// The beads of an input in reading order. Sentences that an anchor joins share a bead; what boundaries of paragraphs
  /// mean is said by `AlignmentOptions.paragraphs`.
  ///
  /// - Throws: `AlignmentError` when an anchor cannot be kept.
  public func align(_ input: AlignmentInput) throws(AlignmentError) -> [Bead] {
    try input.check()
    return align(input, groups: try AnchorGroups(input, options: bounded))
  }
}
