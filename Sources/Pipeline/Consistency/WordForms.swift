internal import Lingua

/// Whether words are forms of words of a term.
enum WordForms {
  /// Whether a word is surely a form of a term's word: the stems are equal, and what follows is an ending of inflection.
  static func isForm(_ word: CheckedText.Word, of term: CheckedText.Word, _ language: Language) -> Bool {
    if word.letters == term.letters { return true }
    guard word.stem == term.stem, !term.isAcronym else { return false }
    switch language {
    // Snowball takes organ and organization for one.
    case .en: return singular(word.letters) == singular(term.letters)
    case .ru: return abs(word.letters.count - term.letters.count) <= 3
    case .kk:
      let common = commonPrefix(word.letters, term.letters)
      guard common + 2 >= min(word.letters.count, term.letters.count) else { return false }
      return derivation(word.letters[common...]) == derivation(term.letters[common...])
    }
  }

  /// Whether a word may be a form or a derivation of a term's word.
  static func isRelated(_ word: CheckedText.Word, to term: CheckedText.Word, _ language: Language) -> Bool {
    if word.stem == term.stem { return true }
    if language == .ru, closed(word.stem) == closed(term.stem) { return true }
    let common = commonPrefix(word.letters, term.letters)
    if common >= 4 && common * 3 >= min(word.letters.count, term.letters.count) * 2 { return true }
    if isCompound(word.letters, of: term.stem, language) { return true }
    return language == .ru && (isAdjective(word.stem, of: term.stem) || isAdjective(term.stem, of: word.stem))
  }

  /// Whether a stem is a part of a word: preprocessing, железорудный, водоотдача.
  private static func isCompound(_ word: [Unicode.Scalar], of stem: [UInt8], _ language: Language) -> Bool {
    let part = Array(String(decoding: stem, as: UTF8.self).unicodeScalars)
    guard word.count > part.count, let first = part.first else { return false }
    // A short stem stands in many words by chance, but before the vowel that joins Russian compounds.
    if part.count == 3, language == .ru { return word.starts(with: part) && "ое".unicodeScalars.contains(word[3]) }
    guard part.count >= 4 else { return false }
    return (0...word.count - part.count).contains {
      word[$0] == first && word[$0..<$0 + part.count].elementsEqual(part)
    }
  }

  /// A Russian stem without a vowel that stands before its last consonant: масел and масло.
  private static func closed(_ stem: [UInt8]) -> [UInt8] {
    guard stem.count >= 8, moving.contains(Array(stem.dropLast(2).suffix(2))) else { return stem }
    return stem.dropLast(4) + stem.suffix(2)
  }

  private static let moving = ["о", "е"].map { Array($0.utf8) }

  /// Whether a Russian stem is that of an adjective of a noun, the last letter of which may change: мучн of мук, книжн of книг.
  private static func isAdjective(_ stem: [UInt8], of noun: [UInt8]) -> Bool {
    let adjective = Array(String(decoding: stem, as: UTF8.self).unicodeScalars)
    let noun = Array(String(decoding: noun, as: UTF8.self).unicodeScalars)
    guard noun.count >= 3, adjective.count > noun.count, noun.dropLast().elementsEqual(adjective.prefix(noun.count - 1))
    else { return false }
    let last = adjective[noun.count - 1]
    guard last == noun[noun.count - 1] || alternations[noun[noun.count - 1]] == last else { return false }
    return adjectiveSuffixes.contains { adjective[noun.count...].starts(with: $0) }
  }

  private static let alternations: [Unicode.Scalar: Unicode.Scalar] = ["к": "ч", "г": "ж", "х": "ш", "ц": "ч"]
  private static let adjectiveSuffixes = ["н", "ов", "ев", "ск", "к"].map { Array($0.unicodeScalars) }

  private static func commonPrefix(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var common = 0
    while common < a.count, common < b.count, a[common] == b[common] { common += 1 }
    return common
  }

  private static func singular(_ word: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    guard word.count > 3, word.last == "s" else { return word[...] }
    if word.suffix(3).elementsEqual(["i", "e", "s"]) { return word.dropLast(3) + ["y"] }
    if word.suffix(2).elementsEqual(["s", "s"]) { return word[...] }
    let isSibilant = ["ses", "xes", "hes", "zes"].contains { word.suffix(3).elementsEqual($0.unicodeScalars) }
    return word.dropLast(isSibilant ? 2 : 1)
  }

  /// Endings that make another word of a Kazakh noun, which the stemmer takes off too.
  private static let derivations = ["лық", "лік", "дық", "дік", "тық", "тік", "сыз", "сіз", "шы", "ші", "лы", "лі"]
    .map { Array($0.unicodeScalars) }

  private static func derivation(_ ending: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    derivations.first { ending.starts(with: $0) }
  }
}
