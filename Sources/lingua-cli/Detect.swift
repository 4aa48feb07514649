import ArgumentParser
import Lingua
import Pipeline

struct Detect: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Identify language and script.")
  @Flag(help: "Read and write JSON Lines.") var jsonl = false

  func run() throws {
    let identifier = LanguageIdentifier()
    let failed = JSONLines.run { fields in
      let record = JSONValue.object(fields)
      guard let text = record["text"]?.string else {
        throw RecordError(code: "missing-field", message: "text")
      }
      let languages = record["languages"]?.array.map { Set($0.compactMap { $0.string.flatMap(Language.init) }) }
      let guess = identifier.identify(text, among: languages)
      return fields.filter { $0.name != "text" } + [
        .init("language", .string(guess.language.rawValue)), .init("script", .string(guess.script.rawValue)),
        .init("confidence", .decimal(guess.confidence, digits: 4)),
      ]
    }
    if failed > 0 { throw ExitCode(1) }
  }
}
