/// Some bytes of one output file.
public struct OutputPart: Hashable, Sendable {
  /// The file, relative to the output folder, folders separated by "/".
  public var path: String
  /// What comes next in it. The first part of a path begins the file.
  public var bytes: [UInt8]
  /// Whether the file is complete with this part.
  public var isLast: Bool
  /// Whether the file holds one document and nothing of others. The default is no.
  public var isDocument: Bool

  /// A part of a file.
  public init(path: String, bytes: [UInt8], isLast: Bool, isDocument: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isLast = isLast
    self.isDocument = isDocument
  }
}

/// What a run writes into its output folder.
///
///     documents/NAME.json   the contract's members of each document
///     sentences.tsv  keywords.tsv  acronyms.tsv
///     alignment.tmx  glossary.tbx  report.html (report-2.html …)
///
/// Documents are added one by one, in the order in which files shall list them, and each call answers with the bytes
/// that are ready. Only the concepts of the glossary and the current part of the report are held.
public struct RunOutputs: Sendable {
  private struct File: Sendable {
    let exporter: any Exporter
    var writer: any ExportWriter
    var names: OutputNames
    var path: String
    var documents = 0
    var part = 1
    var isBegun = false
  }

  private let options: ExportOptions
  private var files: [File] = []

  /// The outputs of a run in some formats. The default is `ExportFormat.run`.
  ///
  /// - Throws: `ExportError` when a format's own templates cannot be read.
  public init(
    formats: [any Exporter] = ExportFormat.run, options: ExportOptions = ExportOptions()
  ) throws(ExportError) {
    self.options = options
    for exporter in formats {
      files.append(
        File(
          exporter: exporter, writer: try exporter.writer(options),
          names: OutputNames(fileExtension: exporter.layout.fileExtension),
          path: Self.path(exporter.layout, part: 1)))
    }
  }

  /// Adds a document; the answer has the next bytes of every file that it reaches.
  ///
  /// - Throws: `ExportError` when a file would not be well formed.
  public mutating func add(_ analysis: DocumentAnalysis) throws(ExportError) -> [OutputPart] {
    var parts: [OutputPart] = []
    for k in files.indices {
      var bytes: [UInt8] = []
      switch files[k].exporter.layout {
      case .filePerDocument(let folder, _):
        var writer = try files[k].exporter.writer(options)
        try writer.write(analysis, to: &bytes)
        try writer.finish(to: &bytes)
        let path = folder + "/" + files[k].names.path(for: analysis.name)
        parts.append(OutputPart(path: path, bytes: bytes, isLast: true, isDocument: true))
      case .oneFile:
        try files[k].writer.write(analysis, to: &bytes)
        append(bytes, of: k, isLast: false, to: &parts)
      case .parts(_, _, let most):
        if files[k].documents >= max(1, most) {
          try files[k].writer.finish(to: &bytes)
          append(bytes, of: k, isLast: true, to: &parts)
          bytes = []
          files[k].part += 1
          files[k].documents = 0
          files[k].isBegun = false
          files[k].path = Self.path(files[k].exporter.layout, part: files[k].part)
          files[k].writer = try files[k].exporter.writer(options)
        }
        try files[k].writer.write(analysis, to: &bytes)
        append(bytes, of: k, isLast: false, to: &parts)
      }
      files[k].documents += 1
    }
    return parts
  }

  /// Ends all files; nothing can be added after it.
  ///
  /// - Throws: `ExportError` when a file would not be well formed.
  public mutating func finish() throws(ExportError) -> [OutputPart] {
    var parts: [OutputPart] = []
    for k in files.indices {
      if case .filePerDocument = files[k].exporter.layout { continue }
      var bytes: [UInt8] = []
      try files[k].writer.finish(to: &bytes)
      append(bytes, of: k, isLast: true, to: &parts)
    }
    files = []
    return parts
  }

  /// All files of a run that fits in memory, in the order in which they are begun.
  ///
  /// - Throws: `ExportError` when a file would not be well formed.
  public static func files(
    for analyses: [DocumentAnalysis], formats: [any Exporter] = ExportFormat.run,
    options: ExportOptions = ExportOptions()
  ) throws(ExportError) -> [(path: String, bytes: [UInt8])] {
    var outputs = try RunOutputs(formats: formats, options: options)
    var result: [(path: String, bytes: [UInt8])] = []
    var positions: [String: Int] = [:]
    func take(_ parts: [OutputPart]) {
      for part in parts {
        if let position = positions[part.path] {
          result[position].bytes += part.bytes
        } else {
          positions[part.path] = result.count
          result.append((part.path, part.bytes))
        }
      }
    }
    for analysis in analyses { take(try outputs.add(analysis)) }
    take(try outputs.finish())
    return result
  }

  /// A file that received no bytes is not made, and a part without bytes says nothing unless it ends a file.
  private mutating func append(_ bytes: [UInt8], of k: Int, isLast: Bool, to parts: inout [OutputPart]) {
    if bytes.isEmpty && !(isLast && files[k].isBegun) { return }
    files[k].isBegun = true
    parts.append(OutputPart(path: files[k].path, bytes: bytes, isLast: isLast))
  }

  private static func path(_ layout: ExportLayout, part: Int) -> String {
    switch layout {
    case .filePerDocument(let folder, _): folder
    case .oneFile(let name, let fileExtension): "\(name).\(fileExtension)"
    case .parts(let name, let fileExtension, _):
      part == 1 ? "\(name).\(fileExtension)" : "\(name)-\(part).\(fileExtension)"
    }
  }
}
