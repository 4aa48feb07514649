internal import Lingua

/// Takes what a glossary needs out of the analysis of a document.
struct DocumentObserver: ~Copyable {
  private var stems: WordStems
  private var reader: TermWordReader

  /// An observer of many documents, for one task: it remembers words.
  init(kazakh: KazakhStemmer, extractor: TermExtractor) {
    stems = WordStems(kazakh, remembers: true)
    reader = extractor.reader()
  }

  mutating func observe(_ analysis: DocumentAnalysis) -> DocumentObservations {
    var concepts: [DocumentObservations.Concept] = []
    var acronyms = Trilingual<Set<String>>(repeating: [])
    for entry in analysis.acronyms {
      for language in Language.allCases { acronyms[language].formUnion(entry.acronyms[language]) }
    }
    for row in analysis.keywords {
      let texts = row.terms.map { $0.map { [KeywordText.term($0)] } ?? [] }
      var keyword = Self.concept(.keyword, texts, .term, "keyword list", acronyms: acronyms, &stems)
      keyword.flag = row.flag
      concepts.append(keyword)
    }
    for entry in analysis.acronyms {
      var acronym = Self.concept(.acronym, entry.acronyms, .acronym, entry.evidence.rawValue, &stems)
      let expansions = Self.concept(.acronym, entry.expansions.map { $0.map { [$0] } ?? [] }, .fullForm, "", &stems)
      for language in Language.allCases { acronym.terms[language] += expansions.terms[language] }
      acronym.flag = entry.flag
      acronym.domain = entry.domain
      concepts.append(acronym)
    }
    for gloss in analysis.glosses {
      var concept = Self.concept(.gloss, gloss.terms.map { $0.map { [$0] } ?? [] }, .term, "gloss", &stems)
      for language in Language.allCases {
        guard let text = gloss.terms[language] else { continue }
        // Beside each other is where they stand: the context of each is the other.
        let others = Language.allCases.compactMap { $0 == language ? nil : gloss.terms[$0] }
        concept.contexts[language] = GlossaryContext(
          document: analysis.name, range: gloss.ranges[language], left: "", term: text,
          right: " [" + others.joined(separator: " / ") + "]")
      }
      concepts.append(concept)
    }
    concepts.removeAll { $0.terms.values.allSatisfy(\.isEmpty) }
    var passages = Trilingual<[DocumentObservations.Passage]>(repeating: [])
    for section in analysis.sections where section.kind == .title || section.kind == .keywords {
      passages[section.language].append(
        DocumentObservations.Passage(
          text: section.text, words: StemmedText(section.text, section.language, &stems),
          start: Self.start(of: section.text, at: section.range), isList: section.kind == .keywords))
    }
    let texts = analysis.sentences.map { $0.map { GlossaryText($0.text) } }
    for language in Language.allCases {
      for (sentence, text) in zip(analysis.sentences[language], texts[language]) {
        let start = Self.start(of: sentence.text, at: sentence.range)
        passages[language].append(
          DocumentObservations.Passage(
            text: sentence.text, words: StemmedText(text, language, &stems), start: start))
      }
    }
    return DocumentObservations(
      name: analysis.name, digest: Self.digest(analysis), concepts: concepts, passages: passages,
      terms: DocumentTerms(analysis, texts, &reader))
  }

  /// Where a text begins in the document, so that places in it can be counted from there; nil where a kept document does
  /// not know it, and where the text was repaired, so that its bytes are no longer those of the document.
  private static func start(of text: String, at range: Range<Int>) -> Int? {
    !range.isEmpty && range.count == text.utf8.count ? range.lowerBound : nil
  }

  private static func concept(
    _ kind: GlossaryEntry.Kind, _ texts: Trilingual<[String]>, _ form: GlossaryTerm.Form, _ evidence: String,
    acronyms: Trilingual<Set<String>> = Trilingual(repeating: []), _ stems: inout WordStems
  ) -> DocumentObservations.Concept {
    var terms = Trilingual<[DocumentObservations.Term]>(repeating: [])
    for language in Language.allCases {
      for text in texts[language] {
        let words = StemmedText(text, language, &stems)
        // A keyword may be an acronym of the document and nothing else.
        let form = acronyms[language].contains(text) ? .acronym : form
        guard let key = form == .acronym ? words.acronymKey : words.key else { continue }
        terms[language].append(DocumentObservations.Term(text: text, form: form, key: key))
      }
    }
    return DocumentObservations.Concept(kind: kind, terms: terms, evidence: evidence, flag: nil)
  }

  /// A hash of all that the observations are made of.
  private static func digest(_ analysis: DocumentAnalysis) -> UInt64 {
    var bytes: [UInt8] = []
    JSONValue.object(analysis.jsonMembers()).write(to: &bytes)
    return XXHash64.hash(bytes)
  }
}
