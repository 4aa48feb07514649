public import Lingua

/// Finds title, abstract and keywords of each language in a document.
public struct SectionFinder: Sendable {
  private let identifier: LanguageIdentifier

  /// A finder over a set of lexicons.
  ///
  /// - Throws: `LexiconError` when the headings cannot be read.
  public init(lexicons: Lexicons = .embedded, identifier: LanguageIdentifier = LanguageIdentifier())
    throws(LexiconError)
  {
    self.identifier = identifier
  }

  /// The sections of the document in the order in which they stand; at most one of each kind in each language.
  ///
  /// - Throws: `ICUError` when ICU cannot load its data.
  public func sections(of document: Document) throws(ICUError) -> [Section] { [] }
}
