import ArgumentParser
import Lingua
import Pipeline

struct Align: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Align abstracts sentence by sentence.")
  @Flag(help: "Read and write JSON Lines.") var jsonl = false

  func run() throws {
    var analyzer = try DocumentAnalyzer()
    let failed = JSONLines.run { fields in
      let record = JSONValue.object(fields)
      if let lists = record["sentences"]?.members {
        var sentences = Trilingual<[String]>(repeating: [])
        for list in lists {
          if let language = Language(rawValue: list.name) {
            sentences[language] = list.value.array?.compactMap(\.string) ?? []
          }
        }
        let beads = analyzer.align(sentences)
        return fields.filter { $0.name != "beads" } + [.init("beads", .array(beads.map(\.json)))]
      }
      guard let text = record["text"]?.string else {
        throw RecordError(code: "missing-field", message: "text or sentences")
      }
      let analysis = try analyzer.analyze(Document(name: record["id"]?.string ?? "", text: text))
      return fields.filter { $0.name != "text" } + analysis.jsonMembers
    }
    if failed > 0 { throw ExitCode(1) }
  }
}
