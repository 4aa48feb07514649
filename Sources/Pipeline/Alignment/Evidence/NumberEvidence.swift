internal import Lingua

/// The same number, however its digits are grouped, and Roman numerals.
struct NumberEvidence: WordEvidence {
  func weight(_ weights: AlignmentOptions.Weights) -> Double { weights.numbers }

  func append(keysOf codes: [UInt8], kind: TokenKind, language: Language, to keys: inout [EvidenceKey]) {
    guard kind == .number else { return }
    keys.append(EvidenceKey(key: Hash.of(codes), weight: 1))
  }
}
