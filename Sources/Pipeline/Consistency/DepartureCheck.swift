internal import Lingua

/// Finds where a language lacks the approved term that another language of the same unit has.
struct DepartureCheck {
  let approved: ApprovedTerms
  let translations: KnownTranslations
  let document: CheckedDocument
  private let terms: TermSources
  private let slips: SpellingSlips
  private let acronyms: TermAcronyms

  /// A bead that is less sure may have the wrong sentences.
  static let leastScore = 0.6
  /// A text of less than this share of its counterpart's letters leaves something out.
  private static let leastShare = 0.6

  init(
    approved: ApprovedTerms, translations: KnownTranslations, tagger: TermTagger, words: KnownWords,
    document: CheckedDocument, _ stems: inout WordStems
  ) {
    terms = TermSources(
      approved: approved, longer: LongerUnits(approved: approved, tagger: tagger, units: document.units))
    slips = SpellingSlips(words: words)
    self.approved = approved
    self.translations = translations
    self.document = document
    acronyms = TermAcronyms(approved: approved, entries: document.analysis.acronyms, &stems)
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
    let (order, sources) = terms.sources(in: unit, whole: true)
    for entry in order {
      guard let found = sources[entry], let source = terms.asking(found) else { continue }
      for language in missing(entry, sources, unit) where !document.broken.contains(language) {
        guard let there = unit.texts[language].first else { continue }
        others[entry, default: Trilingual(repeating: [])][language].append(there.words)
        findings.append(slip(entry, [there]) ?? finding(source, there, found: there.words.indices))
      }
    }
    return findings
  }

  private func findings(
    in unit: CheckedDocument.Unit, _ others: [Int: Trilingual<[[CheckedText.Word]]>]
  ) -> [ConsistencyFinding] {
    var findings = deprecated(unit)
    let (order, sources) = terms.sources(in: unit, whole: false)
    for entry in order {
      guard let found = sources[entry], let first = found.first else { continue }
      let asking = terms.asking(found)
      var unnamed: [Language] = []
      for language in missing(entry, sources, unit) {
        let texts = unit.texts[language]
        if let other = keywordName(of: entry, in: texts, others) {
          findings.append(finding(asking ?? first, other.text, found: other.words))
        } else if let slip = slip(entry, texts) {
          findings.append(slip)
        } else if let asking, !isShort(texts, beside: unit.texts[asking.language]),
          !acronyms.hasInitials(of: entry, texts, beside: asking.text)
        {
          unnamed.append(language)
        }
      }
      if let asking { findings += self.findings(asking, found, unnamed, unit) }
    }
    return findings
  }

  /// What to say where nothing of the document itself tells how some languages name an entry.
  private func findings(
    _ source: TermSources.Source, _ found: [TermSources.Source], _ languages: [Language], _ unit: CheckedDocument.Unit
  ) -> [ConsistencyFinding] {
    let known = languages.map { lexiconName(of: source, in: unit.texts[$0]) }
    // A term with an attribute may have a name of its own with it.
    let isPlain = found.contains { $0.language != .kk && !$0.isPart && !$0.hasAttribute }
    if found.count == 1, languages.count > 1 {
      // One language against two: where these have the English words in another sense, it is another concept.
      guard isPlain, source.language != .en || known.allSatisfy({ $0 == nil }) else { return [] }
      return [standsAlone(source, languages)]
    }
    return zip(languages, known).compactMap { language, known in
      guard let first = unit.texts[language].first, isPlain || known != nil else { return nil }
      return finding(source, known?.text ?? first, found: known?.words)
    }
  }

  /// The languages of a unit that lack all names of an entry, and those of entries that are called alike where it is named.
  private func missing(
    _ entry: Int, _ sources: [Int: [TermSources.Source]], _ unit: CheckedDocument.Unit
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
        && !acronyms.has(entry, language, texts)
        && alike.allSatisfy { approved.ofEntry[$0][language].isEmpty || lacks($0, language, texts) }
    }
  }

  /// Whether texts say only a part of what others do: an abstract of one language may leave out half of a sentence.
  private func isShort(_ texts: [CheckedText], beside others: [CheckedText]) -> Bool {
    func length(_ texts: [CheckedText]) -> Double { Double(texts.reduce(0) { $0 + $1.letters.count }) }
    return length(texts) < Self.leastShare * length(others)
  }

  /// A name of an entry that is spelt otherwise than it is approved.
  private func slip(_ entry: Int, _ texts: [CheckedText]) -> ConsistencyFinding? {
    for text in texts {
      for place in approved.ofEntry[entry][text.language] {
        let name = approved.names[text.language][place]
        guard !name.isDeprecated, let words = slips.slip(of: name, in: text) else { continue }
        return ConsistencyFinding(
          .departure, .spelledOtherwise(term: text.string(words), expected: [name.term.text]),
          document: document.analysis.name, language: text.language, range: text.range(words),
          entry: approved.entries[entry].id, suggestion: name.term.text)
      }
    }
    return nil
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
  private func lexiconName(of source: TermSources.Source, in texts: [CheckedText]) -> (
    text: CheckedText, words: Range<Int>
  )? {
    for text in texts {
      let words = translations.span(of: source.content, source.language, in: text) {
        !terms.longer.mayBeAdjective($0, in: text)
      }
      if let words { return (text, words) }
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

  private func finding(_ source: TermSources.Source, _ text: CheckedText, found: Range<Int>?) -> ConsistencyFinding {
    let expected = expected(source.name.entry, text.language)
    return ConsistencyFinding(
      .departure,
      .lacksTerm(
        term: source.printed, source: source.language, expected: expected, found: found.map { text.string($0) }),
      document: document.analysis.name, language: text.language, range: found.map { text.range($0) } ?? text.range,
      entry: approved.entries[source.name.entry].id, suggestion: expected.first)
  }

  /// What one language has and two lack, said at its place.
  private func standsAlone(_ source: TermSources.Source, _ missing: [Language]) -> ConsistencyFinding {
    ConsistencyFinding(
      .departure,
      .standsAlone(
        term: source.printed, missing: missing,
        expected: missing.compactMap { expected(source.name.entry, $0).first }),
      document: document.analysis.name, language: source.language, range: source.text.range(source.words),
      entry: approved.entries[source.name.entry].id)
  }

  /// The names that may be used, the preferred one first.
  private func expected(_ entry: Int, _ language: Language) -> [String] {
    let terms = approved.entries[entry].terms[language].filter { $0.usage != .deprecated }
    return (terms.filter { $0.usage == .preferred } + terms.filter { $0.usage != .preferred }).map(\.text)
  }
}
