internal import Lingua

/// Whether words are forms of words of a term.
enum WordForms {
  /// Whether a word is surely a form of a term's word: the stems are equal, and what follows is an ending of inflection.
  static func isForm(_ word: CheckedText.Word, of term: CheckedText.Word, _ language: Language) -> Bool {
    if word.letters == term.letters { return true }
    guard word.stem == term.stem, !term.isAcronym else { return false }
    switch language {
    // Snowball takes organ and organization for one.
    case .en: return EnglishTerms.stem(bytes(word.letters)) == EnglishTerms.stem(bytes(term.letters))
    case .ru: return RussianEndings.areOfOneWord(word.letters, term.letters)
    case .kk:
      let common = commonPrefix(word.letters, term.letters)
      guard common + 2 >= min(word.letters.count, term.letters.count) else { return false }
      return derivation(word.letters[common...]) == derivation(term.letters[common...])
    }
  }

  /// Whether a word may be a form or a derivation of a term's word.
  static func isRelated(_ word: CheckedText.Word, to term: CheckedText.Word, _ language: Language) -> Bool {
    if word.stem == term.stem { return true }
    let common = commonPrefix(word.letters, term.letters)
    if common >= 4 && common * 3 >= min(word.letters.count, term.letters.count) * 2 { return true }
    if isCompound(word.letters, of: scalars(term.stem)) { return true }
    switch language {
    case .kk: return false
    case .en: return EnglishSpelling.folded(word.letters) == EnglishSpelling.folded(term.letters)
    case .ru:
      let (stem, noun) = (scalars(word.stem), scalars(term.stem))
      return closed(stem) == closed(noun) || isAdjective(stem, of: noun) || isAdjective(noun, of: stem)
        || isAction(word.letters, of: term.letters) || isJoined(word.letters, to: noun)
    }
  }

  /// Whether a Russian word joins those of a name of two: нейросетевой for нейронная сеть.
  static func isJoined(_ word: CheckedText.Word, of name: [CheckedText.Word]) -> Bool {
    guard name.count == 2 else { return false }
    let letters = word.letters
    return joints(letters).contains { place in
      place > 3 && name[0].letters.starts(with: letters[..<(place - 1)])
        && isPart(Array(letters[place...]), scalars(name[1].stem))
    }
  }

  /// Whether a Russian stem is a part of a compound, behind the vowel that joins it or before: железорудный, углехимия.
  private static func isJoined(_ word: [Unicode.Scalar], to stem: [Unicode.Scalar]) -> Bool {
    guard stem.count >= 3 else { return false }
    return joints(word).contains { place in
      isPart(Array(word[place...]), stem) || [stem, closed(stem)].contains { word[..<(place - 1)].elementsEqual($0) }
    }
  }

  /// What follows a vowel that may join two parts of a compound.
  private static func joints(_ word: [Unicode.Scalar]) -> [Int] {
    word.indices.filter { $0 > 3 && "ое".unicodeScalars.contains(word[$0 - 1]) }
  }

  /// Whether the last part of a compound is a noun or its adjective.
  private static func isPart(_ part: [Unicode.Scalar], _ stem: [Unicode.Scalar]) -> Bool {
    stem.count >= 3 && (part.starts(with: stem) && stem.count >= 4 || isAdjective(part, of: stem))
  }

  /// Whether a word is made of the same verb as a noun of action: охлаждающий and охлаждение.
  private static func isAction(_ word: [Unicode.Scalar], of noun: [Unicode.Scalar]) -> Bool {
    guard noun.count >= 9,
      ["ение", "ание", "ения", "ания"].contains(where: { noun.suffix(4).elementsEqual($0.unicodeScalars) })
    else { return false }
    return word.starts(with: noun.dropLast(4))
  }

  private static func bytes(_ letters: [Unicode.Scalar]) -> [UInt8] { letters.reduce(into: []) { $1.append(to: &$0) } }

  private static func scalars(_ stem: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: stem, as: UTF8.self).unicodeScalars)
  }

  /// Whether a stem is a part of a word: preprocessing.
  private static func isCompound(_ word: [Unicode.Scalar], of part: [Unicode.Scalar]) -> Bool {
    // A short stem stands in many words by chance.
    guard word.count > part.count, part.count >= 4, let first = part.first else { return false }
    return (0...word.count - part.count).contains {
      word[$0] == first && word[$0..<$0 + part.count].elementsEqual(part)
    }
  }

  /// A Russian stem without a vowel that stands before its last consonant: масел and масло.
  private static func closed(_ stem: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard stem.count >= 4, "ое".unicodeScalars.contains(stem[stem.count - 2]) else { return stem }
    return stem.dropLast(2) + stem.suffix(1)
  }

  /// Whether letters begin as an adjective of a noun does, whose last letter may change: мучн of мук, книжн of книг.
  private static func isAdjective(_ adjective: [Unicode.Scalar], of noun: [Unicode.Scalar]) -> Bool {
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

  /// Endings that make another word of a Kazakh noun, which the stemmer takes off too.
  private static let derivations = ["лық", "лік", "дық", "дік", "тық", "тік", "сыз", "сіз", "шы", "ші", "лы", "лі"]
    .map { Array($0.unicodeScalars) }

  private static func derivation(_ ending: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    derivations.first { ending.starts(with: $0) }
  }
}
