import ArgumentParser
import Lingua
import Pipeline

struct LexiconCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lexicon files: columns, cells, letters of the wrong script, what stands there twice.",
    discussion: """
      Prints what is wrong as FILE:LINE:COLUMN: what; what to do. COLUMN counts characters, a tab being one. Without FILE
      it checks the lexicons that the program works with. A file that no lexicon of the program is named like is checked as
      a table of concepts with the columns kk, ru, en and, where you like, pos, domain and note.

      EXAMPLES
        lingua-cli lexicon check my-terms.tsv
        lingua-cli lexicon check --lexicons lexicons
        lingua-cli lexicon check --jsonl my-terms.tsv

      EXIT STATUS
        0  nothing found
        1  something found
        2  a file cannot be read
      """)

  @Argument(help: ArgumentHelp("The files, or folders of .tsv files.", valueName: "file")) var paths: [String] = []
  @Flag(help: "Print the findings as JSON, an object a line.") var jsonl = false
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    var check = LexiconCheck()
    var findings: [LexiconFinding] = []
    if paths.isEmpty {
      let lexicons = try shared.lexicons()
      for name in lexicons.names where name.hasSuffix(".tsv") {
        findings += try check.findings(in: try lexicons.bytes(of: name), file: name)
      }
    } else {
      for path in try LexiconFolder.tables(paths) {
        findings += try check.findings(in: try LexiconFolder.bytes(of: path), file: path)
      }
    }
    var output = StandardOutput()
    for finding in findings {
      let line = jsonl ? finding.json.text : Prose.words(finding).printable
      try output.write(Array((line + "\n").utf8))
    }
    try output.flush()
    if !findings.isEmpty {
      if !shared.quiet {
        Reporter.say("lingua-cli: \(findings.count == 1 ? "1 finding" : "\(findings.count) findings")")
      }
      throw ExitCode(1)
    }
  }
}

extension LexiconFinding {
  fileprivate var json: JSONValue {
    .object([
      .init("file", .string(place.file)), .init("line", .integer(place.line)), .init("column", .integer(column)),
      .init("name", columnName.map { .string($0) } ?? .null), .init("fatal", .bool(isFatal)),
      .init("message", .string(Prose.message(self))),
    ])
  }
}

extension JSONValue {
  /// The value on one line.
  var text: String {
    var output: [UInt8] = []
    write(to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
