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
      // What an attribute is made of by a locative is taken off with it: нарығындағы.
      let isLocative = kind == .locativeAttributive || kind == .locativeAttributiveAfterPossessive3
      guard isLocative || kind == .inCase || kind == .caseAfterPossessive3,
        let after = KazakhLetter(classes: row[2].utf8)
      else { continue }
      for harmony in [KazakhLetter.back, .front] {
        let letters = Self.letters(row[0], harmony)
        if endings.contains(where: { $0.letters == letters && $0.after == after }) { continue }
        endings.append(
          Ending(
            letters: letters, after: after,
            harmony: letters == Self.letters(row[0], .front) && harmony == .back ? [] : harmony,
            followsPossessive: kind == .caseAfterPossessive3 || kind == .locativeAttributiveAfterPossessive3))
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
    // What is left of one ending must not be an accusative: өнеркәсібін-де.
    if result.count > 1 {
      let all = result
      result.removeAll { kept in Self.accusative == word[kept - 1] && all.contains(kept - 1) }
    }
    // Of -ын-да and -ы-нда the latter where this is a word: қорында.
    result = result.map { kept in
      let rest = base.prefix(kept - start)
      guard kept < word.count, rest.count > 3, rest.last == Self.accusative,
        Self.possessive.vowels.contains(rest[rest.count - 2]), words.frequency(ofCodes: rest) == 0,
        words.frequency(ofCodes: rest.dropLast()) > 0
      else { return kept }
      return kept - 1
    }
    if !result.isEmpty { return result }
    let other = unstemmed(base, isKnown: frequency > 0)
    if !other.sure.isEmpty { return (other.sure + other.doubtful).map { start + $0 } }
    guard frequency > 0 || stem.count < base.count || !other.doubtful.isEmpty else { return [] }
    return [word.count] + other.doubtful.map { start + $0 }
  }

  /// How many letters stay where the stemmer does not help: what surely is an ending, and what may be one.
  private func unstemmed(_ word: [UInt8], isKnown: Bool) -> (sure: [Int], doubtful: [Int]) {
    var result: (sure: [Int], doubtful: [Int]) = ([], [])
    for ending in endings where word.count > ending.letters.count + 2 && word[...].ends(with: ending.letters) {
      let rest = Array(word.dropLast(ending.letters.count))
      guard fits(ending, rest) else { continue }
      let isRestKnown = words.frequency(ofCodes: rest) > 0
      guard isRestKnown || !isKnown && rest.count > 3 else { continue }
      // -ды and -да end many other words.
      let isSure =
        ending.letters.count > 2 || ending.letters.count == 2 && !Self.dentals.contains(ending.letters[0])
        || isRestKnown && ending.followsPossessive
      if isSure { result.sure.append(rest.count) } else { result.doubtful.append(rest.count) }
    }
    if result.sure.count > 1 {
      let all = result.sure
      result.sure.removeAll { kept in Self.accusative == word[kept - 1] && all.contains(kept - 1) }
    }
    return result
  }

  private static let accusative = LetterCode.codes("н")[0]
  private static let dentals = LetterCode.codes("дт")
  private static let possessive = (after: LetterCode.codes("с")[0], vowels: LetterCode.codes("ыі"))
  private static let voiceless = Dictionary(
    uniqueKeysWithValues: zip(LetterCode.codes("бгғ"), LetterCode.codes("пкқ")))

  /// What a word with a possessive of the third person may be without it: how many letters stay, and what follows them.
  func bare(_ word: ArraySlice<UInt8>) -> [(kept: Int, ending: [UInt8])] {
    guard word.count > 3, let last = word.last, Self.possessive.vowels.contains(last) else { return [] }
    let rest = word.dropLast()
    let alphabet = KazakhAlphabet.standard
    if rest.last == Self.possessive.after, alphabet.letter(rest[rest.endIndex - 2]).contains(.vowel) {
      return [(rest.count - 1, [])]
    }
    guard let consonant = rest.last else { return [] }
    // Behind у and и, which end in a glide, stands the bare vowel: сарысуы, өңдеуі.
    if Self.glides.contains(consonant) { return [(rest.count, [])] }
    guard !alphabet.letter(consonant).contains(.vowel) else { return [] }
    var result: [(kept: Int, ending: [UInt8])] = [(rest.count, [])]
    if let hard = Self.voiceless[consonant] { result.append((rest.count - 1, [hard])) }
    return result
  }

  /// Whether a word in dictionary form names several, with a possessive or without.
  func isPlural(_ word: [UInt8]) -> Bool { singular(word) != nil }

  /// What a word in dictionary form may be in the singular and without a possessive.
  func roots(_ word: [UInt8]) -> [[UInt8]] {
    singular(word).map { [$0] } ?? [word] + bare(word[...]).map { word[..<$0.kept] + $0.ending }
  }

  /// A plural, with a possessive or without, without its ending; nil for another word.
  private func singular(_ word: [UInt8]) -> [UInt8]? {
    let bare = word.last.map { Self.possessive.vowels.contains($0) } == true ? word.dropLast() : word[...]
    return Self.plurals.first { bare.count > $0.count + 1 && bare.ends(with: $0) }.map {
      Array(bare.dropLast($0.count))
    }
  }

  private static let glides = LetterCode.codes("уи")
  private static let plurals = ["лар", "лер", "дар", "дер", "тар", "тер"].map { LetterCode.codes($0) }

  /// The best of `bare`: behind a plural the possessive is sure, else a known word must be left.
  func plain(_ word: [UInt8]) -> (kept: Int, ending: [UInt8])? {
    let options = bare(word[...])
    if let first = options.first, first.ending.isEmpty,
      Self.plurals.contains(where: { word[..<first.kept].ends(with: $0) })
    {
      return first
    }
    return options.map { ($0, words.frequency(ofCodes: word[..<$0.kept] + $0.ending)) }.filter { $0.1 > 0 }
      .max { $0.1 < $1.1 }?.0
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
