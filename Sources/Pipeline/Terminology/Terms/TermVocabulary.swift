internal import Lingua

/// What the lexicons know of words beforehand: their parts of speech, and which of them make no term.
struct TermVocabulary: Sendable {
  /// Parts of speech as a set.
  struct Parts: OptionSet, Sendable {
    let rawValue: UInt8
    static let noun = Parts(rawValue: 1)
    static let adjective = Parts(rawValue: 2)
    static let verb = Parts(rawValue: 4)
    /// Adverbs, conjunctions, pronouns, numerals.
    static let other = Parts(rawValue: 8)
  }

  /// The roles of `term-words.tsv`.
  enum Role: String, CaseIterable {
    case form, stop, weak, plain
  }

  static let file = "term-words.tsv"

  /// How words end that the lexicons do not have.
  let endings: TermEndings

  /// The parts of speech of dictionary forms, folded.
  private(set) var forms = Trilingual<[[UInt8]: Parts]>(repeating: [:])
  /// Those of the stems of dictionary forms.
  private(set) var stems = Trilingual<[[UInt8]: Parts]>(repeating: [:])
  /// The rows of the concepts that have a term, by its stems parted by blanks.
  private(set) var rows = Trilingual<[[UInt8]: [Int32]]>(repeating: [:])
  private var functions = Trilingual<Set<[UInt8]>>(repeating: [])
  private var roles = Trilingual<[[UInt8]: TermWordTags]>(repeating: [:])

  init(lexicons: Lexicons, kazakh: KazakhStemmer) throws(LexiconError) {
    endings = try TermEndings(lexicons: lexicons)
    var stemmers = Stemmers(kazakh: kazakh)
    try readRoles(lexicons, &stemmers)
    var row: Int32 = 0
    for name in lexicons.names where name.hasPrefix("concepts/") && name.hasSuffix(".tsv") {
      let table = try LexiconFile(
        name: name, bytes: lexicons.bytes(of: name), columns: Language.allCases.map(\.tag), optional: ["pos"])
      add(table, &row, &stemmers)
    }
    for addition in lexicons.additions {
      let table = try LexiconFile(
        name: addition.path, bytes: addition.bytes, columns: Language.allCases.map(\.tag), optional: ["pos"])
      add(table, &row, &stemmers)
    }
  }

  private mutating func readRoles(_ lexicons: Lexicons, _ stemmers: inout Stemmers) throws(LexiconError) {
    for row in try lexicons.file(Self.file, columns: ["language", "role", "word"]).rows {
      guard let language = Language(rawValue: row[0]), let role = Role(rawValue: row[1]) else {
        throw LexiconError(
          file: Self.file, line: row.line,
          reason: .badValue(
            column: "role", value: row[1], expected: Role.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      let word = TermText.folded(row[2])
      switch role {
      case .form: functions[language].insert(word)
      case .stop: roles[language][TermStem.of(word, language, &stemmers), default: []].insert(.stop)
      case .weak: roles[language][TermStem.of(word, language, &stemmers), default: []].insert(.weak)
      case .plain: roles[language][TermStem.of(word, language, &stemmers), default: []].insert(.plain)
      }
    }
  }

  private mutating func add(_ table: LexiconFile, _ row: inout Int32, _ stemmers: inout Stemmers) {
    for entry in table.rows {
      let part: Parts =
        switch entry[3] {
        case "noun", "name", "": .noun
        case "adj": .adjective
        case "verb": .verb
        case "phrase": []
        default: .other
        }
      for (column, language) in Language.allCases.enumerated() {
        for variant in entry.variants(column) {
          let text = TermText.words(of: variant)
          guard !text.isEmpty, text.count <= 6 else { continue }
          var key: [UInt8] = []
          for word in text {
            if functions[language].contains(word) { continue }
            if !key.isEmpty { key.append(0x20) }
            key.append(contentsOf: TermStem.of(word, language, &stemmers))
          }
          if key.isEmpty { continue }
          if rows[language][key, default: []].last != row { rows[language][key, default: []].append(row) }
          if text.count == 1 && part != [] {
            forms[language][text[0], default: []].formUnion(part)
            stems[language][key, default: []].formUnion(part)
          }
        }
      }
      row += 1
    }
  }

  /// Whether a word, folded, is one of grammar.
  func isFunction(_ word: [UInt8], _ language: Language) -> Bool { functions[language].contains(word) }

  /// What the lexicons say of a stem.
  func role(_ stem: [UInt8], _ language: Language) -> TermWordTags { roles[language][stem] ?? [] }
}
