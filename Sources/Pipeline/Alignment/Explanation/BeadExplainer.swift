internal import Lingua

/// Takes the scores of found beads apart.
struct BeadExplainer {
  let texts: [KeyedText]
  /// The language of each text.
  let languages: [Language]
  let sentences: Trilingual<[String]>
  let table: TranslationView
  let evidence: [any WordEvidence]
  let options: AlignmentOptions
  let limits: SearchLimits?

  /// So many beads are explained at once; more of them are not linked as a whole.
  private static let part = 1024
  /// The most links of a pair that are told.
  private static let most = 12

  /// What speaks for each bead and against it.
  func explanations(_ found: [TextSearch.Found]) -> [BeadExplanation] {
    let order = WordOrder(decay: options.model.orderDecay, weight: Float(options.weights.order))
    var result: [BeadExplanation] = []
    result.reserveCapacity(found.count)
    for first in stride(from: 0, to: found.count, by: Self.part) {
      let part = found[first..<min(found.count, first + Self.part)]
      let ranges = texts.indices.map { text in
        let blocks = part.map { $0.blocks[text] }.filter { !$0.isEmpty }
        return (blocks.map(\.lowerBound).min() ?? 0)..<(blocks.map(\.upperBound).max() ?? 0)
      }
      let stretch = TextStretch(
        texts.indices.map { texts[$0].stretch(ranges[$0]) }, table: table, options: options)
      let explained = Stretch(
        stretch: stretch, pairs: stretch.pairs, alone: stretch.alone, starts: ranges.map(\.lowerBound),
        priors: options.model.priors(size: options.maximumBeadSize, languages: texts.count),
        share: texts.count > 2 ? options.model.pairShare : 1)
      for bead in part { result.append(explanation(bead, explained, order)) }
    }
    return result
  }

  /// Some of the texts' sentences with what is asked of them again and again.
  private struct Stretch {
    let stretch: TextStretch
    let pairs: [TextPair]
    let alone: [[Float]]
    let starts: [Int]
    let priors: [Float]
    let share: Float
  }

  private func explanation(_ found: TextSearch.Found, _ part: Stretch, _ order: WordOrder) -> BeadExplanation {
    let bead = texts.indices.map { found.sentences($0) }
    let printed = texts.indices.map { text in
      bead.count { !$0.isEmpty } > 1
        ? PrintedWords(bead[text].map { sentences[languages[text]][$0] }) : PrintedWords(EmptyCollection())
    }
    var result = BeadExplanation(shape: Double(shape(bead, part)), paragraphs: Double(paragraphs(bead)), pairs: [])
    for pair in part.pairs {
      let (a, b) = pair.numbers
      guard !bead[a].isEmpty, !bead[b].isEmpty,
        let languages = LanguagePair(source: languages[a], target: languages[b])
      else { continue }
      let gains = BlockGains(
        pair, bead[a].map { $0 - part.starts[a] }, bead[b].map { $0 - part.starts[b] }, order: order,
        options: options)
      let share = Double(part.share)
      func side(_ words: Float, _ characters: Float, _ unlinked: [Int32], _ text: Int) -> BeadExplanation.Side {
        let types = text == a ? pair.a.types : pair.b.types
        var seen: Set<String> = []
        return BeadExplanation.Side(
          words: share * Double(words), characters: Int(characters),
          unlinked: unlinked.map { printed[text].text(Int($0), of: types) }.filter { seen.insert($0).inserted })
      }
      result.pairs.append(
        BeadExplanation.Pair(
          languages: languages, source: side(gains.words.a, gains.characters.a, gains.unlinkedSources(), a),
          target: side(gains.words.b, gains.characters.b, gains.unlinkedTargets(), b),
          length: share * Double(gains.length), usualRatio: Double(pair.length.ratio),
          links: strongest(gains, pair, part).map { link, gain in
            BeadExplanation.Link(
              source: printed[a].text(Int(link.source), of: pair.a.types),
              target: printed[b].text(Int(link.target), of: pair.b.types),
              evidence: kinds(of: link, pair, part.stretch), gain: share * Double(gain))
          },
          gain: share * gains.links.values.reduce(0) { $0 + Double($1) },
          disagrees: found.disagreeing.contains { $0 == (a, b) }))
    }
    return result
  }

  /// The links that gain most.
  private func strongest(
    _ gains: BlockGains, _ pair: TextPair, _ part: Stretch
  ) -> [(link: BlockGains.Link, gain: Float)] {
    gains.links.filter { $0.value > 0 }
      .sorted { ($1.value, $0.key.source, $0.key.target) < ($0.value, $1.key.source, $1.key.target) }
      .prefix(Self.most).map { ($0.key, $0.value) }
  }

  // MARK: Parts without words

  /// What the bead's shape costs, with what a scrap costs that stands alone.
  private func shape(_ bead: [[Int]], _ part: Stretch) -> Float {
    let side = options.maximumBeadSize + 1
    guard bead.allSatisfy({ $0.count < side }) else { return -.infinity }
    var sum = part.priors[bead.reversed().reduce(0) { $0 * side + $1.count }]
    guard bead.reduce(0, { $0 + $1.count }) == 1 else { return sum }
    for (text, sentences) in bead.enumerated() {
      if let sentence = sentences.first { sum += part.alone[text][sentence - part.starts[text]] }
    }
    return sum
  }

  private func paragraphs(_ bead: [[Int]]) -> Float {
    guard let limits else { return 0 }
    var sum: Float = 0
    for (text, sentences) in bead.enumerated() {
      guard let first = sentences.first, let last = sentences.last, last - first < options.maximumBeadSize
      else { continue }
      sum -= limits.cost(text, last + 1, last - first + 1)
    }
    // Not a negative zero.
    return sum + 0
  }

  // MARK: Evidence

  /// What says that two words translate each other, the strongest first.
  private func kinds(of link: BlockGains.Link, _ pair: TextPair, _ stretch: TextStretch) -> [BeadExplanation.Evidence] {
    let strength =
      pair.links.links[pair.links.range(Int(link.source))].first { $0.target == link.target }?.strength ?? 0
    var found: [(kind: BeadExplanation.Evidence, probability: Float)] = []
    var (first, second): ([EvidenceKey], [EvidenceKey]) = ([], [])
    for one in evidence {
      let weight = Float(one.weight(options.weights))
      guard weight > 0 else { continue }
      first.removeAll(keepingCapacity: true)
      second.removeAll(keepingCapacity: true)
      one.append(keysOf: link.source, pair.a, to: &first)
      one.append(keysOf: link.target, pair.b, to: &second)
      var best: Float = 0
      for a in first {
        for b in second where a.key << 8 == b.key << 8 { best = max(best, a.weight * b.weight * weight) }
      }
      // More than the link has was not counted, for a key of too many words.
      if best > 0, best <= strength * 1.001 { found.append((one.kind, best)) }
    }
    let learned = (stretch.texts[pair.numbers.a].learned, stretch.texts[pair.numbers.b].learned)
    let (a, b) = (learned.0.stems[Int(link.source)], learned.1.stems[Int(link.target)])
    if options.weights.translations > 0, a >= 0, b >= 0 {
      var row: [TranslationView.Entry] = []
      table.read(Int(a), from: learned.0.language, to: learned.1.language, into: &row)
      var best = row.first { $0.target == Int(b) }?.probability ?? 0
      table.read(Int(b), from: learned.1.language, to: learned.0.language, into: &row)
      best = max(best, row.first { $0.target == Int(a) }?.probability ?? 0)
      if best > 0 { found.append((.translations, best * Float(options.weights.translations))) }
    }
    let kinds = BeadExplanation.Evidence.allCases
    return kinds.compactMap { kind in found.first { $0.kind == kind } }.sorted { $0.probability > $1.probability }
      .map(\.kind)
  }
}

extension WordEvidence {
  /// Appends the keys of a type of a text.
  fileprivate func append(keysOf type: Int32, _ text: AlignmentText, to keys: inout [EvidenceKey]) {
    append(
      keysOf: text.types.codes(Int(type)), kind: text.types.kind(Int(type)), language: text.language, to: &keys)
  }
}
