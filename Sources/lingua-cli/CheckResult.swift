import Lingua
import Pipeline

/// The findings of a check in one format, at one place.
struct CheckResult: ~Copyable {
  private let format: Check.Format
  private var file: ResultFile
  private var page: CheckPage
  /// How many findings there are so far.
  private(set) var count = 0

  /// A result at `path`; standard output where it is nil or "-".
  init(_ format: Check.Format, path: String?) throws {
    self.format = format
    file = try ResultFile(path: path)
    page = CheckPage(toolVersion: Command.versionNumber)
  }

  /// Writes the findings of the next document.
  mutating func write(_ document: String, _ findings: [ConsistencyFinding]) throws {
    count += findings.count
    var output: [UInt8] = []
    switch format {
    case .text:
      for finding in findings {
        let place = "\(document):\(finding.line):\(finding.column)"
        output += "\(place): \(finding.kind.rawValue): \(Prose.words(finding))".printable.utf8
        output.append(0x0A)
      }
    case .json:
      for finding in findings {
        JSONValue.object([.init("document", .string(document))] + finding.members).write(to: &output)
        output.append(0x0A)
      }
    case .html: page.add(document: document.printable, findings: findings, words: Prose.words)
    }
    try file.write(output)
  }

  /// Ends the result.
  consuming func finish() throws {
    if format == .html { try file.write(try page.bytes()) }
    try file.finish()
  }
}
