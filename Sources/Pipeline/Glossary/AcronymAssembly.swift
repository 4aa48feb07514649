internal import Lingua

/// Makes the entry of acronyms that belong together: their forms, their expansions, and what is doubtful.
struct AcronymAssembly {
  let collection: AcronymCollection
  let search: AcronymExpansionSearch
  let lexicon: AcronymLexicon
  let evidence: TermEvidence

  func entry(_ cluster: AcronymLinker.Cluster) -> AcronymEntry {
    let nodes = cluster.nodes.map { collection.nodes[$0] }
    var byLanguage = Trilingual<[AcronymNode]>(repeating: [])
    for node in nodes { byLanguage[node.language].append(node) }
    for language in Language.allCases {
      byLanguage[language].sort { ($1.uses.count, $0.first) < ($0.uses.count, $1.first) }
    }
    var expansions = byLanguage.map { defined($0) }
    complete(&expansions, byLanguage)
    let uses = byLanguage.map { nodes in
      nodes.flatMap { $0.uses.map(\.place) }.filter { $0.lowerBound != .max }
        .sorted { $0.lowerBound < $1.lowerBound }
    }
    let found = Language.allCases.compactMap { expansions[$0] }
    let order = AcronymEntry.Evidence.allCases
    var evidence = found.compactMap { order.firstIndex(of: $0.evidence) }.min().map { order[$0] } ?? .none
    if evidence == .none, cluster.isKnown, Set(nodes.map(\.language)).count > 1, shareConcept(nodes) {
      evidence = .lexicon
    }
    return AcronymEntry(
      acronyms: byLanguage.map { $0.compactMap(\.forms.first) }, expansions: expansions.map { $0?.text },
      evidence: evidence, flag: flag(cluster, byLanguage, expansions), uses: uses,
      expansionRanges: expansions.map { $0.flatMap { $0.place.lowerBound == .max ? nil : $0.place } })
  }

  private func shareConcept(_ nodes: [AcronymNode]) -> Bool {
    guard let first = nodes.first else { return false }
    return nodes.dropFirst().contains { !Set($0.concepts).isDisjoint(with: first.concepts) }
  }

  /// The expansion that a definition gives: keyword lists print the dictionary form, so they come first.
  private func defined(_ nodes: [AcronymNode]) -> AcronymExpansionSearch.Found? {
    for node in nodes {
      let fitting = node.definitions.filter { $0.value.expansion != nil }
      let best = fitting.enumerated().min { a, b in
        func rank(_ d: AcronymNode.Definition) -> Int { d.value.evidence == .keywords ? 0 : 1 }
        return (rank(a.element), a.element.value.cost, a.offset) < (rank(b.element), b.element.value.cost, b.offset)
      }
      if let best, var found = search.found(best.element) {
        // Letters of another script cannot fit, which says nothing.
        found.isMisfit = best.element.value.cost.isInfinite && !node.isKept
        return found
      }
    }
    return nil
  }

  /// Expansions that stand away from the acronym, or in a language that does not use it.
  private func complete(
    _ expansions: inout Trilingual<AcronymExpansionSearch.Found?>, _ nodes: Trilingual<[AcronymNode]>
  ) {
    let concepts = Set(Language.allCases.flatMap { l in nodes[l].flatMap(\.concepts) })
    for language in Language.allCases where expansions[language] == nil {
      let forms = concepts.sorted().filter { c in
        Language.allCases.allSatisfy { l in
          nodes[l].isEmpty || nodes[l].contains { $0.concepts.isEmpty || $0.concepts.contains(c) }
        }
      }.flatMap { lexicon.concepts[$0].expansions[language] }
      expansions[language] = forms.lazy.compactMap { search.phrase($0, language) }.first
    }
    for language in Language.allCases where expansions[language] == nil {
      // What the lexicon knows would have been found in its own words, what brackets follow stands before them.
      expansions[language] =
        nodes[language].lazy.filter { !$0.isKept && $0.concepts.isEmpty && $0.definitions.isEmpty }
        .compactMap { search.initials(of: $0.key, language) }.first
    }
    for language in Language.allCases where expansions[language]?.isChance == true {
      let isShared = Language.allCases.contains { other in
        other != language && expansions[other] != nil && expansions[other]?.words == expansions[language]?.words
      }
      if !isShared { expansions[language] = nil }
    }
    // The counterpart in the keyword row that an expansion or a definition belongs to.
    var rows: Set<Int> = []
    for language in Language.allCases {
      for node in nodes[language] {
        for use in node.uses where use.isAlone && expansions[language]?.evidence == .keywords {
          if let row = use.row { rows.insert(row) }
        }
      }
      if let text = expansions[language]?.text, let row = search.keywordRow(of: text, language) { rows.insert(row) }
    }
    for language in Language.allCases where expansions[language] == nil {
      expansions[language] = rows.sorted().lazy.compactMap { search.keyword($0, language) }.first
    }
    for language in Language.allCases where expansions[language] == nil {
      for node in nodes[language] {
        guard let open = node.definitions.first(where: { $0.value.expansion == nil }) else { continue }
        expansions[language] = translated(open, of: expansions, language)
        if node.isKept { expansions[language]?.isMisfit = false }
        break
      }
    }
  }

  /// Brackets whose words do not give the letters: the words before them that best translate the expansion of another
  /// language, about as many as it has.
  private func translated(
    _ definition: AcronymNode.Definition, of expansions: Trilingual<AcronymExpansionSearch.Found?>, _ language: Language
  ) -> AcronymExpansionSearch.Found? {
    var best: (score: Double, found: AcronymExpansionSearch.Found)?
    var counted: AcronymExpansionSearch.Found?
    for other in Language.allCases {
      guard other != language, let model = expansions[other], !model.isMisfit else { continue }
      let term = evidence.term(model.text, other)
      for found in search.endings(definition) where found.words <= model.words + model.parts + 2 {
        let likeness = evidence.similarity(term, evidence.term(found.text, language))
        // Words of which nothing is known do not speak against it.
        if counted == nil, found.words == model.words, abs(likeness) < 0.03 { counted = found }
        guard likeness > 0.15 else { continue }
        let missing = max(0, model.words - found.words - found.parts)
        let surplus = max(0, found.words - model.words - model.parts)
        let score = likeness - 0.25 * Double(missing) - 0.1 * Double(surplus)
        if score > (best?.score ?? -.infinity) { best = (score, found) }
      }
    }
    return best?.found ?? counted
  }

  private func flag(
    _ cluster: AcronymLinker.Cluster, _ nodes: Trilingual<[AcronymNode]>,
    _ expansions: Trilingual<AcronymExpansionSearch.Found?>
  ) -> String? {
    var reasons: [String] = []
    for language in Language.allCases {
      let keys = nodes[language].map(\.key)
      if keys.count > 1 { reasons.append("\(language.tag) uses variants: \(keys.joined(separator: ", "))") }
      if expansions[language]?.isMisfit == true, !keys.isEmpty {
        reasons.append("the \(language.tag) letters do not fit the expansion")
      }
      if language != .en,
        nodes[language].contains(where: { node in node.forms.contains { $0 != node.key && Self.isMixed($0, node.key) } }
        )
      {
        reasons.append("the \(language.tag) acronym has Latin letters")
      }
    }
    if cluster.contradictsLexicon { reasons.append("the lexicon joins these acronyms to others") }
    for number in cluster.intruders {
      let node = collection.nodes[number]
      reasons.append("\(node.language.tag) also prints \(node.key) where the others print this acronym")
    }
    for number in cluster.strangers {
      let node = collection.nodes[number]
      reasons.append("\(node.language.tag) prints \(node.key) where the others print this acronym")
    }
    return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }

  private static func isMixed(_ form: String, _ key: String) -> Bool {
    form.unicodeScalars.contains { $0.isASCII && $0.isLetter }
      && key.unicodeScalars.contains { GlossaryLetters.isCyrillicLetter($0) }
  }
}
