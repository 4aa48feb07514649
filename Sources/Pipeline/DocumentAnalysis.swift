public import Lingua

/// Everything that the pipeline knows of a document.
public struct DocumentAnalysis: Sendable {
  /// The document's name.
  public var name: String
  /// Title, abstract and keywords of each language, in document order.
  public var sections: [Section]
  /// The sentences of the abstracts.
  public var sentences: Trilingual<[Sentence]>
  /// The alignment of the sentences.
  public var beads: [Bead]
  /// The keyword lists, paired.
  public var keywords: [KeywordRow]
  /// The acronyms.
  public var acronyms: [AcronymEntry]
  /// Names that stand beside their translation in running text.
  public var glosses: [InlineGloss] = []
  /// The indices of the first sentences of paragraphs; empty where paragraphs were not asked for.
  public var paragraphs = Trilingual<[Int]>(repeating: [])
  /// The file of each language, where each has one of its own; nil for a document that holds all of them.
  public var files: Trilingual<String?>?
  /// Doubts about the languages that the sentences are labelled with.
  public var warnings: [LanguageWarning] = []

  /// How many labelled abstracts, or keyword lists, a language has at most, of which one is taken; a document of several
  /// articles has more than a few.
  public var mostAlike = 0

  /// An analysis.
  public init(
    name: String, sections: [Section], sentences: Trilingual<[Sentence]>, beads: [Bead], keywords: [KeywordRow],
    acronyms: [AcronymEntry]
  ) {
    self.name = name
    self.sections = sections
    self.sentences = sentences
    self.beads = beads
    self.keywords = keywords
    self.acronyms = acronyms
  }

  /// The section of a kind in a language, if the document has one.
  public func section(_ kind: Section.Kind, _ language: Language) -> Section? {
    sections.first { $0.kind == kind && $0.language == language }
  }

  /// The analysis with every range taken back through `map`: from a document's text to the source that it was read from.
  func relocated(by map: OffsetMap) -> DocumentAnalysis {
    var result = self
    for k in result.sections.indices {
      result.sections[k].range = map.inputRange(of: sections[k].range)
    }
    for language in Language.allCases {
      for k in result.sentences[language].indices {
        result.sentences[language][k].range = map.inputRange(of: sentences[language][k].range)
      }
    }
    for k in result.keywords.indices {
      result.keywords[k].ranges = keywords[k].ranges.map { $0.map { map.inputRange(of: $0) } }
    }
    for k in result.acronyms.indices {
      result.acronyms[k].uses = acronyms[k].uses.map { $0.map { map.inputRange(of: $0) } }
      result.acronyms[k].expansionRanges = acronyms[k].expansionRanges.map { $0.map { map.inputRange(of: $0) } }
    }
    for k in result.glosses.indices {
      result.glosses[k].ranges = glosses[k].ranges.map { $0.map { map.inputRange(of: $0) } }
    }
    return result
  }
}
