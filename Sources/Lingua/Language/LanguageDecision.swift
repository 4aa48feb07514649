/// Turns the points of a text into an answer.
struct LanguageDecision {
  let points: LanguagePoints
  let otherLetters: Int
  let otherScript: Script?

  private var letters: Int { points.cyrillicLetters + points.latinLetters + otherLetters }

  private var script: Script {
    if points.cyrillicLetters >= points.latinLetters, points.cyrillicLetters >= otherLetters { return .cyrillic }
    return points.latinLetters >= otherLetters ? .latin : otherScript ?? .unknown
  }

  func guess(among languages: Set<Language>?) -> LanguageGuess {
    guard letters > 0 else { return LanguageGuess(language: .und, script: .common, confidence: 0) }
    if let languages { return closedGuess(among: languages) }
    return openGuess()
  }

  /// How much Kazakh leads Russian; what nothing speaks for is Russian, whose words more seldom carry a sign.
  private var lead: Double { points.kazakh - points.russian - 0.2 }

  /// The lead as a probability: a hyperbola, not the logistic curve, since signs inside a text repeat each other.
  private var kazakhProbability: Double { 0.5 + 0.5 * lead / (0.5 + abs(lead)) }

  /// A Cyrillic text may cite Latin words and names, while an English one seldom holds Cyrillic.
  private var isCyrillic: Bool { points.cyrillicLetters * 3 >= points.latinLetters && points.cyrillicLetters > 0 }

  /// The share of the letters that stand in the script of the answer.
  private var purity: Double {
    Double(isCyrillic ? points.cyrillicLetters : points.latinLetters) / Double(max(1, letters))
  }

  private func closedGuess(among languages: Set<Language>) -> LanguageGuess {
    guard let first = languages.min() else { return LanguageGuess(language: .und, script: script, confidence: 0) }
    if languages.count == 1 { return LanguageGuess(language: LanguageTag(first), script: script, confidence: 1) }
    let hasCyrillicLanguage = languages.contains(.kk) || languages.contains(.ru)
    if isCyrillic ? hasCyrillicLanguage : !languages.contains(.en) {
      let p = languages.contains(.kk) ? languages.contains(.ru) ? kazakhProbability : 1 : 0
      return LanguageGuess(
        language: LanguageTag(p > 0.5 ? .kk : .ru), script: script, confidence: max(p, 1 - p) * purity)
    }
    return LanguageGuess(language: LanguageTag(.en), script: script, confidence: englishConfidence * purity)
  }

  private var englishConfidence: Double {
    let share = Double(points.englishWords) / Double(max(1, points.latinWords))
    return min(0.99, 0.6 + share + 0.01 * Double(min(10, points.latinWords)))
  }

  // MARK: Open set

  private func openGuess() -> LanguageGuess {
    if otherLetters > points.cyrillicLetters + points.latinLetters { return undetermined(0.9) }
    if !isCyrillic { return openLatin() }
    // One letter of another alphabet may be a name or a slip; a share of the words is a language.
    if points.foreignCyrillic * 8 > points.cyrillicWords { return undetermined(0.9) }
    let p = kazakhProbability
    if points.otherWords * 8 > points.cyrillicWords, points.otherWords > min(1, points.russianWords),
      points.ownKazakh == 0
    {
      return undetermined(0.8)
    }
    if p > 0.5 {
      if !isPlausiblyKazakh { return undetermined(0.6) }
    } else if points.hardSignAsVowel > 0, points.hardSignAsVowel * 12 > points.cyrillicWords, points.russianVowels == 0
    {
      return undetermined(0.6)
    } else if points.dottedI > 0, points.russianWords * 4 < points.cyrillicWords {
      return undetermined(0.6)  // Ukrainian or Belarusian
    } else if points.cyrillicWords >= 8, points.russianWords * 12 < points.cyrillicWords,
      points.russian < 2.2 * Double(points.cyrillicWords)
    {
      return undetermined(0.5)  // nothing of it is Russian but the letters
    }
    return LanguageGuess(
      language: LanguageTag(p > 0.5 ? .kk : .ru), script: script, confidence: max(p, 1 - p) * purity)
  }

  /// Whether the letters fit Kazakh and not a relative or a neighbour.
  private var isPlausiblyKazakh: Bool {
    let words = points.cyrillicWords
    // Kyrgyz and Mongolian have ң ө ү but neither қ ғ ұ nor і; Tatar and Bashkir lack і.
    if points.ownKazakh == 0, points.dottedI == 0 { return points.sharedKazakh == 0 || words < 3 }
    if points.dottedI == 0, words >= 6, points.ownKazakh * 12 < words { return false }
    // Ukrainian and Belarusian have і among back vowels and no other letter of Kazakh.
    if points.ownKazakh + points.sharedKazakh == 0 {
      return points.frontWordsWithI == points.wordsWithI
    }
    return true
  }

  private func openLatin() -> LanguageGuess {
    let words = max(1, points.latinWords)
    if points.foreignLatin * 10 > words { return undetermined(0.8) }
    if points.otherLatinWords * 10 > words, points.otherLatinWords > points.englishWords { return undetermined(0.8) }
    // Keywords and titles may lack frequent words; their endings then speak for them.
    let evidence = Double(points.englishWords * 4) + points.englishShapes
    if words >= 6, evidence < 0.15 * Double(words) { return undetermined(0.5) }
    let guess = englishConfidence * (evidence > 0.5 * Double(words) ? 1 : 0.7)
    return LanguageGuess(language: LanguageTag(.en), script: script, confidence: guess * purity)
  }

  private func undetermined(_ confidence: Double) -> LanguageGuess {
    LanguageGuess(language: .und, script: script, confidence: confidence)
  }
}
