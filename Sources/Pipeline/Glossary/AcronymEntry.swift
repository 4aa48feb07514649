public import Lingua

/// An acronym and its expansion in the languages that use it.
public struct AcronymEntry: Hashable, Sendable {
  /// How the entry was found.
  public enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// "Expansion (ACR)".
    case paren
    /// "ACR (expansion)".
    case reverseParen = "reverse-paren"
    /// "ACR – expansion" or the other way round.
    case dash
    /// Defined in a keyword list.
    case keywords
    /// Expanded in another place than where it is used.
    case distant
    /// Linked by the acronym lexicon.
    case lexicon
    /// Used and never expanded; linked by where it stands.
    case none
  }

  /// The acronym's variants in each language, most frequent first; empty where a language does not use it.
  public var acronyms: Trilingual<[String]>
  /// The expansion as printed, nil where none is.
  public var expansions: Trilingual<String?>
  /// The expansion in its dictionary form, where that is known; it may be the printed one.
  public var headExpansions: Trilingual<String?>
  /// The field of the lexicon's row that the acronym is, where there is only one that it can be.
  public var domain: String?
  /// How it was found.
  public var evidence: Evidence
  /// Why a reader should look, nil where nothing is doubtful.
  public var flag: String?
  /// Where each language uses the acronym, in UTF-8 offsets of the document, in the order of the text; a use inside
  /// a keyword gives the place of the keyword.
  public var uses: Trilingual<[Range<Int>]>
  /// Where each expansion stands, in UTF-8 offsets of the document.
  public var expansionRanges: Trilingual<Range<Int>?>

  /// An entry.
  public init(
    acronyms: Trilingual<[String]>, expansions: Trilingual<String?>, evidence: Evidence, flag: String?,
    headExpansions: Trilingual<String?> = Trilingual(repeating: nil), domain: String? = nil,
    uses: Trilingual<[Range<Int>]> = Trilingual(repeating: []),
    expansionRanges: Trilingual<Range<Int>?> = Trilingual(repeating: nil)
  ) {
    self.acronyms = acronyms
    self.expansions = expansions
    self.headExpansions = headExpansions
    self.domain = domain
    self.evidence = evidence
    self.flag = flag
    self.uses = uses
    self.expansionRanges = expansionRanges
  }
}
