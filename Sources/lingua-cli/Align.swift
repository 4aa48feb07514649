import ArgumentParser
import Lingua
import Pipeline

struct Align: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Align abstracts sentence by sentence.")
  @Flag(help: "Read and write JSON Lines.") var jsonl = false
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let prototype = AnalyzerPrototype(try DocumentAnalyzer())
    try await RecordCommand.run(workers: shared.workers, makeWorker: { prototype.worker() }) {
      (worker, record) throws(RecordError) in try Self.answer(record, worker)
    }
  }

  /// Answers one record of the contract: a text to analyse, or sentences that are already split.
  static func answer(_ record: Record, _ worker: AnalysisWorker) throws(RecordError) -> Record {
    try answering {
      if let value = record["sentences"] {
        let beads = try worker.align(try Self.sentences(value))
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
