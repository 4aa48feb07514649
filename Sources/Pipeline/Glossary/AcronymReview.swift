internal import Lingua

/// What is known of an entry besides what the document prints: which concept of the lexicon it is, the dictionary forms of
/// its expansions, and where the document departs from the lexicon.
struct AcronymReview {
  let collection: AcronymCollection
  let lexicon: AcronymLexicon
  let domains: AcronymDomains
  let dictionary: DictionaryForm
  /// The keywords of the document, folded.
  private let keywords: Trilingual<Set<String>>

  init(
    collection: AcronymCollection, lexicon: AcronymLexicon, domains: AcronymDomains,
    dictionary: DictionaryForm
  ) {
    self.collection = collection
    self.lexicon = lexicon
    self.domains = domains
    self.dictionary = dictionary
    var keywords = Trilingual<Set<String>>(repeating: [])
    for source in collection.sources {
      guard case .keyword = source.kind else { continue }
      keywords[source.language].insert(
        Self.folded(String(decoding: source.text.bytes, as: UTF8.self)))
    }
    self.keywords = keywords
  }

  /// The concept of a cluster.
  struct Meaning {
    /// The row of the lexicon, where there is only one that it can be.
    var concept: Int?
    /// The rows that it can be where nothing tells which; empty where one is known or none is.
    var rivals: [Int] = []
  }

  /// What a cluster means: what all its acronyms can be, and of homonyms what the document is about.
  ///
  /// - Parameters:
  ///   - cluster: the acronyms.
  ///   - entry: what the document prints of them.
  ///   - stems: compares words.
  ///   - witnesses: what tells what the document is about; asked for only where there are homonyms.
  func meaning(
    _ cluster: AcronymLinker.Cluster, _ entry: AcronymEntry, _ stems: inout WordStems,
    _ witnesses: () -> [AcronymDomains.Witness]
  ) -> Meaning {
    let sets = cluster.nodes.map { Set(collection.nodes[$0].concepts) }.filter { !$0.isEmpty }
    guard var common = sets.first else { return Meaning() }
    for set in sets.dropFirst() { common.formIntersection(set) }
    if common.count < 2 { return Meaning(concept: common.first) }
    let rivals = common.sorted()
    let candidates = rivals.filter { agrees($0, with: entry, &stems) }
    if candidates.count == 1 { return Meaning(concept: candidates.first) }
    if let choice = domains.choice(candidates, lexicon, witnesses(), at: places(of: cluster)) {
      return Meaning(concept: choice)
    }
    return Meaning(rivals: rivals)
  }

  /// Whether a row of the lexicon may be what the document prints as expansions.
  private func agrees(_ row: Int, with entry: AcronymEntry, _ stems: inout WordStems) -> Bool {
    for language in Language.allCases {
      let known = lexicon.concepts[row].expansions[language]
      guard let printed = entry.expansions[language], !known.isEmpty else { continue }
      var best = 0.0
      for form in known { best = max(best, AcronymExpansionSearch.overlap(form, printed, language, &stems)) }
      if best < Self.similar { return false }
    }
    return true
  }

  /// Where the acronyms of a cluster stand: numbers of sources and of their tokens.
  private func places(of cluster: AcronymLinker.Cluster) -> [(source: Int, token: Int)] {
    let nodes = cluster.nodes.map { collection.nodes[$0] }
    var places: [(source: Int, token: Int)] = []
    for (number, source) in collection.sources.enumerated() {
      for candidate in source.candidates
      where nodes.contains(where: { $0.language == source.language && $0.key == candidate.key }) {
        places.append((number, candidate.tokens.lowerBound))
      }
    }
    return places
  }

  /// Fills what a cluster's meaning says of its entry.
  func complete(
    _ entry: inout AcronymEntry, _ meaning: Meaning, _ cluster: AcronymLinker.Cluster,
    _ stems: inout WordStems
  ) {
    let concept = meaning.concept.map { lexicon.concepts[$0] }
    entry.domain = concept?.domain
    for language in Language.allCases {
      guard let printed = entry.expansions[language] else { continue }
      let known = Set((concept?.expansions[language] ?? []).map(Self.folded))
      entry.headExpansions[language] = dictionary.form(printed, language) { form in
        let text = Self.folded(form)
        if known.contains(text) { return 2 }
        return keywords[language].contains(text) ? 1 : 0
      }
    }
    var reasons: [String] = []
    if entry.expansions.values.allSatisfy({ $0 == nil }), !meaning.rivals.isEmpty {
      reasons.append(rivals(meaning, entry))
    }
    for node in cluster.nodes.map({ collection.nodes[$0] }) {
      if let printed = entry.expansions[node.language],
        let reason = contradiction(node, printed, &stems)
      {
        reasons.append(reason)
      }
      if isUnexplained(node, entry) {
        reasons.append("the words before \(node.language.tag) \(node.key) do not fit its letters")
      }
    }
    guard !reasons.isEmpty else { return }
    entry.flag = ([entry.flag].compactMap { $0 } + reasons).joined(separator: "; ")
  }

  private static func folded(_ text: String) -> String {
    String(scalars: GlossaryLetters.folded(text))
  }

  private func rivals(_ meaning: Meaning, _ entry: AcronymEntry) -> String {
    let language = Language.allCases.first { !entry.acronyms[$0].isEmpty } ?? .en
    let names = meaning.rivals.map { row in
      let expansions = lexicon.concepts[row].expansions
      return expansions[language].first ?? Language.allCases.lazy.compactMap {
        expansions[$0].first
      }.first ?? ""
    }
    return "can stand for " + names.filter { !$0.isEmpty }.joined(separator: " or ")
  }

  /// Whether brackets hold an acronym that nobody knows, and nothing else, behind words that do not give its letters.
  /// What has figures or small letters is a name rather: HTML5, MySQL.
  private func isUnexplained(_ node: AcronymNode, _ entry: AcronymEntry) -> Bool {
    entry.expansions[node.language] == nil && !node.isKept && lexicon.concepts(of: node.key, node.language).isEmpty
      && node.key.unicodeScalars.allSatisfy(\.isUppercaseLetter)
      && node.definitions.contains {
        $0.value.expansion == nil && $0.value.evidence == .paren && $0.value.isAlone
      }
  }

  /// How much of two expansions must agree for them to be one, and for one to be taken for the other.
  private static let same = 0.99
  private static let similar = 0.34

  /// Why an expansion that the document prints is doubtful: the lexicon has another acronym for it, or has nearly that
  /// expansion for the acronym.
  private func contradiction(_ node: AcronymNode, _ printed: String, _ stems: inout WordStems)
    -> String?
  {
    let language = node.language
    let own = lexicon.concepts(of: node.key, language)
    guard node.concepts.isEmpty, !own.isEmpty, !node.definitions.isEmpty else { return nil }
    for concept in lexicon.concepts where concept.isCertain && !concept.acronyms[language].isEmpty {
      for form in concept.expansions[language]
      where AcronymExpansionSearch.overlap(form, printed, language, &stems) >= Self.same {
        let usual = concept.acronyms[language].joined(separator: ", ")
        return "the lexicon has \(usual) for the \(language.tag) expansion of \(node.key)"
      }
    }
    for row in own where lexicon.concepts[row].isCertain {
      for form in lexicon.concepts[row].expansions[language]
      where AcronymExpansionSearch.overlap(form, printed, language, &stems) >= Self.similar {
        return "\(Self.lexiconExpands)\(language.tag) \(node.key) as \(form)"
      }
    }
    return nil
  }

  private static let lexiconExpands = "the lexicon expands "

  /// The expansion that the lexicon has, where that is why an acronym is doubtful.
  static func lexiconExpansion(in reason: some StringProtocol) -> String? {
    guard reason.hasPrefix(lexiconExpands) else { return nil }
    return reason.firstRange(of: " as ").map { String(reason[$0.upperBound...]) }
  }
}
