internal import Lingua

/// Says what each word may be in a term, by the lexicons and by its ending.
struct TermTagger: Sendable {
  let vocabulary: TermVocabulary

  /// The tags of a word, wherever it stands.
  ///
  /// - Parameters:
  ///   - letters: the word, folded.
  ///   - stem: its stem.
  ///   - isSymbol: whether it is one that no rule of inflection applies to.
  ///   - language: its language.
  func tags(_ letters: [UInt8], stem: [UInt8], isSymbol: Bool, _ language: Language) -> TermWordTags {
    if vocabulary.isFunction(letters, language) || letters.count < (letters.first ?? 0 < 0x80 ? 2 : 3) {
      var tags: TermWordTags = [.function, .stop]
      if language == .en && (letters == Array("of".utf8) || letters == Array("the".utf8)) { tags.insert(.link) }
      return tags
    }
    var tags = vocabulary.role(stem, language)
    if language == .ru, RussianTerms(endings: vocabulary.endings).isNoun(letters, stem: stem) { tags.remove(.stop) }
    if isSymbol {
      tags.formUnion([.noun, .symbol, .plainForm])
      return tags
    }
    let parts = Parts(
      form: vocabulary.forms[language][letters] ?? [], stem: vocabulary.stems[language][stem] ?? [])
    // An English compound is what its last part is: pectin-rich, decision-making.
    if language == .en, parts.form.isEmpty, parts.stem.isEmpty, let hyphen = letters.lastIndex(of: 0x2D) {
      let last = Array(letters[(hyphen + 1)...])
      if last.count > 2 { return tags.union(self.tags(last, stem: EnglishTerms.stem(last), isSymbol: false, .en)) }
    }
    switch language {
    case .kk: tags.formUnion(KazakhTerms(endings: vocabulary.endings).tags(letters, stem: stem, parts))
    case .ru: tags.formUnion(RussianTerms(endings: vocabulary.endings).tags(letters, parts))
    case .en: tags.formUnion(EnglishTerms(endings: vocabulary.endings).tags(letters, parts))
    }
    return tags
  }

  /// What the lexicons know of a word.
  struct Parts {
    /// The parts of speech of which it is a dictionary form.
    var form: TermVocabulary.Parts
    /// Those of the dictionary forms that have its stem.
    var stem: TermVocabulary.Parts
    var isNoun: Bool { stem.contains(.noun) }
    /// Whether it is an adjective and nothing else.
    var isOnlyAdjective: Bool { stem == .adjective }
  }
}

/// The ending of a word in UTF-8.
extension [UInt8] {
  /// The first of some endings that the word has.
  func hasEnding(_ endings: [StaticString]) -> Bool { endings.contains { hasEnding($0) } }

  func hasEnding(_ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard count > length else { return false }
    return suffix(length).elementsEqual(UnsafeBufferPointer(start: ending.utf8Start, count: length))
  }
}
