public import Lingua

/// Finds terms that documents use in their three languages, in the beads of their abstracts and in their titles.
///
/// In each language the phrases that may be terms are those that its grammar builds noun phrases of. What words translate
/// each other is known from the lexicons and learned from the beads of all documents; phrases belong together where each
/// explains the words of the others, all of them and no more.
///
/// The work has two steps, so that the first, which is most of it, can run on many documents at once.
public struct TermExtractor: Sendable {
  private let tagger: TermTagger
  private let knowledge: TermKnowledge
  private let kazakh: KazakhStemmer

  /// An extractor over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    let kazakh = try KazakhStemmer(lexicons: lexicons)
    let tagger = TermTagger(vocabulary: try TermVocabulary(lexicons: lexicons, kazakh: kazakh))
    let knowledge = TermKnowledge(
      concepts: try ConceptLexicon(lexicons: lexicons), acronyms: try AcronymLexicon(lexicons: lexicons),
      romanization: try Romanization(lexicons: lexicons),
      translations: try TranslationTable(lexicons: lexicons, kazakh: kazakh))
    self.tagger = tagger
    self.knowledge = knowledge
    self.kazakh = kazakh
  }

  /// What a document gives to the search.
  public func candidates(of document: DocumentAnalysis) -> DocumentTerms {
    var reader = reader()
    return DocumentTerms(document, document.sentences.map { $0.map { GlossaryText($0.text) } }, &reader)
  }

  /// What the lexicons know of words.
  var vocabulary: TermVocabulary { tagger.vocabulary }

  /// A reader of words, for many documents.
  func reader() -> TermWordReader { TermWordReader(tagger, kazakh: kazakh) }

  /// The terms of many documents, best first. The order of the documents does not matter.
  ///
  /// - Parameters:
  ///   - documents: what the documents gave.
  ///   - most: no more terms than this are given.
  public func triples(of documents: [DocumentTerms], most: Int = .max) -> [TermTriple] {
    TermAssembly(documents, tagger.vocabulary, knowledge).triples(most: most)
  }
}
