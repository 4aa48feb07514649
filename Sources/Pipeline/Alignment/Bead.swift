public import Lingua

/// A group of sentences that translate each other; any of its lists may be empty, not all.
public struct Bead: Hashable, Sendable {
  /// For each language the indices of its sentences, ascending.
  public var sentences: Trilingual<[Int]>
  /// How sure the bead is, from 0 to 1.
  public var score: Double
  /// Whether the bead stands in another order in one language than in another, as where Russian gives two sentences the
  /// other way round. The default is false.
  public var isCrossing: Bool
  /// The pairs of languages that, aligned without the third one, would put some of these sentences otherwise. The default
  /// is none.
  public var disagreements: [LanguagePair]
  /// What the score is made of; nil where it was not asked for, see `AlignmentOptions.explains`. The default is nil.
  public var explanation: BeadExplanation?

  /// A bead.
  public init(
    _ sentences: Trilingual<[Int]>, score: Double, isCrossing: Bool = false, disagreements: [LanguagePair] = [],
    explanation: BeadExplanation? = nil
  ) {
    self.sentences = sentences
    self.score = score
    self.isCrossing = isCrossing
    self.disagreements = disagreements
    self.explanation = explanation
  }

  /// How many sentences each language has, as it is written: "1:2:1".
  public var shape: String { sentences.values.map { String($0.count) }.joined(separator: ":") }
}
