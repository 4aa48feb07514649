internal import Lingua

/// Finds where a language lacks the approved term that another language of the same unit has.
struct DepartureCheck {
  let approved: ApprovedTerms
  let translations: KnownTranslations
  let document: CheckedDocument
  /// The acronyms that the document itself has for entries, as their letters.
  private var acronyms: [Int: Trilingual<[[Unicode.Scalar]]>] = [:]

  /// A bead that is less sure may have the wrong sentences.
  static let leastScore = 0.6
  /// An acronym of two letters has too many meanings to ask for a translation.
  private static let shortestAcronym = 3

  /// Where the name of an entry stands.
  private struct Source {
    var language: Language
    var name: ApprovedTerms.Name
    var printed: String
    var content: [String]
    /// The first byte in the source, which names of other entries may share.
    var place: Int
  }

  init(
    approved: ApprovedTerms, translations: KnownTranslations, document: CheckedDocument, _ stems: inout WordStems
  ) {
    self.approved = approved
    self.translations = translations
    self.document = document
    for entry in document.analysis.acronyms {
      for language in Language.allCases {
        guard let expansion = entry.expansions[language] else { continue }
        let text = CheckedText(expansion, language, at: .whole(0..<0), &stems)
        // An expansion may have a word more than the term.
        for hit in approved.hits(in: text) where hit.words.count + 1 >= text.words.count {
          for other in Language.allCases {
            acronyms[approved.names[language][hit.name].entry, default: Trilingual(repeating: [])][other] +=
              entry.acronyms[other].map { GlossaryLetters.folded($0) }
          }
        }
      }
    }
  }

  func findings() -> [ConsistencyFinding] {
    var findings: [ConsistencyFinding] = []
    // What keywords call a concept names what sentences may call it.
    var others: [Int: Trilingual<[[CheckedText.Word]]>] = [:]
    for unit in document.units where unit.kind == .keyword {
      findings += self.findings(inKeyword: unit, &others)
    }
    for unit in document.units where unit.kind != .keyword && unit.score >= Self.leastScore {
      findings += self.findings(in: unit, others)
    }
    return findings
  }

  private func findings(
    inKeyword unit: CheckedDocument.Unit, _ others: inout [Int: Trilingual<[[CheckedText.Word]]>]
  ) -> [ConsistencyFinding] {
    var findings = deprecated(unit)
    let (order, sources) = self.sources(in: unit, whole: true)
    for entry in order {
      guard let found = sources[entry], let source = found.first, isSure(found) else { continue }
      for language in missing(entry, sources, unit) where !document.broken.contains(language) {
        guard let there = unit.texts[language].first else { continue }
        others[entry, default: Trilingual(repeating: [])][language].append(there.words)
        findings.append(finding(source, there, found: there.words.indices))
      }
    }
    return findings
  }

  private func findings(
    in unit: CheckedDocument.Unit, _ others: [Int: Trilingual<[[CheckedText.Word]]>]
  ) -> [ConsistencyFinding] {
    var findings = deprecated(unit)
    let (order, sources) = self.sources(in: unit, whole: false)
    for entry in order {
      guard let found = sources[entry], let source = found.first else { continue }
      for language in missing(entry, sources, unit) {
        let texts = unit.texts[language]
        guard let first = texts.first else { continue }
        if let other = keywordName(of: entry, in: texts, others) {
          findings.append(finding(source, other.text, found: other.words))
        } else if isSure(found) {
          let other = lexiconName(of: source, in: texts)
          findings.append(finding(source, other?.text ?? first, found: other?.words))
        }
      }
    }
    return findings
  }

  /// The entries that a unit names, in the order in which they are found, and where.
  ///
  /// - Parameter whole: whether a name must be all of its text, as that of a keyword.
  private func sources(in unit: CheckedDocument.Unit, whole: Bool) -> (order: [Int], sources: [Int: [Source]]) {
    var sources: [Int: [Source]] = [:]
    var order: [Int] = []
    for language in [Language.ru, .en, .kk] {
      for text in unit.texts[language] {
        for hit in approved.hits(in: text) where !whole || hit.words.count == text.words.count {
          let name = approved.names[language][hit.name]
          if name.isDeprecated || (name.isAcronym && name.letters.count < Self.shortestAcronym) { continue }
          if sources[name.entry]?.contains(where: { $0.language == language }) == true { continue }
          if sources[name.entry] == nil { order.append(name.entry) }
          let content = hit.words.filter { k in name.content.contains { $0.stem == text.words[k].stem } }
          sources[name.entry, default: []].append(
            Source(
              language: language, name: name, printed: text.string(hit.words),
              content: content.map { text.string($0..<$0 + 1) }, place: text.range(hit.words).lowerBound))
        }
      }
    }
    return (order, sources)
  }

  /// The languages of a unit that lack all names of an entry, and those of entries that are called alike where it is named.
  private func missing(
    _ entry: Int, _ sources: [Int: [Source]], _ unit: CheckedDocument.Unit
  ) -> [Language] {
    let found = sources[entry] ?? []
    let alike = sources.filter { other in
      other.key != entry
        && other.value.contains { there in
          found.contains { $0.language == there.language && $0.place == there.place }
        }
    }.keys
    return Language.allCases.filter { language in
      let texts = unit.texts[language]
      return !found.contains { $0.language == language } && lacks(entry, language, texts)
        && !texts.contains { isDeprecated(entry, in: $0) }
        // A name that is kept as it is, as that of a species, and the document's own acronyms.
        && !found.contains { source in
          source.language == .en && texts.contains { approved.contains($0.letters, source.name.letters[...]) }
        }
        && !hasAcronym(of: entry, language, texts)
        && alike.allSatisfy { approved.ofEntry[$0][language].isEmpty || lacks($0, language, texts) }
    }
  }

  /// Whether texts have an acronym that the document has for an entry.
  private func hasAcronym(of entry: Int, _ language: Language, _ texts: [CheckedText]) -> Bool {
    guard let known = acronyms[entry]?[language], !known.isEmpty else { return false }
    return texts.contains { text in
      text.words.contains { word in known.contains { !$0.isEmpty && word.letters.starts(with: $0) } }
    }
  }

  /// Whether an entry is meant without doubt: its name has several words, or two languages have it. One word may mean
  /// something else here.
  private func isSure(_ sources: [Source]) -> Bool {
    sources.count > 1 || sources.contains { $0.language != .kk && $0.name.content.count > 1 }
  }

  /// Whether a language that has names for an entry lacks all of them in some texts.
  private func lacks(_ entry: Int, _ language: Language, _ texts: [CheckedText]) -> Bool {
    let names = approved.ofEntry[entry][language].map { approved.names[language][$0] }.filter { !$0.isDeprecated }
    return !texts.isEmpty && !names.isEmpty && !names.contains { approved.mayStand($0, in: texts) }
  }

  private func isDeprecated(_ entry: Int, in text: CheckedText) -> Bool {
    approved.hits(in: text).contains {
      let name = approved.names[text.language][$0.name]
      return name.entry == entry && name.isDeprecated
    }
  }

  /// What the document's keywords call an entry, where texts have that.
  private func keywordName(
    of entry: Int, in texts: [CheckedText], _ others: [Int: Trilingual<[[CheckedText.Word]]>]
  ) -> (text: CheckedText, words: Range<Int>)? {
    for text in texts {
      for words in others[entry]?[text.language] ?? [] where words.count <= text.words.count && !words.isEmpty {
        for start in 0...text.words.count - words.count
        where words.indices.allSatisfy({ WordForms.isForm(text.words[start + $0], of: words[$0], text.language) }) {
          return (text, start..<start + words.count)
        }
      }
    }
    return nil
  }

  /// What the lexicon knows to translate a name, where texts have that.
  private func lexiconName(of source: Source, in texts: [CheckedText]) -> (text: CheckedText, words: Range<Int>)? {
    for text in texts {
      if let words = translations.span(of: source.content, source.language, in: text) { return (text, words) }
    }
    return nil
  }

  /// Names that should not be used any more.
  private func deprecated(_ unit: CheckedDocument.Unit) -> [ConsistencyFinding] {
    var findings: [ConsistencyFinding] = []
    for language in Language.allCases {
      for text in unit.texts[language] {
        for hit in approved.hits(in: text) {
          let name = approved.names[language][hit.name]
          guard name.isDeprecated else { continue }
          let preferred = expected(name.entry, language)
          findings.append(
            ConsistencyFinding(
              .departure, .deprecated(term: text.string(hit.words), preferred: preferred),
              document: document.analysis.name, language: language, range: text.range(hit.words),
              entry: approved.entries[name.entry].id, suggestion: preferred.first))
        }
      }
    }
    return findings
  }

  private func finding(_ source: Source, _ text: CheckedText, found: Range<Int>?) -> ConsistencyFinding {
    let expected = expected(source.name.entry, text.language)
    return ConsistencyFinding(
      .departure,
      .lacksTerm(
        term: source.printed, source: source.language, expected: expected, found: found.map { text.string($0) }),
      document: document.analysis.name, language: text.language, range: found.map { text.range($0) } ?? text.range,
      entry: approved.entries[source.name.entry].id, suggestion: expected.first)
  }

  /// The names that may be used, the preferred one first.
  private func expected(_ entry: Int, _ language: Language) -> [String] {
    let terms = approved.entries[entry].terms[language].filter { $0.usage != .deprecated }
    return (terms.filter { $0.usage == .preferred } + terms.filter { $0.usage != .preferred }).map(\.text)
  }
}
