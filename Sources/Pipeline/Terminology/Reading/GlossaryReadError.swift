/// Why a glossary could not be read, and where.
public struct GlossaryReadError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The bytes could not be had or decoded.
    case document(ReadError)
    /// A file of more than so many bytes, or a part of a workbook that unpacks to more.
    case tooLarge(limit: Int)
    /// XML that cannot be read.
    case markup(MarkupDamage.Reason)
    /// XML of a kind that is not read; the root element, with its type or style where it has one.
    case dialect(String)
    /// A quotation mark that is not closed, or followed by more of the cell.
    case quote
    /// There is nothing in it.
    case empty
    /// A format that is written and not read, by its name.
    case writtenOnly(String)
    /// The header says "source" and "target", and nobody said which languages these are; its cells.
    case sides(cells: [String])
    /// No row names the languages, and nobody said which they are; the cells of the first row.
    case noHeader(cells: [String])
    /// The file has another number of columns than there are languages given for it.
    case columnCount(found: Int, expected: Int)
    /// A line that is no JSON.
    case json(JSONError.Reason)
    /// JSON that is no entry of a glossary.
    case noEntry
    /// A workbook that cannot be read.
    case workbook(WorkbookFault)
  }

  /// What is wrong with a workbook.
  public enum WorkbookFault: Hashable, Sendable {
    /// A workbook of the old kind, or one that asks for a password.
    case oldOrEncrypted
    /// A part of it is encrypted.
    case encrypted(part: String)
    /// It is no archive, or the archive is damaged.
    case damaged(part: String)
    /// An archive without the parts of a workbook, such as a text document.
    case noWorkbook
    /// A sheet with more cells than are taken.
    case tooManyCells(limit: Int)
    /// No sheet has a row that names languages; the names of the sheets.
    case noHeader(sheets: [String])
  }

  /// The file.
  public var path: String
  /// The line, or in a workbook the row, from 1; nil where it is the file as a whole.
  public var line: Int?
  /// The column in bytes, from 1; nil where the line says it all.
  public var column: Int?
  /// What is wrong.
  public var reason: Reason

  /// An error in a file.
  public init(path: String, line: Int? = nil, column: Int? = nil, reason: Reason) {
    self.path = path
    self.line = line
    self.column = column
    self.reason = reason
  }
}
