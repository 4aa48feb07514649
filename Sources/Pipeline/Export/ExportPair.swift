internal import Lingua

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
