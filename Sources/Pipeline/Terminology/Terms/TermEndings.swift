internal import Lingua

/// How words end that may or may not stand in terms, from `lexicons/term-endings.tsv`.
struct TermEndings: Sendable {
  /// What an ending tells of a word; the file says more of each.
  enum Role: String, CaseIterable {
    case present, past, converb, participle, genitive, dative, accusative, dental, possessive, attribute, relational
    case inCase = "case"
    case locativeAttribute = "locative-attribute"
    case verb, predicate, adjective, oblique, instrumental, action, quality
    case adjectiveOnly = "adjective-only"
    case adjectiveOrNoun = "adjective-or-noun"
    case declinedAdjective = "declined-adjective"
    case nominativeAdjective = "nominative-adjective"
    case noCase = "no-case"
    case verbalNoun = "verbal-noun"
  }

  static let file = "term-endings.tsv"
  private var endings = Trilingual<[Role: [[UInt8]]]>(repeating: [:])

  init(lexicons: Lexicons) throws(LexiconError) {
    for row in try lexicons.file(Self.file, columns: ["language", "role", "ending"]).rows {
      guard let language = Language(rawValue: row[0]), let role = Role(rawValue: row[1]) else {
        throw LexiconError(
          file: Self.file, line: row.line,
          reason: .badValue(
            column: "role", value: row[1], expected: Role.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      endings[language][role, default: []].append(TermText.folded(row[2]))
    }
  }

  /// Whether a folded word ends so, and is more than its ending.
  func fit(_ word: [UInt8], _ language: Language, _ roles: Role...) -> Bool {
    roles.contains { role in
      endings[language][role]?.contains { word.count > $0.count && word.ends(with: $0) } ?? false
    }
  }

  /// Whether a folded word has such an ending at its end or before the endings of inflection.
  func standIn(_ word: [UInt8], _ language: Language, _ role: Role) -> Bool {
    endings[language][role]?.contains { ending in
      let last = word.count - ending.count
      guard last > 4 else { return false }
      return (Swift.max(4, last - Self.inflection)...last).contains { word[$0...].starts(with: ending) }
    } ?? false
  }

  /// Inflection adds at most so many bytes.
  private static let inflection = 16
}

extension RandomAccessCollection where Element: Equatable {
  /// Whether a sequence ends so.
  func ends(with other: some RandomAccessCollection<Element>) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
