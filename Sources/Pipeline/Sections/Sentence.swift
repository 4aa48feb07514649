/// A sentence and where it stands.
public struct Sentence: Hashable, Sendable {
  /// The sentence on one line.
  public var text: String
  /// Where it stands, in UTF-8 offsets of the document's source.
  public var range: Range<Int>

  /// A sentence.
  public init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}
