import ArgumentParser
import Lingua
import Pipeline

extension InputOptions {
  /// JSON Lines come on standard input alone.
  func refuseWithJSONLines() throws {
    if !paths.isEmpty && paths != ["-"] {
      throw ValidationError("--jsonl reads standard input; give it the file by `< \(paths[0])`.")
    }
  }

  /// Analyses the inputs and hands each analysis on, in order.
  ///
  /// - Returns: how many inputs failed.
  func analyze(shared: SharedOptions, deliver: (DocumentAnalysis) throws -> Void) async throws -> Int {
    let lexicons = try shared.lexicons()
    let prototype = AnalyzerPrototype(try DocumentAnalyzer(lexicons: lexicons))
    return try await DocumentBatch(self, shared: shared, lexicons: lexicons).run(
      makeWorker: { prototype.worker() }, work: { worker, document in try worker.analyze(document) },
      warnings: { document, analysis in
        let nothing = analysis.sections.isEmpty && !document.text.isEmpty
        return Prose.warnings(document) + (nothing ? ["no title, abstract or keywords found"] : [])
      },
      deliver: deliver)
  }

  /// Analyses the inputs and writes them in one format to one place.
  ///
  /// - Throws: `ExitCode` 1 when some inputs failed.
  func export(_ exporter: any Exporter, to output: String?, options: ExportOptions, shared: SharedOptions)
    async throws
  {
    // JSON of several documents is one object a line, which other programs can cut; of one it is for people.
    let isLines = files.files.count > 1 && exporter.format == "json"
    var writer = try exporter.writer(options)
    var file = try ResultFile(path: output)
    let failures = try await analyze(shared: shared) { analysis in
      var bytes: [UInt8] = []
      try writer.write(analysis, to: &bytes)
      if isLines { bytes = try JSONValue(parsing: bytes).line }
      try file.write(bytes)
    }
    var rest: [UInt8] = []
    try writer.finish(to: &rest)
    try file.write(rest)
    try file.finish()
    if failures > 0 { throw ExitCode(1) }
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
  var fileExtension: String? {
    utf8.lastIndex(of: UInt8(ascii: ".")).map { String(self[index(after: $0)...]).lowercased() }
  }
}
