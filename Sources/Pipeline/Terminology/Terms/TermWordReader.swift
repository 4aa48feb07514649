internal import Lingua

/// Reads words as terms need them: their stems and tags, each form once.
struct TermWordReader: ~Copyable {
  /// What is known of a word wherever it stands.
  struct Reading {
    var stem: [UInt8]
    var tags: TermWordTags
  }

  private let tagger: TermTagger
  private var stemmers: Stemmers
  private var known = Trilingual(repeating: WordMemory<Reading>())

  init(_ tagger: TermTagger, kazakh: KazakhStemmer) {
    self.tagger = tagger
    stemmers = Stemmers(kazakh: kazakh)
  }

  mutating func reading(_ word: TermText.Word, _ language: Language) -> Reading {
    if word.isSymbol { return Self.reading(word.letters, isSymbol: true, language, tagger, &stemmers) }
    return known[language].value(of: word.letters) {
      Self.reading($0, isSymbol: false, language, tagger, &stemmers)
    }
  }

  private static func reading(
    _ letters: [UInt8], isSymbol: Bool, _ language: Language, _ tagger: TermTagger, _ stemmers: inout Stemmers
  ) -> Reading {
    let stem = TermStem.of(letters, language, &stemmers)
    return Reading(stem: stem, tags: tagger.tags(letters, stem: stem, isSymbol: isSymbol, language))
  }
}
