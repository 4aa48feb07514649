import ArgumentParser
import Lingua
import Pipeline

struct Segment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Split text into sentences.")
  @Flag(help: "Read and write JSON Lines.") var jsonl = false
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let identifier = LanguageIdentifier()
    try await RecordCommand.run(workers: shared.workers, makeWorker: { identifier }) {
      (identifier, record) throws(RecordError) in
      let text = try record.text("text")
      let language =
        record["language"]?.string.flatMap { Language(rawValue: $0) }
        ?? identifier.identify(text).language.language ?? .en
      return try answering {
        var segmenter = try SentenceSegmenter(language: language)
        let ranges = try segmenter.sentences(of: text)
        let bytes = Array(text.utf8)
        return record.answered(
          dropping: ["text"],
          with: [
            .init("sentences", .array(ranges.map { .string(String(decoding: bytes[$0], as: UTF8.self)) })),
            .init("ranges", .array(ranges.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })),
          ])
      }
    }
  }
}
