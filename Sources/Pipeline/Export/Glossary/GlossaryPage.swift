internal import Lingua

/// The parts of the glossary's page.
struct GlossaryPage {
  let options: GlossaryExportOptions
  private var names = EntryNames()

  init(options: GlossaryExportOptions) { self.options = options }

  private var generator: String { "\(options.shared.toolName) \(options.shared.toolVersion)" }

  /// Everything before the rows.
  func begin(_ glossary: Glossary, to html: inout [UInt8]) throws(ExportError) {
    html +=
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src \
      'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
      <meta name="color-scheme" content="light dark">
      <title>Glossary</title>
      <link rel="icon" href="data:,">
      <style>

      """.utf8
    html += try ReportFiles.text("report.css").utf8
    html += try ReportFiles.text("glossary.css").utf8
    html += "</style>\n<script>\n".utf8
    html += try ReportFiles.text("tools.js").utf8
    html += try ReportFiles.text("glossary.js").utf8
    html +=
      """
      </script>
      </head>
      <body>
      <a class="skip" href="#results">Skip to the entries</a>
      <header class="page">
      <h1>Glossary</h1>

      """.utf8
    if let date = options.shared.date { html += "<p class=\"made\">Made on \(date.day)</p>\n".utf8 }
    let reviews = glossary.entries.count { $0.needsReview(options) }
    html +=
      """
      <dl class="counts">
      <div><dt>Entries</dt><dd>\(glossary.entries.count)</dd></div>
      <div class="attention"><dt>Need review</dt><dd>\(reviews)</dd></div>
      <div><dt>Documents</dt><dd>\(glossary.documents.count)</dd></div>
      </dl>
      </header>
      <form class="tools" id="tools" role="search" aria-label="Find entries">
      <label class="field search"><span>Search</span> \
      <input type="search" id="search" autocomplete="off" spellcheck="false"></label>
      <label class="field check"><input type="checkbox" id="only-review"> <span>Needs review only</span></label>

      """.utf8
    let kinds = GlossaryEntry.Kind.allCases.filter { kind in glossary.entries.contains { $0.kinds.contains(kind) } }
    Self.choice("kind", "Kind", [("", "all")] + kinds.map { ($0.rawValue, $0.rawValue) }, to: &html)
    let statuses = GlossaryEntry.Status.allCases.filter { status in glossary.entries.contains { $0.status == status } }
    Self.choice("status", "Status", [("", "all")] + statuses.map { ($0.rawValue, $0.rawValue) }, to: &html)
    Self.choice(
      "order", "Order",
      [
        ("given", "as exported"), ("kk", "Kazakh"), ("ru", "Russian"), ("en", "English"), ("score", "surest first"),
        ("doubtful", "most doubtful first"),
      ], to: &html)
    html +=
      """
      <output id="shown" for="search only-review kind status order" aria-live="polite"></output>
      <button type="button" id="theme">Theme: <span>auto</span></button>
      </form>
      <main id="results" tabindex="-1">
      <p class="nothing" id="no-match"\(glossary.entries.isEmpty ? "" : " hidden")>No entry\
      \(glossary.entries.isEmpty ? "." : " matches the filter.")</p>
      <div role="table" class="terms" id="terms" aria-label="Glossary">
      <div role="row" class="row head"><span role="columnheader">No.</span><span role="columnheader">Kazakh</span>\
      <span role="columnheader">Russian</span><span role="columnheader">English</span>\
      <span role="columnheader">Score</span></div>

      """.utf8
  }

  private static func choice(_ id: String, _ name: String, _ values: [(String, String)], to html: inout [UInt8]) {
    html += "<label class=\"field\"><span>\(name)</span> <select id=\"\(id)\">".utf8
    for (value, text) in values { html += "<option value=\"\(value)\">\(text)</option>".utf8 }
    html += "</select></label>\n".utf8
  }

  /// One row.
  mutating func append(_ entry: GlossaryEntry, number: Int, to html: inout [UInt8]) {
    let id = "e-" + names.name(for: entry.id)
    let review = entry.needsReview(options)
    let level = ReportLevel(entry.score).rawValue
    html += "<div role=\"row\" class=\"row entry \(level)\(review ? " review" : "") \(entry.status.rawValue)\"".utf8
    html += " id=\"\(id)\" tabindex=\"-1\" data-kinds=\"\(entry.kinds.map(\.rawValue).joined(separator: " "))\"".utf8
    html += " data-status=\"\(entry.status.rawValue)\" data-score=\"\(entry.scoreText)\">".utf8
    html += "<div role=\"rowheader\" class=\"place\">".utf8
    html += "<a href=\"#\(id)\" tabindex=\"-1\">\(number)</a></div>\n".utf8
    for language in Language.allCases { Self.cell(entry, language, to: &html) }
    html += "<div role=\"cell\" class=\"side\">".utf8
    html += "<span class=\"score \(level)\">\(ReportText.score(entry.score))</span>".utf8
    html += " <span class=\"mark\">review</span>".utf8
    if entry.status != .proposed { html += " <span class=\"status\">\(entry.status.rawValue)</span>".utf8 }
    html += " <span class=\"kinds\">\(entry.kinds.map(\.rawValue).joined(separator: ", "))</span>".utf8
    if let domain = entry.domain { Self.span("kinds", domain, to: &html) }
    let documents = entry.sources.count
    if documents > 0 {
      Self.span("seen", "\(entry.count) in \(ReportText.count(documents, "document", "documents"))", to: &html)
    }
    html += "<button type=\"button\" class=\"more\" aria-expanded=\"false\">contexts</button></div>\n".utf8
    if !entry.flags.isEmpty || entry.note != nil {
      html += "<div role=\"cell\" class=\"remarks\">".utf8
      for flag in entry.flags { Self.span("flag", flag.text, to: &html) }
      if let note = entry.note { Self.span("note", note, to: &html) }
      html += "</div>\n".utf8
    }
    html += "</div>\n".utf8
  }

  private static func cell(_ entry: GlossaryEntry, _ language: Language, to html: inout [UInt8]) {
    html += "<div role=\"cell\" lang=\"\(language.tag)\">".utf8
    let terms = entry.terms[language].filter { !$0.text.isEmpty }
    if terms.isEmpty { html += "<p class=\"none\" lang=\"en\">none</p>".utf8 }
    let full = terms.filter { $0.form != .acronym }
    let short = terms.filter { $0.form == .acronym }
    for (k, term) in (full + short).enumerated() {
      let sort = k == 0 && !full.isEmpty ? "term" : k >= full.count ? "short" : "also"
      html += "<p class=\"\(sort)\(term.usage == .deprecated ? " deprecated" : "")\" dir=\"auto\">".utf8
      ReportCell.escape(term.text, to: &html)
      html += "</p>".utf8
    }
    html += "</div>\n".utf8
  }

  private static func span(_ name: String, _ text: String, to html: inout [UInt8]) {
    html += "<span class=\"\(name)\">".utf8
    ReportCell.escape(text, to: &html)
    html += "</span>".utf8
  }

  /// What an opened row shows: contexts by language, evidence, documents.
  func places(of entry: GlossaryEntry) -> JSONValue {
    var members: [JSONValue.Member] = []
    for language in Language.allCases {
      let list = entry.contexts[language].prefix(max(0, options.contexts))
      if list.isEmpty { continue }
      members.append(
        .init(
          language.tag,
          .array(list.map { .array([$0.left, $0.term, $0.right, $0.document].map { .string(ReportText.clean($0)) }) })))
    }
    if !entry.evidence.isEmpty {
      let evidence = entry.evidence.map { "\($0.name) \($0.documents)" }
      members.append(.init("evidence", .string(ReportText.clean(evidence.joined(separator: ", ")))))
    }
    if !entry.sources.isEmpty {
      var shown = entry.sources.prefix(20).map { "\($0.document) (\($0.count))" }
      if entry.sources.count > 20 { shown.append("and \(entry.sources.count - 20) more") }
      members.append(.init("sources", .string(ReportText.clean(shown.joined(separator: ", ")))))
    }
    return .object(members)
  }

  /// Everything behind the rows.
  func end(to html: inout [UInt8]) {
    html += "</main>\n<footer class=\"page\">\n<p>Written by ".utf8
    ReportCell.escape(generator, to: &html)
    html += ". This page loads nothing from anywhere.</p>\n</footer>\n</body>\n</html>\n".utf8
  }
}
