public import Lingua

/// Aligns the sentences of two or three languages.
///
/// A bead's score says how much likelier its words are as translations of each other than by chance (dictionary, common
/// romanisation, numbers, acronyms, signs), how well its lengths fit, and how usual its shape is; all partitions into
/// beads compete in an exact dynamic programme.
public struct Aligner: Sendable {
  /// What beads may look like and how evidence counts.
  public var options: AlignmentOptions
  private let evidence: [any WordEvidence]
  private let translations: TranslationTable
  private let numbers: NumberLexicon

  /// An aligner over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  public init(
    lexicons: Lexicons = .embedded, options: AlignmentOptions = AlignmentOptions()
  ) throws(LexiconError) {
    self.init(
      concepts: try ConceptLexicon(lexicons: lexicons), acronyms: try AcronymLexicon(lexicons: lexicons),
      romanization: try Romanization(lexicons: lexicons), translations: try TranslationTable(lexicons: lexicons),
      numbers: try NumberLexicon(lexicons: lexicons), options: options)
  }

  /// An aligner that shares lexicons which are already read.
  public init(
    concepts: ConceptLexicon, acronyms: AcronymLexicon, romanization: Romanization,
    translations: TranslationTable, numbers: NumberLexicon, options: AlignmentOptions = AlignmentOptions()
  ) {
    self.options = options
    self.translations = translations
    self.numbers = numbers
    // The first one also says which words are known.
    evidence = [
      LexicalEvidence(concepts: concepts),
      CognateEvidence(romanization: romanization),
      NumberEvidence(numbers),
      AcronymEvidence(acronyms),
      LatinEvidence(),
      PunctuationEvidence(),
    ]
  }

  /// The beads of a text in reading order. Every sentence is in exactly one bead; a language without sentences is
  /// simply empty in all of them.
  public func align(_ sentences: Trilingual<[String]>) -> [Bead] {
    var options = options
    options.maximumBeadSize = min(4, max(1, options.maximumBeadSize))
    let present = Language.allCases.filter { !sentences[$0].isEmpty }
    guard present.count > 1 else { return alone(sentences) }
    let texts = present.map { AlignmentText(sentences[$0], $0, numbers: numbers) }
    return translations.withView { align(texts, present, table: $0, options: options) }
  }

  private func align(
    _ texts: [AlignmentText], _ present: [Language], table: TranslationView, options: AlignmentOptions
  ) -> [Bead] {
    var cutter = translations.cutter
    var learned: [TranslationEvidence] = []
    for text in texts { learned.append(TranslationEvidence(text, table: table, cutter: &cutter)) }
    let keys = texts.indices.map {
      TokenKeys(texts[$0], evidence: evidence, learned: learned[$0], options: options)
    }
    var pairs: [Confidence.Pair] = []
    func scores(_ a: Int, _ b: Int) -> PairScores {
      let known = Links.Learned(
        source: learned[a], target: learned[b], table: table, weight: Float(options.weights.translations))
      let links = Links(keys[a], keys[b], learned: known)
      pairs.append(Confidence.Pair(a: a, b: b, links: links, length: length(texts[a], texts[b])))
      return PairScores(
        texts[a], texts[b], keys: (keys[a], keys[b]), learned: known, links: links,
        band: AnchorBand.band(texts[a], texts[b], links: links),
        share: present.count == 2 ? 1 : options.model.pairShare, options: options)
    }
    let size = options.maximumBeadSize
    let model = options.model
    let pairPriors = model.priors(size: size, languages: 2)
    let first = scores(0, 1)
    let steps: [BeadSearch.Step]
    if present.count == 2 {
      let search = BeadSearch(
        first: first, second: nil, third: nil, priors: pairPriors, size: size, temper: model.temper)
      steps = rated(search, Lattice(plane: first.band, depth: 0))
    } else {
      let second = scores(0, 2)
      let third = scores(1, 2)
      let search = BeadSearch(
        first: first, second: second, third: third, priors: model.priors(size: size, languages: 3),
        size: size,
        temper: model.temper)
      let counts = texts.map(\.count)
      // Multiplied step by step, so that huge texts cannot overflow.
      let plane = (counts[0] + 1).multipliedReportingOverflow(by: counts[1] + 1)
      let all = plane.partialValue.multipliedReportingOverflow(by: counts[2] + 1)
      if !plane.overflow && !all.overflow && all.partialValue <= options.exactCells {
        steps = rated(search, Lattice(counts[0], counts[1], counts[2]))
      } else {
        func map(_ scores: PairScores, _ a: Int, _ b: Int) -> [Int] {
          let search = BeadSearch(
            first: scores, second: nil, third: nil, priors: pairPriors.map { $0 * model.pairShare },
            size: size,
            temper: model.temper)
          let steps = search.steps(in: Lattice(plane: scores.band, depth: 0), probabilities: false)
          return TriplePath.map(steps, count: counts[a], end: counts[b])
        }
        let path = TriplePath.points(
          first: map(first, 0, 1), second: map(second, 0, 2), third: map(third, 1, 2))
        steps = rated(search, Lattice(around: path, radius: Self.radius))
      }
    }
    var confidence = Confidence(texts: texts, keys: keys, pairs: pairs)
    return steps.map { step in
      var bead = Trilingual<[Int]>(repeating: [])
      let ends = [step.end.i, step.end.j, step.end.k]
      let counts = [step.x, step.y, step.z]
      let blocks = present.indices.map { ends[$0] - counts[$0]..<ends[$0] }
      for (number, language) in present.enumerated() { bead[language] = Array(blocks[number]) }
      return Bead(bead, score: confidence.score(blocks, share: step.probability))
    }
  }

  /// How far the search in three dimensions may leave the path of the pairs.
  private static let radius = 4

  /// The best steps of a lattice with their probabilities, which a large lattice computes near the best path only.
  private func rated(_ search: BeadSearch, _ lattice: Lattice) -> [BeadSearch.Step] {
    if lattice.count <= 4_000 { return search.steps(in: lattice, probabilities: true) }
    let best = search.steps(in: lattice, probabilities: false)
    let near = Lattice(around: [Lattice.Point(i: 0, j: 0, k: 0)] + best.map(\.end), radius: 3)
    return search.steps(in: near, probabilities: true)
  }

  /// How well the lengths of two languages fit, without the weight of the options.
  private func length(_ a: AlignmentText, _ b: AlignmentText) -> LengthEvidence {
    LengthEvidence(
      ratio: options.model.ratio(a.language, b.language), variance: options.model.lengthVariance, weight: 1)
  }

  /// Nothing to compare with: every sentence is its own bead, and surely so.
  private func alone(_ sentences: Trilingual<[String]>) -> [Bead] {
    Language.allCases.flatMap { language in
      sentences[language].indices.map { index in
        var bead = Trilingual<[Int]>(repeating: [])
        bead[language] = [index]
        return Bead(bead, score: 1)
      }
    }
  }
}
