internal import Lingua

/// Finds keywords without a counterpart, and those that were left in another language.
struct KeywordCheck {
  let document: CheckedDocument
  let approved: ApprovedTerms
  let translations: KnownTranslations
  let identifier: LanguageIdentifier
  let kazakh: KazakhStemmer
  let evidence: GlossEvidence
  let places: LinePlaces

  /// How sure the language of a phrase must be.
  private static let leastConfidence = 0.9
  /// How much of a keyword and of a longer one must have a counterpart.
  private static let leastAgreement = 0.7

  func findings() -> [ConsistencyFinding] {
    let rows = document.units.filter { $0.kind == .keyword }
    // A language without a list leaves no single keyword out.
    let languages = Language.allCases.filter { language in
      !document.broken.contains(language) && rows.contains { !$0.texts[language].isEmpty }
    }
    return rows.flatMap { row in noCounterpart(row, rows, languages) + leftOver(row) }
  }

  private func noCounterpart(
    _ row: CheckedDocument.Unit, _ rows: [CheckedDocument.Unit], _ languages: [Language]
  ) -> [ConsistencyFinding] {
    guard let language = languages.first(where: { !row.texts[$0].isEmpty }), let text = row.texts[language].first,
      !text.words.isEmpty
    else { return [] }
    let missing = languages.filter { row.texts[$0].isEmpty && !isTold(text, in: $0, rows) }
    guard let first = missing.first else { return [] }
    let keyword = text.string(text.words.indices)
    let message: ConsistencyFinding.Message =
      if let other = Counterparts.repetition(of: text, among: rows.flatMap { $0.texts[language] }) {
        .repeats(text: keyword, line: places.place(of: other.range.lowerBound).line, missing: missing)
      } else {
        .noCounterpart(text: keyword, missing: missing)
      }
    return [
      ConsistencyFinding(
        .untranslatedKeyword, message, document: document.analysis.name, language: language, range: text.range,
        suggestion: suggestion(text, first))
    ]
  }

  /// Whether a keyword of several words is a part of one in another language: of a longer one that has its words, or of a coordinated
  /// one, "water and soil quality", whose own counterpart stands beside it and shares a word with it.
  private func isTold(_ text: CheckedText, in language: Language, _ rows: [CheckedDocument.Unit]) -> Bool {
    guard text.words.count > 1 else { return false }
    let own = rows.compactMap { $0.texts[text.language].first }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard let place = own.firstIndex(where: { $0.range == text.range }) else { return false }
    let content = evidence.words(of: text.string(text.words.indices), text.language)
    return rows.contains { row in
      guard let other = row.texts[language].first else { return false }
      let words = evidence.words(of: other.string(other.words.indices), language)
      if other.words.count > text.words.count,
        evidence.agreement(content, words, (text.language, language)) >= Self.leastAgreement
      {
        return true
      }
      guard let counterpart = row.texts[text.language].first,
        let near = own.firstIndex(where: { $0.range == counterpart.range })
      else { return false }
      return abs(near - place) == 1 && isJoined(other) && !isJoined(counterpart)
        && counterpart.words.contains { word in text.words.contains { $0.stem == word.stem } }
    }
  }

  /// Whether a word of grammar stands between the words of a keyword.
  private func isJoined(_ text: CheckedText) -> Bool {
    text.words.dropFirst().dropLast().contains { evidence.forms.isFunctionWord($0.letters, text.language) }
  }

  private func leftOver(_ row: CheckedDocument.Unit) -> [ConsistencyFinding] {
    Language.allCases.compactMap { language in
      guard let text = row.texts[language].first, let other = source(of: text, row) else { return nil }
      return ConsistencyFinding(
        .untranslatedKeyword, .leftIn(text: text.string(text.words.indices), other),
        document: document.analysis.name, language: language, range: text.range,
        suggestion: suggestion(row.texts[other].first ?? text, language))
    }
  }

  /// The language that a keyword was left in, nil where it is in its own or belongs to all.
  private func source(of text: CheckedText, _ row: CheckedDocument.Unit) -> Language? {
    guard !text.words.contains(where: \.isAcronym), !text.words.isEmpty else { return nil }
    switch text.language {
    case .kk:
      if isSame(text, row.texts[.ru].first) { return hasOwnName(text) ? .ru : nil }
      return isEnglish(text, row, besides: .ru) ? .en : nil
    case .ru: return isEnglish(text, row, besides: .kk) ? .en : nil
    case .en:
      for other in [Language.ru, .kk] where isSame(text, row.texts[other].first) {
        if text.text.tokens.contains(where: \.hasCyrillic) { return other }
      }
      return nil
    }
  }

  private func isSame(_ a: CheckedText, _ b: CheckedText?) -> Bool { a.letters == b?.letters }

  /// Whether a Kazakh keyword, which is spelt as the Russian one, has another name in Kazakh: by an approved concept, by the lexicon
  /// or because no Kazakh phrase looks so.
  private func hasOwnName(_ text: CheckedText) -> Bool {
    var stems = WordStems(kazakh)
    let printed = text.string(text.words.indices)
    let russian = CheckedText(printed, .ru, at: .whole(text.range), &stems)
    for hit in approved.hits(in: russian) where hit.words.count == russian.words.count {
      let entry = approved.names[.ru][hit.name].entry
      let own = approved.ofEntry[entry][.kk].map { approved.names[.kk][$0] }
      if !own.isEmpty { return !own.contains { approved.mayStand($0, in: [text]) } }
    }
    // One word may be a loan, whatever else Kazakh has.
    if text.words.count == 1 { return false }
    let words = text.words.indices.filter { text.words[$0].letters.count > 3 }.map { text.string($0..<$0 + 1) }
    if words.isEmpty { return false }
    // A word that the lexicon has in Russian and not as that in Kazakh.
    let foreign = words.filter { word in
      let rows = translations.rows(word, .ru)
      return !rows.isEmpty && rows.isDisjoint(with: translations.rows(word, .kk))
    }
    if foreign.isEmpty { return false }
    let guess = identifier.identify(printed, among: [.kk, .ru])
    return guess.language.language == .ru && guess.confidence >= Self.leastConfidence
  }

  /// Whether a keyword is left in English, which the third language shows by having a word of its own.
  private func isEnglish(_ text: CheckedText, _ row: CheckedDocument.Unit, besides third: Language) -> Bool {
    guard text.words.count > 1, isSame(text, row.texts[.en].first), let other = row.texts[third].first,
      other.text.tokens.allSatisfy({ !$0.hasLatin }), text.text.tokens.allSatisfy({ !$0.hasCyrillic })
    else { return false }
    // Names keep their letters; so do those of species.
    return text.text.tokens.allSatisfy { $0.uppers == 0 }
  }

  /// The approved name of a keyword in another language.
  private func suggestion(_ text: CheckedText, _ language: Language) -> String? {
    for hit in approved.hits(in: text) where hit.words.count == text.words.count {
      let entry = approved.names[text.language][hit.name].entry
      if let term = approved.entries[entry].terms[language].first(where: { $0.usage != .deprecated }) {
        return term.text
      }
    }
    return nil
  }
}
