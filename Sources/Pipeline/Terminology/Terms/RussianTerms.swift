/// Russian words and phrases, by the endings of the language.
enum RussianTerms {
  private static let verbs: [StaticString] = [
    "ться", "тся", "ется", "ются", "ится", "ятся", "лся", "лась", "лось", "лись", "ует", "уют", "ает", "ают", "яет",
    "яют",
    "еет", "еют", "ирует", "ируют", "овал", "овала", "овали", "ывал", "ивал", "ать", "ять", "ить", "еть", "уть", "ируя",
    "ывая", "ивая", "овав", "ировав",
  ]
  /// Short participles and adverbs.
  private static let predicates: [StaticString] = [
    "ован", "ована", "овано", "ованы", "авлен", "авлена", "авлено", "авлены", "ествлен", "ествлена", "ествлено",
    "ествлены", "едена", "едено", "едены", "ески", "льно", "ивно", "нно", "чно", "стно",
  ]
  private static let adjectives: [StaticString] = [
    "ый", "ая", "яя", "ое", "ые", "ого", "ому", "ых", "ым", "ыми", "ую", "юю", "ский", "ские", "ских", "ским", "скими",
    "ской", "ском", "цкий", "щий", "щие", "щих", "щим", "щими", "щей", "щего", "щему", "щем", "щее", "щая", "шие",
    "ший",
    "ших", "ское", "ская", "нний", "нние", "нних", "нней", "ннем", "ннего", "его", "гий", "кий", "хий", "кие", "ких",
    "ким",
  ]
  /// What no noun ends in, even one that shares its stem with an adjective: машинного.
  private static let surely: [StaticString] = [
    "ный", "ная", "ное", "ные", "ного", "ному", "ных", "ными", "ную", "ский", "ская", "ское", "ские", "ского", "скому",
    "ских", "скими", "скую", "вый", "вая", "вое", "вые", "вого", "вому", "вых", "выми", "вую",
  ]
  /// What an adjective and a noun may end in.
  private static let either: [StaticString] = [
    "ной", "ном", "вой", "вом", "той", "том", "лой", "рой", "ным", "ний", "ней", "ними", "них", "ние",
  ]
  private static let oblique: [StaticString] = [
    "у", "ю", "ам", "ям", "ах", "ях", "ом", "ем", "ой", "ою", "е", "ами", "ями",
  ]
  /// Stems that end as an oblique case does: систем, проблем, схем, программ.
  private static let bare: [StaticString] = ["стем", "блем", "схем", "грамм"]
  /// The cases that a noun of action may govern besides the genitive.
  private static let instrumental: [StaticString] = ["ами", "ями", "ом", "ем"]
  private static let nominative: [StaticString] = ["ние", "ия", "ость", "ый", "ая", "ое", "ые", "ие", "ий", "ция"]
  private static let actions: [StaticString] = ["ние", "ния", "нию", "нием", "нии", "ка", "ки", "ку", "кой", "ке"]

  /// Whether a word that shares its stem with words that no term has is a noun all the same: эффективность, след.
  static func isNoun(_ word: [UInt8], stem: [UInt8]) -> Bool {
    word == stem || word.hasEnding(["ость", "ости", "остью", "остей"])
  }

  /// Whether a phrase that an adjective begins has it in the nominative.
  static func isNominative(_ phrase: String) -> Bool {
    let word = TermText.folded(String(phrase.prefix { !$0.isWhitespace }))
    return word.hasEnding(["ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие"])
  }

  static func tags(_ word: [UInt8], _ parts: TermTagger.Parts) -> TermWordTags {
    if parts.stem == .other || parts.form == .other { return .stop }
    if parts.stem == .verb { return .stop }
    var tags: TermWordTags = []
    if !parts.isNoun && !parts.stem.contains(.adjective) {
      if word.count > 8, word.hasEnding(verbs) || word.hasEnding(predicates) { return .stop }
    }
    if !parts.stem.contains(.noun), word.hasEnding(predicates), word.count > 12 { return .stop }
    let isAdjective = word.hasEnding(adjectives)
    if parts.isOnlyAdjective {
      tags.insert(.adjective)
      // What is left of an adjective without its ending is an adverb or a short form.
      if !isAdjective && !word.hasEnding(either) && !word.hasEnding("ий") && !word.hasEnding("ей")
        && !word.hasEnding("ем") && !word.hasEnding("им") && !word.hasEnding("ой") && !word.hasEnding("ом")
        && !word.hasEnding("ие") && !word.hasEnding("их") && !word.hasEnding("ее")
      {
        return .stop
      }
      return tags
    }
    if isAdjective && (!parts.isNoun || word.hasEnding(surely)) {
      tags.insert(.adjective)
    } else if word.hasEnding(either) && !parts.isNoun {
      tags.formUnion(word.hasEnding("ние") ? .noun : [.noun, .adjective])
    } else {
      tags.insert(.noun)
      if isAdjective && parts.stem.contains(.adjective) { tags.insert(.adjective) }
    }
    if tags.contains(.noun) {
      if word.hasEnding(oblique) && !word.hasEnding("ие") && !word.hasEnding(bare) {
        tags.insert(word.hasEnding(instrumental) ? [.oblique, .object] : .oblique)
      }
      if word.hasEnding(actions) { tags.insert(.action) }
      if !tags.contains(.oblique) || word.hasEnding("ие") { tags.insert(.plainForm) }
    }
    return tags
  }
}
