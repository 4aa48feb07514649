public import Lingua

/// A stretch of a document with one purpose in one language.
public struct Section: Sendable {
  /// What a section is for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The title of the article.
    case title
    /// The abstract.
    case abstract
    /// The list of keywords.
    case keywords
  }
  /// The language that it is written in.
  public var language: Language
  /// What it is for.
  public var kind: Kind
  /// The text on one line: normalised, lines joined, label left out.
  public var text: String
  /// The label that introduced it as it was printed ("Keywords:"), if one did.
  public var label: String?
  /// Where the text stands in the document, in UTF-8 offsets, label left out.
  public var range: Range<Int>
  /// Offsets of `text` to offsets of the document.
  public var map: OffsetMap

  /// A section.
  public init(
    language: Language, kind: Kind, text: String, label: String?, range: Range<Int>, map: OffsetMap
  ) {
    self.language = language
    self.kind = kind
    self.text = text
    self.label = label
    self.range = range
    self.map = map
  }
}
