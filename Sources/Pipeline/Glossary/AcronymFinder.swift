public import Lingua

/// Finds acronyms with their expansions and links them across languages.
public struct AcronymFinder: Sendable {
  private let lexicon: AcronymLexicon
  private let forms: AcronymForms
  private let evidence: TermEvidence
  private let kazakh: KazakhStemmer
  private let identifier: LanguageIdentifier
  private let domains: AcronymDomains
  private let dictionary: DictionaryForm

  /// A finder over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    try self.init(
      lexicons: lexicons, concepts: ConceptLexicon(lexicons: lexicons), acronyms: AcronymLexicon(lexicons: lexicons),
      romanization: Romanization(lexicons: lexicons), kazakh: KazakhStemmer(lexicons: lexicons))
  }

  /// A finder that shares lexicons which are already read.
  ///
  /// - Throws: `LexiconError` when another lexicon cannot be read.
  public init(
    lexicons: Lexicons, concepts: ConceptLexicon, acronyms: AcronymLexicon, romanization: Romanization,
    kazakh: KazakhStemmer
  ) throws(LexiconError) {
    evidence = TermEvidence(concepts: concepts, acronyms: acronyms, romanization: romanization)
    lexicon = acronyms
    forms = try AcronymForms(lexicons: lexicons)
    self.kazakh = kazakh
    identifier = try LanguageIdentifier(lexicons: lexicons)
    domains = AcronymDomains(lexicons: lexicons, concepts: concepts, kazakh: kazakh)
    dictionary = try DictionaryForm(lexicons: lexicons, words: KnownWords(lexicons: lexicons), kazakh: kazakh)
  }

  /// The acronyms of an analysed document, in the order of first use.
  ///
  /// A cell holds what the document prints in that language, never what a lexicon knows.
  ///
  /// - Parameters:
  ///   - sections: the title, abstract and keywords of each language.
  ///   - sentences: the sentences of the abstracts with their places in the document.
  ///   - beads: their alignment.
  ///   - keywords: the keyword rows, with their places in the document where those are known.
  ///   - document: the whole text. What it prints outside the sections fills the empty cells of entries that the
  ///     lexicon knows; nil fills none.
  public func entries(
    sections: [Section], sentences: Trilingual<[Sentence]>, beads: [Bead], keywords: [KeywordRow],
    document: Document? = nil
  ) -> [AcronymEntry] {
    var collection = AcronymCollection(
      sections: sections, sentences: sentences, beads: beads, keywords: keywords,
      scanner: AcronymScanner(forms: forms, lexicon: lexicon), definitions: AcronymDefinitionFinder(forms: forms))
    guard !collection.nodes.isEmpty else { return [] }
    var keys = Trilingual<Set<String>>(repeating: [])
    for node in collection.nodes { keys[node.language].insert(node.key) }
    let search = AcronymExpansionSearch(
      sources: collection.sources, forms: forms, kazakh: kazakh, acronyms: keys)
    var stems = WordStems(kazakh)
    for n in collection.nodes.indices { collection.nodes[n].concepts = concepts(collection.nodes[n], search, &stems) }
    let clusters = AcronymLinker(lexicon: lexicon).clusters(of: collection)
    let assembly = AcronymAssembly(
      collection: collection, search: search, lexicon: lexicon, evidence: evidence)
    let ordered = clusters.map { (first: firstUse($0, collection), cluster: $0) }.sorted { $0.first < $1.first }
      .map(\.cluster)
    var entries = ordered.map { assembly.entry($0) }
    let review = AcronymReview(collection: collection, lexicon: lexicon, domains: domains, dictionary: dictionary)
    var witnesses: [AcronymDomains.Witness]?
    var meanings: [AcronymReview.Meaning] = []
    for (cluster, entry) in zip(ordered, entries) {
      let meaning = review.meaning(cluster, entry, &stems) {
        let found = witnesses ?? domains.witnesses(collection.sources)
        witnesses = found
        return found
      }
      meanings.append(meaning)
    }
    if let document {
      AcronymBody(
        document: document, sections: sections, forms: forms, lexicon: lexicon, kazakh: kazakh, identifier: identifier
      ).complete(&entries, concepts: meanings.map(\.concept))
    }
    for k in entries.indices { review.complete(&entries[k], meanings[k], ordered[k], &stems) }
    return entries
  }

  private func firstUse(_ cluster: AcronymLinker.Cluster, _ collection: AcronymCollection) -> Int {
    cluster.nodes.map { collection.nodes[$0].first }.min() ?? .max
  }

  /// The concepts of the lexicon that an acronym can be: all that have its letters, unless the document itself says
  /// which, or that it is none of them.
  private func concepts(
    _ node: AcronymNode, _ search: AcronymExpansionSearch, _ stems: inout WordStems
  ) -> [Int] {
    var numbers = lexicon.concepts(of: node.key, node.language)
    if node.isKept { numbers += lexicon.concepts(of: node.key, .en).filter { !numbers.contains($0) } }
    let said = node.definitions.compactMap { search.found($0)?.text }
    guard !said.isEmpty else { return numbers }
    var agreeing: [Int] = []
    for number in numbers {
      var best = 0.0
      for form in lexicon.concepts[number].expansions[node.language] {
        for text in said { best = max(best, AcronymExpansionSearch.overlap(form, text, node.language, &stems)) }
      }
      if best >= 0.6 { agreeing.append(number) }
    }
    return agreeing
  }
}
