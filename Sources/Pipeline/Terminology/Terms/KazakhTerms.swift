/// Kazakh words, by the endings of the language.
enum KazakhTerms {
  private static let finite: [StaticString] = [
    "ады", "еді", "йды", "йді", "ылды", "ілді", "лды", "лді", "нды", "нді", "рды", "рді", "сты", "сті", "тты", "тті",
    "мыз", "міз", "май", "мей", "бай", "бей", "сақ", "сек", "йық", "ейік", "са", "се", "ғанда", "генде",
  ]
  private static let present: [StaticString] = ["ады", "еді", "йды", "йді"]
  private static let past: [StaticString] = [
    "алды", "елді", "ылды", "ілді", "ынды", "інді", "ырды", "ірді", "ады", "еді", "атты", "етті", "ысты", "істі",
  ]
  private static let converbs: [StaticString] = ["ып", "іп"]
  private static let openConverbs: [StaticString] = ["ап", "еп", "оп", "йтін", "йтын", "атын", "етін", "мақ", "мек"]
  private static let participles: [StaticString] = ["ған", "ген", "қан", "кен"]
  private static let locatives: [StaticString] = ["дағы", "дегі", "тағы", "тегі"]
  private static let genitives: [StaticString] = ["ның", "нің", "дың", "дің", "тың", "тің"]
  private static let cases: [StaticString] = [
    "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен", "да", "де", "та", "те", "нда", "нде", "ға", "ге",
    "қа",
    "ке", "на", "не",
  ]
  private static let objects: [StaticString] = ["ны", "ні", "ды", "ді", "ты", "ті", "ын", "ін", "сын", "сін"]
  private static let possessives: [StaticString] = ["сы", "сі", "ы", "і"]
  private static let adjectives: [StaticString] = ["лы", "лі", "ды", "ді", "ты", "ті", "сыз", "сіз"]
  private static let actions: [StaticString] = ["у", "ю", "уы", "уі", "юы", "юі"]

  static func tags(_ word: [UInt8], stem: [UInt8], _ parts: TermTagger.Parts) -> TermWordTags {
    if parts.form == .other || parts.form.isEmpty && parts.stem == .other && word == stem { return .stop }
    let isKnown = !parts.form.intersection([.noun, .adjective]).isEmpty
    if isKnown {
      var tags: TermWordTags = .plainForm
      if parts.form.contains(.noun) || parts.form.contains(.verb) { tags.insert(.noun) }
      if parts.form.contains(.adjective) { tags.insert(.adjective) }
      if word.hasEnding(actions) { tags.insert(.action) }
      if word != stem && word.hasEnding(possessives) { tags.insert(.possessed) }
      return tags
    }
    if word.hasEnding(present) || word.hasEnding(converbs) || word.hasEnding(openConverbs) { return .stop }
    if word != stem {
      if word.hasEnding(past), !parts.isNoun { return .stop }
      if word.hasEnding(participles) { return [.adjective, .initial] }
      if word.hasEnding(locatives), word.count > stem.count + 4 { return [.adjective, .initial] }
      if word.count > stem.count + 2 || word.count == stem.count + 4 {
        if word.hasEnding(genitives) { return [.noun] }
        if word.hasEnding(cases) {
          return word.hasEnding(["ға", "ге", "қа", "ке", "на", "не"]) ? [.noun, .oblique, .object] : [.noun, .oblique]
        }
      }
      if word.hasEnding(actions) { return [.noun, .action, .plainForm] }
      if word.hasEnding(["ын", "ін"]) || word.hasEnding(["ны", "ні"]) { return [.noun, .oblique, .object] }
      if word.hasEnding(adjectives) {
        return parts.isNoun && word.hasEnding(["ды", "ді", "ты", "ті"])
          ? [.noun, .adjective, .oblique, .object] : [.adjective, .plainForm]
      }
      if word.hasEnding(possessives) { return [.noun, .plainForm, .possessed] }
    }
    if word.hasEnding(actions) { return [.noun, .action, .plainForm] }
    if parts.isOnlyAdjective { return [.adjective, .plainForm] }
    return [.noun, .plainForm]
  }
}
