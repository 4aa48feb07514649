/// The contract's JSON, one document a file, indented for people.
///
/// The document's name comes first as `id`; the other members are those that `align --jsonl` answers with.
public struct JSONExporter: Exporter {
  /// The exporter.
  public init() {}

  /// "json".
  public var format: String { "json" }
  /// One file a document in the folder "documents".
  public var layout: ExportLayout { .filePerDocument(folder: "documents", fileExtension: "json") }

  /// A writer of one file; more than one document in it follow each other as separate values.
  public func writer(_ options: ExportOptions) -> any ExportWriter { Writer(options: options) }

  private struct Writer: ExportWriter {
    let options: ExportOptions

    func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) {
      JSONValue.object([.init("id", .string(analysis.name))] + analysis.jsonMembers(options)).writeIndented(to: &output)
    }

    func finish(to output: inout [UInt8]) {}
  }
}
