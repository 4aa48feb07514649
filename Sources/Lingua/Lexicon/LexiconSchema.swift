/// The columns that a kind of lexicon file has.
struct LexiconSchema: Sendable {
  /// What a column holds.
  struct Column: Sendable {
    /// Whose words a column's cells are.
    enum Text: Hashable, Sendable {
      /// One language's.
      case language(Language)
      /// The language's that the row's "language" names.
      case rowLanguage
      /// Nobody's: names, numbers, notes.
      case none
    }

    var name: String
    var text = Text.none
    var isOptional = false
    var mayBeEmpty = false
    /// Whether "|" separates variants.
    var hasVariants = false
    /// Whether its words may be written in any script, each word in one.
    var takesAnyScript = false
    /// The values that it takes; nil where it takes any.
    var values: [String]?
  }

  var columns: [Column]
  /// Whether the words of the three languages must not stand there twice.
  var isConcepts = false

  /// Whether there is a lexicon of that name whose columns are known.
  static func isNamed(_ name: String) -> Bool { named.contains { $0.name == name } }

  func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// The columns of a file: by its name, or by its header. A file that is neither is taken for concepts, so that a slip in
  /// its header shows; nil for a file of the project whose columns only its own reader knows.
  static func schema(path: String, header: [String]) -> LexiconSchema? {
    let parts = path.split(separator: "/")
    func isNamed(_ name: String) -> Bool {
      parts.suffix(name.split(separator: "/").count).joined(separator: "/") == name
    }
    if parts.dropLast().last == "concepts" { return concepts }
    if let known = named.first(where: { isNamed($0.name) }) { return known.schema }
    if Lexicons.embeddedNames.contains(where: isNamed) { return nil }
    let names = Set(header)
    let fitting = named.map(\.schema).first { schema in
      schema.columns.allSatisfy { $0.isOptional || names.contains($0.name) }
    }
    return fitting ?? concepts
  }

  private static let parts = [
    "noun", "verb", "adj", "adv", "name", "phrase", "conj", "num", "pron", "prep", "part", "intj",
  ]

  private static let words: [Column] = Language.allCases.map {
    Column(name: $0.tag, text: .language($0), hasVariants: true)
  }

  static let concepts = LexiconSchema(
    columns: words + [
      Column(name: "pos", isOptional: true, mayBeEmpty: true, values: parts),
      Column(name: "domain", isOptional: true, mayBeEmpty: true),
    ], isConcepts: true)

  private static let acronyms = LexiconSchema(
    columns: Language.allCases.map {
      Column(name: $0.tag, text: .language($0), mayBeEmpty: true, hasVariants: true)
    }
      + Language.allCases.map {
        Column(name: "\($0.tag)_expansion", text: .language($0), mayBeEmpty: true, hasVariants: true)
      } + [Column(name: "domain"), Column(name: "flag", mayBeEmpty: true, values: ["?"])])

  private static let language = Column(name: "language", values: Language.allCases.map(\.tag))

  private static let named: [(name: String, schema: LexiconSchema)] = [
    ("acronyms.tsv", acronyms),
    (
      "abbreviations.tsv",
      LexiconSchema(columns: [
        language, Column(name: "abbreviation", text: .rowLanguage),
        Column(name: "class", values: ["never", "title", "number", "unit", "measure", "may", "end", "glued"]),
      ])
    ),
    (
      "headings.tsv",
      LexiconSchema(columns: [
        language, Column(name: "kind"), Column(name: "heading", text: .rowLanguage, takesAnyScript: true),
      ])
    ),
    (
      "numbers.tsv",
      LexiconSchema(columns: [
        language, Column(name: "kind", values: NumberLexicon.kinds), Column(name: "value", mayBeEmpty: true),
        Column(name: "words", text: .rowLanguage, hasVariants: true, takesAnyScript: true),
        Column(name: "endings", mayBeEmpty: true, hasVariants: true),
      ])
    ),
    ("metadata.tsv", LexiconSchema(columns: [Column(name: "kind"), Column(name: "marker")])),
    // Kept beside the lexicons for who writes rows; the program does not read it.
    (
      "reviewed-words.tsv", LexiconSchema(columns: [language, Column(name: "word", text: .rowLanguage)])
    ),
    (
      "term-endings.tsv",
      LexiconSchema(columns: [language, Column(name: "role"), Column(name: "ending", text: .rowLanguage)])
    ),
    (
      "term-words.tsv",
      LexiconSchema(columns: [
        language, Column(name: "role", values: ["form", "stop", "weak", "plain"]),
        Column(name: "word", text: .rowLanguage),
      ])
    ),
    // Neighbours of the three languages stand there too.
    (
      "stopwords.tsv",
      LexiconSchema(columns: [Column(name: "language"), Column(name: "word", text: .rowLanguage)])
    ),
  ]
}
