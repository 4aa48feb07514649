public import Lingua

/// One keyword in the languages that list it.
public struct KeywordRow: Hashable, Sendable {
  /// The keyword as printed; nil where a language has no counterpart.
  public var terms: Trilingual<String?>

  /// A row.
  public init(_ terms: Trilingual<String?>) { self.terms = terms }
}
