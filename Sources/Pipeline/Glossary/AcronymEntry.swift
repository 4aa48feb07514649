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
  /// How it was found.
  public var evidence: Evidence
  /// Why a reader should look, nil where nothing is doubtful.
  public var flag: String?

  /// An entry.
  public init(
    acronyms: Trilingual<[String]>, expansions: Trilingual<String?>, evidence: Evidence, flag: String?
  ) {
    self.acronyms = acronyms
    self.expansions = expansions
    self.evidence = evidence
    self.flag = flag
  }
}
