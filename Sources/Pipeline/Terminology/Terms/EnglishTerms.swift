/// English words, by the endings of the language.
enum EnglishTerms {
  private static let adjectives: [StaticString] = [
    "al", "ic", "ive", "ous", "able", "ible", "ful", "less", "ary", "ical",
  ]

  /// A noun without the ending of the plural; other words as they are.
  static func singular(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 3, word.hasEnding("s"), !word.hasEnding(["ss", "us", "is", "ics"]) else { return word }
    if word.count > 4, word.hasEnding("ies") { return word.dropLast(3) + Array("y".utf8) }
    if word.hasEnding(["sses", "shes", "ches", "xes", "zes"]) { return Array(word.dropLast(2)) }
    return Array(word.dropLast())
  }

  static func tags(_ word: [UInt8], _ parts: TermTagger.Parts) -> TermWordTags {
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
    if word.count > 4, word.hasEnding(adjectives), !parts.form.contains(.noun) { return .adjective }
    return word.hasEnding("s") ? .noun : [.noun, .plainForm]
  }
}
