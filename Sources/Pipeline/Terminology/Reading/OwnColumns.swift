internal import Lingua

/// The columns of a table that was exported, in whatever order they came back.
struct OwnColumns {
  private let places: [GlossaryColumn: Int]
  private let count: Int
  private let others: [String]

  /// The columns of a header; nil where it is none of ours.
  ///
  /// - Parameters:
  ///   - header: the cells of the header.
  ///   - first: those of the row behind it. Where a column is gone that all of ours have, it must look like one of ours.
  init?(_ header: [String], first: [String]? = nil) {
    var places: [GlossaryColumn: Int] = [:]
    var others: [String] = []
    for (k, cell) in header.enumerated() {
      if let column = GlossaryColumn(rawValue: cell.trimmed), places[column] == nil {
        places[column] = k
      } else if !cell.trimmed.isEmpty {
        others.append(cell)
      }
    }
    let languages = [GlossaryColumn.kk, .ru, .en].count { places[$0] != nil }
    let marks = [GlossaryColumn.id, .status, .kinds].filter { places[$0] != nil }
    guard marks.count > 1, languages > 0 else { return nil }
    if marks.count < 3, let first {
      func cell(_ column: GlossaryColumn) -> String? {
        places[column].flatMap { $0 < first.count ? first[$0].trimmed : nil }
      }
      let isOurs = cell(.id).map(GlossaryEntry.isIdentifier) ?? false
      let hasKinds = CellList.texts(cell(.kinds) ?? "").contains { GlossaryEntry.Kind(rawValue: $0) != nil }
      guard isOurs || hasKinds else { return nil }
    }
    self.places = places
    self.others = others
    count = header.count
  }

  /// The entries of rows.
  func reading(
    _ rows: ArraySlice<DelimitedRows.Row>, format: GlossaryReading.Format, _ words: ColumnWords
  ) -> GlossaryReading {
    var list = EntryList()
    var short = GlossaryReadWarning.Places()
    var long = GlossaryReadWarning.Places()
    var cut = GlossaryReadWarning.Places()
    let lastTerm = Language.allCases.compactMap { places[.head($0)] }.max() ?? 0
    for row in rows where !row.isEmpty {
      if format != .xlsx, row.cells.count <= lastTerm {
        cut.add(row.line)
        continue
      }
      if row.cells.count > count, row.cells[count...].contains(where: { !$0.isEmpty }) {
        long.add(row.line)
        continue
      }
      // A workbook does not store empty cells.
      if row.cells.count < count, format != .xlsx { short.add(row.line) }
      let entry = entry(row, format, words, &list)
      list.add(entry, line: row.line, isMarked: !entry.isGiven || entry.status != .approved || hasStatus(row.cells))
    }
    if short.count > 0 { list.warnings.append(.shortRows(short)) }
    if long.count > 0 { list.warnings.append(.longRows(long)) }
    if cut.count > 0 { list.warnings.append(.cutRows(cut)) }
    let missing = GlossaryColumn.named.filter { places[$0] == nil }
    if !missing.isEmpty { list.warnings.append(.missingColumns(missing.map(\.rawValue))) }
    if !others.isEmpty { list.warnings.append(.ignoredColumns(others)) }
    var reading = list.reading(format, isOwn: true)
    reading.missing = Set(missing)
    return reading
  }

  private func hasStatus(_ cells: [String]) -> Bool {
    places[.status].map { $0 < cells.count && !cells[$0].trimmed.isEmpty } ?? false
  }

  private func entry(
    _ row: DelimitedRows.Row, _ format: GlossaryReading.Format, _ words: ColumnWords, _ list: inout EntryList
  ) -> GlossaryEntry {
    let cells = row.cells
    func cell(_ column: GlossaryColumn) -> String {
      guard let place = places[column], place < cells.count else { return "" }
      return format == .csv ? FormulaGuard.unguarded(cells[place]) : cells[place]
    }
    let kinds = CellList.texts(cell(.kinds)).compactMap { GlossaryEntry.Kind(rawValue: $0.lowercased()) }
    let isOurs = !cell(.id).trimmed.isEmpty
    var entry = GlossaryEntry.given
    entry.id = cell(.id).trimmed
    if isOurs { entry.status = .proposed }
    if !kinds.isEmpty { entry.kinds = Array(Set(kinds)).sorted() }
    let status = cell(.status).trimmed
    if let known = words.status(status) {
      if known == .proposed { entry.propose() } else { entry.status = known }
    } else if !status.isEmpty {
      entry.propose()
      list.addStatus(status, line: row.line)
    }
    let hasAcronym = Language.allCases.contains { !cell(.acronym($0)).trimmed.isEmpty }
    let usual: GlossaryTerm.Form = hasAcronym ? .fullForm : .term
    for language in Language.allCases {
      entry.terms[language] =
        CellList.terms(cell(.head(language)), usualForm: usual)
        + CellList.terms(cell(.variants(language)), usualForm: usual)
        + CellList.terms(cell(.acronym(language)), usualForm: .acronym)
    }
    if !cell(.domain).isEmpty { entry.domain = cell(.domain) }
    if !cell(.note).isEmpty { entry.note = cell(.note) }
    // A spreadsheet of another locale writes a comma.
    entry.score = Double(String(cell(.score).trimmed.map { $0 == "," ? "." : $0 })) ?? 1
    entry.evidence = CellList.texts(cell(.evidence)).compactMap { item in
      guard let end = item.lastIndex(of: ":"), let count = Int(item[item.index(after: end)...].drop { $0 == " " })
      else { return nil }
      return GlossaryEntry.Evidence(String(item[..<end]), documents: count)
    }
    entry.flags = CellList.texts(cell(.flags)).compactMap(GlossaryFlag.init(text:))
    // Of several documents a table names two and counts the others.
    if cell(.documents).trimmed == "1", let count = Int(cell(.count).trimmed) {
      entry.sources = [GlossaryEntry.Source(document: cell(.firstSeen), count: count)]
    }
    return entry
  }
}
