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

  /// Analyses the inputs and writes them in one format to one place.
  ///
  /// - Throws: `ExitCode` 1 when some inputs failed.
  func export(_ exporter: any Exporter, to output: String?, options: ExportOptions, shared: SharedOptions)
    async throws
  {
    let inputs = files
    // JSON of several documents is one object a line, which other programs can cut; of one it is for people.
    let isLines = inputs.files.count > 1 && exporter.format == "json"
    var writer = try exporter.writer(options)
    var file = try ResultFile(path: output)
    let failures = try await AnalysisBatch(inputs: inputs, options: self, shared: shared).run { analysis in
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
