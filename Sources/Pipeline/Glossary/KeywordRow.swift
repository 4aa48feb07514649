public import Lingua

/// One keyword in the languages that list it.
public struct KeywordRow: Hashable, Sendable {
  /// What speaks for the items of a row to be one keyword.
  public enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// The words of every two languages translate each other, or are the same.
    case words
    /// Those of some do.
    case someWords = "some-words"
    /// Nothing but their place in the lists.
    case position
  }

  /// The keyword as printed; nil where a language has no counterpart.
  public var terms: Trilingual<String?>
  /// Where each keyword stands, in UTF-8 offsets of what the pairing was given: the lists, or the document.
  public var ranges: Trilingual<Range<Int>?>
  /// What speaks for the row; nil where only one language has it, or where it is not known.
  public var evidence: Evidence?
  /// Why a reader should look, nil where nothing is doubtful.
  public var flag: String?

  /// A row.
  public init(
    _ terms: Trilingual<String?>, ranges: Trilingual<Range<Int>?> = Trilingual(repeating: nil),
    evidence: Evidence? = nil, flag: String? = nil
  ) {
    self.terms = terms
    self.ranges = ranges
    self.evidence = evidence
    self.flag = flag
  }
}
