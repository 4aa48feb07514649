internal import Lingua

/// Latin words that Kazakh and Russian text carries over unchanged.
struct LatinEvidence: WordEvidence {
  var kind: BeadExplanation.Evidence { .latin }

  func weight(_ weights: AlignmentOptions.Weights) -> Double { weights.latin }

  func append(keysOf codes: [UInt8], kind: TokenKind, language: Language, to keys: inout [EvidenceKey]) {
    guard kind == .word || kind == .capitals, codes.count > 1, codes.allSatisfy({ $0 < LetterCode.escape })
    else {
      return
    }
    keys.append(EvidenceKey(key: Hash.of(codes), weight: 1))
  }
}
