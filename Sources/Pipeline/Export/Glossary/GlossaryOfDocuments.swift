/// Writes one glossary of all documents of a run: observes each as it comes, and builds at the end.
public struct GlossaryOfDocuments: Exporter {
  private let builder: GlossaryBuilder
  private let exporter: any GlossaryExporter
  private let settle: @Sendable (Glossary) throws(ExportError) -> Glossary
  private let choices: GlossaryExportOptions

  /// An exporter.
  ///
  /// - Parameters:
  ///   - exporter: the format of the glossary.
  ///   - builder: what makes it.
  ///   - options: what a user chose about the export; what all exports share comes with the writer.
  ///   - settle: what is done to the glossary before it is written, for one in which decisions count.
  public init(
    _ exporter: any GlossaryExporter, builder: GlossaryBuilder,
    options: GlossaryExportOptions = GlossaryExportOptions(),
    settle: @escaping @Sendable (Glossary) throws(ExportError) -> Glossary = { $0 }
  ) {
    self.exporter = exporter
    self.builder = builder
    self.settle = settle
    choices = options
  }

  /// The name of the glossary's format.
  public var format: String { exporter.format }
  /// The file "glossary" with the format's usual ending.
  public var layout: ExportLayout {
    .oneFile(name: "glossary", fileExtension: exporter.endings.first ?? exporter.format)
  }

  /// As the glossary's format.
  public var canBeEmpty: Bool { exporter.canBeEmpty }

  /// A writer of one file. It holds what the documents say until the end.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    var choices = choices
    choices.shared = options
    return Writer(builder: builder, exporter: exporter, settle: settle, options: choices)
  }

  private struct Writer: ExportWriter {
    let builder: GlossaryBuilder
    let exporter: any GlossaryExporter
    let settle: @Sendable (Glossary) throws(ExportError) -> Glossary
    let options: GlossaryExportOptions
    var observations: [DocumentObservations] = []
    /// Documents that wait to be observed together.
    var waiting: [DocumentAnalysis] = []
    /// How many are: enough for all cores to work, and for words to come again.
    private static let together = 256

    mutating func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) {
      waiting.append(analysis)
      if waiting.count == Self.together { observe() }
    }

    private mutating func observe() {
      observations += builder.observe(waiting)
      waiting.removeAll(keepingCapacity: true)
    }

    mutating func finish(to output: inout [UInt8]) throws(ExportError) {
      observe()
      let glossary = try settle(builder.glossary(of: observations))
      output += try exporter.file(of: glossary, options: options)
    }
  }
}
