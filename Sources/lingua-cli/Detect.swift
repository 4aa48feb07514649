import ArgumentParser
import Lingua
import Pipeline

struct Detect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Identify language and script.")
  @Flag(help: "Read and write JSON Lines.") var jsonl = false
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let identifier = LanguageIdentifier()
    try await RecordCommand.run(workers: shared.workers, makeWorker: { identifier }) {
      (identifier, record) throws(RecordError) in
      let text = try record.text("text")
      let languages = record["languages"]?.array.map {
        Set($0.compactMap { $0.string.flatMap { Language(rawValue: $0) } })
      }
      let guess = identifier.identify(text, among: languages)
      return record.answered(
        dropping: ["text"],
        with: [
          .init("language", .string(guess.language.rawValue)), .init("script", .string(guess.script.rawValue)),
          .init("confidence", .decimal(guess.confidence, digits: 4)),
        ])
    }
  }
}
