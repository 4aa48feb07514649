import ArgumentParser
import Lingua
import Pipeline

struct Normalize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Repair text: line ends, blanks, soft hyphens, invisible and decomposed characters.",
    discussion: """
      Writes UTF-8 and changes nothing but what a repair of the profile names. With --explain each change is written
      as one line {"rule","range","replacement"} to FILE.edits.jsonl beside the output, or instead of the text where
      that would go to standard output. Ranges are UTF-8 offsets of the input, decoded.

      EXAMPLES
        lingua-cli normalize article.txt -o clean.txt
        lingua-cli normalize archive -o clean --explain
        lingua-cli normalize --encoding windows-1251 < old.txt > new.txt
      """)

  @OptionGroup var inputs: InputOptions
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "A file, or for several inputs a folder that mirrors their names. The default is standard output.",
      valueName: "path"))
  var output: String?
  @Option(help: ArgumentHelp("The repairs to run: text, safe on any text.", valueName: "name"))
  var profile = "text"
  @Flag(help: "Write what was changed, one JSON object a line.") var explain = false
  @Flag(help: "Read and write JSON Lines.") var jsonl = false
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if NormalizationProfile(rawValue: profile) == nil {
      let known = NormalizationProfile.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no profile \"\(profile)\"; known: \(known).")
    }
  }

  func run() async throws {
    let normalizer = Normalizer(profile: NormalizationProfile(rawValue: profile) ?? .text)
    if jsonl {
      try inputs.refuseWithJSONLines()
      return try await runRecords(normalizer)
    }
    let files = inputs.files
    let batch = FilterBatch(
      makeFilter: { [explain] in normalizer.stream(recordingEdits: explain) },
      reader: try inputs.reader(try shared.lexicons()), explain: explain,
      target: try FilterTarget(output, inputs: files, paths: inputs.paths))
    if try await batch.run(files, shared: shared) > 0 { throw ExitCode(1) }
  }

  private func runRecords(_ normalizer: Normalizer) async throws {
    let explain = explain
    try await RecordCommand.run(workers: shared.workers, makeWorker: { normalizer }) {
      (normalizer, record) throws(RecordError) in
      try answering {
        let result = try normalizer.normalize(try record.text("text"))
        var members: [JSONValue.Member] = [.init("text", .string(result.text))]
        if explain { members.append(.init("edits", .array(result.edits.map(\.json)))) }
        return record.answered(dropping: [], with: members)
      }
    }
  }
}

extension NormalizationStream: TextFilter {
  mutating func takeEdits() -> [Edit] {
    defer { edits.removeAll(keepingCapacity: true) }
    return edits
  }

  var warnings: [String] { [] }
}
