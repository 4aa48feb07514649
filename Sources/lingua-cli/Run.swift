import ArgumentParser
import Lingua
import Pipeline

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The whole line over files and folders, into one output folder.",
    discussion: """
      Writes report.html (to read and review), alignment.tmx and sentences.tsv (the aligned sentences), glossary.tbx,
      keywords.tsv and acronyms.tsv (the glossary), documents/NAME.json (everything known of one document), and
      manifest.jsonl (what became of each input; timings.jsonl says how long it took).

      EXAMPLES
        lingua-cli run examples -o out
        lingua-cli run archive --adapt -o out
        lingua-cli run archive -o out --resume
      """)

  @OptionGroup var inputs: InputOptions
  @Option(
    name: [.short, .customLong("output")], help: ArgumentHelp("The folder for the results.", valueName: "folder"))
  var output: String
  @OptionGroup var choices: AlignmentChoices
  @OptionGroup var exports: ExportChoices
  @OptionGroup var batch: BatchOptions
  @Flag(help: "Remove documents that an earlier run wrote into the folder and this one does not.") var prune = false
  @OptionGroup var own: OwnLexicons
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if output.isEmpty || output == "-" {
      throw ValidationError("--output needs a folder; \"\(output)\" is none.")
    }
    if choices.adapt { try inputs.refuseStreams() }
  }

  /// A document that was analysed, now or by an earlier run.
  private enum Outcome: Sendable {
    case fresh(DocumentAnalysis)
    case kept(RunFolder.Kept)
  }

  func run() async throws {
    let lexicons = try own.lexicons(shared)
    let files = try inputs.files(besides: output)
    let path = output.hasSuffix("/") && output != "/" ? String(output.dropLast()) : output
    let options = exports.fingerprint + choices.fingerprint(files)
    guard
      let folder = try batch.folder(
        path, command: "run", options: options, inputs: inputs, lexicons: lexicons, shared: shared)
    else { return }
    let exports = exports.options
    var results = try RunFolder(path: path, options: exports, builder: try GlossaryBuilder(lexicons: lexicons))
    let prototype = try await inputs.analyzer(for: files, shared: shared, lexicons: lexicons, choices: choices)
    var done = 0
    let failures = try await DocumentBatch(files, options: inputs, shared: shared, lexicons: lexicons).run(
      into: folder, makeWorker: { prototype.worker() },
      keep: { _, _, entry in RunFolder.Kept(entry, in: path).map(Outcome.kept) },
      work: { worker, _, document in
        let analysis = try worker.analyze(document)
        return InputBatch.Result(
          output: .fresh(analysis), warnings: Prose.warnings(document, analysis),
          figures: analysis.figures(exports))
      },
      deliver: { outcome in
        done += 1
        return switch outcome {
        case .fresh(let analysis): try results.add(analysis)
        case .kept(let kept): try results.add(kept)
        }
      })
    // Where nothing could be done, an earlier result stays as it is.
    if done == 0 { throw ExitCode(1) }
    try results.finish()
    try settleLeftovers(folder)
    try folder.finish()
    if failures > 0 { throw ExitCode(1) }
  }

  /// Removes, or speaks of, documents of an earlier run that this one did not make.
  private func settleLeftovers(_ folder: BatchFolder) throws {
    let leftovers = try folder.leftovers()
    if leftovers.isEmpty { return }
    let count = leftovers.count == 1 ? "1 document" : "\(leftovers.count) documents"
    if prune { try BatchFolder.remove(leftovers) }
    if shared.quiet { return }
    Reporter.say(
      prune
        ? "lingua-cli: removed \(count) of an earlier run"
        : "lingua-cli: \(output) still has \(count) of an earlier run; --prune removes them".printable)
  }
}
