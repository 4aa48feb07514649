/// Takes the case ending of a Kazakh word off; its plural and its possessive stay.
struct KazakhForm: Sendable {
  /// A case ending in one harmony.
  private struct Ending: Sendable {
    var letters: [UInt8]
    var after: KazakhLetter
    var harmony: KazakhLetter
    /// Whether a possessive of the third person must stand before it.
    var followsPossessive: Bool
  }

  private let stemmer: KazakhStemmer
  private let words: WordList
  private let endings: [Ending]

  init(lexicons: Lexicons, stemmer: KazakhStemmer, words: WordList) throws(LexiconError) {
    self.stemmer = stemmer
    self.words = words
    let file = try lexicons.file(KazakhSuffixes.file, columns: ["suffix", "class", "after"])
    var endings: [Ending] = []
    for row in file.rows {
      let kind = KazakhSuffixClass(rawValue: row[1])
      guard kind == .inCase || kind == .caseAfterPossessive3, let after = KazakhLetter(classes: row[2].utf8) else {
        continue
      }
      for harmony in [KazakhLetter.back, .front] {
        let letters = Self.letters(row[0], harmony)
        if endings.contains(where: { $0.letters == letters && $0.after == after }) { continue }
        endings.append(
          Ending(
            letters: letters, after: after,
            harmony: letters == Self.letters(row[0], .front) && harmony == .back ? [] : harmony,
            followsPossessive: kind == .caseAfterPossessive3))
      }
    }
    self.endings = endings.sorted { $1.letters.count < $0.letters.count }
  }

  /// The letters of a suffix, whose capitals stand for pairs.
  private static func letters(_ suffix: String, _ harmony: KazakhLetter) -> [UInt8] {
    let pairs: [Unicode.Scalar: (back: Unicode.Scalar, front: Unicode.Scalar)] = [
      "А": ("а", "е"), "Ы": ("ы", "і"), "Ғ": ("ғ", "г"), "Қ": ("қ", "к"),
    ]
    return suffix.unicodeScalars.map { scalar in
      let letter = pairs[scalar].map { harmony == .back ? $0.back : $0.front } ?? scalar
      return LetterCode.code(letter.value)
    }
  }

  /// How many letters of a word stay, the likeliest first; the whole word where it is in the nominative, none where
  /// nothing is known of it.
  func kept(_ word: [UInt8]) -> [Int] {
    // A case behind a hyphen belongs to an acronym or a name in other letters: ЕАЭО-ның.
    if let hyphen = word.lastIndex(of: 0x2D), hyphen > 0,
      endings.contains(where: { $0.letters == Array(word[(hyphen + 1)...]) })
    {
      return [hyphen]
    }
    let start = (word.lastIndex(of: 0x2D) ?? -1) + 1
    let base = Array(word[start...])
    let stem = stemmer.stem(codes: base)
    let frequency = words.frequency(ofCodes: base)
    if stem == base, frequency > 0 { return [word.count] }
    var result: [Int] = []
    for ending in endings where base.count > ending.letters.count + 1 && base[...].ends(with: ending.letters) {
      let rest = Array(base.dropLast(ending.letters.count))
      guard fits(ending, rest), stemmer.stem(codes: rest) == stem else { continue }
      let isKnown = words.frequency(ofCodes: rest) > 0
      // Short endings are the ends of many words.
      guard isKnown || ending.letters.count > 2 || stem.count < rest.count else { continue }
      if !result.contains(start + rest.count) { result.append(start + rest.count) }
    }
    if result.isEmpty, frequency > 0 || stem.count < base.count { return [word.count] }
    return result
  }

  private func fits(_ ending: Ending, _ rest: [UInt8]) -> Bool {
    let alphabet = KazakhAlphabet.standard
    guard let last = rest.last else { return false }
    if ending.followsPossessive, last != 0xCB, last != 0xD6 { return false }
    let letter = KazakhLetter.isSign(last) ? [.voiceless, .lateral] : alphabet.letter(last)
    guard !letter.isDisjoint(with: ending.after) else { return false }
    guard !ending.harmony.isEmpty, let vowel = rest.last(where: { alphabet.letter($0).contains(.vowel) }) else {
      return true
    }
    let asked = alphabet.letter(vowel).intersection([.back, .front])
    // Loans go either way behind к, г and кт.
    return asked.isEmpty || !asked.isDisjoint(with: ending.harmony) || last == 0xBA || last == 0xB3 || last == 0xC2
  }
}

extension KazakhStemmer {
  /// The stem of a word that is given as letter codes.
  fileprivate func stem(codes: [UInt8]) -> [UInt8] {
    var stem: [UInt8] = []
    codes.withUnsafeBufferPointer { append(stemOfCodes: $0, to: &stem) }
    return stem
  }
}
