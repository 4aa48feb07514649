internal import Lingua

/// What English words may be in terms, by their endings.
struct EnglishTerms {
  let endings: TermEndings

  /// What the singular and the plural of a noun share; other words as they are.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 3 else { return word }
    // Analysis and analyses.
    if word.hasEnding("sis") { return word.dropLast(2) }
    var stem = word
    if word.hasEnding("s"), !word.hasEnding(["ss", "us", "is", "ics", "gas"]) {
      if word.count > 4, word.hasEnding("ies") { return word.dropLast(3) + "y".utf8 }
      stem.removeLast()
    }
    // Boxes and box, databases and database.
    if stem.count > 3, stem.hasEnding(["se", "xe", "ze", "che", "she"]) { stem.removeLast() }
    return stem
  }

  /// How many letters two words that name one action share at least.
  private static let shared = 5

  /// Terms, best first, of which a gerund gives way to the noun of the same verb: automating, automation.
  func nounsFirst(_ terms: [NestedTerms.Term]) -> [NestedTerms.Term] {
    guard let first = terms.first, first.isCounted, let gerund = Self.last(first), gerund.hasEnding("ing"),
      let noun = terms.firstIndex(where: { term in
        guard term.term.form == first.term.form, let word = Self.last(term), !word.hasEnding("ing"),
          endings.fit(word, .en, .verbalNoun)
        else { return false }
        return NestedTerms.length(of: term.term) == NestedTerms.length(of: first.term)
          && zip(word, gerund).prefix { $0 == $1 }.count >= Self.shared && 2 * term.term.count >= first.term.count
      })
    else { return terms }
    var result = terms
    result.insert(result.remove(at: noun), at: 0)
    return result
  }

  private static func last(_ term: NestedTerms.Term) -> [UInt8]? {
    term.term.form == .acronym ? nil : TermText.words(of: term.term.text).last
  }

  func tags(_ word: [UInt8], _ parts: TermTagger.Parts) -> TermWordTags {
    if parts.form == .other || parts.form.isEmpty && parts.stem == .other { return .stop }
    if word.count > 4, word.hasEnding("ly"), !parts.form.contains(.noun), !parts.form.contains(.adjective) {
      return .stop
    }
    if word.hasEnding("ed"), word.count > 4, !parts.form.contains(.noun) {
      // A participle belongs to what follows it.
      return [.adjective, .initial]
    }
    if word.hasEnding("ing"), word.count > 5 { return [.noun, .adjective, .action] }
    if parts.stem == .verb, parts.form == .verb || word.hasEnding("s") { return .stop }
    if parts.form == .adjective || parts.form.isEmpty && parts.isOnlyAdjective { return .adjective }
    if word.count > 4, endings.fit(word, .en, .adjective), !parts.form.contains(.noun) { return .adjective }
    return word.hasEnding("s") ? .noun : [.noun, .plainForm]
  }
}
