/// What a run writes below its folder: a file a document, and the files that hold all documents.
public struct RunFolder {
  /// A document that an earlier run wrote.
  public struct Kept: Sendable {
    /// The file that it wrote.
    public var output: ManifestEntry.Output
    /// What the file holds.
    public var bytes: [UInt8]
    /// The document that the file tells of.
    public var analysis: DocumentAnalysis

    /// Reads the file of a document of an earlier run.
    ///
    /// - Parameters:
    ///   - entry: what the manifest says of the document.
    ///   - folder: the folder of the results.
    /// - Returns: nil where it is not there or not what the entry says.
    public init?(_ entry: ManifestEntry, in folder: String) {
      guard entry.outputs.count == 1, let output = entry.outputs.first,
        let bytes = try? LexiconFolder.bytes(of: FolderWalk.path(folder, output.path)),
        FileDigest.of(bytes) == output.digest, let json = try? JSONValue(parsing: bytes),
        let analysis = DocumentAnalysis(json: json)
      else { return nil }
      self.output = output
      self.bytes = bytes
      self.analysis = analysis
    }
  }

  private var outputs: RunOutputs
  private let folder: OutputFolder
  private let path: String

  /// A run into a folder.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - options: what a user chose about exports.
  ///   - builder: what makes the glossary of all documents.
  /// - Throws: `ExportError` when a format's own templates cannot be read.
  public init(path: String, options: ExportOptions, builder: GlossaryBuilder) throws(ExportError) {
    outputs = try RunOutputs(formats: ExportFormat.run(builder), options: options)
    folder = OutputFolder(path: path)
    self.path = path
  }

  /// Writes what a document adds.
  ///
  /// - Returns: the file that is the document's own.
  /// - Throws: `ExportError` or `FileError`.
  public mutating func add(_ analysis: DocumentAnalysis) throws -> [ManifestEntry.Output] {
    try folder.write(try outputs.add(analysis)).filter(\.isDocument).map(\.output)
  }

  /// Writes what a document of an earlier run adds; its own file is written only where it has another name now.
  ///
  /// - Returns: the file that is the document's own.
  /// - Throws: `ExportError` or `FileError`.
  public mutating func add(_ kept: Kept) throws -> [ManifestEntry.Output] {
    var parts = try outputs.add(kept.analysis)
    var own: [ManifestEntry.Output] = []
    for k in parts.indices where parts[k].isDocument {
      parts[k].bytes = kept.bytes
      own.append(ManifestEntry.Output(path: parts[k].path, digest: kept.output.digest))
    }
    parts.removeAll { $0.isDocument && $0.path == kept.output.path }
    try folder.write(parts)
    return own
  }

  /// Ends the files that hold all documents.
  ///
  /// - Throws: `ExportError` or `FileError`.
  public mutating func finish() throws { try folder.write(try outputs.finish()) }
}
