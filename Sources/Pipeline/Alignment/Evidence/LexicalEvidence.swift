internal import Lingua

/// Words that a row of the concept lexicon joins.
struct LexicalEvidence: WordEvidence {
  let concepts: ConceptLexicon

  var kind: BeadExplanation.Evidence { .lexicon }

  func weight(_ weights: AlignmentOptions.Weights) -> Double { weights.lexicon }

  func append(keysOf codes: [UInt8], kind: TokenKind, language: Language, to keys: inout [EvidenceKey]) {
    guard kind == .word || kind == .capitals else { return }
    var matches: [ConceptMatch] = []
    concepts.append(matchesOf: codes, language, to: &matches)
    for match in matches { keys.append(EvidenceKey(key: UInt64(match.row), weight: match.weight)) }
  }
}
