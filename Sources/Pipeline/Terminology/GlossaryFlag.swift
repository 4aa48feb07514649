/// Why a reader should look at an entry.
public struct GlossaryFlag: Hashable, Sendable {
  /// The sort of doubt.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The analysis of a document doubts an acronym or a keyword row; the detail says why.
    case doubt
    /// One acronym stands for several concepts, which are entries of their own; the detail names the others.
    case homonym
    /// Documents translate a term differently; the detail names the other translations.
    case conflict
    /// A language has several names for the concept.
    case variants
    /// Two terms differ by letter case alone; the detail names the other one.
    case letterCase = "letter-case"
    /// A form is printed with letters of another script that look alike; the detail shows it.
    case homoglyph
    /// A language lacks the term.
    case missing
    /// What documents say departs from what somebody approved; the detail says how.
    case departure
  }

  /// The sort of doubt.
  public var reason: Reason
  /// What it is about, in words of the texts; empty where the reason says all.
  public var detail: String

  /// A reason to look.
  public init(_ reason: Reason, _ detail: String = "") {
    self.reason = reason
    self.detail = detail
  }

  /// As tables show it: "homonym: …".
  public var text: String { detail.isEmpty ? reason.rawValue : reason.rawValue + ": " + detail }
}
