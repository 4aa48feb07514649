public import Lingua

/// Puts a document through all stages; the only place that knows their order.
///
/// It is noncopyable because segmentation holds ICU's iterators: one analyzer a worker, made by `clone()`.
public struct DocumentAnalyzer: ~Copyable, Sendable {
  private let finder: SectionFinder
  private let aligner: Aligner
  private let pairing: KeywordPairing
  private let acronyms: AcronymFinder
  private var kazakh: SentenceSegmenter
  private var russian: SentenceSegmenter
  private var english: SentenceSegmenter

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
    let kazakh = try SentenceSegmenter(language: .kk, lexicons: lexicons)
    let russian = try SentenceSegmenter(language: .ru, lexicons: lexicons)
    let english = try SentenceSegmenter(language: .en, lexicons: lexicons)
    self.finder = finder
    self.aligner = aligner
    self.pairing = pairing
    self.acronyms = acronyms
    self.kazakh = kazakh
    self.russian = russian
    self.english = english
  }

  private init(
    finder: SectionFinder, aligner: Aligner, pairing: KeywordPairing, acronyms: AcronymFinder,
    kazakh: consuming SentenceSegmenter, russian: consuming SentenceSegmenter, english: consuming SentenceSegmenter
  ) {
    self.finder = finder
    self.aligner = aligner
    self.pairing = pairing
    self.acronyms = acronyms
    self.kazakh = kazakh
    self.russian = russian
    self.english = english
  }

  /// Another analyzer over the same lexicons, for another task. About a microsecond.
  ///
  /// - Throws: `ICUError` when memory is short.
  public borrowing func clone() throws(ICUError) -> DocumentAnalyzer {
    let kazakh = try kazakh.clone()
    let russian = try russian.clone()
    let english = try english.clone()
    return DocumentAnalyzer(
      finder: finder, aligner: aligner, pairing: pairing, acronyms: acronyms, kazakh: kazakh, russian: russian,
      english: english)
  }

  /// Analyses one document.
  ///
  /// - Throws: `ICUError` when ICU's data cannot be read.
  public mutating func analyze(_ document: Document) throws(ICUError) -> DocumentAnalysis {
    let sections = try finder.sections(of: document)
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
    let beads = aligner.align(sentences.map { $0.map(\.text) })
    let keywords = pairing.rows(of: sections)
    let analysis = DocumentAnalysis(
      name: document.name, sections: sections, sentences: sentences, beads: beads, keywords: keywords,
      acronyms: acronyms.entries(
        sections: sections, sentences: sentences, beads: beads, keywords: keywords, document: document))
    return document.format == .plain ? analysis : analysis.relocated(by: document.map)
  }

  /// Aligns sentences that are already split.
  public borrowing func align(_ sentences: Trilingual<[String]>) -> [Bead] { aligner.align(sentences) }
}
