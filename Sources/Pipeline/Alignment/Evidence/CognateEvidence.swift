internal import Lingua

/// Loans and names: words whose skeletons in a common romanisation begin alike.
struct CognateEvidence: WordEvidence {
  let romanization: Romanization

  /// Shorter words and skeletons agree by chance.
  private static let shortest = 4
  /// Endings differ, so only the beginning of a skeleton is compared.
  private static let compared = 5

  var kind: BeadExplanation.Evidence { .cognate }

  func weight(_ weights: AlignmentOptions.Weights) -> Double { weights.cognates }

  func append(keysOf codes: [UInt8], kind: TokenKind, language: Language, to keys: inout [EvidenceKey]) {
    guard kind == .word || kind == .capitals, codes.count >= Self.shortest else { return }
    let skeleton = romanization.skeleton(codes)
    guard skeleton.count >= Self.shortest else { return }
    keys.append(EvidenceKey(key: Hash.of(skeleton.prefix(Self.compared)), weight: 1))
  }
}
