public import Lingua

/// One keyword in the languages that list it.
public struct KeywordRow: Hashable, Sendable {
  /// The keyword as printed; nil where a language has no counterpart.
  public var terms: Trilingual<String?>
  /// Where each keyword stands, in UTF-8 offsets of what the pairing was given: the lists, or the document.
  public var ranges: Trilingual<Range<Int>?>

  /// A row.
  public init(_ terms: Trilingual<String?>, ranges: Trilingual<Range<Int>?> = Trilingual(repeating: nil)) {
    self.terms = terms
    self.ranges = ranges
  }
}
