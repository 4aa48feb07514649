internal import Lingua

/// The columns of a table that a user wrote.
struct UserColumns {
  let roles: [ColumnRole]
  let names: [String]
  let words: ColumnWords
  /// Whether a translator's tool keeps it: comments tell what nobody has decided.
  var isOmegaT = false

  /// The entries of rows; `comments` are lines before them that begin with "#".
  func reading(
    _ rows: ArraySlice<DelimitedRows.Row>, format: GlossaryReading.Format, comments: GlossaryReadWarning.Places?
  ) -> GlossaryReading {
    var list = EntryList()
    var comments = comments ?? GlossaryReadWarning.Places()
    var short = GlossaryReadWarning.Places()
    var long = GlossaryReadWarning.Places()
    // Where a table has columns for what acronyms stand for, its other columns are acronyms in the rows that use them.
    let hasExpansions = roles.contains { if case .terms(_, .fullForm) = $0 { true } else { false } }
    for row in rows where !row.isEmpty {
      if row.cells[0].utf8.first == UInt8(ascii: "#") {
        comments.add(row.line)
        continue
      }
      if row.cells.count > roles.count, row.cells[roles.count...].contains(where: { !$0.isEmpty }) {
        long.add(row.line)
        continue
      }
      // A workbook does not store empty cells.
      if row.cells.count < roles.count, format != .xlsx { short.add(row.line) }
      let (entry, isMarked) = entry(row, hasExpansions: hasExpansions, &list)
      list.add(entry, line: row.line, isMarked: isMarked)
    }
    if comments.count > 0 { list.warnings.append(.comments(comments)) }
    if short.count > 0 { list.warnings.append(.shortRows(short)) }
    if long.count > 0 { list.warnings.append(.longRows(long)) }
    let ignored = zip(roles, names).filter { $0.0 == .ignored && !$0.1.isEmpty }.map(\.1)
    if !ignored.isEmpty { list.warnings.append(.ignoredColumns(ignored)) }
    return list.reading(format, isOwn: false)
  }

  /// The entry of a row, and whether the row says what was decided about it.
  private func entry(
    _ row: DelimitedRows.Row, hasExpansions: Bool, _ list: inout EntryList
  ) -> (GlossaryEntry, isMarked: Bool) {
    let cells = row.cells
    var entry = GlossaryEntry.given
    var isMarked = false
    var isAcronym = hasExpansions
    if hasExpansions {
      isAcronym = zip(roles, cells).contains { role, cell in
        if case .terms(_, .fullForm) = role { !cell.isEmpty } else { false }
      }
    }
    for (role, cell) in zip(roles, cells) {
      let cell = cell.trimmed
      if cell.isEmpty { continue }
      switch role {
      case .kind: isAcronym = isAcronym || cell.lowercased() == GlossaryEntry.Kind.acronym.rawValue
      case .domain: entry.domain = entry.domain.map { $0 + ", " + cell } ?? cell
      case .note: entry.note = entry.note.map { $0 + "\n" + cell } ?? cell
      case .status:
        isMarked = true
        if let status = words.status(cell) {
          if status == .proposed { entry.propose() } else { entry.status = status }
        } else {
          // Whatever was meant, it is no approval.
          entry.propose()
          list.addStatus(cell, line: row.line)
        }
      default: break
      }
    }
    for (role, cell) in zip(roles, cells) {
      guard case .terms(let language, var form) = role else { continue }
      if form == .term, isAcronym { form = .acronym }
      for text in cell.utf8.split(separator: UInt8(ascii: "|")).map({ String(Substring($0)).trimmed }) {
        let isThere = entry.terms[language].contains { $0.text.utf8.elementsEqual(text.utf8) }
        if !text.isEmpty, !isThere { entry.terms[language].append(GlossaryTerm(text, form: form)) }
      }
    }
    // With columns for acronyms alone, the others are what they stand for.
    if !hasExpansions, Language.allCases.contains(where: { entry.terms[$0].contains { $0.form == .acronym } }) {
      for language in Language.allCases {
        for k in entry.terms[language].indices where entry.terms[language][k].form == .term {
          entry.terms[language][k].form = .fullForm
        }
      }
    }
    if isOmegaT { isMarked = Self.takeComment(&entry) || isMarked }
    return (entry, isMarked)
  }
}

extension UserColumns {
  /// Reads what we wrote into the comment of an entry: that nobody has decided is no note. Such a list has acronyms beside each
  /// other in rows of their own.
  ///
  /// - Returns: whether the comment says that.
  fileprivate static func takeComment(_ entry: inout GlossaryEntry) -> Bool {
    guard let note = GlossaryOmegaT.note(ofProposed: entry.note ?? "") else { return false }
    entry.note = note.isEmpty ? nil : note
    entry.propose()
    let names = entry.terms.values.flatMap { $0 }
    if names.allSatisfy({ name in name.text.unicodeScalars.allSatisfy { !$0.isLetter || $0.isUppercaseLetter } }) {
      for language in Language.allCases {
        for k in entry.terms[language].indices { entry.terms[language][k].form = .acronym }
      }
    }
    return true
  }
}

extension String {
  /// Without blanks, tabs and line ends at both ends, no-break spaces too.
  var trimmed: String {
    var text = unicodeScalars[...]
    while let first = text.first, first.value <= 0x20 || first.value == 0xA0 { text.removeFirst() }
    while let last = text.last, last.value <= 0x20 || last.value == 0xA0 { text.removeLast() }
    return String(String.UnicodeScalarView(text))
  }
}
