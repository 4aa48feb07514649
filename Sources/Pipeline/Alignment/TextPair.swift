internal import Lingua

/// Two texts with what links their words.
struct TextPair: Sendable {
  /// The pairs of two or three texts, in the order that all who hold something for each pair follow.
  static func all(of texts: Int) -> [(a: Int, b: Int)] {
    texts == 2 ? [(0, 1)] : [(0, 1), (0, 2), (1, 2)]
  }

  /// The numbers of the two among all texts.
  let numbers: (a: Int, b: Int)
  let a: AlignmentText
  let b: AlignmentText
  /// What the words of each gain by a translation.
  let odds: (a: WordOdds, b: WordOdds)
  let links: Links
  let length: LengthEvidence
}
