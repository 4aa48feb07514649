/// What the head of the report says of all documents.
struct ReportPage {
  let summaries: [ReportSummary]
  let options: ExportOptions

  var generator: String { ReportText.clean("\(options.toolName) \(options.toolVersion)") }

  private var title: String {
    switch summaries.count {
    case 1: "Alignment report: \(summaries[0].name)"
    default: "Alignment report: \(summaries.count) documents"
    }
  }

  func fields(style: String, script: String) -> [String: Any] {
    func sum(_ value: (ReportSummary) -> Int) -> Int { summaries.reduce(0) { $0 + value($1) } }
    let beads = sum(\.beads)
    var fields: [String: Any] = [
      "title": title, "generator": generator, "style": style, "script": script,
      "documentsLabel": summaries.count == 1 ? "Document" : "Documents", "documentCount": summaries.count,
      "beadsLabel": beads == 1 ? "Bead" : "Beads", "beadCount": beads, "reviewCount": sum(\.reviews),
      "keywordCount": sum(\.keywords), "acronymCount": sum(\.acronyms),
      "threshold": ReportText.score(options.reviewThreshold), "isEmpty": summaries.isEmpty,
      "hasIndex": summaries.count > 1, "index": summaries.map(\.fields),
    ]
    let flags = sum(\.flags)
    if flags > 0 { fields["flagCount"] = flags }
    if let date = options.date { fields["date"] = date.day }
    return fields
  }
}
