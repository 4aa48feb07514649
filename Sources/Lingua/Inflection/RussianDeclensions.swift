/// The types of `lexicons/russian-endings.tsv`.
struct RussianDeclensions: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case noun, plural
    case adjective = "adj"
  }

  enum Gender: String, CaseIterable, Sendable {
    case masculine = "m"
    case feminine = "f"
    case neuter = "n"
  }

  /// The accusative is a form of its own only in the feminine; elsewhere it is the nominative or the genitive.
  enum Case: Int, Sendable {
    case nominative, genitive, dative, accusative, instrumental, prepositional
  }

  /// What letters before an ending must be.
  enum Stem: Sendable {
    case any
    case words(Set<[UInt8]>)
    case endings([[UInt8]])

    func takes(_ stem: ArraySlice<UInt8>) -> Bool {
      switch self {
      case .any: true
      case .words(let words): words.contains(Array(stem))
      case .endings(let endings): endings.contains { stem.ends(with: $0) }
      }
    }
  }

  /// One row. Endings are letter codes.
  struct Row: Sendable {
    var kind: Kind
    var gender: Gender
    var stem: Stem
    var sure: [[UInt8]]
    /// Whether other words that are not known may be tried.
    var isRegular: Bool
    var unless: [UInt8]?
    /// The variants of each form: six of the singular, five of the plural.
    var forms: [[[UInt8]]]

    /// Whether the row says by name which words decline so.
    var isNamed: Bool { if case .words = stem { true } else { false } }
    /// The forms of a number that the row has.
    func forms(plural: Bool) -> [Int] { (plural ? 6..<11 : 0..<6).filter { !forms[$0].isEmpty } }
  }

  /// A form that an ending may be.
  struct Place: Sendable {
    var row: Int
    var form: Int

    var isPlural: Bool { form >= 6 }
    var inCase: Case {
      // The plural has no accusative of its own.
      let place = form < 6 ? form : form - 6 < 3 ? form - 6 : form - 5
      return Case(rawValue: place) ?? .nominative
    }
  }

  static let file = "russian-endings.tsv"
  private static let columns = [
    "kind", "gender", "after", "sure", "unless", "nom_sg", "gen_sg", "dat_sg", "acc_sg", "ins_sg", "prep_sg", "nom_pl",
    "gen_pl", "dat_pl", "ins_pl", "prep_pl",
  ]
  private static let letters = ["hard": "бвдзлмнпрстф", "velar": "гкх", "hush": "жчшщ"]

  private(set) var rows: [Row] = []
  /// Which forms an ending may be.
  private(set) var places: [[UInt8]: [Place]] = [:]
  /// How many letters the longest ending has.
  private(set) var longest = 0

  init(lexicons: Lexicons) throws(LexiconError) {
    let file = try lexicons.file(Self.file, columns: Self.columns)
    for row in file.rows {
      func fail(_ column: Int, _ expected: String) -> LexiconError {
        LexiconError(
          file: file.name, line: row.line,
          reason: .badValue(column: Self.columns[column], value: row[column], expected: expected))
      }
      guard let kind = Kind(rawValue: row[0]) else {
        throw fail(0, Kind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard let gender = Gender(rawValue: row[1]) else {
        throw fail(1, Gender.allCases.map(\.rawValue).joined(separator: ", "))
      }
      let forms = (5..<16).map { Self.endings(row, $0) }
      guard kind == .plural || !forms[0].isEmpty else { throw fail(5, "an ending, or 0 for none") }
      guard kind == .noun || !forms[6].isEmpty else { throw fail(11, "an ending, or 0 for none") }
      for form in forms.indices {
        for ending in Set(forms[form]) {
          places[ending, default: []].append(Place(row: rows.count, form: form))
          longest = max(longest, ending.count)
        }
      }
      rows.append(
        Row(
          kind: kind, gender: gender, stem: Self.stem(row), sure: Self.endings(row, 3).filter { !$0.isEmpty },
          isRegular: row.variants(3).contains("?"),
          unless: Self.endings(row, 4).first, forms: forms))
    }
  }

  private static func endings(_ row: LexiconFile.Row, _ column: Int) -> [[UInt8]] {
    if row[column] == "-" { return [] }
    var result: [[UInt8]] = []
    for variant in row.variants(column) {
      let codes = variant == "0" ? [] : LetterCode.codes(variant)
      if !result.contains(codes) { result.append(codes) }
    }
    return result
  }

  private static func stem(_ row: LexiconFile.Row) -> Stem {
    let cell = row[2]
    if cell == "any" { return .any }
    if cell.hasPrefix("=") {
      let words = cell.dropFirst().split(separator: "|").map { LetterCode.codes($0) }
      return .words(Set(words.isEmpty ? [[]] : words))
    }
    return .endings(
      row.variants(2).flatMap { name -> [[UInt8]] in
        if let letters = letters[name] { return LetterCode.codes(letters).map { [$0] } }
        return [LetterCode.codes(name)]
      })
  }
}

extension ArraySlice<UInt8> {
  /// Whether the last letters are these.
  func ends(with ending: [UInt8]) -> Bool { count >= ending.count && suffix(ending.count).elementsEqual(ending) }
}
