internal import Lingua

extension CodePage {
  /// Loads a page: from ICU, or, for the pages that ICU lacks, from `code-pages.tsv`, which lists where they differ from
  /// windows-1251.
  ///
  /// - Throws: `ICUError` when ICU does not have it; `LexiconError` when the table is broken.
  init(_ encoding: TextEncoding, lexicons: Lexicons = .embedded) throws {
    if let name = encoding.icuName {
      try self.init(icu: name)
    } else {
      self.init(
        try CodePage(icu: TextEncoding.windows1251.name),
        changes: try CodePageChange.list(for: encoding.name, lexicons: lexicons))
    }
  }
}
