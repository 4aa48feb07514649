internal import Lingua

/// What the headings of a table's columns mean, and the words for decisions, by `lexicons/glossary-columns.tsv`.
struct ColumnWords: Sendable {
  /// What a word says of its column.
  enum Word: String, Sendable {
    case kk, ru, en
    case term, acronym, expansion, variants
    case source, target
    case id, kind, domain, note, status
    case proposed, approved, rejected, edited
    case filler, other

    fileprivate var language: Language? { Language(rawValue: rawValue) }
  }

  private let words: [String: Word]

  init(lexicons: Lexicons) throws(LexiconError) {
    let file = try lexicons.file("glossary-columns.tsv", columns: ["meaning", "words"])
    var words: [String: Word] = [:]
    for row in file.rows {
      guard let word = Word(rawValue: row[0]) else {
        throw LexiconError(
          file: file.name, line: row.line,
          reason: .badValue(column: "meaning", value: row[0], expected: "the meaning of a column"))
      }
      for variant in row.variants(1) { words[Self.folded(variant)] = word }
    }
    self.words = words
  }

  /// What a heading says, first the words that it has for languages. All its words must be known, and one language at most: "Terms
  /// in Kazakh" is a heading, "Terms of water management in Kazakh" a title.
  func meaning(of heading: String) -> ColumnRole? {
    if let language = Self.language(ofTag: heading.trimmed) { return .terms(language, .term) }
    let parts = heading.split { !$0.isLetter && !$0.isNumber }.filter { !$0.allSatisfy(\.isNumber) }
    let found = parts.compactMap { words[Self.folded(String($0))] }
    let languages = Set(found.compactMap(\.language))
    if found.count < parts.count || languages.count > 1 { return nil }
    let language = languages.first
    func has(_ word: Word) -> Bool { found.contains(word) }
    if has(.other) { return .ignored }
    if has(.note) { return .note }
    if has(.status) { return .status }
    if has(.domain) { return .domain }
    if let language {
      if has(.acronym) { return .terms(language, .acronym) }
      if has(.expansion) { return .terms(language, .fullForm) }
      return .terms(language, .term)
    }
    if has(.id) { return .id }
    if has(.kind) { return .kind }
    if has(.source) { return .side(0) }
    if has(.target) { return .side(1) }
    if has(.acronym) { return .bare(.acronym) }
    if has(.expansion) { return .bare(.fullForm) }
    return has(.term) || has(.variants) ? .bare(.term) : nil
  }

  /// The decision that a cell names, in any of the three languages; nil for another word.
  func status(_ cell: String) -> GlossaryEntry.Status? {
    words[Self.folded(cell.trimmed)].flatMap { GlossaryEntry.Status(rawValue: $0.rawValue) }
  }

  /// The language that a heading is the tag of: "kk", "kk-KZ", "kk_Cyrl_KZ", but not "kk_note".
  private static func language(ofTag tag: String) -> Language? {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    guard parts.dropFirst().allSatisfy({ $0.utf8.count == 2 || $0 == "cyrl" }) else { return nil }
    return Language(fileTag: tag)
  }

  /// In small letters, й and ё of one character.
  private static func folded(_ word: String) -> String {
    ((try? normalize(word, to: .nfc)) ?? word).lowercased()
  }
}

/// What the cells of a column are.
enum ColumnRole: Hashable, Sendable {
  /// Terms of a language.
  case terms(Language, GlossaryTerm.Form)
  /// Terms of the one language that was given for the file.
  case bare(GlossaryTerm.Form)
  /// Terms of the first or the second language that was given for the file.
  case side(Int)
  case id, kind, domain, note, status
  /// Something that has no place in a glossary.
  case ignored
}
