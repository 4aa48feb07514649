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
}

/// Cuts words by a scheme. It holds the stemmers' handles where the scheme needs them: one task, one cutter.
package struct StemCutter: ~Copyable {
  private let scheme: StemScheme
  private var stemmers: Stemmers?
  private var codes: [UInt8] = []

  /// A cutter.
  ///
  /// - Parameters:
  ///   - scheme: how to cut.
  ///   - kazakh: the Kazakh stemmer, which a scheme of letters does not need.
  package init(_ scheme: StemScheme, kazakh: KazakhStemmer?) {
    self.scheme = scheme
    switch scheme {
    case .letters: stemmers = nil
    case .stem: stemmers = kazakh.map { Stemmers(kazakh: $0) }
    }
  }

  /// Appends the stem of a word in UTF-8; false for a word with a letter of another alphabet, which has none.
  ///
  /// - Parameters:
  ///   - word: the word's letter codes.
  ///   - language: its language.
  ///   - stem: what is appended to.
  package mutating func append(stemOf word: [UInt8], _ language: Language, to stem: inout [UInt8]) -> Bool {
    guard !word.isEmpty, !word.contains(LetterCode.escape) else { return false }
    switch scheme {
    case .letters(let letters): return LetterCode.appendText(of: word.prefix(letters), to: &stem)
    case .stem(let letters):
      codes.removeAll(keepingCapacity: true)
      word.withUnsafeBufferPointer { stemmers?.append(stemOfCodes: $0, language, to: &codes) }
      return LetterCode.appendText(of: codes.prefix(letters), to: &stem)
    }
  }
}
