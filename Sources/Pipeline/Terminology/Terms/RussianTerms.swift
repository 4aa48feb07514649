internal import Lingua

/// What Russian words may be in terms, by their endings.
struct RussianTerms {
  let endings: TermEndings

  /// Whether a word that shares its stem with words that no term has is a noun all the same: эффективность, след.
  func isNoun(_ word: [UInt8], stem: [UInt8]) -> Bool { word == stem || endings.fit(word, .ru, .quality) }

  /// Whether a phrase that an adjective begins has it in the nominative.
  func isNominative(_ phrase: String) -> Bool {
    endings.fit(TermText.folded(String(phrase.prefix { !$0.isWhitespace })), .ru, .nominativeAdjective)
  }

  func tags(_ word: [UInt8], _ parts: TermTagger.Parts) -> TermWordTags {
    func ends(_ role: TermEndings.Role) -> Bool { endings.fit(word, .ru, role) }
    if parts.stem == .other || parts.form == .other { return .stop }
    if parts.stem == .verb { return .stop }
    var tags: TermWordTags = []
    if !parts.isNoun && !parts.stem.contains(.adjective) {
      if word.count > 8, ends(.verb) || ends(.predicate) { return .stop }
    }
    if !parts.stem.contains(.noun), ends(.predicate), word.count > 12 { return .stop }
    if parts.isOnlyAdjective {
      // What is left of an adjective without its ending is an adverb or a short form.
      let isDeclined = ends(.adjective) || ends(.adjectiveOrNoun) || ends(.declinedAdjective)
      return isDeclined ? .adjective : .stop
    }
    if ends(.adjective) && (!parts.isNoun || ends(.adjectiveOnly)) {
      tags.insert(.adjective)
    } else if ends(.adjectiveOrNoun) && !parts.isNoun {
      tags.formUnion(ends(.action) ? .noun : [.noun, .adjective])
    } else {
      tags.insert(.noun)
      if ends(.adjective) && parts.stem.contains(.adjective) { tags.insert(.adjective) }
    }
    if tags.contains(.noun) {
      if ends(.oblique) && !ends(.noCase) {
        tags.insert(ends(.instrumental) ? [.oblique, .object] : .oblique)
      } else {
        tags.insert(.plainForm)
      }
      if ends(.action) { tags.insert(.action) }
    }
    return tags
  }
}
