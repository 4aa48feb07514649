internal import Mustache

/// The report of changes as a page: a table of the rules, and below it before and after of their examples.
struct ChangePage {
  let html: String

  /// The page of a report.
  ///
  /// - Throws: `ExportError` when a template cannot be read.
  init(_ report: ChangeReport) throws(ExportError) {
    let files = try ReportFiles()
    let rules = report.sortedRules
    let total = rules.reduce(0) { $0 + $1.count }
    html = files.changes.render(
      [
        "title": "Changes: " + ReportText.count(report.documents, "document", "documents"),
        "generator": ReportText.clean("lingua-cli \(report.toolVersion)"), "style": files.style + files.changeStyle,
        "documents": report.documents, "changed": report.changed, "total": total, "isEmpty": rules.isEmpty,
        "rules": rules.map(Self.fields),
      ] as [String: Any])
  }

  // Every section of the template tests a name that is always there: mustache looks a missing one up in what encloses it.
  private static func fields(_ rule: ChangeReport.Rule) -> [String: Any] {
    [
      "rule": ReportText.clean(rule.name), "count": rule.count, "in": rule.documents,
      "hasExamples": !rule.examples.isEmpty,
      "examples": rule.examples.map { example in
        [
          "document": ReportText.clean(example.document.printableName), "offset": example.change.offset,
          "before": side(example.change.before), "after": side(example.change.after),
        ] as [String: Any]
      },
    ]
  }

  private static func side(_ side: ChangeExample.Side) -> [String: Any] {
    ["prefix": shown(side.prefix), "stretch": shown(side.stretch), "suffix": shown(side.suffix)]
  }

  /// What cannot be seen is shown by a sign or its number: most repairs are of such characters.
  private static func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "⏎"
      case "\r": result += "␍"
      case "\t": result += "⇥"
      case "\u{A0}": result += "⍽"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || isHidden(scalar):
        result += "[U+" + String(repeating: "0", count: max(0, 4 - hex(scalar).utf8.count)) + hex(scalar) + "]"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16, uppercase: true) }

  /// Whether a character prints nothing, or a blank of unusual width.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0xAD, 0x61C, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFE00...0xFE0F, 0xFEFF:
      true
    default: false
    }
  }
}

extension String {
  /// A file's name for people: a byte that is not UTF-8 as `\xff`.
  fileprivate var printableName: String {
    var result = ""
    for scalar in unicodeScalars {
      if let byte = scalar.nameByte {
        result += "\\x" + String(byte, radix: 16)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
