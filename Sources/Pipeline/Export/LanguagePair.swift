public import Lingua

/// The languages of an export that holds two.
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

extension DocumentAnalysis {
  /// The pair to export this document as: the one that is asked for, else its only one, in the order kk, ru, en.
  ///
  /// - Throws: `ExportError` when it has three languages and no pair is asked for.
  func pair(_ asked: LanguagePair?, format: String) throws(ExportError) -> LanguagePair? {
    if let asked { return asked }
    var languages = Language.allCases.filter { !sentences[$0].isEmpty }
    // A document without two abstracts may still have two titles or keyword lists.
    if languages.count < 2 {
      languages = Language.allCases.filter { language in exportUnits.contains { $0.texts[language] != nil } }
    }
    if languages.count > 2 { throw ExportError(format: format, reason: .manyLanguages(document: name)) }
    return languages.count < 2 ? nil : LanguagePair(source: languages[0], target: languages[1])
  }
}
