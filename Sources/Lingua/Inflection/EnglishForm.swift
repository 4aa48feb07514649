/// Finds what an English phrase in the plural may be in the singular, by the rows of `lexicons/english-plurals.tsv`.
struct EnglishForm: Sendable {
  private enum Kind: String, CaseIterable {
    case word, ending, preposition
  }

  static let file = "english-plurals.tsv"
  /// What may stand instead of a whole word, or of a word's end; nothing where it stays.
  private var words: [[UInt8]: [[UInt8]]] = [:]
  private var endings: [(plural: [UInt8], singulars: [[UInt8]])] = []
  private var prepositions: Set<[UInt8]> = []

  init(lexicons: Lexicons) throws(LexiconError) {
    let file = try lexicons.file(Self.file, columns: ["kind", "plural", "singular"])
    for row in file.rows {
      guard let kind = Kind(rawValue: row[0]) else {
        throw LexiconError(
          file: file.name, line: row.line,
          reason: .badValue(
            column: "kind", value: row[0], expected: Kind.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      let plural = LetterCode.codes(row[1])
      let singulars = row[2] == "-" ? [] : row.variants(2).map { $0 == "0" ? [] : LetterCode.codes($0) }
      switch kind {
      case .word: words[plural] = singulars
      case .ending: endings.append((plural, singulars))
      case .preposition: prepositions.insert(plural)
      }
    }
    endings.sort { $1.plural.count < $0.plural.count }
  }

  /// What the phrase may be in the singular; none where nothing shows a plural.
  func singulars(_ phrase: [PrintedWord]) -> [PhraseForm] {
    guard let place = head(phrase), let codes = phrase[place].codes, let rule = rule(codes) else { return [] }
    return rule.singulars.map { form(phrase, place, kept: rule.kept, $0) }
  }

  /// Whether the phrase is in the plural; nil for a word that is either, or whose ending many singulars have: area.
  func isPlural(_ phrase: [PrintedWord]) -> Bool? {
    guard let place = head(phrase), let codes = phrase[place].codes, let rule = rule(codes) else { return false }
    if rule.singulars.isEmpty { return rule.isEnding ? false : nil }
    return rule.isEnding && codes.last != Self.sibilant ? nil : true
  }

  private static let sibilant = LetterCode.codes("s")[0]

  /// The word that the number of the phrase shows in: the last one before a preposition.
  private func head(_ phrase: [PrintedWord]) -> Int? {
    let end = phrase.dropFirst().firstIndex { word in word.codes.map { prepositions.contains($0) } ?? false }
    return (end ?? phrase.count) > 0 ? (end ?? phrase.count) - 1 : nil
  }

  /// How many letters of a word every singular keeps, and what may follow them; nil where nothing shows a plural.
  private func rule(_ codes: [UInt8]) -> (kept: Int, singulars: [[UInt8]], isEnding: Bool)? {
    let start = (codes.lastIndex(of: 0x2D) ?? -1) + 1
    let word = codes[start...]
    if let singulars = words[Array(word)] { return (start, singulars, false) }
    return endings.first { word.count > $0.plural.count + 1 && word.ends(with: $0.plural) }
      .map { (codes.count - $0.plural.count, $0.singulars, true) }
  }

  private func form(_ phrase: [PrintedWord], _ place: Int, kept: Int, _ ending: [UInt8]) -> PhraseForm {
    PhraseForm(changed: [place: phrase[place].with(kept: kept, ending: ending)])
  }
}
