import ArgumentParser
import Lingua
import Pipeline

struct Glossary: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Pair the keywords and link the acronyms of each document.",
    discussion: """
      Prints one row a concept: the term or acronym in each language, expansions, how it was found, and why a reader
      should look where something is doubtful.

      EXAMPLES
        lingua-cli glossary examples
        lingua-cli glossary examples -o terms.tbx
      """)

  /// The formats of a glossary.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case tsv, tbx, json

    var exporter: any Exporter {
      switch self {
      case .tsv: GlossaryTable()
      case .tbx: TBXExporter()
      case .json: GlossaryJSON()
      }
    }
  }

  @OptionGroup var inputs: InputOptions
  @Option(name: .shortAndLong, help: "How to print the glossary. The default is tsv, or the ending of --output.")
  var format: Format?
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file for the result. The default is standard output.", valueName: "file"))
  var output: String?
  @Flag(help: "Answer JSON Lines on standard input: {\"id\",\"text\"} with \"keywords\" and \"acronyms\".")
  var jsonl = false
  @OptionGroup var exports: ExportChoices
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if jsonl { try inputs.refuseWithJSONLines() }
  }

  func run() async throws {
    if jsonl { return try await answerRecords() }
    let format = format ?? output?.fileExtension.flatMap { Format(rawValue: $0) } ?? .tsv
    try await inputs.export(format.exporter, to: output, options: exports.options, shared: shared)
  }

  private func answerRecords() async throws {
    let prototype = AnalyzerPrototype(try DocumentAnalyzer(lexicons: try shared.lexicons()))
    try await RecordCommand.run(workers: shared.workers, makeWorker: { prototype.worker() }) {
      (worker, record) throws(RecordError) in
      try answering {
        let name = record["id"]?.string ?? ""
        let analysis = try worker.analyze(Document(name: name, text: try record.text("text")))
        return record.answered(dropping: ["text"], with: analysis.glossaryMembers)
      }
    }
  }
}
