public import Lingua

/// Puts a document through all stages; the only place that knows their order.
///
/// It is noncopyable because segmentation holds ICU's iterators: one analyzer a worker, made by `clone()`.
public struct DocumentAnalyzer: ~Copyable, Sendable {
  private let finder: SectionFinder
  private var aligner: Aligner
  private let pairing: KeywordPairing
  private let acronyms: AcronymFinder
  private let glosses: GlossFinder
  private var kazakh: SentenceSegmenter
  private var russian: SentenceSegmenter
  private var english: SentenceSegmenter
  private let check: LanguageCheck

  /// What alignments may look like. The default is `AlignmentOptions()`.
  public var alignment: AlignmentOptions {
    get { aligner.options }
    set { aligner.options = newValue }
  }
  /// The languages whose sections are looked at. The default is all of them.
  public var languages = Set(Language.allCases)

  /// An analyzer over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when a lexicon cannot be read, `ICUError` when ICU's data cannot.
  public init(lexicons: Lexicons = .embedded) throws {
    // All that can fail comes first: a noncopyable value cannot be left half made.
    let finder = try SectionFinder(lexicons: lexicons)
    let concepts = try ConceptLexicon(lexicons: lexicons)
    let known = try AcronymLexicon(lexicons: lexicons)
    let romanization = try Romanization(lexicons: lexicons)
    let stemmer = try KazakhStemmer(lexicons: lexicons)
    let translations = try TranslationTable(lexicons: lexicons, kazakh: stemmer)
    let aligner = Aligner(
      concepts: concepts, acronyms: known, romanization: romanization, translations: translations,
      numbers: try NumberLexicon(lexicons: lexicons))
    let pairing = KeywordPairing(concepts: concepts, acronyms: known, romanization: romanization)
    let acronyms = try AcronymFinder(
      lexicons: lexicons, concepts: concepts, acronyms: known, romanization: romanization, kazakh: stemmer)
    let glosses = try GlossFinder(
      lexicons: lexicons, concepts: concepts, acronyms: known, romanization: romanization, translations: translations)
    let kazakh = try SentenceSegmenter(language: .kk, lexicons: lexicons)
    let russian = try SentenceSegmenter(language: .ru, lexicons: lexicons)
    let english = try SentenceSegmenter(language: .en, lexicons: lexicons)
    let check = LanguageCheck(identifier: try LanguageIdentifier(lexicons: lexicons))
    self.finder = finder
    self.aligner = aligner
    self.pairing = pairing
    self.acronyms = acronyms
    self.glosses = glosses
    self.kazakh = kazakh
    self.russian = russian
    self.english = english
    self.check = check
  }

  private init(
    finder: SectionFinder, aligner: Aligner, pairing: KeywordPairing, acronyms: AcronymFinder,
    glosses: GlossFinder, check: LanguageCheck, languages: Set<Language>, kazakh: consuming SentenceSegmenter,
    russian: consuming SentenceSegmenter, english: consuming SentenceSegmenter
  ) {
    self.finder = finder
    self.aligner = aligner
    self.pairing = pairing
    self.acronyms = acronyms
    self.glosses = glosses
    self.kazakh = kazakh
    self.russian = russian
    self.english = english
    self.check = check
    self.languages = languages
  }

  /// Another analyzer with the same options over the same lexicons, for another task. About a microsecond.
  ///
  /// - Throws: `ICUError` when memory is short.
  public borrowing func clone() throws(ICUError) -> DocumentAnalyzer {
    let kazakh = try kazakh.clone()
    let russian = try russian.clone()
    let english = try english.clone()
    return DocumentAnalyzer(
      finder: finder, aligner: aligner, pairing: pairing, acronyms: acronyms, glosses: glosses, check: check,
      languages: languages, kazakh: kazakh, russian: russian, english: english)
  }

  /// Takes over what a batch teaches; nothing where it has a shortage.
  ///
  /// - Returns: what was taken over.
  /// - Throws: `TrainingError` or `LexiconError` when it cannot be made use of, never in practice.
  @discardableResult
  public mutating func adapt(to batch: BatchLearner) throws -> BatchAdaptation? {
    guard let adaptation = try batch.adaptation(of: aligner.translations) else { return nil }
    aligner.adapt(to: adaptation)
    return adaptation
  }

  /// What a document tells of the batch that it is part of.
  ///
  /// - Throws: `ICUError` when ICU's data cannot be read.
  public mutating func sample(_ document: Document) throws(ICUError) -> AlignmentSample {
    let parts = try parts(of: document)
    let nothing = AlignmentSample(sentences: parts.input.sentences, beads: [], fits: [])
    return (try? aligner.sample(parts.input)) ?? nothing
  }

  /// Analyses one document.
  ///
  /// - Throws: `ICUError` when ICU's data cannot be read.
  public mutating func analyze(_ document: Document) throws(ICUError) -> DocumentAnalysis {
    let (sections, sentences, input, mostAlike) = try parts(of: document)
    // An input without anchors asks for nothing that could not be.
    var beads = (try? aligner.align(input)) ?? aligner.align(input.sentences)
    // Every export then has the score that JSON has, and can be made of it.
    for k in beads.indices { beads[k].score = beads[k].printedScore }
    let keywords = pairing.rows(of: sections)
    var analysis = DocumentAnalysis(
      name: document.name, sections: sections, sentences: sentences, beads: beads, keywords: keywords,
      acronyms: acronyms.entries(
        sections: sections, sentences: sentences, beads: beads, keywords: keywords, document: document))
    analysis.paragraphs = input.paragraphs
    analysis.mostAlike = mostAlike
    analysis.glosses = glosses.glosses(in: document.text).filter { gloss in
      Language.allCases.allSatisfy { gloss.terms[$0] == nil || languages.contains($0) }
    }
    return document.format == .plain ? analysis : analysis.relocated(by: document.map)
  }

  /// The sections of a document and the sentences of its abstracts, ready to be aligned; `mostAlike` as in `DocumentAnalysis`.
  private mutating func parts(
    of document: Document
  ) throws(ICUError) -> (
    sections: [Section], sentences: Trilingual<[Sentence]>, input: AlignmentInput, mostAlike: Int
  ) {
    let found = try finder.find(in: document)
    var sections = found.sections
    if languages.count < Language.allCases.count { sections.removeAll { !languages.contains($0.language) } }
    var sentences = Trilingual<[Sentence]>(repeating: [])
    for section in sections {
      switch section.kind {
      case .abstract:
        let ranges: [Range<Int>]
        switch section.language {
        case .kk: ranges = try kazakh.sentences(of: section.text)
        case .ru: ranges = try russian.sentences(of: section.text)
        case .en: ranges = try english.sentences(of: section.text)
        }
        let bytes = Array(section.text.utf8)
        sentences[section.language] = ranges.map {
          Sentence(text: String(decoding: bytes[$0], as: UTF8.self), range: section.map.inputRange(of: $0))
        }
      case .keywords, .title: break
      }
    }
    var input = AlignmentInput(sentences: sentences.map { $0.map(\.text) })
    if alignment.paragraphs != .ignore {
      input.paragraphs = ParagraphStarts(text: document.text).starts(of: sentences)
    }
    return (sections, sentences, input, found.mostAlike)
  }

  /// Aligns sentences that are already split.
  public borrowing func align(_ sentences: Trilingual<[String]>) -> [Bead] { aligner.align(sentences) }

  /// Aligns sentences that are already split, with what is known of them beforehand.
  ///
  /// - Throws: `AlignmentError` when that cannot be kept.
  public borrowing func align(_ input: AlignmentInput) throws(AlignmentError) -> [Bead] { try aligner.align(input) }

  /// What is doubtful about the labels of sentences.
  public borrowing func warnings(_ sentences: Trilingual<[String]>) -> [LanguageWarning] { check.warnings(sentences) }

  /// The sentences of a text in one language.
  ///
  /// - Parameters:
  ///   - document: the text.
  ///   - language: its language.
  ///   - splitting: whether it is running text that is to be split; else each line is a sentence.
  /// - Throws: `ICUError` when ICU's data cannot be read.
  public mutating func sentences(
    of document: Document, _ language: Language, splitting: Bool
  ) throws(ICUError) -> SentenceList {
    guard splitting else { return try SentenceList(lines: document) }
    switch language {
    case .kk: return try SentenceList(splitting: document, by: &kazakh)
    case .ru: return try SentenceList(splitting: document, by: &russian)
    case .en: return try SentenceList(splitting: document, by: &english)
    }
  }

  /// Aligns texts that are each in one language, in a file of its own.
  ///
  /// - Parameters:
  ///   - name: a name for them in results.
  ///   - files: the file of each language; nil for one that is not there.
  ///   - lists: the sentences of each.
  ///   - anchors: sentences that are known to translate each other.
  /// - Returns: an analysis with sentences and beads alone.
  /// - Throws: `AlignmentError` when the anchors cannot be kept.
  public borrowing func analyze(
    name: String, files: Trilingual<String?>, lists: Trilingual<SentenceList>, anchors: [Trilingual<Int?>] = []
  ) throws(AlignmentError) -> DocumentAnalysis {
    let input = AlignmentInput(
      sentences: lists.map { $0.sentences.map(\.text) }, paragraphs: lists.map(\.paragraphs), anchors: anchors)
    var analysis = DocumentAnalysis(
      name: name, sections: [], sentences: lists.map(\.sentences), beads: try aligner.align(input), keywords: [],
      acronyms: [])
    analysis.paragraphs = input.paragraphs
    analysis.files = files
    analysis.warnings = check.warnings(input.sentences)
    return analysis
  }
}
