internal import Lingua

/// Finds how much of running text before a bracket is the term whose translation the bracket holds.
struct GlossTerms {
  let text: GlossText
  let languages: GlossLanguages
  let evidence: GlossEvidence

  /// The most words of a term.
  private static let mostWords = 7
  /// How much of the words of both sides must have a counterpart.
  private static let agreement = 0.5
  /// The same where the bracket holds words of small letters that are all known: hardly anything but a translation.
  private static let agreementOfPhrases = 0.33
  /// The same where more follows in the bracket, which makes it a list.
  private static let agreementOfLists = 0.7
  /// What differs less agrees as well.
  private static let tie = 0.02

  /// Words in capitals of so many letters are none.
  private static let longestAcronym = 7

  /// What the bracket holds, without what introduces and follows it.
  private struct Inside {
    var range: Range<Int>
    var language: Language
    var words: [GlossEvidence.Word]
    var isCyrillic: Bool
    var isInCapitals: Bool
    /// How much of the words of both sides must have a counterpart.
    var agreement: Double
  }

  /// The term that ends at `last`, and its translation in the bracket.
  func term(endingAt last: Int, _ bracket: Range<Int>) -> (left: Range<Int>, right: Range<Int>)? {
    guard text.scalars[last].isLetter, let inside = inside(bracket, behind: last) else { return nil }
    let before = wordsBefore(last + 1, inside)
    var best: (range: Range<Int>, weight: Double, length: Int)?
    for language in inside.isCyrillic ? [Language.en] : [.ru, .kk] {
      var words: [GlossEvidence.Word] = []
      for word in before {
        let added = evidence.words(of: text.string(word), language)
        // Grammar may stand inside a term, not at its edges.
        if added.isEmpty { if words.isEmpty { break } else { continue } }
        words = added + words
        let weight = evidence.agreement(words, inside.words, (language, inside.language))
        // Of two that agree as well the one that is as long as the translation.
        let length = abs(words.count - inside.words.count)
        let isBetter =
          best.map {
            weight > $0.weight + Self.tie || weight > $0.weight - Self.tie && length < $0.length
          } ?? (weight > 0)
        if isBetter { best = (word.lowerBound..<last + 1, weight, length) }
      }
    }
    guard let best, best.weight >= inside.agreement else { return nil }
    return (best.range, inside.range)
  }

  /// The words before a place, the last first, as far as a mark, an acronym or a word of the bracket's own script.
  private func wordsBefore(_ place: Int, _ inside: Inside) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = place
    while words.count < Self.mostWords, let word = word(before: start), isCyrillic(word) != inside.isCyrillic,
      inside.isInCapitals || !isAcronym(word)
    {
      words.append(word)
      start = word.lowerBound
    }
    return words
  }

  /// The word that ends before a place, blanks left out; nil at a mark that ends a phrase.
  private func word(before place: Int) -> Range<Int>? {
    var end = place
    while end > 0, text.scalars[end - 1] == " " { end -= 1 }
    var start = end
    while start > 0, text.scalars[start - 1].isLetter || text.scalars[start - 1] == "-" { start -= 1 }
    return start < end ? start..<end : nil
  }

  private func inside(_ bracket: Range<Int>, behind last: Int) -> Inside? {
    let isCyrillic = self.isCyrillic(bracket)
    guard let start = afterLeadIns(bracket, isCyrillic) else { return nil }
    var end = start
    while end < bracket.upperBound, !isEnd(end) {
      // Figures, addresses and formulas are in no term.
      if !isPart(text.scalars[end]) { return nil }
      end += 1
    }
    let range = text.trimmed(start..<end)
    let words = wordRanges(range)
    // In a heading all is in capitals, an acronym is short.
    let isInCapitals =
      words.allSatisfy { isAcronym($0) || $0.count < 3 } && words.contains { $0.count >= Self.longestAcronym }
      && word(before: last + 1).map { isAcronym($0) } == true
    guard (1...Self.mostWords).contains(words.count), words.allSatisfy({ self.isCyrillic($0) == isCyrillic }),
      // An acronym is no translation, and a single letter is an initial, as in names of species and of people.
      isInCapitals || words.contains(where: { !isAcronym($0) }),
      !words.contains(where: { $0.count == 1 && isUpper($0) }),
      range.count(where: { text.scalars[$0].isLetter }) >= 4,
      let side = languages.side(text.string(range), in: text, at: range, isBesideCyrillic: !isCyrillic),
      side.romanized == nil, let first = words.first,
      !evidence.words(of: text.string(first), side.language).isEmpty
    else { return nil }
    let content = evidence.words(of: side.text, side.language)
    let isUsual = content.allSatisfy(\.isUsual)
    // Genus and species: a capital, and words that English does not know.
    if !isCyrillic, !isUsual, isUpper(first), words.dropFirst().allSatisfy({ !isUpper($0) }) { return nil }
    let isPhrase = content.count > 1 && isUsual && (isInCapitals || words.allSatisfy { !isUpper($0) })
    return Inside(
      range: range, language: side.language, words: content, isCyrillic: isCyrillic, isInCapitals: isInCapitals,
      agreement: isList(end..<bracket.upperBound)
        ? Self.agreementOfLists : isPhrase ? Self.agreementOfPhrases : Self.agreement)
  }

  /// Where a bracket's term begins: behind "англ." and the like, which are in another script than the term.
  private func afterLeadIns(_ bracket: Range<Int>, _ isCyrillic: Bool) -> Int? {
    var start = bracket.lowerBound
    for word in wordRanges(bracket) {
      start = word.lowerBound
      if self.isCyrillic(word) == isCyrillic { return start }
      let folded = String(scalars: GlossaryLetters.folded(text.scalars[word]))
      guard Language.allCases.contains(where: { evidence.forms.isLeadIn(folded, $0) }) else { return nil }
    }
    return nil
  }

  /// Whether more follows a term in its bracket than acronyms.
  private func isList(_ rest: Range<Int>) -> Bool {
    wordRanges(rest).contains { word in
      let folded = String(scalars: GlossaryLetters.folded(text.scalars[word]))
      return !isAcronym(word) && !Language.allCases.contains { evidence.forms.isLeadIn(folded, $0) }
    }
  }

  /// Whether a mark ends the term in a bracket.
  private func isEnd(_ place: Int) -> Bool {
    switch text.scalars[place] {
    case ",", ";", ":", "–", "—": true
    default: false
    }
  }

  private func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "'", "’", "\u{2010}", "\u{2011}", ".", "\"", "“", "”", "«", "»": true
    default: scalar.isLetter
    }
  }

  private func wordRanges(_ range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for k in range {
      if text.scalars[k].isLetter {
        if start == nil { start = k }
      } else if let first = start, text.scalars[k] != "-", text.scalars[k] != "’", text.scalars[k] != "'" {
        words.append(first..<k)
        start = nil
      }
    }
    if let start { words.append(start..<range.upperBound) }
    return words
  }

  private func isAcronym(_ word: Range<Int>) -> Bool {
    word.count { text.scalars[$0].isUppercaseLetter } >= 2 && !word.contains { text.scalars[$0].isLowercaseLetter }
  }

  private func isUpper(_ word: Range<Int>) -> Bool { text.scalars[word.lowerBound].isUppercaseLetter }

  private func isCyrillic(_ range: Range<Int>) -> Bool {
    var cyrillic = 0
    var letters = 0
    for k in range where text.scalars[k].isLetter {
      letters += 1
      if GlossaryLetters.isCyrillicLetter(text.scalars[k]) { cyrillic += 1 }
    }
    return 2 * cyrillic > letters
  }
}
