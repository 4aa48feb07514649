internal import Lingua

/// Weighs triples and puts them in order.
struct TermRanking {
  /// Documents that are thought to be there besides, so that of one document not every word is in all.
  private static let doubt = 20

  private let documents: [DocumentTerms]
  private let order: [Int]
  private let types: TermTypes
  private let vocabulary: TermVocabulary
  private let knowledge: TermKnowledge

  init(
    _ documents: [DocumentTerms], _ order: [Int], _ types: TermTypes, _ vocabulary: TermVocabulary,
    _ knowledge: TermKnowledge
  ) {
    self.documents = documents
    self.order = order
    self.types = types
    self.vocabulary = vocabulary
    self.knowledge = knowledge
  }

  /// The best triples, best first.
  func triples(
    _ entries: [Trilingual<[Int32]>: TermAssembly.Entry], _ frequencies: Trilingual<[[Int32]: Int32]>, most: Int
  ) -> [TermTriple] {
    let nested = TermNesting(entries)
    let siblings = TermSiblings(entries)
    let whole = Self.pairs(entries)
    let rivals = entries.filter { !whole.contains($0.key) }.map { ($0.key, $0.value) }
    var ranked = Concurrently.map(rivals) { key, entry in
      Ranked(
        entry: entry, stems: stems(key), features: features(key, entry, frequencies, nested, siblings))
    }
    ranked.sort {
      ($1.features.probability, $0.stems.ru, $0.stems.kk, $0.stems.en)
        < ($0.features.probability, $1.stems.ru, $1.stems.kk, $1.stems.en)
    }
    return Concurrently.map(Array(ranked.prefix(most))) { triple($0) }
  }

  /// A triple before its forms are gathered.
  private struct Ranked {
    var entry: TermAssembly.Entry
    var stems: Trilingual<String>
    var features: TermFeatures
  }

  private func triple(_ ranked: Ranked) -> TermTriple {
    var triple = TermTriple(
      stems: ranked.stems, forms: Trilingual(repeating: []), occurrences: Trilingual(repeating: []),
      beads: ranked.entry.places.count,
      documents: Set(ranked.entry.places.map { order[Int($0.document)] }).sorted(),
      scores: TermScores(
        logDice: 14 + Double(Logarithm.log(ranked.features.dice) / Logarithm.log(2)),
        coverage: Double(ranked.entry.best), cValue: Double(ranked.features.cValue)),
      probability: Double(ranked.features.probability))
    gather(ranked.entry, &triple)
    return triple
  }

  /// The pairs of languages that triples have.
  private static func pairs(
    _ entries: [Trilingual<[Int32]>: TermAssembly.Entry]
  ) -> Set<Trilingual<[Int32]>> {
    guard entries.keys.contains(where: { $0.values.contains([]) }) else { return [] }
    var result: Set<Trilingual<[Int32]>> = []
    for key in entries.keys where !key.values.contains([]) {
      for language in Language.allCases {
        var pair = key
        pair[language] = []
        result.insert(pair)
      }
    }
    return result
  }

  private func stems(_ key: Trilingual<[Int32]>) -> Trilingual<String> {
    var result = Trilingual(repeating: "")
    for language in Language.allCases {
      result[language] = key[language].map { String(decoding: types.sides[language].stems[Int($0)], as: UTF8.self) }
        .joined(separator: " ")
    }
    return result
  }

  private func features(
    _ key: Trilingual<[Int32]>, _ entry: TermAssembly.Entry, _ frequencies: Trilingual<[[Int32]: Int32]>,
    _ nested: TermNesting, _ siblings: TermSiblings
  ) -> TermFeatures {
    var f = TermFeatures()
    f.beads = Float(entry.places.count)
    f.documents = Float(Set(entry.places.map(\.document)).count)
    f.titles = Float(entry.places.count { documents[Int($0.document)].units[Int($0.unit)].bead < 0 })
    f.coverage = entry.best
    f.least = entry.least
    f.gap = entry.gap
    f.mean = entry.coverage / f.beads
    let languages = Language.allCases.filter { !key[$0].isEmpty }
    let alone = languages.reduce(Float(0)) { $0 + Float(frequencies[$1][key[$1]] ?? 0) }
    f.languages = Float(languages.count)
    f.dice = f.languages * f.beads / max(1, alone)
    f.words = Float(languages.reduce(0) { $0 + key[$1].count }) / f.languages
    f.longer = nested.beads(key)
    f.free = f.beads - f.longer
    f.cValue = (nested.kinds(key) > 0 ? f.beads - f.longer / nested.kinds(key) : f.beads) * Logarithm.log(1 + f.words)
    // How general the words are: the share of documents that have them, and of general text.
    var general: Float = 0, spread: Float = 0, count: Float = 0
    for language in languages {
      for type in key[language] {
        let side = types.sides[language]
        let share = side.frequencies[Int(type)]
        general += Logarithm.log(max(share, 1e-7))
        spread += Logarithm.log(Float(side.documents[Int(type)]) / Float(documents.count + Self.doubt))
        count += 1
      }
    }
    f.general = general / count
    f.spread = spread / count
    // The flags of the first place by order; of all the same words have much the same.
    if let place = entry.places.first {
      let document = documents[Int(place.document)]
      let unit = document.units[Int(place.unit)]
      for language in languages {
        let phrase = document.phrases[language][unit.phrases[language].lowerBound + Int(place.phrases[language])]
        let first = unit.words[language].lowerBound + Int(phrase.first)
        let words = document.words[language][first..<first + Int(phrase.count)]
        let head = words[words.startIndex + Int(phrase.head)].tags
        let content = key[language].count
        if content == 1 {
          if head.contains(.weak) { f.weakAlone += 1 }
          if head.contains(.plain) { f.plainAlone += 1 }
        } else {
          if head.contains(.weak) { f.weakHead += 1 }
          if words.allSatisfy({ !$0.tags.isDisjoint(with: [.weak, .function]) }) { f.empty += 1 }
          if words.contains(where: { $0.tags.contains(.link) }) { f.link += 1 }
          if words.contains(where: { $0.tags.contains(.initial) }) { f.initial += 1 }
        }
      }
    }
    let rows = languages.map { Set(vocabulary.rows[$0][joined(key[$0], $0)] ?? []) }
    f.concept = rows.dropFirst().reduce(rows[0]) { $0.intersection($1) }.isEmpty ? 0 : 1
    f.isUnfit = siblings.isUnfit(key)
    f.probability = 1 / (1 + Logarithm.exp(-(2.6 + 0.6 * (f.keyness - f.doubt))))
    return f
  }

  private func joined(_ key: [Int32], _ language: Language) -> [UInt8] {
    var result: [UInt8] = []
    for type in key {
      if !result.isEmpty { result.append(0x20) }
      result.append(contentsOf: types.sides[language].stems[Int(type)])
    }
    return result
  }

  private func gather(_ entry: TermAssembly.Entry, _ triple: inout TermTriple) {
    for language in triple.languages {
      var forms: [String: (count: Int, titles: Int, isPlain: Bool)] = [:]
      for place in entry.places {
        let document = documents[Int(place.document)]
        let unit = document.units[Int(place.unit)]
        let phrase = document.phrases[language][unit.phrases[language].lowerBound + Int(place.phrases[language])]
        let first = unit.words[language].lowerBound + Int(phrase.first)
        let words = document.words[language][first..<first + Int(phrase.count)]
        guard let start = words.first, let end = words.last else { continue }
        let text = TermPrint.text(document.text[language][Int(start.start)..<Int(end.end)])
        let isTitle = unit.bead < 0
        forms[text, default: (0, 0, false)].count += 1
        forms[text]?.titles += isTitle ? 1 : 0
        // The adjective before a Russian head tells its case better than the head.
        let isPlain = words[words.startIndex + Int(phrase.head)].tags.contains(.plainForm)
        forms[text]?.isPlain =
          isPlain
          && (language != .ru || phrase.head == 0 || RussianTerms(endings: vocabulary.endings).isNominative(text))
        triple.occurrences[language].append(
          TermOccurrence(
            document: order[Int(place.document)], bead: isTitle ? nil : Int(unit.bead),
            sentence: start.sentence == DocumentTerms.title ? nil : Int(start.sentence),
            range: Int(start.start - start.offset)..<Int(end.end - start.offset)))
      }
      triple.forms[language] = forms.sorted {
        TermPrint.precedes(
          ($0.key, $0.value.count, $0.value.isPlain), ($1.key, $1.value.count, $1.value.isPlain), language)
      }.map { TermForm(text: $0.key, count: $0.value.count, titles: $0.value.titles) }
    }
  }
}
