import TestSupport

/// Parallel text of invented sentences: every noun with every verb.
struct InventedText {
  static let nouns = [
    ("кітап", "книга", "book"), ("жылқы", "лошадь", "horse"), ("терезе", "окно", "window"),
    ("жаңбыр", "дождь", "rain"), ("мұғалім", "учитель", "teacher"), ("базар", "рынок", "market"),
  ]
  static let verbs = [
    ("көрінеді", "виднеется", "appears"), ("жоғалды", "пропал", "vanished"), ("керек", "нужен", "needed"),
    ("ұнайды", "нравится", "pleases"), ("қымбат", "дорогой", "expensive"),
  ]

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Rows of the languages that `columns` picks of (kk, ru, en).
  static func rows(_ columns: ((String, String, String)) -> [String]) -> String {
    var text = ""
    for noun in nouns {
      for verb in verbs {
        text += zip(columns(noun), columns(verb)).map { "\($0) \($1)." }.joined(separator: "\t") + "\n"
      }
    }
    return text
  }

  static let three = rows { [$0.0, $0.1, $0.2] }
  static let kazakhRussian = rows { [$0.0, $0.1] }
  static let russianEnglish = rows { [$0.1, $0.2] }
}
