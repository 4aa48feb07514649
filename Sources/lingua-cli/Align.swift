import ArgumentParser
import Lingua
import Pipeline

struct Align: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the abstracts of each language and align them sentence by sentence.",
    discussion: """
      Prints everything known of the documents: sections, sentences, beads, keywords, acronyms. One document gives one
      indented JSON object, several give one object a line.

      EXAMPLES
        lingua-cli align article.txt
        lingua-cli align examples --format tsv
        lingua-cli align article.txt --format html -o article.html
        echo '{"id":1,"sentences":{"kk":["Су таза."],"en":["The water is clean."]}}' | lingua-cli align --jsonl
      """)

  /// The formats of an alignment.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, tsv, tmx, html

    var exporter: any Exporter {
      switch self {
      case .json: JSONExporter()
      case .tsv: SentenceTable()
      case .tmx: TMXExporter()
      case .html: HTMLReport()
      }
    }
  }

  @OptionGroup var inputs: InputOptions
  @Option(name: .shortAndLong, help: "How to print the results. The default is json, or the ending of --output.")
  var format: Format?
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file for the result. The default is standard output.", valueName: "file"))
  var output: String?
  @Flag(help: "Answer JSON Lines on standard input: {\"id\",\"text\"} or {\"id\",\"sentences\":{\"kk\":[…],…}}.")
  var jsonl = false
  @OptionGroup var exports: ExportChoices
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if jsonl { try inputs.refuseWithJSONLines() }
  }

  func run() async throws {
    if jsonl { return try await answerRecords() }
    let format = format ?? output?.fileExtension.flatMap { Format(rawValue: $0) } ?? .json
    try await inputs.export(format.exporter, to: output, options: exports.options, shared: shared)
  }

  private func answerRecords() async throws {
    let prototype = AnalyzerPrototype(try DocumentAnalyzer(lexicons: try shared.lexicons()))
    try await RecordCommand.run(workers: shared.workers, makeWorker: { prototype.worker() }) {
      (worker, record) throws(RecordError) in try Self.answer(record, worker)
    }
  }

  /// Answers one record of the contract: a text to analyse, or sentences that are already split.
  static func answer(_ record: Record, _ worker: AnalysisWorker) throws(RecordError) -> Record {
    try answering {
      if let value = record["sentences"] {
        let beads = try worker.align(try sentences(value))
        return record.answered(dropping: [], with: [.init("beads", .array(beads.map(\.json)))])
      }
      let name = record["id"]?.string ?? ""
      let analysis = try worker.analyze(Document(name: name, text: try record.text("text")))
      return record.answered(dropping: ["text"], with: analysis.jsonMembers)
    }
  }

  /// The lists of a `sentences` field.
  private static func sentences(_ value: JSONValue) throws(RecordError) -> Trilingual<[String]> {
    guard let lists = value.members else {
      throw RecordError(.badField, "\"sentences\" must be an object of lists, by language")
    }
    var sentences = Trilingual<[String]>(repeating: [])
    for list in lists {
      guard let language = Language(rawValue: list.name) else {
        throw RecordError(.badField, "\"sentences\" knows kk, ru and en; \"\(list.name)\" is none of them")
      }
      guard let elements = list.value.array else {
        throw RecordError(.badField, "\"sentences.\(list.name)\" must be a list of strings")
      }
      for element in elements {
        guard let text = element.string else {
          throw RecordError(.badField, "\"sentences.\(list.name)\" must hold strings only")
        }
        sentences[language].append(text)
      }
    }
    return sentences
  }
}
