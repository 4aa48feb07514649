internal import Lingua

/// A text that acronyms are looked for in, with what was found.
struct AcronymSource {
  enum Kind: Equatable {
    case title, abstract
    case keyword(row: Int)
  }
  var text: GlossaryText
  var language: Language
  var kind: Kind
  /// Offsets of the text to offsets of the document; nil where the text stands at `whole` and no finer place is known.
  var map: OffsetMap?
  /// Where the text stands in the document.
  var whole: Range<Int>
  var candidates: [AcronymCandidate] = []
  /// Whether the text is set in capitals.
  var isInCapitals = false

  func place(_ range: Range<Int>) -> Range<Int> { map?.inputRange(of: range) ?? whole }
}

/// One acronym of one language with all its uses.
struct AcronymNode {
  /// One use.
  struct Use {
    var place: Range<Int>
    var form: String
    var bead: Int?
    var row: Int?
    /// Whether it is the only acronym of its keyword.
    var isAlone: Bool
    /// Which of its language's acronyms in the bead it is.
    var ordinal: Int
  }
  /// A definition and the text that it is in.
  struct Definition {
    var source: Int
    var value: AcronymDefinition
  }

  var language: Language
  var key: String
  var uses: [Use] = []
  var definitions: [Definition] = []
  /// The concepts of the lexicon that it can be.
  var concepts: [Int] = []
  /// Whether it is Latin in a language that writes Cyrillic.
  var isKept: Bool { language != .en && key.unicodeScalars.allSatisfy { !GlossaryLetters.isCyrillicLetter($0) } }
  /// Where it is first used.
  var first: Int { uses.map(\.place.lowerBound).min() ?? .max }
  /// The printed forms, most frequent first.
  var forms: [String] {
    var counts: [(form: String, count: Int)] = []
    let isPrinted = uses.contains { $0.form == key }
    for use in uses {
      // Beside the Cyrillic acronym itself Latin letters that only look like its own are no spelling of it.
      let form = isPrinted && GlossaryLetters.asCyrillic(use.form) == key ? key : use.form
      if let k = counts.firstIndex(where: { $0.form == form }) {
        counts[k].count += 1
      } else {
        counts.append((form, 1))
      }
    }
    return counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element.form)
  }
}

/// Everything of a document that is or defines an acronym.
struct AcronymCollection {
  var sources: [AcronymSource] = []
  var nodes: [AcronymNode] = []
  /// Pairs of nodes of one language that brackets set equal.
  var aliases: [(Int, Int)] = []
  /// How many acronyms each bead has in each language.
  var beadCounts: [Int: Trilingual<Int>] = [:]

  private var index = Trilingual<[String: Int]>(repeating: [:])

  init(
    sections: [Section], sentences: Trilingual<[Sentence]>, beads: [Bead], keywords: [KeywordRow],
    scanner: AcronymScanner, definitions: AcronymDefinitionFinder
  ) {
    for section in sections where section.kind != .keywords {
      sources.append(
        AcronymSource(
          text: GlossaryText(section.text), language: section.language,
          kind: section.kind == .title ? .title : .abstract, map: section.map, whole: section.range))
    }
    for (row, keyword) in keywords.enumerated() {
      for language in Language.allCases {
        guard let term = keyword.terms[language] else { continue }
        let whole = keyword.ranges[language] ?? Int.max..<Int.max
        sources.append(
          AcronymSource(
            text: GlossaryText(term), language: language, kind: .keyword(row: row), map: nil, whole: whole))
      }
    }
    scan(scanner)
    let lookup = BeadLookup(sentences: sentences, beads: beads)
    for s in sources.indices { add(s, lookup, definitions) }
  }

  private mutating func scan(_ scanner: AcronymScanner) {
    var ordinary = Trilingual(repeating: OrdinaryWords())
    for language in Language.allCases {
      ordinary[language] = OrdinaryWords(sources.filter { $0.language == language }.map(\.text))
    }
    var keywordTokens = Trilingual<[GlossaryText.Token]>(repeating: [])
    for source in sources {
      if case .keyword = source.kind { keywordTokens[source.language] += source.text.tokens }
    }
    let capitals = keywordTokens.map { AcronymScanner.isInCapitals($0) }
    for s in sources.indices {
      let language = sources[s].language
      var inCapitals = AcronymScanner.isInCapitals(sources[s].text.tokens)
      if case .keyword = sources[s].kind, capitals[language] { inCapitals = true }
      sources[s].isInCapitals = inCapitals
      sources[s].candidates = scanner.candidates(
        in: sources[s].text, language, ordinary: &ordinary[language], inCapitals: inCapitals)
    }
    resolveScripts(scanner)
    dropNames()
    splitPairs()
  }

  /// "AB-CDE" is two acronyms where the document uses both alone.
  private mutating func splitPairs() {
    let keys = sources.reduce(into: Set<String>()) { $0.formUnion($1.candidates.map(\.key)) }
    for s in sources.indices where sources[s].candidates.contains(where: { $0.key.utf8.contains(UInt8(ascii: "-")) }) {
      sources[s].candidates = sources[s].candidates.flatMap { candidate -> [AcronymCandidate] in
        let parts = candidate.key.utf8.split(separator: UInt8(ascii: "-")).map { String(Substring($0)) }
        guard parts.count == 2, parts.allSatisfy(keys.contains), candidate.tokens.count >= 3 else { return [candidate] }
        return parts.enumerated().map { k, part in
          let token = candidate.tokens.lowerBound + 2 * k
          var half = candidate
          half.key = part
          half.range = sources[s].text.tokens[token].range
          half.form = sources[s].text.string(half.range)
          half.tokens = token..<(k == 0 ? token + 1 : candidate.tokens.upperBound)
          return half
        }
      }
    }
  }

  /// Letters that look alike do not tell the script. "AO" in Latin letters between Cyrillic words is the Cyrillic
  /// acronym if that is known or used; one in Cyrillic or mixed letters is the Latin acronym that English uses.
  private mutating func resolveScripts(_ scanner: AcronymScanner) {
    var english: Set<String> = []
    var cyrillic = Trilingual<Set<String>>(repeating: [])
    for source in sources {
      for candidate in source.candidates {
        if source.language == .en {
          english.insert(candidate.key)
        } else {
          cyrillic[source.language].insert(candidate.key)
        }
      }
    }
    for s in sources.indices where sources[s].language != .en {
      let language = sources[s].language
      for c in sources[s].candidates.indices {
        let key = sources[s].candidates[c].key
        let latin = GlossaryLetters.asLatin(key)
        if latin != key, english.contains(latin), scanner.lexicon.concepts(of: key, language).isEmpty {
          sources[s].candidates[c].key = latin
          continue
        }
        guard !english.contains(key), let other = GlossaryLetters.asCyrillic(key),
          cyrillic[language].contains(other) || !scanner.lexicon.concepts(of: other, language).isEmpty
        else { continue }
        sources[s].candidates[c].key = other
      }
    }
  }

  /// What is only ever a word of a Latin name in Cyrillic text is no acronym in English either.
  private mutating func dropNames() {
    var names: Set<String> = []
    var others: Set<String> = []
    for source in sources where source.language != .en {
      for candidate in source.candidates {
        if candidate.isNamePart {
          names.insert(candidate.key)
        } else if !candidate.isDoubtful {
          others.insert(candidate.key)
        }
      }
    }
    names.subtract(others)
    guard !names.isEmpty else { return }
    for s in sources.indices { sources[s].candidates.removeAll { names.contains($0.key) } }
  }

  private mutating func add(_ s: Int, _ lookup: BeadLookup, _ finder: AcronymDefinitionFinder) {
    let source = sources[s]
    var row: Int?
    if case .keyword(let number) = source.kind { row = number }
    let found = finder.definitions(
      in: source.text, source.language, source.candidates, isKeyword: row != nil)
    var defined: Set<Int> = []
    for definition in found.definitions where definition.expansion != nil { defined.insert(definition.candidate) }
    var numbers: [Int: Int] = [:]
    for (c, candidate) in source.candidates.enumerated() {
      // In a text in capitals only what it defines is an acronym.
      if candidate.isDoubtful && !defined.contains(c) { continue }
      let node = node(candidate.key, source.language)
      numbers[c] = node
      let place = source.place(candidate.range)
      let bead = source.kind == .abstract ? lookup.bead(at: place.lowerBound, source.language) : nil
      var ordinal = 0
      if let bead {
        ordinal = beadCounts[bead]?[source.language] ?? 0
        beadCounts[bead, default: Trilingual(repeating: 0)][source.language] += 1
      }
      nodes[node].uses.append(
        AcronymNode.Use(
          place: place, form: candidate.form, bead: bead, row: row, isAlone: source.candidates.count == 1,
          ordinal: ordinal))
    }
    for definition in found.definitions {
      guard let node = numbers[definition.candidate] else { continue }
      nodes[node].definitions.append(AcronymNode.Definition(source: s, value: definition))
    }
    for (a, b) in found.aliases {
      if let a = numbers[a], let b = numbers[b], a != b { aliases.append((a, b)) }
    }
  }

  private mutating func node(_ key: String, _ language: Language) -> Int {
    if let known = index[language][key] { return known }
    index[language][key] = nodes.count
    nodes.append(AcronymNode(language: language, key: key))
    return nodes.count - 1
  }
}

/// Which bead an offset of the document lies in.
struct BeadLookup {
  private var starts = Trilingual<[(offset: Int, end: Int, bead: Int)]>(repeating: [])

  init(sentences: Trilingual<[Sentence]>, beads: [Bead]) {
    for (number, bead) in beads.enumerated() {
      for language in Language.allCases {
        for index in bead.sentences[language] where sentences[language].indices.contains(index) {
          let range = sentences[language][index].range
          starts[language].append((range.lowerBound, range.upperBound, number))
        }
      }
    }
    for language in Language.allCases { starts[language].sort { $0.offset < $1.offset } }
  }

  func bead(at offset: Int, _ language: Language) -> Int? {
    let list = starts[language]
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, offset < list[low - 1].end else { return nil }
    return list[low - 1].bead
  }
}
