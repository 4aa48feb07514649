internal import Lingua

/// Reads a glossary from a workbook (ECMA-376): the first sheet that has a header, of ours or one that names languages.
struct WorkbookReader {
  let path: String
  let tables: GlossaryTableReader

  /// Reads the bytes of the file.
  ///
  /// - Throws: `GlossaryReadError` for what is damaged, encrypted, too large once it is unpacked, or no workbook.
  func read(_ bytes: [UInt8]) throws(GlossaryReadError) -> GlossaryReading {
    try bytes.withUnsafeBufferPointer { (bytes) throws(GlossaryReadError) in
      guard let archive = ZipArchive(bytes) else { throw error(.workbook(.damaged(part: ""))) }
      return try read(archive)
    }
  }

  private func read(_ archive: borrowing ZipArchive) throws(GlossaryReadError) -> GlossaryReading {
    var workbook = WorkbookEvents()
    guard try parse("xl/workbook.xml", of: archive, into: &workbook), !workbook.sheets.isEmpty else {
      throw error(.workbook(.noWorkbook))
    }
    var relations = RelationEvents()
    _ = try parse("xl/_rels/workbook.xml.rels", of: archive, into: &relations)
    var shared = SharedStringEvents()
    _ = try parse("xl/sharedStrings.xml", of: archive, into: &shared)
    var reading: GlossaryReading?
    var others: [String] = []
    for (k, sheet) in workbook.sheets.enumerated() {
      // A workbook without relations has its sheets by number.
      let part = relations.targets[sheet.relation] ?? "xl/worksheets/sheet\(k + 1).xml"
      if reading != nil, sheet.name != "contexts" || reading?.isOwn != true {
        others.append(sheet.name)
        continue
      }
      var events = SheetEvents(strings: shared.strings)
      guard try parse(part, of: archive, into: &events) else {
        others.append(sheet.name)
        continue
      }
      if events.cellCount > SheetEvents.mostCells {
        throw error(.workbook(.tooManyCells(limit: SheetEvents.mostCells)))
      }
      if reading != nil {
        reading?.takeContexts(events.rows)
      } else if let found = tables.read(events.rows, format: .xlsx), found.isOwn || hasHeader(found) {
        reading = found
      } else {
        others.append(sheet.name)
      }
    }
    guard var reading else { throw error(.workbook(.noHeader(sheets: workbook.sheets.map(\.name)))) }
    if !others.isEmpty { reading.warnings.append(.otherSheets(others)) }
    return reading
  }

  /// An empty sheet before the one with the terms is none.
  private func hasHeader(_ reading: GlossaryReading) -> Bool {
    !reading.glossary.entries.isEmpty || !reading.warnings.isEmpty
  }

  /// Parses a part of the archive; false where there is none of that name.
  private func parse<Events: MarkupEvents>(
    _ part: String, of archive: borrowing ZipArchive, into events: inout Events
  ) throws(GlossaryReadError) -> Bool {
    let bytes: [UInt8]
    do throws(ZipArchive.Fault) {
      guard let content = try archive.content(of: part, limit: GlossaryReader.sizeLimit) else { return false }
      bytes = content
    } catch {
      switch error {
      case .encrypted: throw self.error(.workbook(.encrypted(part: part)))
      case .damaged: throw self.error(.workbook(.damaged(part: part)))
      case .tooLarge(let limit): throw self.error(.tooLarge(limit: limit))
      }
    }
    let damage = bytes.withUnsafeBufferPointer { MarkupParser.parse($0, as: .xml, into: &events) }
    if let damage {
      switch damage.reason {
      case .entities, .nesting, .attribute, .memory: throw error(.markup(damage.reason))
      case .syntax, .cutOff: throw error(.workbook(.damaged(part: part)))
      }
    }
    return true
  }

  private func error(_ reason: GlossaryReadError.Reason) -> GlossaryReadError {
    GlossaryReadError(path: path, reason: reason)
  }
}

extension GlossaryReading {
  /// Takes the rows of the sheet "contexts" as the places of the entries that they name.
  fileprivate mutating func takeContexts(_ rows: [DelimitedRows.Row]) {
    guard let header = rows.first, header.cells.starts(with: ["id", "language", "document", "left", "term", "right"])
    else { return }
    var places: [String: Int] = [:]
    for (k, entry) in glossary.entries.enumerated() { places[entry.id] = k }
    for row in rows.dropFirst() where row.cells.count >= 5 {
      guard let place = places[row.cells[0]], let language = Language(rawValue: row.cells[1]) else { continue }
      glossary.entries[place].contexts[language].append(
        GlossaryContext(
          document: row.cells[2], left: row.cells[3], term: row.cells[4], right: row.cells.count > 5 ? row.cells[5] : ""
        ))
    }
  }
}
