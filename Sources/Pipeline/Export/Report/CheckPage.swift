internal import Lingua
internal import Mustache

/// The findings of a consistency check as one page that loads nothing.
public struct CheckPage: Sendable {
  /// A finding and what to tell a person of it.
  private struct Row: Sendable {
    var finding: ConsistencyFinding
    var message: String
  }

  private let toolVersion: String
  private var documents = 0
  private var texts: [(document: String, rows: [Row])] = []

  /// A page without documents.
  ///
  /// - Parameter toolVersion: the program's version, for the page's head.
  public init(toolVersion: String) { self.toolVersion = toolVersion }

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - document: its name as it is shown.
  ///   - findings: what was found in it.
  ///   - words: what to tell a person of a finding.
  public mutating func add(
    document: String, findings: [ConsistencyFinding], words: (ConsistencyFinding) -> String
  ) {
    documents += 1
    if !findings.isEmpty { texts.append((document, findings.map { Row(finding: $0, message: words($0)) })) }
  }

  /// The page.
  ///
  /// - Throws: `ExportError` when a template cannot be read.
  public func bytes() throws(ExportError) -> [UInt8] {
    let files = try ReportFiles()
    let all = texts.flatMap(\.rows)
    let kinds = ConsistencyFinding.Kind.allCases.compactMap { kind -> [String: Any]? in
      let count = all.count { $0.finding.kind == kind }
      return count == 0 ? nil : ["kind": kind.rawValue, "count": count]
    }
    let html = files.check.render(
      [
        "title": "Check: " + ReportText.count(documents, "document", "documents"),
        "generator": ReportText.clean("lingua-cli \(toolVersion)"), "style": files.style + files.checkStyle,
        "documents": documents, "touched": texts.count, "kinds": kinds, "isEmpty": texts.isEmpty,
        "texts": texts.enumerated().map { k, text in
          [
            "anchor": "document-\(k + 1)", "document": ReportText.clean(text.document),
            "findings": text.rows.map(Self.fields),
          ] as [String: Any]
        },
      ] as [String: Any])
    return Array(html.utf8)
  }

  private static func fields(_ row: Row) -> [String: Any] {
    [
      "place": "\(row.finding.line):\(row.finding.column)", "kind": row.finding.kind.rawValue,
      "message": ReportText.clean(row.message), "language": row.finding.language.tag,
      "left": ReportText.clean(row.finding.excerpt.left), "text": ReportText.clean(row.finding.excerpt.text),
      "right": ReportText.clean(row.finding.excerpt.right),
    ]
  }
}
