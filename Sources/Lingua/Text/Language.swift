/// One of the three languages that Lingua aligns, by its BCP 47 tag.
public enum Language: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Kazakh.
  case kk
  /// Russian.
  case ru
  /// English.
  case en

  /// The BCP 47 tag: "kk", "ru" or "en".
  public var tag: String { rawValue }

  /// In the order of `allCases`: Kazakh, Russian, English.
  public static func < (a: Language, b: Language) -> Bool { a.order < b.order }

  private var order: Int {
    switch self {
    case .kk: 0
    case .ru: 1
    case .en: 2
    }
  }
}

/// Any language that identification can answer with, by its BCP 47 tag; `und` where it is none that is known.
public struct LanguageTag: RawRepresentable, Hashable, Sendable {
  /// The BCP 47 tag.
  public var rawValue: String

  /// A tag as it is; nothing is checked.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The tag of one of the three working languages.
  public init(_ language: Language) { rawValue = language.tag }

  /// Undetermined.
  public static let und = LanguageTag(rawValue: "und")

  /// The working language of this tag, if it is one.
  public var language: Language? { Language(rawValue: rawValue) }
}
