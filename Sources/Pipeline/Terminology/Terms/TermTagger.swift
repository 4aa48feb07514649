internal import Lingua

/// Says what each word may be in a term, by the lexicons and by its ending.
struct TermTagger: Sendable {
  let vocabulary: TermVocabulary

  /// The tags of a word.
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - stem: its stem.
  ///   - language: its language.
  func tags(_ word: TermText.Word, stem: [UInt8], _ language: Language) -> TermWordTags {
    var tags: TermWordTags = word.isParted ? .parted : []
    if vocabulary.isFunction(word.letters, language) || word.letters.count < 2 {
      tags.formUnion([.function, .stop])
      if language == .en && (word.letters == Array("of".utf8) || word.letters == Array("the".utf8)) {
        tags.insert(.link)
      }
      return tags
    }
    let role = vocabulary.role(stem, language)
    tags.formUnion(role)
    if language == .ru, RussianTerms.isNoun(word.letters, stem: stem) { tags.remove(.stop) }
    if word.isSymbol {
      tags.formUnion([.noun, .symbol, .plainForm])
      return tags
    }
    let parts = Parts(
      form: vocabulary.forms[language][word.letters] ?? [], stem: vocabulary.stems[language][stem] ?? [])
    switch language {
    case .kk: tags.formUnion(KazakhTerms.tags(word.letters, stem: stem, parts))
    case .ru: tags.formUnion(RussianTerms.tags(word.letters, parts))
    case .en: tags.formUnion(EnglishTerms.tags(word.letters, parts))
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
