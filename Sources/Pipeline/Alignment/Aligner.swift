public import Lingua

/// Aligns the sentences of two or three languages.
///
/// A bead's score says how much likelier its words are as translations of each other than by chance (dictionary, common
/// romanisation, numbers, acronyms, signs), how well its lengths fit, and how usual its shape is; all partitions into
/// beads compete in an exact dynamic programme.
public struct Aligner: Sendable {
  /// What beads may look like and how evidence counts.
  public var options: AlignmentOptions
  /// What links words, but for the learned table.
  let evidence: [any WordEvidence]
  /// What parallel text says of words.
  package internal(set) var translations: TranslationTable
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
    align(AlignmentInput(sentences: sentences), groups: AnchorGroups())
  }

  /// The beads of an input whose anchors have been checked.
  func align(_ input: AlignmentInput, groups: AnchorGroups) -> [Bead] {
    align(input, groups: groups, factors: []).beads
  }

  /// The beads of an input whose anchors have been checked, and how well they would do if the penalties of omissions were
  /// multiplied by some factors; nothing of the latter for a long text.
  func align(_ input: AlignmentInput, groups: AnchorGroups, factors: [Double]) -> (beads: [Bead], fits: [Double]) {
    let options = bounded
    let present = Language.allCases.filter { !input.sentences[$0].isEmpty }
    guard present.count > 1 else { return (alone(input.sentences, score: 1), []) }
    guard options.weights.areNumbers else { return (alone(input.sentences, score: 0), []) }
    let (found, fits, explanations) = translations.withView { table in
      var cutter = translations.cutter
      let texts = present.map { language in
        let text = AlignmentText(input.sentences[language], language, numbers: numbers)
        let learned = TranslationEvidence(text, table: table, cutter: &cutter)
        return KeyedText(
          text: text, learned: learned,
          keys: TypeKeys(text, evidence: evidence, learned: learned, options: options))
      }
      let limits = SearchLimits(
        groups: groups, paragraphs: input.paragraphs, counts: texts.map(\.text.count), languages: present,
        options: options)
      let (found, fits) = TextSearch(texts: texts, table: table, options: options, limits: limits).beads(factors)
      // A sample of a batch is not for a reader.
      guard options.explains && factors.isEmpty else { return (found, fits, [BeadExplanation]()) }
      let explainer = BeadExplainer(
        texts: texts, languages: present, sentences: input.sentences, table: table, evidence: evidence,
        options: options, limits: limits)
      return (found, fits, explainer.explanations(found))
    }
    let beads = found.enumerated().map { place, found in
      var bead = Trilingual<[Int]>(repeating: [])
      for (number, language) in present.enumerated() { bead[language] = found.sentences(number) }
      return Bead(
        bead, score: found.score, isCrossing: found.isCrossing,
        disagreements: found.disagreeing.compactMap { LanguagePair(source: present[$0.a], target: present[$0.b]) },
        explanation: explanations.isEmpty ? nil : explanations[place])
    }
    return (beads, fits)
  }

  /// The options with a bead size that the search can do.
  var bounded: AlignmentOptions {
    var options = options
    options.maximumBeadSize = min(4, max(1, options.maximumBeadSize))
    return options
  }

  /// Every sentence as its own bead, as where there is nothing to compare with.
  private func alone(_ sentences: Trilingual<[String]>, score: Double) -> [Bead] {
    Language.allCases.flatMap { language in
      sentences[language].indices.map { index in
        var bead = Trilingual<[Int]>(repeating: [])
        bead[language] = [index]
        return Bead(
          bead, score: score,
          explanation: options.explains ? BeadExplanation(shape: 0, paragraphs: 0, pairs: []) : nil)
      }
    }
  }
}
