public import Lingua

/// A name and its translation, printed beside each other in running text: "title" ("translation"), title [translation].
public struct InlineGloss: Hashable, Sendable {
  /// How the two are printed.
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    /// "Title" ("translation").
    case quoted
    /// Title [translation].
    case bracketed
    /// A term (its translation).
    case parenthesis
    /// A reference and the same reference in another language in parentheses.
    case reference
    /// A name beside itself in another script.
    case name
  }

  /// What each language has, cleaned: line ends, page markers and emphasis left out, look-alike letters set right,
  /// romanised Russian in Cyrillic.
  public var terms: Trilingual<String?>
  /// Where each stands, in UTF-8 offsets of the document.
  public var ranges: Trilingual<Range<Int>?>
  /// How they are printed.
  public var shape: Shape
  /// The Russian as it was printed in Latin letters; nil where it was printed in Cyrillic.
  public var romanized: String?

  /// A gloss.
  public init(
    terms: Trilingual<String?>, ranges: Trilingual<Range<Int>?> = Trilingual(repeating: nil), shape: Shape,
    romanized: String? = nil
  ) {
    self.terms = terms
    self.ranges = ranges
    self.shape = shape
    self.romanized = romanized
  }
}
