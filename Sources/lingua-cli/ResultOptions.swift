import ArgumentParser
import Lingua
import Pipeline

/// Options of the commands that analyse documents and print one result.
struct ResultOptions: ParsableArguments {
  @OptionGroup var inputs: InputOptions
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "The file for the result, or, where it is there or ends in /, a folder with a file for each input. The default is standard output.",
      valueName: "path"))
  var output: String?
  @OptionGroup var batch: BatchOptions
  @Flag(help: "Answer JSON Lines on standard input; docs/formats.md has the fields.")
  var jsonl = false
  @OptionGroup var exports: ExportChoices
  @OptionGroup var own: OwnLexicons
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if output == "" { throw ValidationError("--output is empty; name a file, or - for standard output.") }
    if jsonl {
      try inputs.refuseWithJSONLines()
      if output != nil { throw ValidationError("--jsonl answers on standard output; leave --output out.") }
      if batch.resume { throw ValidationError("--jsonl answers record by record; leave --resume out.") }
    }
  }

  /// The format of the result: the one that is asked for, the ending of the output's name, or the default.
  ///
  /// - Throws: `ValidationError` when the ending names no format.
  func format<Format: ResultFormat>(_ asked: Format?, default other: Format) throws -> Format {
    try asked ?? .of(folderPath == nil ? output : nil, default: other)
  }

  /// Analyses the inputs and writes them in one format to one place.
  ///
  /// - Parameters:
  ///   - command: the name of the command.
  ///   - pair: the languages of a format that holds two.
  ///   - choices: what was chosen about alignment, where the command has such options.
  /// - Throws: `ExitCode` 1 when some inputs failed.
  func export(
    _ exporter: any Exporter, command: String, pair: LanguagePair? = nil, _ choices: AlignmentChoices? = nil
  ) async throws {
    if let folderPath {
      return try await export(exporter, into: folderPath, command: command, pair: pair, choices)
    }
    if batch.resume { throw BatchOptions.nothingToResume }
    let files = inputs.files
    try files.refuse(output: output)
    // JSON of several documents is one object a line, which other programs can cut; of one it is for people.
    var result = try ExportResult(
      exporter, exportOptions(pair), path: output, isLines: files.files.count > 1 && exporter.format == "json")
    let failures = try await inputs.analyze(
      files, shared: shared, lexicons: try own.lexicons(shared), choices: choices
    ) { try result.write($0) }
    try result.finish()
    if failures > 0 { throw ExitCode(1) }
  }

  /// Aligns a text that has a file for each language and writes it in one format to one place.
  ///
  /// - Throws: `ExitCode` 1 when a file could not be used.
  func export(
    _ exporter: any Exporter, pair: LanguagePair?, files: SentenceFiles, _ choices: AlignmentChoices
  ) async throws {
    if batch.resume { throw BatchOptions.nothingToResume }
    try refuseResult(output, over: (files.paths.values + [files.anchors]).compactMap(\.self))
    var result = try ExportResult(exporter, exportOptions(pair), path: output, isLines: false)
    let lexicons = try own.lexicons(shared)
    var analyzer = try DocumentAnalyzer(lexicons: lexicons)
    choices.apply(to: &analyzer)
    var reporter = Reporter(total: 1, quiet: shared.quiet)
    guard
      let analysis = try files.analyze(&analyzer, reader: try inputs.reader(lexicons), reporter: &reporter)
    else { throw ExitCode(1) }
    try result.write(analysis)
    try result.finish()
  }

  /// What the exporters are told.
  func exportOptions(_ pair: LanguagePair?) -> ExportOptions {
    var options = exports.options
    options.pair = pair
    return options
  }

  /// Answers records by a worker of each core.
  ///
  /// - Parameter choices: what was chosen about alignment, where the command has such options.
  func answerRecords(
    _ choices: AlignmentChoices? = nil, _ answer: @escaping @Sendable (AnalysisWorker, Record) throws -> Record
  ) async throws {
    var analyzer = try DocumentAnalyzer(lexicons: try own.lexicons(shared))
    choices?.apply(to: &analyzer)
    let prototype = AnalyzerPrototype(analyzer)
    try await RecordCommand.run(workers: shared.workers, makeWorker: { prototype.worker() }) {
      (worker, record) throws(RecordError) in try answering { try answer(worker, record) }
    }
  }
}

extension AnalysisWorker {
  /// Analyses the text of a record.
  func analyze(_ record: Record) throws -> DocumentAnalysis {
    try analyze(Document(name: record["id"]?.string ?? "", text: try record.text("text")))
  }
}
