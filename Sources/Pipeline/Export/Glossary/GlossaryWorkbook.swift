internal import CWorkbook
internal import Glibc
internal import Lingua

/// A glossary as a workbook of spreadsheets (XLSX): the sheet "glossary" has a concept a row with the columns of the tables,
/// the sheet "contexts" the places where its terms stand.
///
/// Text is always text, so that nothing runs as a formula. The header stays in view and filters; `status` takes its four
/// values from a list; rows that a reader should look at are coloured. Two exports give the same bytes: without a date,
/// the workbook says that it was made on the first day of 1980, as its archive does.
public struct GlossaryWorkbook: GlossaryExporter {
  /// The exporter.
  public init() {}

  /// "xlsx".
  public var format: String { "xlsx" }
  /// "xlsx".
  public var endings: [String] { ["xlsx"] }

  /// The file.
  ///
  /// - Throws: `ExportError` when a text or the number of entries is more than a sheet holds, or the system's folder for
  ///   temporary files cannot be used.
  public func bytes(of glossary: Glossary, options: GlossaryExportOptions) throws(ExportError) -> [UInt8] {
    let limit = SheetWriter.mostRows - 1
    guard glossary.entries.count <= limit else {
      throw ExportError(format: format, reason: .tooManyRows(found: glossary.entries.count, limit: limit))
    }
    let temporary: TemporaryFile
    do throws(FileError) {
      temporary = try TemporaryFile(beside: Self.temporaryFolder + "/lingua-glossary.xlsx")
    } catch { throw ExportError(format: format, reason: .file(error)) }
    defer { temporary.remove() }
    close(temporary.descriptor)
    let date = options.shared.date?.secondsSince1970 ?? 0
    // The first second that the archive's own format has.
    let writer = try SheetWriter(path: temporary.path, created: date > 0 ? date : 315_532_800)
    try Self.writeEntries(glossary.entries, options, to: writer)
    try Self.writeContexts(glossary.entries, options, to: writer)
    try writer.finish()
    do throws(FileError) { return try Self.content(of: temporary.path) } catch {
      throw ExportError(format: format, reason: .file(error))
    }
  }

  private static func writeEntries(
    _ entries: [GlossaryEntry], _ options: GlossaryExportOptions, to writer: SheetWriter
  ) throws(ExportError) {
    let columns = GlossaryColumn.allCases
    try writer.begin("glossary", columns.map { ($0.rawValue, width(of: $0)) })
    if let status = columns.firstIndex(of: .status) {
      try writer.choices(GlossaryEntry.Status.allCases.map(\.rawValue), column: status, rows: entries.count)
    }
    for entry in entries {
      writer.style = entry.needsReview(options) ? LINGUA_CELL_REVIEW : LINGUA_CELL_PLAIN
      for column in columns {
        let cell = column.cell(of: entry)
        if column.isNumber, let number = Double(cell), number.isFinite {
          try writer.number(number)
        } else {
          try writer.text(cell, entry: entry.id, column: column.rawValue)
        }
      }
      writer.endRow()
    }
    try writer.filter()
  }

  private static func writeContexts(
    _ entries: [GlossaryEntry], _ options: GlossaryExportOptions, to writer: SheetWriter
  ) throws(ExportError) {
    try writer.begin(
      "contexts", [("id", 21), ("language", 9), ("document", 24), ("left", 60), ("term", 28), ("right", 60)])
    for entry in entries {
      for language in Language.allCases {
        for context in entry.contexts[language].prefix(max(0, options.contexts)) where !writer.isFull {
          try writer.text(entry.id, entry: entry.id, column: "id")
          try writer.text(language.tag, entry: entry.id, column: "language")
          try writer.text(context.document, entry: entry.id, column: "document")
          try writer.text(context.left, entry: entry.id, column: "left")
          try writer.text(context.term, entry: entry.id, column: "term")
          try writer.text(context.right, entry: entry.id, column: "right")
          writer.endRow()
        }
      }
    }
    try writer.filter()
  }

  /// In characters; a window shows the terms of three languages side by side.
  private static func width(of column: GlossaryColumn) -> Double {
    switch column {
    case .id: 21
    case .kk, .ru, .en: 34
    case .kkVariants, .ruVariants, .enVariants, .flags, .note, .evidence: 28
    case .kkAcronym, .ruAcronym, .enAcronym, .status, .kinds, .domain: 12
    case .score, .count, .documents: 10
    case .firstSeen, .lastSeen: 20
    }
  }

  private static var temporaryFolder: String {
    guard let folder = getenv("TMPDIR"), folder.pointee != 0 else { return "/tmp" }
    return String(cString: folder)
  }

  private static func content(of path: String) throws(FileError) -> [UInt8] {
    let file = try FileReader(path: path)
    var bytes = [UInt8](repeating: 0, count: file.expectedSize)
    let count = try file.fill(&bytes)
    return Array(bytes[..<count])
  }
}
