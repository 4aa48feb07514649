internal import GRDB
internal import Lingua

extension TermbaseRows {
  /// Writes a concept in place of what is there under its id, and notes when it was seen.
  func write(_ entry: GlossaryEntry, at time: Int) throws {
    try run(
      """
      INSERT INTO concepts (id, status, kinds, domain, note, score, first_seen, last_seen)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
      ON CONFLICT (id) DO UPDATE SET status = ?2, kinds = ?3, domain = ?4, note = ?5, score = ?6,
        last_seen = max(last_seen, ?7)
      """,
      [
        entry.id, entry.status.rawValue, entry.kinds.map(\.rawValue).joined(separator: ","), entry.domain, entry.note,
        entry.score.isFinite ? entry.score : 0, time,
      ])
    for table in ["terms", "evidence", "sources", "contexts", "flags"] {
      try run("DELETE FROM \(table) WHERE concept = ?", [entry.id])
    }
    for language in Language.allCases {
      for (place, term) in entry.terms[language].enumerated() {
        try run(
          "INSERT INTO terms (concept, language, place, term, form, usage) VALUES (?, ?, ?, ?, ?, ?)",
          [entry.id, language.tag, place, term.text, term.form.rawValue, term.usage?.rawValue])
        for (number, printed) in term.printed.enumerated() {
          try run(
            "INSERT INTO printed (concept, language, place, number, text, count) VALUES (?, ?, ?, ?, ?, ?)",
            [entry.id, language.tag, place, number, printed.text, printed.count])
        }
      }
      for (number, context) in entry.contexts[language].enumerated() {
        try run(
          """
          INSERT INTO contexts (concept, language, number, document, first_byte, end_byte, before, term, after)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          [
            entry.id, language.tag, number, context.document, context.range?.lowerBound, context.range?.upperBound,
            context.left, context.term, context.right,
          ])
      }
    }
    for (number, evidence) in entry.evidence.enumerated() {
      try run(
        "INSERT INTO evidence (concept, number, name, documents) VALUES (?, ?, ?, ?)",
        [entry.id, number, evidence.name, evidence.documents])
    }
    for (number, source) in entry.sources.enumerated() {
      try run(
        "INSERT INTO sources (concept, number, document, count) VALUES (?, ?, ?, ?)",
        [entry.id, number, source.document, source.count])
    }
    for (number, flag) in entry.flags.enumerated() {
      try run(
        "INSERT INTO flags (concept, number, reason, detail) VALUES (?, ?, ?, ?)",
        [entry.id, number, flag.reason.rawValue, flag.detail])
    }
  }

  /// Notes that a concept was proposed again.
  func see(_ id: String, at time: Int) throws {
    try run("UPDATE concepts SET last_seen = max(last_seen, ?) WHERE id = ?", [time, id])
  }

  /// What was decided about the concept with an id; nil where there is none.
  func status(of id: String) throws -> GlossaryEntry.Status? {
    try String.fetchOne(database, sql: "SELECT status FROM concepts WHERE id = ?", arguments: [id])
      .flatMap(GlossaryEntry.Status.init)
  }

  /// Notes a decision about a concept that is there.
  func decide(_ entry: GlossaryEntry, origin: String, at time: Int) throws {
    let terms = Language.allCases.filter { !entry.terms[$0].isEmpty }
      .map { "\($0.tag): " + entry.terms[$0].map(\.text).joined(separator: " | ") }
    try run(
      "INSERT INTO decisions (concept, time, status, origin, terms) VALUES (?, ?, ?, ?, ?)",
      [entry.id, time, entry.status.rawValue, origin, terms.joined(separator: "; ")])
  }

  private func run(_ command: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    try database.cachedStatement(sql: command).execute(arguments: StatementArguments(values))
  }
}
