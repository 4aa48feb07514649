internal import Lingua

/// How sure a score is, as the report colours it.
enum ReportLevel: String {
  case low
  case mid
  case high

  /// The colour bands are fixed; the number below which a bead needs review is the reader's choice and shown apart.
  init(_ score: Double) {
    self = !score.isFinite ? .low : score >= 0.8 ? .high : score >= 0.5 ? .mid : .low
  }
}

/// What the list at the top says of one document.
struct ReportSummary: Sendable {
  let id: String
  let name: String
  let beads: Int
  let reviews: Int
  let lowest: Double?
  let keywords: Int
  let acronyms: Int
  let flags: Int
  let languages: [Language]

  init(_ analysis: DocumentAnalysis, number: Int, options: ExportOptions) {
    id = "d\(number)"
    name = ReportText.clean(analysis.name.isEmpty ? "Document \(number)" : analysis.name)
    beads = analysis.beads.count
    reviews = analysis.beads.count { options.needsReview($0.score) }
    lowest = analysis.beads.map(\.score).min()
    keywords = analysis.keywords.count
    acronyms = analysis.acronyms.count
    flags = analysis.acronyms.count { $0.flag != nil }
    languages = Language.allCases.filter { language in
      !analysis.sentences[language].isEmpty || analysis.sections.contains { $0.language == language }
    }
  }

  var fields: [String: Any] {
    [
      "id": id, "name": name, "beads": beads, "reviews": reviews, "hasLowest": lowest != nil,
      "lowest": lowest.map(ReportText.score) ?? "", "level": ReportLevel(lowest ?? 1).rawValue,
      "keywords": keywords, "acronyms": acronyms,
      "languages": languages.isEmpty ? "none" : languages.map(\.tag).joined(separator: " "),
    ]
  }

  /// One line under the document's name.
  var about: String {
    var parts = [ReportText.count(beads, "bead", "beads")]
    let missing = Language.allCases.filter { !languages.contains($0) }
    if missing.count == 3 {
      parts.append("no title, abstract or keywords were found")
    } else if !missing.isEmpty {
      let names = missing.map { language in
        switch language {
        case .kk: "Kazakh"
        case .ru: "Russian"
        case .en: "English"
        }
      }
      parts.append("nothing in " + names.joined(separator: " and "))
    }
    return parts.joined(separator: ", ")
  }
}

/// Spelling that the parts of the report share.
enum ReportText {
  /// HTML, like XML, has no control characters; U+FFFD shows where one stood.
  static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "\t", "\n", "\r": " "
          case _ where scalar.value < 0x20 || scalar.value == 0x7F: "\u{FFFD}"
          default: scalar
          }
        }))
  }

  /// A score with two decimals, never rounded up over the number that it is compared with: 0.5999 is "0.59".
  static func score(_ score: Double) -> String {
    guard score.isFinite else { return "?" }
    let hundredths = Int((min(max(score, 0), 1) * 100 + 1e-9).rounded(.down))
    let digits = String(hundredths % 100)
    return "\(hundredths / 100).\(digits.utf8.count < 2 ? "0" : "")\(digits)"
  }

  /// A number with its noun.
  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
