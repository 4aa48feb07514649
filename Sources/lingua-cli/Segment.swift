import ArgumentParser
import Lingua
import Pipeline

struct Segment: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Split text into sentences.")
  @Flag(help: "Read and write JSON Lines.") var jsonl = false

  func run() throws {
    let identifier = LanguageIdentifier()
    var kazakh = try SentenceSegmenter(language: .kk)
    var russian = try SentenceSegmenter(language: .ru)
    var english = try SentenceSegmenter(language: .en)
    let failed = JSONLines.run { fields in
      let record = JSONValue.object(fields)
      guard let text = record["text"]?.string else {
        throw RecordError(code: "missing-field", message: "text")
      }
      let language = record["language"]?.string.flatMap(Language.init) ?? identifier.identify(text).language.language
      let ranges =
        switch language {
        case .kk: try kazakh.sentences(of: text)
        case .ru: try russian.sentences(of: text)
        default: try english.sentences(of: text)
        }
      let bytes = Array(text.utf8)
      return fields.filter { $0.name != "text" } + [
        .init("sentences", .array(ranges.map { .string(String(decoding: bytes[$0], as: UTF8.self)) })),
        .init("ranges", .array(ranges.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })),
      ]
    }
    if failed > 0 { throw ExitCode(1) }
  }
}
