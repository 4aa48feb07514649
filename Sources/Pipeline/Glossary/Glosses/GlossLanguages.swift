internal import Lingua

/// Tells which of the three languages a side of a gloss is in.
struct GlossLanguages {
  /// A side of a gloss.
  struct Side {
    var language: Language
    var text: String
    /// The Russian as printed in Latin letters.
    var romanized: String?
  }

  let letters: GlossLetters
  let words: KnownWords
  let romanized: RomanizedRussian
  let identifier: LanguageIdentifier

  /// The share of words that must become known Russian ones.
  private static let leastKnown = 0.5
  /// The share of words that English must know.
  private static let leastEnglish = 0.5

  /// A side in Cyrillic, or in Latin letters; nil where it is in neither or in a language that is not ours.
  ///
  /// - Parameters:
  ///   - text: the side as printed.
  ///   - document: where it stands; a name in Cyrillic is in the language of what stands around it.
  ///   - range: the place there.
  ///   - isBesideCyrillic: whether the other side is in Cyrillic, so that Latin letters are a translation unless
  ///     they are clearly of another language.
  func side(_ text: String, in document: GlossText, at range: Range<Int>, isBesideCyrillic: Bool) -> Side? {
    let text = letters.repaired(text)
    let scripts = GlossLetters.scripts(text)
    if scripts.cyrillic + scripts.latin < 3 { return nil }
    if scripts.cyrillic > scripts.latin {
      return Side(language: cyrillic(text, document, range), text: text)
    }
    if scripts.cyrillic > 0 && 3 * scripts.cyrillic > scripts.latin { return nil }
    let english = knownEnglish(text)
    if english >= Self.leastEnglish { return Side(language: .en, text: text) }
    let reading = romanized.reading(text)
    if reading.known >= Self.leastKnown && reading.known > english && !isBesideCyrillic {
      return Side(language: .ru, text: reading.text, romanized: text)
    }
    guard isBesideCyrillic else { return nil }
    // Names are known to no list; another language is told by its letters.
    return text.unicodeScalars.allSatisfy { !$0.isLetter || $0.isASCII } ? Side(language: .en, text: text) : nil
  }

  /// Two sides in Cyrillic that are in Kazakh and Russian, in either order: one has letters or more words of Kazakh, the other
  /// has no such letter and more words of Russian. What stands around says nothing of them.
  func cyrillicPair(_ left: String, _ right: String) -> (left: Side, right: Side)? {
    let sides = [left, right].map { Side(language: own($0), text: letters.repaired($0)) }
    guard sides[0].language != sides[1].language else { return nil }
    let russian = sides[0].language == .ru ? sides[0].text : sides[1].text
    return known(russian, .ru) >= Self.leastRussian ? (sides[0], sides[1]) : nil
  }

  /// The share of words that Russian beside Kazakh must have.
  private static let leastRussian = 0.5

  /// Kazakh or Russian by the words alone.
  private func own(_ text: String) -> Language {
    let text = letters.repaired(text)
    if hasKazakhLetter(text) { return .kk }
    let (kazakh, russian) = (known(text, .kk), known(text, .ru))
    return kazakh == russian ? (isKazakh(text) ? .kk : .ru) : kazakh > russian ? .kk : .ru
  }

  private func hasKazakhLetter(_ text: String) -> Bool {
    text.unicodeScalars.contains { Self.kazakhLetters.contains($0) }
  }

  /// Kazakh or Russian: by the letters that only Kazakh has, by the words around, and where those are in another script
  /// by what is known, Russian in doubt, as Russian is what other languages quote.
  private func cyrillic(_ text: String, _ document: GlossText, _ range: Range<Int>) -> Language {
    if hasKazakhLetter(text) { return .kk }
    let around = letters.repaired(document.string(document.surroundings(range)))
    let scripts = GlossLetters.scripts(around)
    // Names tell nothing; of Kazakh words without a letter of their own more are known in Kazakh.
    if scripts.cyrillic <= scripts.latin {
      let isName = text.split(separator: " ").allSatisfy { $0.unicodeScalars.first?.isLowercaseLetter != true }
      return !isName && known(text, .kk) > known(text, .ru) ? .kk : .ru
    }
    // A title's own words may mislead, so Kazakh must be around as well.
    if text.split(separator: " ").count >= 3, !isKazakh(text) { return .ru }
    return isKazakh(around) ? .kk : .ru
  }

  private func isKazakh(_ text: String) -> Bool {
    identifier.identify(text, among: [.kk, .ru]).language.rawValue == Language.kk.tag
  }

  private static let kazakhLetters = Set("ӘәҒғҚқҢңӨөҰұҮүҺһІі".unicodeScalars)

  /// What share of the words a language has.
  private func known(_ text: String, _ language: Language) -> Double {
    var count = 0
    var known = 0
    let glossary = GlossaryText(text)
    for token in glossary.tokens where token.kind == .word && token.letters >= 2 {
      count += 1
      if words.frequency(of: glossary.foldedString(token), in: language) > 1 { known += 1 }
    }
    return count == 0 ? 0 : Double(known) / Double(count)
  }

  /// Whether a word is an English one and no romanised Russian one.
  func isEnglishAlone(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0 < 0x80 } && words.frequency(of: word.lowercased(), in: .en) > 1
      && romanized.reading(word).known == 0
  }

  private func knownEnglish(_ text: String) -> Double {
    var count = 0
    var known = 0
    for word in text.split(whereSeparator: { !$0.isLetter && !Self.apostrophes.contains($0) }) {
      let parts = word.lowercased().split(whereSeparator: Self.apostrophes.contains).map(String.init)
      guard let first = parts.first, word.count >= 2 else { continue }
      count += 1
      // What ends in 's is known without it; other apostrophes are soft signs rather: sud'by.
      if parts.count > 1, !Self.endings.contains(parts[1]) { continue }
      if words.frequency(of: first, in: .en) > 1 { known += 1 }
    }
    return count == 0 ? 0 : Double(known) / Double(count)
  }

  private static let apostrophes: Set<Character> = ["'", "’"]
  /// What may stand behind an English apostrophe.
  private static let endings: Set<String> = ["s", "t", "d", "m", "ll", "re", "ve"]
}
