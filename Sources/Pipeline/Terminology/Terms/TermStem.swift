internal import Lingua

/// What the forms of a word share where terms are compared.
///
/// Stems for search are too coarse here, as product and production, model and modeling are different terms, and those of
/// Russian too fine: the forms of one noun get two stems where its own letters look like an ending of verbs (сигнал,
/// сигналов; кредит, кредита; деталь, детали).
enum TermStem {
  /// The stem of a folded word, in UTF-8.
  static func of(_ word: [UInt8], _ language: Language, _ stemmers: inout Stemmers) -> [UInt8] {
    switch language {
    case .kk: stem(word, .kk, &stemmers)
    case .ru: russian(word, &stemmers)
    case .en: EnglishTerms.stem(word)
    }
  }

  private static func stem(_ word: [UInt8], _ language: Language, _ stemmers: inout Stemmers) -> [UInt8] {
    var stem: [UInt8] = []
    word.withUnsafeBufferPointer { stemmers.append(stemOf: $0, language, to: &stem) }
    return stem
  }

  private static func russian(_ word: [UInt8], _ stemmers: inout Stemmers) -> [UInt8] {
    var stem = stem(word, .ru, &stemmers)
    let ending = Array(word.dropFirst(stem.count))
    if declensions.contains(ending) {
      // The stem is a form as well, and is cut as that is.
      stem = Self.stem(stem, .ru, &stemmers)
    } else if sciences.contains(ending), stem.hasEnding(instruments) {
      // микроскоп, микроскопия
      stem += "и".utf8
    }
    return WordStems.steady(stem, .ru)
  }

  /// Endings of nouns and adjectives. Those of -ие are no matter: исследование would become a form of исследовать.
  private static let declensions = Set(
    [
      "а", "я", "у", "ю", "ом", "ем", "ой", "ей", "е", "ы", "и", "ов", "ев", "ам", "ям", "ами", "ями", "ах", "ях", "ь",
      "ью", "ый", "ая", "ое", "ые", "ого", "ому", "ых", "ым", "ыми", "ую",
    ].map { Array($0.utf8) })
  /// The forms of -ия.
  private static let sciences = Set(["ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях"].map { Array($0.utf8) })
  /// The ends of names of devices and people of which -ия makes those of methods and sciences.
  private static let instruments: [StaticString] = ["скоп", "граф", "метр", "лог", "ном"]
}
