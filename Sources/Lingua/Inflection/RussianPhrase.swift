/// One way to put a phrase.
struct PhraseForm {
  /// The words that change, by their number, and what they become.
  var changed: [Int: [Unicode.Scalar]]
  /// Whether the phrase is then in the plural.
  var isPlural = false
}

/// Puts a Russian phrase into the nominative: finds its head and what agrees with it.
struct RussianPhrase {
  /// A reading of the head with those of the words before it that agree.
  struct Choice {
    var head: RussianReading
    var modifiers: [Int: RussianReading]
  }

  let reader: RussianReader
  let words: [PrintedWord]
  let readings: [[RussianReading]]
  private let isAcronyms: [Bool]

  /// How many words are looked at for the head.
  private static let reach = 8

  /// - Parameter cache: the readings of words that were met before.
  init(_ words: [PrintedWord], reader: RussianReader, cache: inout [[UInt8]: [RussianReading]]) {
    self.reader = reader
    self.words = words
    let isMixed = words.contains { $0.scalars.contains { $0.isLetter && !$0.isUppercaseLetter } }
    func isAcronym(_ word: PrintedWord) -> Bool { isMixed && word.isCapitals && word.range.count < 7 }
    isAcronyms = words.map(isAcronym)
    var all: [[RussianReading]] = []
    for word in words {
      var readings: [RussianReading] = []
      if let codes = word.codes {
        readings = cache[codes] ?? reader.readings(codes)
        cache[codes] = readings
      }
      // An acronym in a phrase does not change; its gender is that of what agrees with it.
      if isAcronym(word), let codes = word.codes {
        readings = reader.indeclinable(codes, genders: RussianDeclensions.Gender.allCases)
      }
      // Names in -ов are no plurals.
      if word.beginsWithCapital, !word.isCapitals { readings.removeAll { $0.trust == .byEnding } }
      all.append(readings)
    }
    readings = all
  }

  /// What the words become, by their number; nil where the phrase cannot be understood. The first is what the phrase
  /// itself says; the others are for those who know which forms are printed elsewhere.
  func forms() -> [PhraseForm]? {
    guard let first = words.first?.codes ?? words.first.map({ _ in [] }), !isPreposition(first),
      let (place, choices) = head()
    else { return nil }
    let most = choices.lazy.map(\.head.weight).max() ?? 0
    let nominatives = choices.filter { choice in
      choice.head.inCase == .nominative && 16 * choice.head.weight >= most
        && (!choice.head.isRarePlural || !choice.modifiers.isEmpty) && !isRatherGenitive(choice, choices)
    }
    guard let best = nominatives.max(by: { Self.isLess($0.head, $1.head) }) else {
      return sorted(choices, place).prefix(4).map { form(place, $0) }
    }
    let printed = form(place, best)
    if best.head.trust == .unknown {
      return [printed] + sorted(choices, place).filter { $0.head.trust == .possible }.prefix(4).map { form(place, $0) }
    }
    guard best.head.isPlural, let other = singular(of: best, choices) else { return [printed] }
    let made = form(place, other)
    return isRatherSingular(place, other.head, best.head) ? [made, printed] : [printed, made]
  }

  /// The likeliest first; adjectives that are nouns of their own before those that are not.
  private func sorted(_ choices: [Choice], _ place: Int) -> [Choice] {
    func rank(_ choice: Choice) -> Int {
      choice.head.isRarePlural ? 0 : isUsedAsNoun(place, [choice]) ? 2 : 1
    }
    return choices.sorted { a, b in
      let ranks = (rank(a), rank(b))
      return ranks.0 == ranks.1 ? Self.isLess(b.head, a.head) : ranks.0 > ranks.1
    }
  }

  /// Whether a nominative is rather the genitive of a word that is much more usual: рака.
  private func isRatherGenitive(_ nominative: Choice, _ choices: [Choice]) -> Bool {
    guard nominative.head.isNoun, !nominative.head.isPlural else { return false }
    return choices.contains {
      $0.head.isNoun && !$0.head.isPlural && $0.head.inCase == .genitive && $0.head.trust >= nominative.head.trust
        && $0.head.nominativeFrequency > nominative.head.nominativeFrequency + 1
    }
  }

  private func isPreposition(_ word: [UInt8]) -> Bool { reader.phraseWords.contains(word, .preposition) }

  private static func isLess(_ a: RussianReading, _ b: RussianReading) -> Bool {
    (a.trust.rawValue, a.weight, a.nominativeFrequency, b.row) < (
      b.trust.rawValue, b.weight, b.nominativeFrequency, a.row
    )
  }

  /// The place of the head and its readings that fit.
  private func head() -> (Int, [Choice])? {
    var best: (Int, [Choice])?
    var modifiers: [Int] = []
    var place = 0
    while place < min(words.count, Self.reach) {
      let word = words[place].codes ?? []
      // путём is a noun as well.
      let isRatherNoun = !modifiers.isEmpty && readings[place].contains(where: \.isNoun)
      if isPreposition(word), !isAcronyms[place], !isRatherNoun { break }
      let own = readings[place]
      let isAdjective = own.contains { !$0.isNoun }
      let isBeforeAdjective = hasAdjective(place + 1) || place + 1 < words.count && isAdverb(place + 1)
      let isAdverb = isBeforeAdjective && isAdverb(place)
      if !(isAdverb && (own.isEmpty || word.ends(inText: "ски") || hasAdjective(place + 1) && !isAdjective)) {
        let choices = choices(place, modifiers, isNoun: true)
        if !choices.isEmpty { best = (place, choices) }
      }
      if isAdjective {
        modifiers.append(place)
      } else if !(isAdverb
        || !modifiers.isEmpty && hasAdjective(place + 1) && reader.phraseWords.contains(word, .joint))
      {
        break
      }
      place += 1
    }
    if let best { return best }
    // An adjective that is used as a noun; no noun may follow that it could belong to.
    for k in modifiers.indices.reversed() {
      let choices = choices(modifiers[k], Array(modifiers[..<k]), isNoun: false)
      guard !choices.isEmpty else { continue }
      let next = modifiers[k] + 1
      let isFollowed = next < words.count && !modifiers.contains(next) && readings[next].contains(where: \.isNoun)
      return isFollowed && !isUsedAsNoun(modifiers[k], choices) ? nil : (modifiers[k], choices)
    }
    return nil
  }

  private func hasAdjective(_ place: Int) -> Bool {
    place < words.count && readings[place].contains { !$0.isNoun }
  }

  /// Whether the nominative of an adjective stands in the table as a noun.
  private func isUsedAsNoun(_ place: Int, _ choices: [Choice]) -> Bool {
    choices.contains { choice in
      guard let codes = words[place].codes else { return false }
      return reader.phraseWords.contains(Array(codes.prefix(choice.head.kept)) + choice.head.nominative, .noun)
    }
  }

  private func isAdverb(_ place: Int) -> Bool {
    guard let word = words[place].codes else { return false }
    return reader.phraseWords.contains(word, .adverb) || reader.isAdverb(word)
  }

  private func choices(_ place: Int, _ modifiers: [Int], isNoun: Bool) -> [Choice] {
    readings[place].compactMap { head in
      guard head.isNoun == isNoun else { return nil }
      var choice = Choice(head: head, modifiers: [:])
      for modifier in modifiers {
        let fitting = readings[modifier].filter { !$0.isNoun && $0.agrees(with: head) }
        guard let best = fitting.max(by: Self.isLess) else { return nil }
        choice.modifiers[modifier] = best
      }
      return choice
    }
  }

  /// The genitive singular that a nominative plural looks like.
  private func singular(of plural: Choice, _ choices: [Choice]) -> Choice? {
    choices.filter {
      !$0.head.isPlural && $0.head.inCase == .genitive && $0.head.kept == plural.head.kept && $0.head.isNoun
    }.max { Self.isLess($0.head, $1.head) }
  }

  /// Whether a form that is a genitive singular as well as a nominative plural is rather the former: the word has
  /// hardly a plural, or a name follows that it introduces, or a capital shows the name of one thing.
  private func isRatherSingular(_ place: Int, _ head: RussianReading, _ plural: RussianReading) -> Bool {
    let codes = words[place].codes ?? []
    if reader.phraseWords.contains(Array(codes.prefix(plural.kept)) + plural.nominative, .plural) { return false }
    let lemma = Array(codes.prefix(head.kept)) + head.nominative
    let isAbstract = reader.phraseWords.abstract.contains { lemma.count > $0.count + 1 && lemma[...].ends(with: $0) }
    if head.trust <= .byStem { return isAbstract || head.isLemmaKnown }
    if head.singular >= (isAbstract ? 1 : 1.7) * head.plural, isAbstract || head.singular >= 2 { return true }
    guard place + 1 < words.count else { return false }
    let (word, next) = (words[place], words[place + 1])
    if word.beginsWithCapital, !word.isCapitals, head.singular >= 2, head.plural == 0 { return true }
    guard next.beginsWithCapital, !next.isCapitals, next.range.lowerBound == word.range.upperBound + 1 else {
      return false
    }
    let cases = readings[place + 1].filter(\.isNoun)
    return !cases.contains { $0.inCase == .genitive }
      && (cases.isEmpty || cases.contains { $0.inCase == .nominative && !$0.isPlural })
  }

  private func form(_ place: Int, _ choice: Choice) -> PhraseForm {
    var changed: [Int: [Unicode.Scalar]] = [:]
    func change(_ place: Int, _ reading: RussianReading) {
      changed[place] = words[place].with(kept: reading.kept, ending: reading.nominative)
    }
    changed[place] = compound(place, choice.head)
    for (place, reading) in choice.modifiers { change(place, reading) }
    let next = place + 1
    if next + 1 < words.count, reader.phraseWords.contains(words[next].codes ?? [], .joint) {
      // Two heads: качества и безопасности.
      let fitting = readings[next + 1].filter { $0.isNoun && $0.inCase == choice.head.inCase }
      if let best = fitting.max(by: Self.isLess), choice.head.inCase != .nominative { change(next + 1, best) }
    } else if next < words.count, !readings[next].contains(where: \.isNoun) {
      // An adjective behind its noun: систем автоматизированных.
      let fitting = readings[next].filter { $0.agrees(with: choice.head) }
      let isLast = next + 1 == words.count || isPreposition(words[next + 1].codes ?? [])
      if isLast, let best = fitting.max(by: Self.isLess), let codes = words[next].codes,
        !reader.phraseWords.contains(Array(codes.prefix(best.kept)) + best.nominative, .noun)
      {
        change(next, best)
      }
    }
    return PhraseForm(changed: changed, isPlural: choice.head.isPlural)
  }

  /// The head, whose parts before a hyphen may decline as well: инженера-технолога.
  private func compound(_ place: Int, _ head: RussianReading) -> [Unicode.Scalar] {
    let word = words[place]
    let whole = word.with(kept: head.kept, ending: head.nominative)
    guard head.inCase != .nominative, let codes = word.codes, let hyphen = codes.lastIndex(of: 0x2D), hyphen < head.kept
    else { return whole }
    let first = PrintedWord(word.range.lowerBound..<word.range.lowerBound + hyphen, within: word)
    let fitting = reader.readings(Array(codes[..<hyphen])).filter {
      $0.isNoun && $0.inCase == head.inCase && $0.isPlural == head.isPlural && $0.trust >= .byStem
    }
    guard let best = fitting.max(by: Self.isLess) else { return whole }
    return first.with(kept: best.kept, ending: best.nominative) + whole[hyphen...]
  }
}

extension [UInt8] {
  /// Whether a word's last letters are those of a text.
  fileprivate func ends(inText text: String) -> Bool { self[...].ends(with: LetterCode.codes(text)) }
}
