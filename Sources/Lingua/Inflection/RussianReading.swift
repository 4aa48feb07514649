/// One way to understand a Russian word: which form of which word it is.
struct RussianReading: Sendable {
  /// How far a reading can be trusted.
  enum Trust: Int, Comparable, Sendable {
    /// The word is not known, and could be this form by its ending alone.
    case possible
    /// The word is not known, and is as it would be in the nominative.
    case unknown
    /// The word is not known; its ending hardly leaves a choice.
    case byEnding
    /// The word is not known; the end of its stem tells.
    case byStem
    /// All forms of its number are known.
    case number
    /// All forms of both numbers are known.
    case whole
    /// And the table names the word.
    case named

    static func < (a: Trust, b: Trust) -> Bool { a.rawValue < b.rawValue }
  }

  var kind: RussianDeclensions.Kind
  var gender: RussianDeclensions.Gender
  var isPlural: Bool
  var inCase: RussianDeclensions.Case
  /// How many letters of the word stay, and what follows them in the nominative of the same number.
  var kept: Int
  var nominative: [UInt8]
  var trust: Trust
  /// How frequent the forms are all in all, and those of either number that no other form looks like.
  var weight: Double
  var singular: Double
  var plural: Double
  /// Whether the nominative singular itself is known.
  var isLemmaKnown: Bool
  /// How frequent the nominative is, and that of the singular.
  var nominativeFrequency: Int
  var lemmaFrequency: Int
  /// The known endings.
  var endings: Set<[UInt8]>
  /// Whether this is a plural of which not all forms are known, though all of the singular are.
  var isRarePlural = false
  var row: Int

  var isNoun: Bool { kind != .adjective }

  /// Whether an adjective agrees with a noun.
  func agrees(with noun: RussianReading) -> Bool {
    isPlural == noun.isPlural && inCase == noun.inCase && (isPlural || gender == noun.gender)
  }
}

/// Finds the readings of Russian words.
struct RussianReader: Sendable {
  let declensions: RussianDeclensions
  let phraseWords: RussianPhraseWords
  let words: WordList

  init(lexicons: Lexicons, words: WordList) throws(LexiconError) {
    declensions = try RussianDeclensions(lexicons: lexicons)
    phraseWords = try RussianPhraseWords(lexicons: lexicons)
    self.words = words
  }

  /// More letters than this are no word.
  private static let longest = 40

  func frequency(_ codes: some Collection<UInt8>) -> Int { words.frequency(ofCodes: codes) }

  /// The readings of a word; none where nothing is known of it.
  func readings(_ word: [UInt8]) -> [RussianReading] {
    guard word.count <= Self.longest, word.count > 1 else { return [] }
    if let gender = phraseWords.indeclinable(word) { return indeclinable(word, genders: [gender]) }
    var found = known(word, from: start(of: word, isCompound: false).place)
    if found.isEmpty {
      let start = start(of: word, isCompound: true)
      found =
        start.isSure ? known(word, from: start.place) : guesses(word).filter { $0.trust == .byStem }
      if found.isEmpty, start.place > 0 { found = known(word, from: start.place) }
    }
    if found.contains(where: { $0.kind == .noun }) { found.removeAll { $0.kind == .plural } }
    found = withoutShadows(found, word)
    if found.isEmpty { found = guesses(word) }
    if found.contains(where: { !$0.isNoun }) {
      // Of what looks like an adjective only -ом may be a noun as well.
      found.removeAll {
        $0.trust <= .unknown && !($0.trust == .possible && $0.inCase == .instrumental && $0.gender == .masculine)
      }
    }
    let best = found.lazy.filter(\.isNoun).map(\.trust).max() ?? .unknown
    // What an unknown word might be besides a nominative is for those who know which other forms are printed.
    found.removeAll { $0.isNoun && $0.trust < best && !(best == .unknown && $0.trust == .possible) }
    return found
  }

  /// The readings of a word that never changes.
  func indeclinable(_ word: [UInt8], genders: [RussianDeclensions.Gender]) -> [RussianReading] {
    genders.flatMap { gender in
      [false, true].flatMap { isPlural in
        (0..<6).compactMap { number in
          RussianDeclensions.Case(rawValue: number).map {
            RussianReading(
              kind: .noun, gender: gender, isPlural: isPlural, inCase: $0, kept: word.count, nominative: [],
              trust: .named, weight: 1, singular: 0, plural: 0, isLemmaKnown: true, nominativeFrequency: 1,
              lemmaFrequency: 1, endings: [], row: isPlural ? .max : gender == .masculine ? 0 : 1)
          }
        }
      }
    }
  }

  /// Where the part of a word begins that is looked up: behind its hyphen, or behind what begins a compound; and whether
  /// that is sure.
  private func start(of word: [UInt8], isCompound: Bool) -> (place: Int, isSure: Bool) {
    let start = (word.lastIndex(of: 0x2D) ?? -1) + 1
    if !isCompound { return (frequency(word) > 0 ? 0 : start, true) }
    let base = word[start...]
    if start > 0, frequency(base) > 0 { return (start, true) }
    for prefix in phraseWords.prefixes
    where base.count >= prefix.count + 3 && base.starts(with: prefix) && frequency(base.dropFirst(prefix.count)) > 0 {
      return (start + prefix.count, base.count > prefix.count + 4)
    }
    // A short end is the end of many words: -вовой of фульвовой is no Вова.
    for cut in 3..<max(3, base.count - 5) where frequency(base.dropFirst(cut)) > 0 { return (start + cut, false) }
    return (start, true)
  }

  /// The readings whose forms are known words.
  private func known(_ word: [UInt8], from start: Int) -> [RussianReading] {
    var result: [RussianReading] = []
    forEachPlace(word, from: start) { place, row, stem in
      let forms = row.forms(plural: place.isPlural)
      func isKnown(_ form: Int) -> Bool { row.forms[form].contains { frequency(stem + $0) > 0 } }
      // The nominative first: most readings end there. A list may lack forms of the plural.
      let isRare = !forms.allSatisfy(isKnown)
      if isRare, !place.isPlural || row.kind != .noun || stem.count < 3 { return }
      if let nominative = row.unless, frequency(stem + nominative) > 0 { return }
      let hasOthers = row.forms(plural: !place.isPlural).allSatisfy(isKnown)
      if place.isPlural, row.kind == .noun, !hasOthers { return }
      let isWhole = !isRare && hasOthers
      var reading = reading(place, row, stem, kept: stem.count + start)
      reading.trust = isWhole ? row.isNamed ? .named : .whole : .number
      reading.isRarePlural = isRare
      weigh(&reading, row, stem)
      result.append(reading)
    }
    return result
  }

  /// What the endings say of a word that is not known.
  private func guesses(_ word: [UInt8]) -> [RussianReading] {
    var result: [RussianReading] = []
    let isWord = frequency(word) > 0
    forEachPlace(word, from: 0) { place, row, stem in
      let isSure = row.sure.contains { stem.count > $0.count + 1 && stem.ends(with: $0) }
      let isNominative = place.form == 0 && row.kind == .noun
      guard isSure || isNominative || row.isRegular && stem.count > 2 && !isWord else { return }
      var reading = reading(place, row, stem, kept: stem.count)
      // Few nominatives end in -ов and -ами.
      let isPlain = row.isRegular && place.isPlural && word.count - stem.count > (place.inCase == .genitive ? 1 : 2)
      reading.trust = isSure ? .byStem : isNominative ? .unknown : isPlain ? .byEnding : .possible
      reading.isLemmaKnown = row.forms[0].first.map { frequency(stem + $0) > 0 } ?? false
      result.append(reading)
    }
    return result
  }

  private func forEachPlace(
    _ word: [UInt8], from start: Int,
    _ body: (RussianDeclensions.Place, RussianDeclensions.Row, ArraySlice<UInt8>) -> Void
  ) {
    let base = word[start...]
    for length in 0...min(base.count, declensions.longest) {
      guard let places = declensions.places[Array(base.suffix(length))] else { continue }
      let stem = base.dropLast(length)
      for place in places {
        let row = declensions.rows[place.row]
        let least = row.isNamed ? 0 : row.kind == .adjective ? 2 : 1
        if stem.count >= least, row.stem.takes(stem) { body(place, row, stem) }
      }
    }
  }

  private func reading(
    _ place: RussianDeclensions.Place, _ row: RussianDeclensions.Row, _ stem: ArraySlice<UInt8>, kept: Int
  ) -> RussianReading {
    let nominatives = row.forms[place.isPlural ? 6 : 0]
    let best =
      nominatives.count < 2 ? nominatives.first : nominatives.max { frequency(stem + $0) < frequency(stem + $1) }
    return RussianReading(
      kind: row.kind, gender: row.gender, isPlural: place.isPlural, inCase: place.inCase, kept: kept,
      nominative: best ?? [], trust: .unknown, weight: 0, singular: 0, plural: 0, isLemmaKnown: false,
      nominativeFrequency: best.map { frequency(stem + $0) } ?? 0,
      lemmaFrequency: row.forms[0].lazy.map { frequency(stem + $0) }.max() ?? 0, endings: [], row: place.row)
  }

  private func weigh(_ reading: inout RussianReading, _ row: RussianDeclensions.Row, _ stem: ArraySlice<UInt8>) {
    for (form, variants) in row.forms.enumerated() {
      var best = 0
      for ending in variants {
        let frequency = frequency(stem + ending)
        guard frequency > 0 else { continue }
        best = max(best, frequency)
        reading.endings.insert(ending)
        // One step of frequency is twice the count.
        let count = frequency > 1 ? Double(1 << (frequency - 1)) : 0
        if form == 0 || form == 4 { reading.singular += count }
        if form > 6 { reading.plural += count }
      }
      reading.weight += best > 1 ? Double(1 << best) : Double(best) / 2
    }
    reading.isLemmaKnown = true
  }

  /// Without nouns whose known forms another one has and more: врач explains all that *врача, врачи, врачей would.
  /// Beside a masculine with all its forms a nominative in -о is an adverb or the beginning of a compound: долго, психолого.
  private func withoutShadows(_ readings: [RussianReading], _ word: [UInt8]) -> [RussianReading] {
    guard readings.count(where: \.isNoun) > 1 else { return readings }
    let shared = readings.lazy.map(\.kept).min() ?? 0
    let forms = readings.map { reading -> (all: Set<[UInt8]>, withoutNeuter: Set<[UInt8]>) in
      let stem = Array(word[shared..<reading.kept])
      let all = Set(reading.endings.lazy.map { stem + $0 })
      return (all, reading.endings.contains(Self.neuter) ? all.subtracting([stem + Self.neuter]) : all)
    }
    return readings.indices.filter { one in
      let reading = readings[one]
      guard reading.isNoun, reading.trust <= .whole else { return true }
      return !readings.indices.contains { other in
        let another = readings[other]
        guard another.isNoun, another.kept < reading.kept || another.lemmaFrequency >= reading.lemmaFrequency
        else { return false }
        return forms[other].all.isStrictSuperset(of: forms[one].all)
          || another.gender == .masculine && another.trust >= .whole && another.lemmaFrequency >= reading.lemmaFrequency
            && forms[other].all.isStrictSuperset(of: forms[one].withoutNeuter)
      }
    }.map { readings[$0] }
  }

  private static let neuter = LetterCode.codes("о")

  /// Whether a word in -о, -ски, -цки is an adverb: it has its adjective.
  func isAdverb(_ word: [UInt8]) -> Bool {
    guard frequency(word) > 0 else { return false }
    if word[...].ends(with: Self.adverbs[0]) || word[...].ends(with: Self.adverbs[1]) {
      return frequency(word + LetterCode.codes("й")) > 0
    }
    guard word.last == Self.neuter[0] else { return false }
    return Self.adjectives.contains { frequency(word.dropLast() + $0) > 0 }
  }

  private static let adverbs = [LetterCode.codes("ски"), LetterCode.codes("цки")]
  private static let adjectives = [LetterCode.codes("ый"), LetterCode.codes("ий"), LetterCode.codes("ой")]
}
