public import Lingua

/// Two languages in an order, as those of a translation.
public struct LanguagePair: Hashable, Sendable {
  /// The language to translate from.
  public var source: Language
  /// The language to translate into.
  public var target: Language

  /// A pair; nil where both are one language.
  public init?(source: Language, target: Language) {
    guard source != target else { return nil }
    self.source = source
    self.target = target
  }

  /// The pair that a text such as "kk-ru" names, source first; nil where it names none.
  public init?(_ text: String) {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let source = Language(rawValue: parts[0]), let target = Language(rawValue: parts[1]) else {
      return nil
    }
    self.init(source: source, target: target)
  }

  /// As it is written: "kk-ru".
  public var text: String { "\(source.tag)-\(target.tag)" }
}
