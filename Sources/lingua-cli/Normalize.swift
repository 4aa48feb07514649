import ArgumentParser
import Lingua
import Pipeline

struct Normalize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Repair text: what typing, scanning and PDF extraction did to it.",
    discussion: """
      Writes UTF-8 and changes nothing but what a repair of the profile names. With --explain each change is written
      as one line {"rule","range","replacement"} to FILE.edits.jsonl beside the output, or instead of the text where
      that would go to standard output. Ranges are UTF-8 offsets of the input, decoded.

      EXAMPLES
        lingua-cli normalize article.txt -o clean.txt
        lingua-cli normalize archive -o clean --explain
        lingua-cli normalize --profile scan pages -o repaired
        lingua-cli normalize --profile scan --without lost-letter page.txt
        lingua-cli normalize --encoding windows-1251 < old.txt > new.txt
      """)

  @OptionGroup var inputs: InputOptions
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "A file, or for several inputs a folder that mirrors their names. The default is standard output.",
      valueName: "path"))
  var output: String?
  @Option(
    help: ArgumentHelp(
      "What the text has been through: text, anything; scan, optical character recognition or PDF extraction.",
      valueName: "name"))
  var profile = "text"
  @Option(
    help: ArgumentHelp(
      "A rule of the scan profile that shall not run. May be given several times; --diagnose names them.",
      valueName: "rule"))
  var without: [String] = []
  @Flag(help: "Write what was changed, one JSON object a line.") var explain = false
  @Flag(help: "Write what the document shows and which rules of the scan profile may run, instead of its text.")
  var diagnose = false
  @Flag(help: "Read and write JSON Lines.") var jsonl = false
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if NormalizationProfile(rawValue: profile) == nil {
      let known = NormalizationProfile.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no profile \"\(profile)\"; known: \(known).")
    }
    if profile != NormalizationProfile.scan.rawValue, !without.isEmpty {
      throw ValidationError("--without names rules of the scan profile: add --profile scan.")
    }
    if diagnose, explain {
      throw ValidationError("--diagnose changes nothing, so there is nothing to explain: leave one of them out.")
    }
  }

  func run() async throws {
    if jsonl { try inputs.refuseWithJSONLines() }
    let lexicons = try shared.lexicons()
    if !diagnose, profile == NormalizationProfile.text.rawValue {
      let normalizer = Normalizer()
      if jsonl { return try await runRecords(normalizer) { try $0.normalize($1) } }
      return try await runFiles(lexicons) { [explain] in normalizer.stream(recordingEdits: explain) }
    }
    let normalizer = try ScanNormalizer(lexicons: lexicons, without: try disabled(lexicons))
    if diagnose {
      if jsonl { return try await diagnoseRecords(normalizer) }
      return try await runFiles(lexicons) { DiagnosisFilter(normalizer) }
    }
    if jsonl { return try await runRecords(normalizer) { try $0.normalize($1) } }
    try await runFiles(lexicons) { [explain] in normalizer.stream(recordingEdits: explain) }
  }

  /// The rules of `--without`.
  private func disabled(_ lexicons: Lexicons) throws -> Set<EditRule> {
    if without.isEmpty { return [] }
    let known = try ScanNormalizer(lexicons: lexicons).rules.map(\.rawValue)
    for name in without where !known.contains(name) {
      let near = Spelling.nearest(name, among: known).map { "; did you mean \"\($0)\"?" } ?? "."
      throw ValidationError("there is no rule \"\(name)\"\(near) Known: \(known.joined(separator: ", ")).")
    }
    return Set(without.map(EditRule.init(rawValue:)))
  }

  private func runFiles<Filter: TextFilter>(
    _ lexicons: Lexicons, _ makeFilter: @escaping @Sendable () -> Filter
  ) async throws {
    let files = inputs.files
    let batch = FilterBatch(
      makeFilter: makeFilter, reader: try inputs.reader(lexicons), explain: explain,
      target: try FilterTarget(output, inputs: files, paths: inputs.paths))
    if try await batch.run(files, shared: shared) > 0 { throw ExitCode(1) }
  }

  private func runRecords<Stage: Sendable>(
    _ stage: Stage, _ normalize: @escaping @Sendable (Stage, String) throws -> NormalizedText
  ) async throws {
    let explain = explain
    try await RecordCommand.run(workers: shared.workers, makeWorker: { stage }) {
      (stage, record) throws(RecordError) in
      try answering {
        let result = try normalize(stage, try record.text("text"))
        var members: [JSONValue.Member] = [.init("text", .string(result.text))]
        if explain { members.append(.init("edits", .array(result.edits.map(\.json)))) }
        return record.answered(dropping: [], with: members)
      }
    }
  }

  private func diagnoseRecords(_ normalizer: ScanNormalizer) async throws {
    try await RecordCommand.run(workers: shared.workers, makeWorker: { normalizer }) {
      (normalizer, record) throws(RecordError) in
      try answering {
        let diagnosis = try normalizer.diagnosis(of: try record.text("text"))
        return record.answered(
          dropping: ["text"], with: diagnosis.json(rules: normalizer.rules(for: diagnosis)))
      }
    }
  }
}
