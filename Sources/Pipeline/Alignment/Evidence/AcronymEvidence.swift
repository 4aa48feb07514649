internal import Lingua

/// Acronyms that a row of the acronym lexicon joins: ЕАЭО, ЕАЭС and EAEU.
struct AcronymEvidence: WordEvidence {
  private let rows: Trilingual<[UInt64: [Int32]]>

  init(_ lexicon: AcronymLexicon) {
    var rows = Trilingual<[UInt64: [Int32]]>(repeating: [:])
    for (number, concept) in lexicon.concepts.enumerated() {
      for language in Language.allCases {
        for variant in concept.acronyms[language] {
          let codes = LetterCode.codes(variant)
          if codes.count > 1 { rows[language][Hash.of(codes), default: []].append(Int32(number)) }
        }
      }
    }
    self.rows = rows
  }

  var kind: BeadExplanation.Evidence { .acronym }

  func weight(_ weights: AlignmentOptions.Weights) -> Double { weights.acronyms }

  func append(keysOf codes: [UInt8], kind: TokenKind, language: Language, to keys: inout [EvidenceKey]) {
    guard kind == .capitals, let found = rows[language][Hash.of(codes)] else { return }
    for row in found { keys.append(EvidenceKey(key: UInt64(row), weight: 1)) }
  }
}
