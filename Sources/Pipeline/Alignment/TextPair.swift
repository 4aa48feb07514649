internal import Lingua

/// Two texts with what links their words.
struct TextPair: Sendable {
  /// The numbers of the two among all texts.
  let numbers: (a: Int, b: Int)
  let a: AlignmentText
  let b: AlignmentText
  /// What the words of each gain by a translation.
  let odds: (a: WordOdds, b: WordOdds)
  let links: Links
  let length: LengthEvidence
}
