import ArgumentParser
import Glibc
import Lingua
import Pipeline

struct GlossaryImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take approved terms, or the decisions that an editor made in an exported glossary, into a termbase.",
    discussion: """
      Reads CSV, TSV, XLSX, TBX, TMX and JSON Lines. The entries of a list of
      your own are approved, where it does not say otherwise. In a glossary that
      was exported, the status of a row says what was decided (approved, rejected,
      edited); a row whose terms were changed counts as edited. Importing the same
      file again changes nothing. A file is imported whole or, where it cannot be
      read, not at all.

      EXAMPLES
        lingua-cli glossary import our-terms.csv --termbase journal.termbase
        lingua-cli glossary archive --termbase journal.termbase -o new.xlsx
        lingua-cli glossary import new.xlsx --termbase journal.termbase
        lingua-cli check article.txt --termbase journal.termbase
      """)

  @Argument(help: ArgumentHelp("Glossaries: CSV, TSV, XLSX, JSON Lines, TBX or TMX.", valueName: "file"))
  var files: [String]
  @Option(help: ArgumentHelp("The termbase; it is made where there is none.", valueName: "file"))
  var termbase: String
  @Option(
    help: ArgumentHelp(
      "The languages of a table's columns in their order, where no header names them, such as ru,kk.",
      valueName: "languages"), transform: Language.list)
  var languages: [Language] = []
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What entries are that do not say it themselves: approved or proposed. The default is approved.",
      valueName: "status"))
  var unmarked: Unmarked?
  @Option(
    help: ArgumentHelp(
      "The encoding of the files, such as UTF-8, UTF-16LE, windows-1251, KZ-1048. Detected by default.",
      valueName: "name"))
  var encoding: String?
  @OptionGroup var shared: SharedOptions

  /// What an entry is that does not say what was decided about it.
  enum Unmarked: String, ExpressibleByArgument, CaseIterable {
    case approved, proposed
  }

  func validate() throws {
    do {
      if let encoding { _ = try TextEncoding(named: encoding) }
    } catch {
      throw ValidationError(Prose.words(error))
    }
  }

  func run() throws {
    let lexicons = try shared.lexicons()
    let reader = try GlossaryReader(
      languages: languages, encoding: try encoding.map { try TextEncoding(named: $0) }, lexicons: lexicons)
    let base = try Termbase(path: termbase, access: .writing, lexicons: lexicons)
    var reporter = Reporter(total: files.count, quiet: shared.quiet)
    var failures = 0
    for path in files {
      do {
        try take(path, reader, base, &reporter, &failures)
      } catch let error as TermbaseError {
        // No other file would fare better.
        base.removeIfUnused()
        throw error
      } catch {
        failures += 1
        reporter.fail(error, name: path)
      }
    }
    base.removeIfUnused()
    if failures > 0 { throw ExitCode(1) }
  }

  /// Imports a file and says what became of it.
  private func take(
    _ path: String, _ reader: GlossaryReader, _ base: Termbase, _ reporter: inout Reporter, _ failures: inout Int
  ) throws {
    var reading = try reader.read(path)
    for warning in reading.warnings { reporter.warn("\(path): \(Prose.words(warning, reading.format))") }
    if unmarked == .proposed { reading.proposeUnmarked() }
    let result = try base.import(reading, origin: path, at: time(nil))
    for refusal in result.refused { reporter.warn("\(path): \(Prose.words(refusal))") }
    if !result.outdated.isEmpty { reporter.warn("\(path): \(Prose.outdated(result.outdated))") }
    let leftOut = result.refused.count + reading.leftOut
    if leftOut > 0 { failures += 1 }
    if unmarked == nil, !reading.unmarked.isEmpty, result.added + result.changed > 0 {
      reporter.warn("\(path): \(Prose.approved(reading.unmarked.count))")
    }
    if result.respelled > 0 { reporter.warn("\(path): \(Prose.respelled(result.respelled))") }
    let counts = "\(result.added) new, \(result.changed) changed, \(result.unchanged) unchanged"
    StandardOutput.writeOrExit("\(path.printable): \(counts)\(leftOut > 0 ? ", \(leftOut) left out" : "")\n")
  }
}
