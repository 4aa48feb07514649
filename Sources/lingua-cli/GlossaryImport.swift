import ArgumentParser
import Glibc
import Lingua
import Pipeline

struct GlossaryImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take approved terms, or the decisions that an editor made in an exported glossary, into a termbase.",
    discussion: """
      The entries of a list of your own are approved. In a glossary that was exported, the status of a row says what was
      decided (approved, rejected, edited); a row whose terms were changed counts as edited. Importing the same
      file again changes nothing. A file is imported whole or, where it cannot be read, not at all.

      EXAMPLES
        lingua-cli glossary import our-terms.jsonl --termbase journal.termbase
        lingua-cli glossary archive --termbase journal.termbase -o new.jsonl
        lingua-cli check article.txt --termbase journal.termbase
      """)

  @Argument(help: ArgumentHelp("Glossaries: JSON Lines.", valueName: "file"))
  var files: [String]
  @Option(help: ArgumentHelp("The termbase; it is made where there is none.", valueName: "file"))
  var termbase: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let base = try Termbase(path: termbase, access: .writing, lexicons: try shared.lexicons())
    var reporter = Reporter(total: files.count, quiet: shared.quiet)
    var failures = 0
    for path in files {
      do {
        let (glossary, warnings) = try GlossaryFile.read(path)
        for warning in warnings { reporter.warn("\(path): \(warning)") }
        let result = try base.import(glossary, origin: path, at: time(nil))
        for refusal in result.refused { reporter.warn("\(path): \(Prose.words(refusal))") }
        if !result.refused.isEmpty { failures += 1 }
        let counts = "\(result.added) new, \(result.changed) changed, \(result.unchanged) unchanged"
        let refused = result.refused.isEmpty ? "" : ", \(result.refused.count) left out"
        StandardOutput.writeOrExit("\(path.printable): \(counts)\(refused)\n")
      } catch {
        failures += 1
        reporter.fail(error, name: path)
      }
    }
    if failures > 0 { throw ExitCode(1) }
  }
}

/// Reads a glossary from a file, whatever its format.
enum GlossaryFile {
  /// A line that is no entry.
  struct BadLine: Error {
    var line: Int
  }

  /// The glossary of a file and what a person should know of it.
  ///
  /// - Throws: `FileError` when it cannot be read, `BadLine` when it is no glossary.
  static func read(_ path: String) throws -> (glossary: Pipeline.Glossary, warnings: [String]) {
    var glossary = Pipeline.Glossary()
    let bytes = try LexiconFolder.bytes(of: path)
    for (k, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let json = try? JSONValue(parsing: line), let entry = GlossaryEntry(json: json) else {
        throw BadLine(line: k + 1)
      }
      glossary.entries.append(entry)
    }
    return (glossary, [])
  }
}
