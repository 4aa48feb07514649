internal import Lingua

/// What Kazakh words may be in terms, by their endings.
struct KazakhTerms {
  let endings: TermEndings

  func tags(_ word: [UInt8], stem: [UInt8], _ parts: TermTagger.Parts) -> TermWordTags {
    func ends(_ role: TermEndings.Role) -> Bool { endings.fit(word, .kk, role) }
    if parts.form == .other || parts.form.isEmpty && parts.stem == .other && word == stem { return .stop }
    let isKnown = !parts.form.intersection([.noun, .adjective]).isEmpty
    if isKnown {
      var tags: TermWordTags = .plainForm
      if parts.form.contains(.noun) || parts.form.contains(.verb) { tags.insert(.noun) }
      if parts.form.contains(.adjective) { tags.insert(.adjective) }
      if ends(.action) { tags.insert(.action) }
      if word != stem && ends(.possessive) { tags.insert(.possessed) }
      return tags
    }
    if ends(.present) || ends(.converb) { return .stop }
    if word != stem {
      if ends(.past), !parts.isNoun { return .stop }
      if ends(.participle) { return [.adjective, .initial] }
      if ends(.locativeAttribute), word.count > stem.count + 4 { return [.adjective, .initial] }
      if word.count > stem.count + 2 {
        if ends(.genitive) { return [.noun] }
        if ends(.dative) { return [.noun, .oblique, .object] }
        if ends(.inCase) { return [.noun, .oblique] }
      }
      if ends(.action) { return [.noun, .action, .plainForm] }
      if ends(.accusative) { return [.noun, .oblique, .object] }
      if ends(.dental), parts.isNoun { return [.noun, .adjective, .oblique, .object] }
      if ends(.dental) || ends(.attribute) { return [.adjective, .plainForm] }
      if ends(.possessive) { return [.noun, .plainForm, .possessed] }
    }
    if ends(.action) { return [.noun, .action, .plainForm] }
    if parts.isOnlyAdjective { return [.adjective, .plainForm] }
    return [.noun, .plainForm]
  }
}
