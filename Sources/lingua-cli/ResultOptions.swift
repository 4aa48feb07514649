import ArgumentParser
import Lingua
import Pipeline

/// Options of the commands that analyse documents and print one result.
struct ResultOptions: ParsableArguments {
  @OptionGroup var inputs: InputOptions
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file for the result. The default is standard output.", valueName: "file"))
  var output: String?
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
    }
  }

  /// The format of the result: the one that is asked for, the ending of the output's name, or the default.
  ///
  /// - Throws: `ValidationError` when the ending names no format.
  func format<Format: RawRepresentable<String> & CaseIterable>(
    _ asked: Format?, default other: Format
  ) throws -> Format {
    if let asked { return asked }
    guard let output, output != "-" else { return other }
    guard let format = output.fileExtension.flatMap({ Format(rawValue: $0) }) else {
      let known = Format.allCases.map { "." + $0.rawValue }.joined(separator: ", ")
      throw ValidationError("the ending of \(output) names no format; end it in \(known), or say --format.")
    }
    return format
  }

  /// Analyses the inputs and writes them in one format to one place.
  ///
  /// - Throws: `ExitCode` 1 when some inputs failed.
  func export(_ exporter: any Exporter) async throws {
    // JSON of several documents is one object a line, which other programs can cut; of one it is for people.
    let files = inputs.files
    let isLines = files.files.count > 1 && exporter.format == "json"
    var writer = try exporter.writer(exports.options)
    try files.refuse(output: output)
    var file = try ResultFile(path: output)
    var done = 0
    let failures = try await inputs.analyze(files, shared: shared, lexicons: try own.lexicons(shared)) { analysis in
      done += 1
      var bytes: [UInt8] = []
      try writer.write(analysis, to: &bytes)
      if isLines { bytes = try JSONValue(parsing: bytes).line }
      try file.write(bytes)
    }
    // Where nothing could be done, an earlier result stays as it is.
    if done == 0 { throw ExitCode(1) }
    var rest: [UInt8] = []
    try writer.finish(to: &rest)
    try file.write(rest)
    try file.finish()
    if failures > 0 { throw ExitCode(1) }
  }

  /// Answers records by a worker of each core.
  func answerRecords(_ answer: @escaping @Sendable (AnalysisWorker, Record) throws -> Record) async throws {
    let prototype = AnalyzerPrototype(try DocumentAnalyzer(lexicons: try own.lexicons(shared)))
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

extension JSONValue {
  /// The value on one line, line feed included.
  fileprivate var line: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output + [0x0A]
  }
}

extension String {
  /// What follows the last dot of a file's name.
  fileprivate var fileExtension: String? {
    utf8.lastIndex(of: UInt8(ascii: ".")).map { String(self[index(after: $0)...]).lowercased() }
  }
}
