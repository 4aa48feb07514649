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
    var (rows, fault) = DelimitedRows.split(text, by: separator, quoting: quoting)
    // A spreadsheet that ends lines its own way may have put a cell of several lines into quotation marks.
    if isTabbed, quoting == .wholeCells, text.firstIndex(of: 0x0A).map({ $0 > 0 && text[$0 - 1] == 0x0D }) == true {
      let whole = DelimitedRows.split(text, by: separator, quoting: .full)
      if whole.fault == nil { rows = whole.rows }
    }
    if let fault {
      throw GlossaryReadError(path: path, line: fault.line, column: fault.column, reason: .quote)
    }
    if let reading = read(rows, format: isTabbed ? .tsv : .csv) { return reading }
    guard let first = rows.first(where: { !$0.isEmpty }) else {
      throw GlossaryReadError(path: path, reason: .empty)
    }
    if first.cells.contains(where: isSide), languages.count < 2 {
      throw GlossaryReadError(path: path, line: first.line, reason: .sides(cells: first.cells))
    }
    if !languages.isEmpty {
      throw GlossaryReadError(
        path: path, reason: .columnCount(found: first.cells.count, expected: languages.count))
    }
    throw GlossaryReadError(path: path, line: first.line, reason: .noHeader(cells: first.cells))
  }

  /// Whether a heading is "source" or "target", which says no language.
  private func isSide(_ heading: String) -> Bool {
    if case .side? = columns.meaning(of: heading) { true } else { false }
  }

  /// Reads rows.
  ///
  /// - Returns: nil where no row names languages, and those that were given do not fit.
  func read(_ rows: [DelimitedRows.Row], format: GlossaryReading.Format) -> GlossaryReading? {
    let (start, comments) = firstRow(rows)
    let named = named(rows[..<start])
    // Lines such as a title may stand before the header.
    var before = GlossaryReadWarning.Places()
    var mostCells = 0
    for (k, row) in rows[start...].prefix(Self.mostRowsBefore).enumerated() where !row.isEmpty {
      let rest = rows[(start + k + 1)...]
      let count = row.cells.count { !$0.isEmpty }
      let next = rest.first { !$0.isEmpty }?.cells ?? []
      var reading = OwnColumns(row.cells, first: next)?.reading(rest, format: format, columns)
      // Behind rows that are as full it is one more row of terms.
      if reading == nil, count > max(1, mostCells), let layout = layout(row.cells) {
        reading = layout.reading(rest, format: format, comments: comments)
      }
      if var reading {
        if before.count > 0 { reading.warnings.insert(.beforeHeader(before), at: 0) }
        return reading
      }
      // Where it is known what the columns are, the first row of several cells is the header or there is none.
      if count > 1, named != nil || !languages.isEmpty { break }
      mostCells = max(mostCells, count)
      before.add(row.line)
    }
    if let named { return named.reading(rows[start...], format: format, comments: nil) }
    guard let first = rows[start...].first(where: { !$0.isEmpty }) else {
      return comments == nil || languages.isEmpty ? nil : EntryList().reading(format, isOwn: false)
    }
    guard languages.count > 1, first.cells.count >= languages.count, first.cells.count <= languages.count + 1 else {
      return nil
    }
    var roles = languages.map { ColumnRole.terms($0, .term) }
    if first.cells.count > languages.count { roles.append(.note) }
    return UserColumns(roles: roles, names: first.cells.map { _ in "" }, words: columns)
      .reading(rows[start...], format: format, comments: comments)
  }

  /// What the columns are by the comment before the rows, as OmegaT has it; nil where it names no languages.
  private func named(_ comments: ArraySlice<DelimitedRows.Row>) -> UserColumns? {
    guard let heading = comments.last(where: { !$0.isEmpty }) else { return nil }
    var cells = heading.cells
    cells[0] = cells[0].trimmingHash()
    var layout = layout(cells)
    layout?.isOmegaT = true
    return layout
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
    return UserColumns(roles: roles, names: header, words: columns)
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
