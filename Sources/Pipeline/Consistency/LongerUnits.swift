internal import Lingua

/// Tells where a name is only a part of what a text says: of a longer keyword, of another approved name, of a compound.
///
/// Such a name does not ask for its translation, as the longer unit may have one of its own: activated carbon is no coal.
struct LongerUnits {
  let approved: ApprovedTerms
  let tagger: TermTagger
  /// The keywords of more than one word.
  private let keywords: Trilingual<[CheckedText]>

  init(approved: ApprovedTerms, tagger: TermTagger, units: [CheckedDocument.Unit]) {
    self.approved = approved
    self.tagger = tagger
    keywords = Trilingual(
      kk: Self.keywords(units, .kk), ru: Self.keywords(units, .ru), en: Self.keywords(units, .en))
  }

  private static func keywords(_ units: [CheckedDocument.Unit], _ language: Language) -> [CheckedText] {
    units.filter { $0.kind == .keyword }.flatMap { $0.texts[language] }.filter { $0.words.count > 1 }
  }

  /// Whether the words that a name has in a text belong to a longer unit.
  func hasPart(_ words: Range<Int>, of text: CheckedText) -> Bool {
    isInKeyword(words, text) || approved.overlaps(words, in: text) || text.language == .en && isInCompound(words, text)
  }

  /// Whether a name of one word has an attribute, so that both may be a name of their own.
  func hasAttribute(_ words: Range<Int>, in text: CheckedText) -> Bool {
    words.count == 1 && words.lowerBound > 0 && text.words[words.lowerBound].followsOn
      && isAdjective(words.lowerBound - 1, in: text)
  }

  private func isAdjective(_ word: Int, in text: CheckedText) -> Bool {
    mayBeAdjective(word, in: text) && tags(text, word).isDisjoint(with: [.noun, .stop])
  }

  /// Whether a word may be an adjective or participle, as far as its ending tells; never one that names an action.
  func mayBeAdjective(_ word: Int, in text: CheckedText) -> Bool {
    let tags = tags(text, word)
    return text.language != .kk && tags.contains(.adjective) && !tags.contains(.action)
  }

  private func isInKeyword(_ words: Range<Int>, _ text: CheckedText) -> Bool {
    keywords[text.language].contains { keyword in
      guard keyword.words.count > words.count, keyword.words.count <= text.words.count else { return false }
      let first = max(0, words.upperBound - keyword.words.count)
      let last = min(words.lowerBound, text.words.count - keyword.words.count)
      return first <= last
        && (first...last).contains { start in
          keyword.words.indices.allSatisfy {
            WordForms.isForm(text.words[start + $0], of: keyword.words[$0], text.language)
          }
        }
    }
  }

  /// Whether an English noun stands before a name or behind it: activation energy values, water protection.
  private func isInCompound(_ words: Range<Int>, _ text: CheckedText) -> Bool {
    if words.upperBound < text.words.count, text.words[words.upperBound].followsOn {
      let tags = tags(text, words.upperBound)
      // Behind a plural a word in -ing is no noun: properties including.
      let isPlural = text.words[words.upperBound - 1].letters.last == "s"
      if isNoun(tags) || tags.contains(.action) && !isPlural { return true }
    }
    return words.lowerBound > 0 && text.words[words.lowerBound].followsOn && isNoun(tags(text, words.lowerBound - 1))
  }

  private func isNoun(_ tags: TermWordTags) -> Bool {
    tags.contains(.noun) && tags.isDisjoint(with: [.stop, .function, .adjective, .action])
  }

  private func tags(_ text: CheckedText, _ word: Int) -> TermWordTags {
    let isSymbol = text.acronyms.contains { $0.token == text.words[word].token }
    var letters: [UInt8] = []
    for letter in text.words[word].letters { letter.append(to: &letters) }
    return tagger.tags(letters, stem: text.words[word].stem, isSymbol: isSymbol, text.language)
  }
}
