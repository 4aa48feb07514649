/// A place where a term stands, with the words around it: a key word in context.
public struct GlossaryContext: Hashable, Sendable {
  /// The document's name.
  public var document: String
  /// Where the term stands, in UTF-8 offsets of the document; nil where the place is not known.
  public var range: Range<Int>?
  /// What stands before it in its sentence.
  public var left: String
  /// The term as printed.
  public var term: String
  /// What stands after it in its sentence.
  public var right: String

  /// A place.
  public init(document: String, range: Range<Int>? = nil, left: String, term: String, right: String) {
    self.document = document
    self.range = range
    self.left = left
    self.term = term
    self.right = right
  }

  /// The sentence.
  public var sentence: String { left + term + right }
}
