internal import Lingua

/// Reads glossaries from the rows of tables: our own by their fixed columns, others by the words of their header.
struct GlossaryTableReader: Sendable {
  let columns: ColumnWords
  let languages: [Language]

  /// How many rows may stand before the header, as titles of a sheet do.
  private static let mostRowsBefore = 20
  /// How much of a text is looked at to find what separates its cells.
  private static let sampleSize = 1 << 16

  /// Reads a text.
  ///
  /// - Throws: `GlossaryReadError` for quotation marks that are not closed, and where nothing tells the languages.
  func read(_ text: [UInt8], path: String) throws(GlossaryReadError) -> GlossaryReading {
    let separator = separator(of: text[..<min(text.count, Self.sampleSize)])
    let isTabbed = separator == 0x09
    var quoting: DelimitedRows.Quoting = isTabbed ? .wholeCells : .full
    // What we wrote with tabs has no quotation marks but those of the texts; a spreadsheet that saved it ends lines its own
    // way, or doubled them.
    if isTabbed, let end = text.firstIndex(of: 0x0A),
      let header = DelimitedRows.split(text[..<end], by: separator, quoting: .wholeCells).rows.first,
      OwnColumns(header.cells) != nil
    {
      quoting = text[..<end].last == 0x0D ? .wholeCells : .doubled
    }
    let (rows, fault) = DelimitedRows.split(text, by: separator, quoting: quoting)
    if let fault {
      throw GlossaryReadError(path: path, line: fault.line, column: fault.column, reason: .quote)
    }
    guard var reading = try read(rows, format: isTabbed ? .tsv : .csv, path: path) else {
      if let count = rows.first(where: { !$0.isEmpty })?.cells.count, !languages.isEmpty {
        throw GlossaryReadError(path: path, reason: .columnCount(found: count, expected: languages.count))
      }
      let first = rows.first { !$0.isEmpty }
      throw GlossaryReadError(path: path, line: first?.line ?? 1, reason: .noHeader(cells: first?.cells ?? []))
    }
    reading.format = isTabbed ? .tsv : .csv
    return reading
  }

  /// Reads rows.
  ///
  /// - Returns: nil where no row names languages, and those that were given do not fit.
  func read(
    _ rows: [DelimitedRows.Row], format: GlossaryReading.Format, path: String
  ) throws(GlossaryReadError) -> GlossaryReading? {
    let (start, comments) = firstRow(rows)
    for (k, row) in rows[start...].prefix(Self.mostRowsBefore).enumerated() where !row.isEmpty {
      // A title may stand before the header, no row of terms.
      if row.cells.count(where: { !$0.isEmpty }) < 2 { continue }
      if let own = OwnColumns(row.cells) {
        return own.reading(rows[(start + k + 1)...], format: format)
      }
      if let layout = layout(row.cells) {
        return layout.reading(rows[(start + k + 1)...], format: format, comments: comments)
      }
      break
    }
    // OmegaT's first line is a comment that may name the languages.
    if start > 0, let heading = rows[..<start].last(where: { !$0.isEmpty }) {
      var cells = heading.cells
      cells[0] = String(cells[0].drop { $0 == "#" || $0 == " " })
      if let layout = layout(cells) { return layout.reading(rows[start...], format: format, comments: nil) }
    }
    guard let first = rows[start...].first(where: { !$0.isEmpty }) else {
      return rows.isEmpty || languages.isEmpty ? nil : EntryList().reading(format, isOwn: false)
    }
    guard languages.count > 1, first.cells.count >= languages.count, first.cells.count <= languages.count + 1 else {
      return nil
    }
    var roles = languages.map { ColumnRole.terms($0, .term) }
    if first.cells.count > languages.count { roles.append(.note) }
    return UserColumns(roles: roles, names: first.cells.map { _ in "" })
      .reading(rows[start...], format: format, comments: comments)
  }

  /// Behind the comment lines at the head.
  private func firstRow(_ rows: [DelimitedRows.Row]) -> (Int, GlossaryReadWarning.Places?) {
    var comments = GlossaryReadWarning.Places()
    var k = 0
    while k < rows.count, rows[k].isEmpty || rows[k].cells.first?.utf8.first == UInt8(ascii: "#") {
      if !rows[k].isEmpty { comments.add(rows[k].line) }
      k += 1
    }
    return (k, comments.count > 0 ? comments : nil)
  }

  /// What the columns are by their header; nil where it names fewer than two languages.
  private func layout(_ header: [String]) -> UserColumns? {
    var roles: [ColumnRole] = []
    for cell in header {
      switch columns.meaning(of: cell) {
      case .side(let side)?:
        roles.append(side < languages.count ? .terms(languages[side], .term) : .ignored)
      case .bare(let form)?:
        roles.append(languages.count == 1 ? .terms(languages[0], form) : .ignored)
      case let role?: roles.append(role)
      case nil: roles.append(.ignored)
      }
    }
    var named: Set<Language> = []
    for case .terms(let language, _) in roles { named.insert(language) }
    // One language alone is enough where it was asked for.
    guard named.count > 1 || named.count == 1 && languages.count == 1 else { return nil }
    return UserColumns(roles: roles, names: header)
  }

  /// What separates the cells of a text: that by which the header says most, or that which gives all rows the same number
  /// of cells.
  private func separator(of sample: ArraySlice<UInt8>) -> UInt8 {
    var best = (separator: UInt8(ascii: "\t"), known: 0, even: 0.0)
    for separator in [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")] {
      let quoting: DelimitedRows.Quoting = separator == 0x09 ? .wholeCells : .full
      let rows = DelimitedRows.split(sample, by: separator, quoting: quoting).rows.filter { !$0.isEmpty }
      let known = rows.prefix(Self.mostRowsBefore).map { row in
        row.cells.count { columns.meaning(of: $0.trimmingHash()) != nil }
      }.max()
      var counts: [Int: Int] = [:]
      for row in rows.prefix(200) where row.cells.count > 1 { counts[row.cells.count, default: 0] += 1 }
      let even = Double(counts.values.max() ?? 0) / Double(max(1, min(rows.count, 200)))
      // A single heading that is known is no header.
      let isKnown = known ?? 0 > 1 ? known ?? 0 : 0
      if isKnown > best.known || isKnown == best.known && even > best.even + 0.001 {
        best = (separator, isKnown, even)
      }
    }
    return best.separator
  }
}

extension String {
  fileprivate func trimmingHash() -> String { String(drop { $0 == "#" || $0 == " " }) }
}
