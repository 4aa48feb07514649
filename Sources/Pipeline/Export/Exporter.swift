public import Lingua

/// A format that results are written in.
///
/// A new format is one file with an exporter, and one line in `ExportFormat.all`.
public protocol Exporter: Sendable {
  /// The name of the format as options spell it: "tmx". Files that belong together share it.
  var format: String { get }
  /// How results are spread over files.
  var layout: ExportLayout { get }
  /// Whether a file of no bytes says "nothing" in it. The default is no: then such a file is not to be made.
  var canBeEmpty: Bool { get }

  /// A writer for one file.
  ///
  /// - Throws: `ExportError` when the format's own templates cannot be read.
  func writer(_ options: ExportOptions) throws(ExportError) -> any ExportWriter
}

/// Writes one file, a document at a time, so that a run of any length needs no more memory than the format asks for.
public protocol ExportWriter: Sendable {
  /// Appends what one document adds to the file.
  ///
  /// - Throws: `ExportError` when the result would not be well formed.
  mutating func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) throws(ExportError)

  /// Appends what ends the file. A file that received no bytes at all by then is not to be made where the format cannot be empty.
  ///
  /// - Throws: `ExportError` when the result would not be well formed.
  mutating func finish(to output: inout [UInt8]) throws(ExportError)
}

/// How the results of a run are spread over files.
public enum ExportLayout: Hashable, Sendable {
  /// One file a document, in a folder, named after the document with this extension.
  case filePerDocument(folder: String, fileExtension: String)
  /// One file with the documents in their order.
  case oneFile(name: String, fileExtension: String)
  /// Files of at most `documents` documents: "report.html", "report-2.html" and so on.
  case parts(name: String, fileExtension: String, documents: Int)

  /// The extension of the files, without the dot.
  public var fileExtension: String {
    switch self {
    case .filePerDocument(_, let fileExtension), .oneFile(_, let fileExtension), .parts(_, let fileExtension, _):
      fileExtension
    }
  }
}

/// Why an export could not be written.
public struct ExportError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// The elements of an XML file do not nest.
    case xml(XMLError)
    /// A template of the report cannot be read; the text says which and where.
    case template(String)
    /// The format holds two languages, this document has three, and no pair was asked for.
    case manyLanguages(document: String)
    /// A file of the format has one pair of languages, and this document has another than those before it.
    case otherPair(document: String, pair: LanguagePair, earlier: LanguagePair)
    /// The format holds two languages, and no pair was asked for.
    case noPair
    /// A text of an entry is longer than a cell of the format holds; the limit is in UTF-16 units.
    case tooLong(entry: String, column: String, limit: Int)
    /// There are more entries than the format has rows.
    case tooManyRows(found: Int, limit: Int)
    /// The system did not let a temporary file be written.
    case file(FileError)
    /// The order of a language cannot be had.
    case collation(ICUError)
    /// The termbase that decisions are kept in cannot be used.
    case termbase(TermbaseError)
    /// The library that writes workbooks failed, with its own number.
    case workbook(code: Int)
  }
  /// The name of the format.
  public var format: String
  /// What went wrong.
  public var reason: Reason

  /// An error of one format.
  public init(format: String, reason: Reason) {
    self.format = format
    self.reason = reason
  }
}

extension Exporter {
  /// No: most formats have a header at least.
  public var canBeEmpty: Bool { false }

  /// The bytes of one file that holds these documents; empty when the format cannot say "nothing".
  ///
  /// - Throws: `ExportError` as the writer does.
  public func bytes(
    of analyses: [DocumentAnalysis], options: ExportOptions = ExportOptions()
  ) throws(ExportError) -> [UInt8] {
    var writer = try writer(options)
    var output: [UInt8] = []
    for analysis in analyses { try writer.write(analysis, to: &output) }
    try writer.finish(to: &output)
    return output
  }
}
