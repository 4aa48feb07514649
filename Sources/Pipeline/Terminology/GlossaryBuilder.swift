public import Lingua

/// Makes a glossary of a set of documents.
///
/// Documents are observed one by one, by any task, in any order; the glossary is a function of the set of what was
/// observed, so that it does not matter who saw which document first, nor whether one was seen twice.
public struct GlossaryBuilder: Sendable {
  /// What a user may choose.
  public struct Options: Hashable, Sendable {
    /// The most places that an entry shows in a language. The default is 3.
    public var contexts: Int
    /// The most terms that were found by counting. The default is 2,000.
    public var terms: Int

    /// The defaults, or some of them replaced.
    public init(contexts: Int = 3, terms: Int = 2000) {
      self.contexts = contexts
      self.terms = terms
    }
  }

  private let forms: DictionaryForm
  private let extractor: TermExtractor
  private let kazakh: KazakhStemmer
  /// What a user chose.
  public var options: Options

  /// A builder over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  public init(lexicons: Lexicons = .embedded, options: Options = Options()) throws(LexiconError) {
    let kazakh = try KazakhStemmer(lexicons: lexicons)
    let extractor = try TermExtractor(lexicons: lexicons)
    self.extractor = extractor
    self.kazakh = kazakh
    forms = try DictionaryForm(lexicons: lexicons, words: try KnownWords(lexicons: lexicons), kazakh: kazakh)
    self.options = options
  }

  /// What one document says about terms.
  public func observe(_ analysis: DocumentAnalysis) -> DocumentObservations {
    var observer = DocumentObserver(kazakh: kazakh, extractor: extractor)
    return observer.observe(analysis)
  }

  /// What documents say about terms, in their order; all cores work.
  public func observe(_ analyses: [DocumentAnalysis]) -> [DocumentObservations] {
    Concurrently.mapInRuns(analyses) { analyses in
      var observer = DocumentObserver(kazakh: kazakh, extractor: extractor)
      return analyses.map { observer.observe($0) }
    }
  }

  /// The glossary of documents; a document that is given twice counts once.
  public func glossary(of observations: [DocumentObservations]) -> Glossary {
    let documents = Self.set(observations)
    var groups = ConceptGroups()
    for (number, document) in documents.enumerated() { groups.add(document, number: number) }
    for group in termGroups(documents) { groups.add(group) }
    let clusters = ConceptClusters(groups.groups).clusters
    let members = clusters.map { cluster in cluster.groups.map { groups.groups[$0] } }
    let found = TermSearch.found(
      members.map { groups in
        var names = Trilingual<Set<ConceptGroup.Name>>(repeating: [])
        for group in groups { for language in Language.allCases { names[language].formUnion(group.names[language]) } }
        return names
      }, in: documents, contexts: options.contexts)
    var entries = Concurrently.map(Array(clusters.indices)) { k in entry(members[k], found[k], documents) }
    let firsts = EntryTwins.firsts(entries)
    let united = Dictionary(grouping: entries.indices) { firsts[$0] }
    for (first, twins) in united where twins.count > 1 {
      // What speaks for one of them is much the same as what speaks for the others.
      let score = twins.map { entries[$0].score }.max() ?? 0
      entries[first] = entry(
        twins.flatMap { $0 == first ? members[$0] : EntryTwins.joining(members[$0], entries[$0], to: entries[first]) },
        found.united(twins, contexts: options.contexts), documents)
      entries[first].score = score
    }
    for (first, twins) in united {
      func others(_ places: KeyPath<ConceptCluster, Set<Int>>) -> Set<Int> {
        Set(twins.flatMap { clusters[$0][keyPath: places] }.map { firsts[$0] }).subtracting([first])
      }
      entries[first].flags += Self.others(.homonym, others(\.homonyms), entries)
      entries[first].flags += Self.others(.conflict, others(\.conflicts), entries)
    }
    entries = united.keys.sorted().map { entries[$0] }
    EntryLetterCase.flag(&entries)
    entries.sort(by: Self.precedes)
    return Glossary(documents: documents.map(\.name), entries: entries)
  }

  /// The terms that documents have in their beads, as groups.
  private func termGroups(_ documents: [DocumentObservations]) -> [ConceptGroup] {
    if options.terms == 0 { return [] }
    let triples = extractor.triples(of: documents.map(\.terms), most: options.terms)
    return Concurrently.map(triples) { termGroup($0) }.filter { $0.languages >= 2 }
  }

  private func termGroup(_ triple: TermTriple) -> ConceptGroup {
    var stems = WordStems(kazakh)
    var names = Trilingual<[ConceptGroup.Name]>(repeating: [])
    for language in triple.languages {
      guard let first = triple.forms[language].first, let key = StemmedText(first.text, language, &stems).key
      else { continue }
      names[language] = [ConceptGroup.Name(isAcronym: false, key: key)]
    }
    var group = ConceptGroup(names: names)
    group.kinds = [.term]
    group.documents = Set(triple.documents)
    group.evidence = ["aligned sentences": group.documents]
    group.probability = triple.probability
    return group
  }

  /// The documents, each once, in natural order of their names.
  private static func set(_ observations: [DocumentObservations]) -> [DocumentObservations] {
    struct Identity: Hashable {
      var name: String
      var digest: UInt64
    }
    var best: [Identity: DocumentObservations] = [:]
    for document in observations {
      let identity = Identity(name: document.name, digest: document.digest)
      // Of two readings of one document the one that knows where its sentences stand.
      if let other = best[identity], other.hasPlaces || !document.hasPlaces { continue }
      best[identity] = document
    }
    return best.values.sorted {
      $0.name == $1.name ? $0.digest < $1.digest : NaturalOrder.precedes($0.name, $1.name)
    }
  }

  private func entry(
    _ groups: [ConceptGroup], _ found: Trilingual<TermSearch.Found>, _ documents: [DocumentObservations]
  ) -> GlossaryEntry {
    let maker = EntryTerms(groups: groups, found: found, forms: forms, vocabulary: extractor.vocabulary)
    let terms = maker.terms()
    var kinds: Set<GlossaryEntry.Kind> = []
    var evidence: [String: Set<Int>] = [:]
    var numbers: Set<Int> = []
    var contexts = found.map(\.contexts)
    var doubt = 1.0
    for group in groups {
      kinds.formUnion(group.kinds)
      evidence.merge(group.evidence) { $0.union($1) }
      numbers.formUnion(group.documents)
      doubt *= 1 - group.score
      for language in Language.allCases {
        contexts[language] += group.contexts[language].prefix(max(0, options.contexts - contexts[language].count))
      }
    }
    var counts: [Int: Int] = [:]
    for language in Language.allCases { counts.merge(found[language].documents, uniquingKeysWith: +) }
    numbers.formUnion(counts.keys)
    let flags = EntryFlags.flags(terms, groups)
    // What a language lacks cannot be right there.
    let fullness = Double(Language.allCases.count { !terms[$0].isEmpty }) / Double(Language.allCases.count)
    return GlossaryEntry(
      id: Self.identifier(groups[0]), kinds: kinds.sorted(), terms: terms,
      evidence: evidence.map { GlossaryEntry.Evidence($0.key, documents: $0.value.count) }
        .sorted { $0.documents == $1.documents ? $0.name < $1.name : $0.documents > $1.documents },
      sources: numbers.sorted().map {
        GlossaryEntry.Source(document: documents[$0].name, count: max(1, counts[$0] ?? 0))
      },
      contexts: contexts, flags: flags, score: (1 - doubt) * fullness, domain: groups.compactMap(\.domain).first)
  }

  /// A name made of what the concept is called.
  private static func identifier(_ group: ConceptGroup) -> String {
    var bytes: [UInt8] = []
    for word in group.signature { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    return "t-" + XXHash64.hash(bytes).sixteenDigits
  }

  private static func others(
    _ reason: GlossaryFlag.Reason, _ others: Set<Int>, _ entries: [GlossaryEntry]
  ) -> [GlossaryFlag] {
    others.map { entries[$0] }.sorted { $0.id < $1.id }.prefix(4).map { GlossaryFlag(reason, $0.headline) }
  }

  /// Those first that are surest, then those of more documents.
  private static func precedes(_ a: GlossaryEntry, _ b: GlossaryEntry) -> Bool {
    if a.score != b.score { return a.score > b.score }
    if a.sources.count != b.sources.count { return a.sources.count > b.sources.count }
    return a.id < b.id
  }
}
