/// The page that text was read by although it was in another encoding.
enum WrongPage: Int, CaseIterable, Sendable {
  /// windows-1251.
  case cyrillic
  /// windows-1252, or ISO-8859-1, which differs only in controls.
  case western
  case koi8
  case dos

  var name: String {
    switch self {
    case .cyrillic: "windows-1251"
    case .western: "windows-1252"
    case .koi8: "koi8-r"
    case .dos: "ibm866"
    }
  }
}

/// The encoding that text really was in.
enum RightEncoding: Int, CaseIterable, Sendable {
  case utf8
  case windows1251
  case kz1048
  case pt154
  case koi8
  case dos

  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .windows1251: "windows-1251"
    case .kz1048: "kz-1048"
    case .pt154: "pt154"
    case .koi8: "koi8-r"
    case .dos: "ibm866"
    }
  }
}

/// What text was, and what it was taken for.
struct MojibakePair: Hashable, Sendable {
  let right: RightEncoding
  let wrong: WrongPage

  /// All pairs that make a difference; where two read a text alike, the first is meant.
  static let all: [MojibakePair] = WrongPage.allCases.flatMap { wrong in
    RightEncoding.allCases.filter { $0.name != wrong.name }.map { MojibakePair(right: $0, wrong: wrong) }
  }

  /// Whether only the Kazakh letters were misread.
  var keepsRussian: Bool { wrong == .cyrillic && (right == .kz1048 || right == .pt154) }

  var rule: EditRule { EditRule(rawValue: "\(Mojibake.rule.rawValue)-\(right.name)-as-\(wrong.name)") }
}
