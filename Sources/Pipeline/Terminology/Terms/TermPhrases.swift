internal import Lingua

/// Finds the phrases of a text that may be terms: runs of words that a language builds noun phrases of.
enum TermPhrases {
  /// The most words of a phrase that mean something.
  static let longest = 5

  /// Calls `body` with every phrase that may be a term.
  ///
  /// - Parameters:
  ///   - tags: the tags of the words of a text.
  ///   - language: its language.
  ///   - body: takes the words of the phrase by their numbers, and the number of its head.
  static func each(_ tags: [TermWordTags], _ language: Language, _ body: (Range<Int>, _ head: Int) -> Void) {
    for first in tags.indices where tags[first].isDisjoint(with: [.stop, .function]) {
      switch language {
      case .kk: kazakh(tags, first, body)
      case .ru: russian(tags, first, body)
      case .en: english(tags, first, body)
      }
    }
  }

  /// The head stands last and has the case; words before it have none, but objects of a noun of action.
  private static func kazakh(_ tags: [TermWordTags], _ first: Int, _ body: (Range<Int>, Int) -> Void) {
    var hasObject = false
    for last in first..<min(first + longest, tags.count) {
      let word = tags[last]
      if word.contains(.stop) || last > first && (word.contains(.parted) || word.contains(.initial)) { return }
      // What may be an adjective is no term by itself.
      let isWhole = last > first || !word.contains(.adjective) || word.contains(.possessed)
      if word.contains(.noun), isWhole, !hasObject || word.contains(.action) { body(first..<last + 1, last) }
      if word.contains(.oblique) {
        guard word.contains(.object) else { return }
        hasObject = true
      }
    }
  }

  /// Adjectives stand before their noun, nouns in the genitive behind the one that they belong to.
  private static func russian(_ tags: [TermWordTags], _ first: Int, _ body: (Range<Int>, Int) -> Void) {
    var head: Int?
    for last in first..<min(first + longest, tags.count) {
      let word = tags[last]
      if word.contains(.stop) || last > first && word.contains(.parted) { return }
      let isAfterNoun = last > first && !tags[last - 1].contains(.adjective)
      if head != nil, word.contains(.noun), !word.contains(.adjective), word.contains(.oblique) {
        guard word.contains(.object), isAfterNoun, tags[last - 1].contains(.action) else { return }
      }
      guard word.contains(.noun) else {
        if !word.contains(.adjective) { return }
        continue
      }
      if head == nil { head = last }
      // A word that may be an adjective is no term by itself.
      if let head, last > first || !word.contains(.adjective) { body(first..<last + 1, head) }
      // A word that is either goes on as an adjective, and may yet meet its noun.
      if word.contains(.adjective), head == last { head = nil }
    }
  }

  /// The head is the last noun before "of".
  private static func english(_ tags: [TermWordTags], _ first: Int, _ body: (Range<Int>, Int) -> Void) {
    var head: Int?
    var count = 0
    var last = first
    while last < tags.count, count < longest {
      let word = tags[last]
      if last > first, word.contains(.parted) { return }
      if word.contains(.link) {
        // "of", then perhaps "the", then the rest.
        guard head == nil, last > first, tags[last - 1].contains(.noun) else { return }
        head = last - 1
        last += 1
        if last < tags.count, tags[last].contains(.link), !tags[last].contains(.parted) { last += 1 }
        guard last < tags.count, tags[last].isDisjoint(with: [.stop, .function, .parted]) else { return }
        continue
      }
      if word.contains(.stop) { return }
      if word.contains(.initial), last > first, !tags[last - 1].contains(.link) { return }
      count += 1
      if word.contains(.noun) { body(first..<last + 1, head ?? last) }
      last += 1
    }
  }
}
