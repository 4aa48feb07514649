internal import Lingua

/// A key that linked words of two languages share, and how strongly a word stands for it.
struct EvidenceKey: Sendable {
  var key: UInt64
  var weight: Float
}

/// A kind of evidence that words of different languages translate each other.
protocol WordEvidence: Sendable {
  /// What an explanation calls it.
  var kind: BeadExplanation.Evidence { get }
  /// The weight of this evidence: the probability that a word stands for a word that it shares a key with.
  func weight(_ weights: AlignmentOptions.Weights) -> Double
  /// Appends the keys of a token. A key is only compared with keys of the same evidence.
  func append(keysOf codes: [UInt8], kind: TokenKind, language: Language, to keys: inout [EvidenceKey])
}
