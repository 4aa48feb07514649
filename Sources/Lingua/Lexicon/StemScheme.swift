/// How a learned table cuts a word, so that the forms of a word share what was learned of them.
public enum StemScheme: Hashable, Sendable {
  /// The first letters, at most so many.
  case letters(Int)
  /// The stem that the language's stemmer finds, at most so many letters of it.
  case stem(Int)

  /// The scheme by its number in a file, nil for one that is not known.
  init?(number: UInt32) {
    let letters = Int(number >> 8)
    guard (1...64).contains(letters) else { return nil }
    switch number & 0xFF {
    case 0: self = .letters(letters)
    case 1: self = .stem(letters)
    default: return nil
    }
  }

  /// The scheme's number in a file.
  package var number: UInt32 {
    switch self {
    case .letters(let letters): UInt32(letters) << 8
    case .stem(let letters): UInt32(letters) << 8 | 1
    }
  }

  /// Appends the stem of a word in UTF-8; false for a word with a letter of another alphabet, which has none.
  ///
  /// - Parameters:
  ///   - codes: the word's letter codes.
  ///   - language: its language.
  ///   - stem: what is appended to.
  package func append(stemOf codes: [UInt8], _ language: Language, to stem: inout [UInt8]) -> Bool {
    guard !codes.isEmpty, !codes.contains(LetterCode.escape) else { return false }
    switch self {
    case .letters(let letters), .stem(let letters):
      for code in codes.prefix(letters) {
        for byte in UTF8.encode(LetterCode.scalar(of: code)) ?? UTF8.encodedReplacementCharacter { stem.append(byte) }
      }
    }
    return true
  }
}
