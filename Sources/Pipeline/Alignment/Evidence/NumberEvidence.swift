internal import Lingua

/// The same number in digits, Roman numerals or words, the same month, the same unit.
struct NumberEvidence: WordEvidence {
  private let lexicon: NumberLexicon
  /// For each unit the key that all its spellings share.
  private let units: [UInt64]

  init(_ lexicon: NumberLexicon) {
    self.lexicon = lexicon
    units = lexicon.units.map { Self.key(ofUnit: $0) }
  }

  /// A number that is read in several ways is each of them less surely.
  private static let oneOfSeveral: Float = 0.8
  /// Numbers up to ten in words are also parts of phrases, one is an article and a pronoun, and a hundred or a thousand
  /// alone may be an uncertain number of them.
  private static let small: Float = 0.3
  private static let round: Float = 0.7

  var kind: BeadExplanation.Evidence { .number }

  func weight(_ weights: AlignmentOptions.Weights) -> Double { weights.numbers }

  func append(keysOf codes: [UInt8], kind: TokenKind, language: Language, to keys: inout [EvidenceKey]) {
    switch kind {
    case .number, .spelled:
      if codes.contains(DigitReader.bar) {
        for (place, reading) in codes.split(separator: DigitReader.bar).enumerated() {
          keys.append(EvidenceKey(key: Hash.of(reading), weight: place == 0 ? 1 : Self.oneOfSeveral))
        }
      } else {
        keys.append(EvidenceKey(key: Hash.of(codes), weight: 1))
      }
    case .unit: keys.append(EvidenceKey(key: Self.key(ofUnit: codes), weight: 1))
    case .sign:
      guard let scalar = Unicode.Scalar(UInt32(codes[0]) << 8 | UInt32(codes[1])) else { return }
      let sign = Array(String(scalar).utf8)
      if let unit = lexicon.units.firstIndex(of: sign) { keys.append(EvidenceKey(key: units[unit], weight: 1)) }
    case .word, .capitals, .initial:
      guard let reading = lexicon.reading(of: codes, language) else { return }
      if reading.unit >= 0 { keys.append(EvidenceKey(key: units[Int(reading.unit)], weight: 1)) }
      if reading.month > 0 {
        keys.append(EvidenceKey(key: Hash.of(DigitReader.month(reading.month)), weight: 1))
      }
      let weight = Self.weight(reading)
      if weight > 0 {
        var digits: [UInt8] = []
        reading.value.append(to: &digits)
        keys.append(EvidenceKey(key: Hash.of(digits), weight: weight))
      }
    }
  }

  /// How surely a word that stands alone is a number.
  private static func weight(_ reading: NumberLexicon.Reading) -> Float {
    guard reading.roles.contains(.number) else { return 0 }
    switch reading.value.whole {
    case 1: return 0
    case .some(2...10): return small
    case 100, .some(1000...): return round
    default: return 1
    }
  }

  private static func key(ofUnit sign: [UInt8]) -> UInt64 { Hash.of(sign, seed: 1) }
}
