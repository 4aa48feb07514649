import ArgumentParser
import Lingua
import Pipeline

struct Normalize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Repair text: what typing, scanning and PDF extraction did to it.",
    discussion: """
      Writes UTF-8 and changes nothing but what a repair of the profile names. With --explain each change is written
      as one line {"rule","range","replacement"} to FILE.edits.jsonl beside the output, or instead of the text where
      that would go to standard output. Ranges are UTF-8 offsets of the input, decoded. A folder of results has a
      manifest.jsonl: what became of each input, and how often each rule changed it.

      EXAMPLES
        lingua-cli normalize article.txt -o clean.txt
        lingua-cli normalize archive -o clean --explain
        lingua-cli normalize archive -o clean --report changes.html --resume
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
  @Option(
    help: ArgumentHelp(
      "What the scan profile does with footnotes: drop them from the text, move them to its end, or keep them.",
      valueName: "drop|move|keep"))
  var footnotes = FootnoteHandling.drop.rawValue
  @Flag(help: "Write what was changed, one JSON object a line.") var explain = false
  @Flag(help: "Write what the document shows and which rules of the scan profile may run, instead of its text.")
  var diagnose = false
  @Option(
    help: ArgumentHelp(
      "Write what was changed and how often by rule, with examples, to a file that ends in .html, .json or .tsv.",
      valueName: "file"))
  var report: String?
  @Flag(help: "Read and write JSON Lines.") var jsonl = false
  @OptionGroup var batch: BatchOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if NormalizationProfile(rawValue: profile) == nil {
      let known = NormalizationProfile.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no profile \"\(profile)\"; known: \(known).")
    }
    if profile != NormalizationProfile.scan.rawValue, !without.isEmpty {
      throw ValidationError("--without names rules of the scan profile: add --profile scan.")
    }
    if FootnoteHandling(rawValue: footnotes) == nil {
      let known = FootnoteHandling.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--footnotes takes one of \(known); \"\(footnotes)\" is none of them.")
    }
    if let report {
      _ = try Self.format(of: report)
      if jsonl { throw ValidationError("--jsonl answers record by record; leave --report out.") }
      if diagnose { throw ValidationError("--diagnose changes nothing, so there is nothing to report.") }
    }
    if jsonl, batch.resume { throw ValidationError("--jsonl answers record by record; leave --resume out.") }
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
      return try await runFiles(lexicons) { normalizer.stream(recordingEdits: $0) }
    }
    let normalizer = try ScanNormalizer(
      lexicons: lexicons, without: try disabled(lexicons), footnotes: FootnoteHandling(rawValue: footnotes) ?? .drop)
    if diagnose {
      if jsonl { return try await diagnoseRecords(normalizer) }
      return try await runFiles(lexicons) { _ in DiagnosisFilter(normalizer) }
    }
    if jsonl { return try await runRecords(normalizer) { try $0.normalize($1) } }
    try await runFiles(lexicons) { normalizer.stream(recordingEdits: $0) }
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
    _ lexicons: Lexicons, _ makeFilter: @escaping @Sendable (_ recordingEdits: Bool) -> Filter
  ) async throws {
    let files = try inputs.files(besides: output)
    try files.refuse(output: report)
    let target = try FilterTarget(output, inputs: files, paths: inputs.paths)
    let folder = try batch.folder(
      target.folderPath, command: "normalize",
      options: [
        ("profile", profile), ("without", without.sorted().joined(separator: ",")), ("explain", explain.description),
        ("diagnose", diagnose.description),
      ],
      inputs: inputs, lexicons: lexicons, shared: shared)
    let records = explain || folder != nil || report != nil
    let filters = FilterBatch(
      makeFilter: { makeFilter(records) }, reader: try inputs.reader(lexicons), explain: explain, target: target,
      countsChanges: !diagnose, keepsExamples: report != nil)
    var changes = report.map { _ in ChangeReport(toolVersion: Command.versionNumber) }
    let failures = try await filters.run(files, shared: shared, folder: folder, report: &changes)
    if let report, let changes { try AtomicFile.write(try changes.bytes(try Self.format(of: report)), to: report) }
    if failures > 0 { throw ExitCode(1) }
  }

  /// The format that the ending of a report's name says.
  private static func format(of report: String) throws -> ChangeReport.Format {
    for format in ChangeReport.Format.allCases where report.lowercased().hasSuffix("." + format.rawValue) {
      return format
    }
    let known = ChangeReport.Format.allCases.map { "." + $0.rawValue }.joined(separator: ", ")
    throw ValidationError("the ending of the report \(report) names no format; end it in \(known).")
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
