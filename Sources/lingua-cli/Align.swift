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
        lingua-cli align --jsonl < records.jsonl

      A record is {"id","text"}, or {"id","sentences":{"kk":[…],"ru":[…],"en":[…]}} for sentences that are split.
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

  @Option(name: .shortAndLong, help: "How to print the results. The default is json, or the ending of --output.")
  var format: Format?
  @OptionGroup var options: ResultOptions

  func validate() throws {
    if options.jsonl && format != nil { throw ValidationError("--jsonl has a format of its own; leave --format out.") }
  }

  func run() async throws {
    if options.jsonl { return try await options.answerRecords(Self.answer) }
    try await options.export(try options.format(format, default: .json).exporter)
  }

  /// A text to analyse, or sentences that are already split.
  private static func answer(_ worker: AnalysisWorker, _ record: Record) throws -> Record {
    if let value = record["sentences"] {
      let beads = try worker.align(try sentences(value))
      return record.answered(dropping: [], with: [.init("beads", .array(beads.map(\.json)))])
    }
    return record.answered(dropping: ["text"], with: try worker.analyze(record).jsonMembers)
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
