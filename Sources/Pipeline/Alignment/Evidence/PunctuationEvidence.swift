internal import Lingua

/// Punctuation and signs that translations keep: a question stays a question, a percentage a percentage.
struct PunctuationEvidence: WordEvidence {
  var kind: BeadExplanation.Evidence { .punctuation }

  func weight(_ weights: AlignmentOptions.Weights) -> Double { weights.punctuation }

  func append(keysOf codes: [UInt8], kind: TokenKind, language: Language, to keys: inout [EvidenceKey]) {
    guard kind == .sign else { return }
    keys.append(EvidenceKey(key: Hash.of(codes), weight: 1))
  }
}
