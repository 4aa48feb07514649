/// Writes the partial glossary of a run, to be united with others.
public struct PartialGlossaryExport: Exporter {
  private let builder: GlossaryBuilder

  /// The exporter, with what observes documents.
  public init(builder: GlossaryBuilder) { self.builder = builder }

  /// "partial".
  public var format: String { "partial" }
  /// The file "glossary.partial.jsonl".
  public var layout: ExportLayout { .oneFile(name: "glossary", fileExtension: "partial.jsonl") }

  /// A writer of one file; it holds the documents until the end.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    Writer(partial: PartialGlossary(builder: builder, keepsLines: true))
  }

  private struct Writer: ExportWriter {
    var partial: PartialGlossary

    mutating func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) { partial.add(analysis) }

    func finish(to output: inout [UInt8]) { output += partial.bytes() }
  }
}
