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
  enum Format: String, ResultFormat {
    case tsv, tbx, json

    var exporter: any Exporter {
      switch self {
      case .tsv: GlossaryTable()
      case .tbx: TBXExporter()
      case .json: GlossaryJSON()
      }
    }
  }

  @Option(name: .shortAndLong, help: "How to print the glossary. The default is tsv, or the ending of --output.")
  var format: Format?
  @OptionGroup var options: ResultOptions

  func validate() throws {
    if options.jsonl && format != nil { throw ValidationError("--jsonl has a format of its own; leave --format out.") }
  }

  func run() async throws {
    if options.jsonl {
      return try await options.answerRecords { worker, record in
        record.answered(dropping: ["text"], with: try worker.analyze(record).glossaryMembers)
      }
    }
    try await options.export(try options.format(format, default: .tsv).exporter, command: "glossary")
  }
}
