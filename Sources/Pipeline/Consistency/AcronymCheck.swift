internal import Lingua

/// Hands on what the analysis doubts about acronyms, where the document bears it out.
struct AcronymCheck {
  let document: CheckedDocument
  let places: LinePlaces

  func findings() -> [ConsistencyFinding] {
    document.analysis.acronyms.flatMap { entry -> [ConsistencyFinding] in
      let uses = Language.allCases.compactMap { language in
        entry.uses[language].first.map { (language: language, range: $0) }
      }
      return (entry.flag ?? "").split(separator: ";").compactMap { part -> ConsistencyFinding? in
        let reason = String(part.trimmingPrefix(" "))
        // A reason that names a language is about that language.
        let words = reason.split(separator: " ").map(String.init)
        let language = words.lazy.compactMap(Language.init(rawValue:)).first
        guard let use = uses.first(where: { $0.language == language }) ?? uses.first,
          isBorneOut(reason, entry, use.language)
        else { return nil }
        let forms = entry.acronyms[use.language]
        let mixed = reason.contains(" Latin letters") ? forms.first(where: Self.isMixed) : nil
        let form = mixed ?? forms.first(where: words.contains) ?? forms.first ?? ""
        return ConsistencyFinding(
          .acronym, .acronym(form, reason: mixed.map(Self.foreignLetters) ?? reason), document: document.analysis.name,
          language: use.language, range: places.place(of: form, in: entry.uses[use.language]) ?? use.range)
      }
    }
  }

  private func isBorneOut(_ reason: String, _ entry: AcronymEntry, _ language: Language) -> Bool {
    // Variants are findings of their own; that another acronym is printed nearby says too little, as do meanings of which none
    // shows in the document.
    if reason.isEmpty || [" uses variants: ", " also prints "].contains(where: reason.contains) { return false }
    if reason.hasPrefix("can stand for ") { return false }
    // An acronym before a figure names a value: (MUFA - 42.5 %).
    if Self.onExpansions.contains(where: reason.contains), entry.uses[language].contains(where: isValue) {
      return false
    }
    // The lexicon's expansion may be what the document has, but for look-alike letters or what stands in between.
    if let form = AcronymReview.lexiconExpansion(in: reason) { return !has(form, language) }
    // What the keywords have needs no words that explain it.
    if reason.hasPrefix("the words before ") { return !isKeyword(entry, language) }
    if reason.contains(" do not fit the expansion"), let expansion = entry.expansions[language] {
      return !entry.acronyms[language].contains { Self.fits($0, expansion) }
    }
    return true
  }

  /// What reasons say of the words that an acronym is taken to stand for.
  private static let onExpansions = ["the lexicon expands ", "the words before ", " do not fit the expansion"]

  /// Whether a figure follows what stands in a range, behind a dash or the like.
  private func isValue(_ range: Range<Int>) -> Bool {
    let behind = places.excerpt(range).right.drop { $0 == " " }
    guard let mark = behind.first, "-–—=:".contains(mark) else { return false }
    return behind.dropFirst().first { $0 != " " }?.isNumber == true
  }

  private func isKeyword(_ entry: AcronymEntry, _ language: Language) -> Bool {
    let forms = entry.acronyms[language].map(GlossaryLetters.folded)
    return document.units.contains { unit in
      unit.kind == .keyword && unit.texts[language].contains { forms.contains($0.letters) }
    }
  }

  /// Whether some text of a language has the letters of a phrase.
  private func has(_ phrase: String, _ language: Language) -> Bool {
    let wanted = NameKeys.words(phrase, language).map(\.letters).filter { $0.count > 3 }
    return document.units.flatMap { $0.texts[language] }.contains { text in
      wanted.allSatisfy { word in
        text.words.contains { $0.letters.starts(with: word.dropLast(word.count > 5 ? 2 : 0)) }
      }
    }
  }

  /// Whether the letters of an acronym begin words of its expansion, or parts of them, in their order.
  private static func fits(_ acronym: String, _ expansion: String) -> Bool {
    var rest = GlossaryLetters.folded(acronym)[...]
    for part in expansion.split(whereSeparator: { !$0.isLetter }) {
      if let first = GlossaryLetters.folded(String(part)).first, first == rest.first { rest = rest.dropFirst() }
    }
    return rest.isEmpty
  }

  private static func isMixed(_ acronym: String) -> Bool {
    let scalars = acronym.unicodeScalars
    return scalars.contains(where: isLatin) && scalars.contains(where: GlossaryLetters.isCyrillicLetter)
  }

  /// Which letters of a mixed acronym are not of the script that the others are of: those that look like one of it.
  private static func foreignLetters(_ acronym: String) -> String {
    let scalars = Array(acronym.unicodeScalars)
    let latin = scalars.filter(isLatin)
    let cyrillic = scalars.filter(GlossaryLetters.isCyrillicLetter)
    let isLatinForeign = latin.allSatisfy { GlossaryLetters.cyrillicLookalike($0) != nil }
    let isCyrillicForeign = cyrillic.allSatisfy { GlossaryLetters.latinLookalike($0) != nil }
    guard isLatinForeign || isCyrillicForeign else { return "Latin and Cyrillic letters are mixed" }
    let isLatin = isLatinForeign && (!isCyrillicForeign || latin.count <= cyrillic.count)
    let letters = (isLatin ? latin : cyrillic).reduce(into: [Unicode.Scalar]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let list = letters.map { "\"\($0)\"" }.joined(separator: " and ")
    let (script, other) = isLatin ? ("Latin", "Cyrillic") : ("Cyrillic", "Latin")
    return letters.count == 1
      ? "the letter \(list) is \(script), the others are \(other)"
      : "the letters \(list) are \(script), the others are \(other)"
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.isLetter }
}
