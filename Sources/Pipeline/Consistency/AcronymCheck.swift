internal import Lingua

/// Hands on what the analysis doubts about acronyms.
struct AcronymCheck {
  let document: CheckedDocument
  let places: LinePlaces

  func findings() -> [ConsistencyFinding] {
    document.analysis.acronyms.flatMap { entry -> [ConsistencyFinding] in
      let uses = Language.allCases.compactMap { language in
        entry.uses[language].first.map { (language: language, range: $0) }
      }
      return (entry.flag ?? "").split(separator: ";").compactMap { part -> ConsistencyFinding? in
        let reason = part.trimmingPrefix(" ")
        // Variants are findings of their own; that another acronym is printed nearby says too little.
        if reason.isEmpty || reason.contains(" uses variants: ") || reason.contains(" also prints ") { return nil }
        // A reason that names a language is about that language.
        let words = reason.split(separator: " ").map(String.init)
        let language = words.lazy.compactMap(Language.init(rawValue:)).first
        guard let use = uses.first(where: { $0.language == language }) ?? uses.first else { return nil }
        let forms = entry.acronyms[use.language]
        let mixed = reason.contains(" Latin letters") ? forms.first(where: Self.isMixed) : nil
        let form = mixed ?? forms.first(where: words.contains) ?? forms.first ?? ""
        return ConsistencyFinding(
          .acronym, .acronym(form, reason: String(reason)), document: document.analysis.name, language: use.language,
          range: places.place(of: form, in: entry.uses[use.language]) ?? use.range)
      }
    }
  }

  private static func isMixed(_ acronym: String) -> Bool {
    let scalars = acronym.unicodeScalars
    return scalars.contains { $0.isASCII && $0.isLetter } && scalars.contains(where: GlossaryLetters.isCyrillicLetter)
  }
}
