import ArgumentParser
import Lingua
import Pipeline

struct Normalize: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Normalise text.")
  @Flag(help: "Read and write JSON Lines.") var jsonl = false
  @Option(help: "The repairs to run.") var profile = "text"

  func run() throws {
    let normalizer = Normalizer()
    let failed = JSONLines.run { fields in
      guard let text = JSONValue.object(fields)["text"]?.string else {
        throw RecordError(code: "missing-field", message: "text")
      }
      let result = try normalizer.normalize(text)
      return fields.map { $0.name == "text" ? .init("text", .string(result.text)) : $0 }
    }
    if failed > 0 { throw ExitCode(1) }
  }
}
