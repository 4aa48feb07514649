import ArgumentParser
import Lingua
import Pipeline

struct Normalize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Normalise text.")
  @Flag(help: "Read and write JSON Lines.") var jsonl = false
  @Option(help: "The repairs to run.") var profile = "text"
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let normalizer = Normalizer()
    try await RecordCommand.run(workers: shared.workers, makeWorker: { normalizer }) {
      (normalizer, record) throws(RecordError) in
      try answering {
        let result = try normalizer.normalize(try record.text("text"))
        return record.answered(dropping: [], with: [.init("text", .string(result.text))])
      }
    }
  }
}
