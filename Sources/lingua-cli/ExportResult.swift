import ArgumentParser
import Lingua
import Pipeline

/// A result in one format that grows document by document.
struct ExportResult: ~Copyable {
  private let exporter: any Exporter
  private let path: String?
  /// Whether a document's JSON is one line.
  private let isLines: Bool
  private var writer: any ExportWriter
  private var file: ResultFile
  private var documents = 0
  private var isEmpty = true

  /// A result at `path`; standard output where it is nil or "-".
  init(_ exporter: any Exporter, _ options: ExportOptions, path: String?, isLines: Bool) throws {
    // All that can fail comes first: a noncopyable value cannot be left half made.
    let writer = try exporter.writer(options)
    let file = try ResultFile(path: path)
    self.exporter = exporter
    self.path = path
    self.isLines = isLines
    self.writer = writer
    self.file = file
  }

  /// Writes what a document adds.
  mutating func write(_ analysis: DocumentAnalysis) throws {
    documents += 1
    var bytes: [UInt8] = []
    try writer.write(analysis, to: &bytes)
    if isLines { bytes = try JSONValue(parsing: bytes).line }
    try put(bytes)
  }

  /// Ends the result.
  ///
  /// - Throws: `ExitCode` 1 where no document could be done: an earlier result stays as it is.
  consuming func finish() throws {
    if documents == 0 { throw ExitCode(1) }
    var rest: [UInt8] = []
    try writer.finish(to: &rest)
    try put(rest)
    if isEmpty && !exporter.canBeEmpty { return Reporter.sayNothing(in: exporter.format, path: path) }
    try file.finish()
  }

  private mutating func put(_ bytes: [UInt8]) throws {
    if !bytes.isEmpty { isEmpty = false }
    try file.write(bytes)
  }
}

extension JSONValue {
  /// The value on one line, line feed included.
  fileprivate var line: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output + [0x0A]
  }
}
