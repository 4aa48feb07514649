/// Checks lexicon files: their columns and cells, letters of the wrong script, what stands there twice.
///
/// One check sees all files of a set, so that it also finds what two of them have in common.
public struct LexiconCheck: Sendable {
  private var concepts: [String: LexiconFinding.Place] = [:]

  /// A check that has seen no file yet.
  public init() {}

  /// What is wrong in a file, in the order of its lines.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: its path or name, as the findings shall name it; a name of the project's lexicons tells the columns.
  ///   - isConcepts: whether it must be a table of concepts, whatever its name. The default is no.
  /// - Throws: `ICUError` when ICU cannot load its data.
  public mutating func findings(
    in bytes: [UInt8], file: String, isConcepts: Bool = false
  ) throws(ICUError) -> [LexiconFinding] {
    var table = Table(file: file, isConcepts: isConcepts)
    var start = bytes.starts(with: Self.mark) ? Self.mark.count : 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let content = bytes[start..<end].last == 0x0D ? bytes[start..<end - 1] : bytes[start..<end]
      start = end + 1
      if content.first == UInt8(ascii: "#") { continue }
      guard let text = String(validating: content, as: UTF8.self) else {
        let valid = String(decoding: content, as: UTF8.self).unicodeScalars.firstIndex(of: "\u{FFFD}")
        let before = valid.map { String(decoding: content, as: UTF8.self).unicodeScalars[..<$0].count } ?? 0
        table.report(.notUTF8, line: line, column: before + 1)
        continue
      }
      let row = LexiconRow(text, line: line)
      if row.isBlank { continue }
      try table.read(row, concepts: &concepts)
    }
    if table.header == nil { table.report(.noHeader, line: max(1, line), column: 1) }
    return table.findings
  }

  /// The byte order mark that some editors put first.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}

/// One line of a table, cut into cells.
struct LexiconRow {
  /// A cell and where it begins.
  struct Cell {
    var text: [Unicode.Scalar]
    /// Its first character in the line, counted from 1.
    var column: Int

    /// The cell's text without blanks at its ends.
    var value: String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text)
      return String(view).trimmingBlanks()
    }
  }

  var line: Int
  var cells: [Cell] = []

  init(_ text: String, line: Int) {
    self.line = line
    var cell = Cell(text: [], column: 1)
    var column = 1
    for scalar in text.unicodeScalars {
      column += 1
      if scalar == "\t" {
        cells.append(cell)
        cell = Cell(text: [], column: column)
      } else {
        cell.text.append(scalar)
      }
    }
    cells.append(cell)
  }

  /// Whether there is nothing but blanks.
  var isBlank: Bool { cells.allSatisfy { $0.text.allSatisfy { $0 == " " } } }
}

/// One file as the check reads it.
private struct Table {
  let file: String
  var header: [String]?
  var findings: [LexiconFinding] = []
  private var schema: LexiconSchema?
  private var rows: [String: Int] = [:]

  private let isConcepts: Bool

  init(file: String, isConcepts: Bool) {
    self.file = file
    self.isConcepts = isConcepts
  }

  mutating func report(_ problem: LexiconFinding.Problem, line: Int, column: Int, name: String? = nil) {
    findings.append(
      LexiconFinding(
        place: .init(file: file, line: line), column: column, columnName: name, problem: problem))
  }

  mutating func read(
    _ row: LexiconRow, concepts: inout [String: LexiconFinding.Place]
  ) throws(ICUError) {
    guard let header else { return readHeader(row) }
    guard row.cells.count == header.count else {
      let last = row.cells.count < header.count ? row.cells.last : row.cells[header.count]
      report(.cellCount(found: row.cells.count, expected: header.count), line: row.line, column: last?.column ?? 1)
      return
    }
    var rowLanguage: Language?
    var english: Set<String> = []
    var kazakh: Set<String> = []
    // What an acronym stands for is a name as often as not.
    var isName = header.contains("kk_expansion")
    for (name, cell) in zip(header, row.cells) {
      if name == "language" { rowLanguage = Language(rawValue: cell.value) }
      if name == "pos" && cell.value == "name" { isName = true }
      if schema?.column(name)?.text == .language(.en) { english.formUnion(CellCheck.foldedWords(cell.text)) }
      if schema?.column(name)?.text == .language(.kk) { kazakh.formUnion(CellCheck.foldedWords(cell.text)) }
    }
    for (name, cell) in zip(header, row.cells) {
      let column = schema?.column(name)
      let language: Language? =
        switch column?.text {
        case .language(let language): language
        case .rowLanguage: rowLanguage
        default: nil
        }
      let check = CellCheck(
        language: language, hasVariants: column?.hasVariants ?? false, englishWords: english,
        kazakhNames: isName ? kazakh : [], takesAnyScript: column?.takesAnyScript ?? false)
      for finding in try check.findings(in: cell.text) {
        report(finding.problem, line: row.line, column: cell.column + finding.offset, name: name)
      }
      guard let column else { continue }
      let value = cell.value
      if value.isEmpty {
        if !column.mayBeEmpty { report(.emptyCell, line: row.line, column: cell.column, name: name) }
      } else if let values = column.values, !values.contains(value) {
        report(.badValue(value, expected: values), line: row.line, column: cell.column, name: name)
      }
    }
    try findRepeated(row, header, &concepts)
  }

  private mutating func readHeader(_ row: LexiconRow) {
    let names = row.cells.map(\.value)
    header = names
    schema = isConcepts ? LexiconSchema.concepts : LexiconSchema.schema(path: file, header: names)
    for (k, name) in names.enumerated() {
      let column = row.cells[k].column
      if names[..<k].contains(name) { report(.repeatedColumn(name), line: row.line, column: column, name: name) }
      guard let schema, schema.column(name) == nil, name != "note" else { continue }
      let missing = schema.columns.map(\.name).filter { !names.contains($0) }
      let near = Spelling.nearest(name, among: missing)
      report(.unknownColumn(name, near: near), line: row.line, column: column, name: name)
    }
    for column in schema?.columns ?? [] where !column.isOptional && !names.contains(column.name) {
      report(.missingColumn(column.name), line: row.line, column: 1)
    }
  }

  private mutating func findRepeated(
    _ row: LexiconRow, _ header: [String], _ concepts: inout [String: LexiconFinding.Place]
  ) throws(ICUError) {
    let values = row.cells.map(\.value)
    let whole = values.joined(separator: "\t")
    if let line = rows[whole] {
      report(.repeatedRow(.init(file: file, line: line)), line: row.line, column: 1)
      return
    }
    rows[whole] = row.line
    guard schema?.isConcepts == true else { return }
    let words = Language.allCases.compactMap { header.firstIndex(of: $0.tag) }.map { values[$0] }
    guard words.count == Language.allCases.count else { return }
    let key = try normalize(words.joined(separator: "\t"), to: .nfkcCaseFold)
    if let place = concepts[key] {
      report(.repeatedConcept(place), line: row.line, column: 1)
    } else {
      concepts[key] = .init(file: file, line: row.line)
    }
  }
}
