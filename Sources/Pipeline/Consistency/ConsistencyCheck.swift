public import Lingua

/// Tells an editor where a document departs from approved terms or from itself.
///
/// It is made to be believed: what is doubtful is left out. A value is shared by the tasks of a batch.
public struct ConsistencyCheck: Sendable {
  private let approved: ApprovedTerms
  private let translations: KnownTranslations
  private let identifier: LanguageIdentifier
  private let kazakh: KazakhStemmer
  /// Nil where there is no term to look for, as reading its words takes time.
  private let tagger: TermTagger?
  private let words: KnownWords
  private let phrases: GlossEvidence

  /// The sorts of findings that are looked for. The default is all.
  public var kinds = Set(ConsistencyFinding.Kind.allCases)

  /// A check against approved concepts; without any, of what a document says about itself.
  ///
  /// - Parameters:
  ///   - entries: the concepts; those that are neither approved nor edited are passed over.
  ///   - lexicons: where words and their translations come from.
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  public init(entries: [GlossaryEntry] = [], lexicons: Lexicons = .embedded) throws(LexiconError) {
    kazakh = try KazakhStemmer(lexicons: lexicons)
    let concepts = try ConceptLexicon(lexicons: lexicons)
    translations = KnownTranslations(concepts)
    words = try KnownWords(lexicons: lexicons)
    phrases = try GlossEvidence(
      lexicons: lexicons, concepts: concepts, translations: try TranslationTable(lexicons: lexicons),
      romanization: try Romanization(lexicons: lexicons), words: words)
    identifier = try LanguageIdentifier(lexicons: lexicons)
    var stems = WordStems(kazakh)
    let decided = entries.filter { $0.status == .approved || $0.status == .edited }
    tagger =
      decided.isEmpty ? nil : TermTagger(vocabulary: try TermVocabulary(lexicons: lexicons, kazakh: kazakh))
    approved = ApprovedTerms(decided, forms: phrases.forms, &stems)
  }

  /// What is wrong with a document, in the order of the places.
  ///
  /// - Parameters:
  ///   - analysis: what the analyzer says of the document.
  ///   - document: the document.
  public func findings(in analysis: DocumentAnalysis, of document: Document) -> [ConsistencyFinding] {
    var stems = WordStems(kazakh)
    let checked = CheckedDocument(analysis, of: document, &stems)
    let places = LinePlaces(document.source)
    var findings: [ConsistencyFinding] = []
    if kinds.contains(.departure), let tagger {
      findings += DepartureCheck(
        approved: approved, translations: translations, tagger: tagger, words: words, document: checked, &stems
      ).findings()
    }
    if kinds.contains(.variants) {
      findings += VariantCheck(approved: approved, document: checked, places: places).findings()
    }
    if kinds.contains(.untranslatedKeyword) {
      findings += KeywordCheck(
        document: checked, approved: approved, translations: translations, identifier: identifier, kazakh: kazakh,
        evidence: phrases, places: places
      ).findings()
    }
    if kinds.contains(.untranslatedSentence) {
      findings += SentenceCheck(document: checked, evidence: phrases, identifier: identifier, places: places).findings()
    }
    if kinds.contains(.acronym) { findings += AcronymCheck(document: checked, places: places).findings() }
    for k in findings.indices {
      (findings[k].line, findings[k].column) = places.place(of: findings[k].range.lowerBound)
      findings[k].excerpt = places.excerpt(findings[k].range)
    }
    let order = ConsistencyFinding.Kind.allCases
    func place(_ item: (offset: Int, element: ConsistencyFinding)) -> (Int, Int, Int) {
      (item.element.range.lowerBound, order.firstIndex(of: item.element.kind) ?? 0, item.offset)
    }
    return findings.enumerated().sorted { place($0) < place($1) }.map(\.element)
  }
}
