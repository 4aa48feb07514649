/// The words of `lexicons/russian-phrases.tsv`, which tell how phrases are built.
struct RussianPhraseWords: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case preposition, joint, adverb, noun, prefix, plural, singular, masculine, neuter
  }

  static let file = "russian-phrases.tsv"
  private var words: [Kind: Set<[UInt8]>] = [:]
  /// The beginnings of compounds, the longest first.
  private(set) var prefixes: [[UInt8]] = []
  /// How words end that hardly have a plural.
  private(set) var abstract: [[UInt8]] = []

  init(lexicons: Lexicons) throws(LexiconError) {
    let file = try lexicons.file(Self.file, columns: ["kind", "words"])
    for row in file.rows {
      guard let kind = Kind(rawValue: row[0]) else {
        throw LexiconError(
          file: file.name, line: row.line,
          reason: .badValue(
            column: "kind", value: row[0], expected: Kind.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      words[kind, default: []].formUnion(row.variants(1).map { LetterCode.codes($0) })
    }
    abstract = Array(words[.singular] ?? [])
    prefixes = (words[.prefix] ?? []).sorted { ($1.count, $0.last ?? 0) < ($0.count, $1.last ?? 0) }
  }

  /// The gender of a noun that never changes; nil for other words.
  func indeclinable(_ word: [UInt8]) -> RussianDeclensions.Gender? {
    contains(word, .neuter) ? .neuter : contains(word, .masculine) ? .masculine : nil
  }

  func contains(_ word: [UInt8], _ kind: Kind) -> Bool { words[kind]?.contains(word) ?? false }
}
