internal import GRDB
internal import Lingua

/// Concepts as rows of the tables.
struct TermbaseRows {
  let database: Database
  let path: String

  /// The concepts of some statuses, in the order of their ids.
  func entries(_ statuses: Set<GlossaryEntry.Status>) throws -> [GlossaryEntry] {
    var entries: [GlossaryEntry] = []
    var places: [String: Int] = [:]
    for row in try all("SELECT id, status, kinds, domain, note, score FROM concepts ORDER BY id") {
      let status = try value(GlossaryEntry.Status(rawValue: try text(row, 1)))
      guard statuses.contains(status) else { continue }
      let kinds = try text(row, 2).split(separator: ",").compactMap { GlossaryEntry.Kind(rawValue: String($0)) }
      var entry = GlossaryEntry(id: try text(row, 0), kinds: kinds, terms: Trilingual(repeating: []))
      entry.status = status
      entry.domain = optionalText(row, 3)
      entry.note = optionalText(row, 4)
      entry.score = Double.fromDatabaseValue(row[5]) ?? 1
      places[entry.id] = entries.count
      entries.append(entry)
    }
    try readTerms(into: &entries, places)
    for row in try all("SELECT concept, name, documents FROM evidence ORDER BY concept, number") {
      guard let k = places[try text(row, 0)] else { continue }
      entries[k].evidence.append(.init(try text(row, 1), documents: try number(row, 2)))
    }
    for row in try all("SELECT concept, document, count FROM sources ORDER BY concept, number") {
      guard let k = places[try text(row, 0)] else { continue }
      entries[k].sources.append(.init(document: try text(row, 1), count: try number(row, 2)))
    }
    for row in try all("SELECT concept, reason, detail FROM flags ORDER BY concept, number") {
      guard let k = places[try text(row, 0)] else { continue }
      // A reason that this version does not know says nothing.
      guard let reason = GlossaryFlag.Reason(rawValue: try text(row, 1)) else { continue }
      entries[k].flags.append(GlossaryFlag(reason, try text(row, 2)))
    }
    try readContexts(into: &entries, places)
    return entries
  }

  private func readTerms(into entries: inout [GlossaryEntry], _ places: [String: Int]) throws {
    // SQLite numbers the places of a language from 0 on only where nobody else wrote; so they are looked up.
    var terms: [String: (language: Language, place: Int)] = [:]
    for row in try all(
      "SELECT concept, language, place, term, form, usage FROM terms ORDER BY concept, language, place")
    {
      let concept = try text(row, 0)
      guard let k = places[concept] else { continue }
      let language = try value(Language(rawValue: try text(row, 1)))
      let form = try value(GlossaryTerm.Form(rawValue: try text(row, 4)))
      let usage = try optionalText(row, 5).map { try value(GlossaryTerm.Usage(rawValue: $0)) }
      terms["\(concept) \(language.tag) \(try number(row, 2))"] = (language, entries[k].terms[language].count)
      entries[k].terms[language].append(GlossaryTerm(try text(row, 3), form: form, usage: usage))
    }
    for row in try all(
      "SELECT concept, language, place, text, count FROM printed ORDER BY concept, language, place, number")
    {
      let concept = try text(row, 0)
      guard let k = places[concept], let term = terms["\(concept) \(try text(row, 1)) \(try number(row, 2))"]
      else { continue }
      entries[k].terms[term.language][term.place].printed.append(.init(try text(row, 3), count: try number(row, 4)))
    }
  }

  private func readContexts(into entries: inout [GlossaryEntry], _ places: [String: Int]) throws {
    for row in try all(
      """
      SELECT concept, language, document, first_byte, end_byte, before, term, after FROM contexts
      ORDER BY concept, language, number
      """)
    {
      guard let k = places[try text(row, 0)] else { continue }
      let language = try value(Language(rawValue: try text(row, 1)))
      let first = Int.fromDatabaseValue(row[3])
      let end = Int.fromDatabaseValue(row[4])
      var range: Range<Int>?
      if let first, let end, first <= end { range = first..<end }
      entries[k].contexts[language].append(
        GlossaryContext(
          document: try text(row, 2), range: range, left: try text(row, 5), term: try text(row, 6),
          right: try text(row, 7)))
    }
  }

  /// The decisions in their order.
  func decisions() throws -> [TermbaseDecision] {
    try all("SELECT concept, time, status, origin, terms FROM decisions ORDER BY number").map { row in
      TermbaseDecision(
        concept: try text(row, 0), time: try number(row, 1),
        status: try value(GlossaryEntry.Status(rawValue: try text(row, 2))), origin: try text(row, 3),
        terms: try text(row, 4))
    }
  }

  private func all(_ query: String) throws -> [Row] { try Row.fetchAll(database, sql: query) }

  // GRDB's own accessors trap on a value of another type.
  private func text(_ row: Row, _ column: Int) throws -> String { try value(String.fromDatabaseValue(row[column])) }
  private func optionalText(_ row: Row, _ column: Int) -> String? { String.fromDatabaseValue(row[column]) }
  private func number(_ row: Row, _ column: Int) throws -> Int { try value(Int.fromDatabaseValue(row[column])) }

  private func value<Value>(_ value: Value?) throws(TermbaseError) -> Value {
    guard let value else { throw .damaged(path: path) }
    return value
  }
}
