internal import Lingua

/// The columns of a glossary as a table of TSV, CSV or XLSX, in their order; docs/formats.md says what they hold.
enum GlossaryColumn: String, CaseIterable, Sendable {
  case id, status, kinds, kk, ru, en
  case kkAcronym = "kk_acronym"
  case ruAcronym = "ru_acronym"
  case enAcronym = "en_acronym"
  case kkVariants = "kk_variants"
  case ruVariants = "ru_variants"
  case enVariants = "en_variants"
  case domain, score, count, documents
  case firstSeen = "first_seen"
  case lastSeen = "last_seen"
  case evidence, flags, note

  /// The names of all columns.
  static let names = allCases.map(\.rawValue)

  /// Those that hold terms.
  static let named = Language.allCases.flatMap { [head($0), acronym($0), variants($0)] }

  /// Whether its cells are numbers.
  var isNumber: Bool { self == .score || self == .count || self == .documents }

  /// The column of a language's first term.
  static func head(_ language: Language) -> Self {
    switch language {
    case .kk: .kk
    case .ru: .ru
    case .en: .en
    }
  }

  /// The column of a language's acronyms.
  static func acronym(_ language: Language) -> Self {
    switch language {
    case .kk: .kkAcronym
    case .ru: .ruAcronym
    case .en: .enAcronym
    }
  }

  /// The column of a language's other terms.
  static func variants(_ language: Language) -> Self {
    switch language {
    case .kk: .kkVariants
    case .ru: .ruVariants
    case .en: .enVariants
    }
  }

  /// What it holds of an entry.
  func cell(of entry: GlossaryEntry) -> String {
    switch self {
    case .id: entry.id
    case .status: entry.status.rawValue
    case .kinds: CellList.joined(entry.kinds.map(\.rawValue))
    case .kk: Self.heads(entry, .kk)
    case .ru: Self.heads(entry, .ru)
    case .en: Self.heads(entry, .en)
    case .kkAcronym: Self.acronyms(entry, .kk)
    case .ruAcronym: Self.acronyms(entry, .ru)
    case .enAcronym: Self.acronyms(entry, .en)
    case .kkVariants: Self.others(entry, .kk)
    case .ruVariants: Self.others(entry, .ru)
    case .enVariants: Self.others(entry, .en)
    case .domain: entry.domain ?? ""
    case .score: entry.scoreText
    case .count: String(entry.count)
    case .documents: String(entry.sources.count)
    case .firstSeen: entry.firstSeen ?? ""
    case .lastSeen: entry.lastSeen ?? ""
    case .evidence: CellList.joined(entry.evidence.map { "\($0.name): \($0.documents)" })
    case .flags: CellList.joined(entry.flags.map(\.text))
    case .note: entry.note ?? ""
    }
  }

  private static func full(_ entry: GlossaryEntry, _ language: Language) -> [GlossaryTerm] {
    entry.terms[language].filter { $0.form != .acronym && !$0.text.isEmpty }
  }

  private static func heads(_ entry: GlossaryEntry, _ language: Language) -> String {
    guard var head = full(entry, language).first else { return "" }
    // The place says it already.
    if head.usage == .preferred { head.usage = nil }
    return CellList.joined([head], usualForm: entry.usualForm)
  }

  private static func others(_ entry: GlossaryEntry, _ language: Language) -> String {
    CellList.joined(Array(full(entry, language).dropFirst()), usualForm: entry.usualForm)
  }

  private static func acronyms(_ entry: GlossaryEntry, _ language: Language) -> String {
    CellList.joined(
      entry.terms[language].filter { $0.form == .acronym && !$0.text.isEmpty }, usualForm: .acronym)
  }
}

extension GlossaryEntry {
  /// What sort of name one is that is no acronym: the full form where any language has an acronym.
  var usualForm: GlossaryTerm.Form {
    Language.allCases.contains { terms[$0].contains { $0.form == .acronym } } ? .fullForm : .term
  }
}
