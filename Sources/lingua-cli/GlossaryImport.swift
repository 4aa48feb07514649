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
      your own are approved. In a glossary that was exported, the status of a row
      says what was decided (approved, rejected, edited); a row whose terms were
      changed counts as edited. Importing the same file again changes nothing. A
      file is imported whole or, where it cannot be read, not at all.

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
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let lexicons = try shared.lexicons()
    let reader = try GlossaryReader(languages: languages, lexicons: lexicons)
    let base = try Termbase(path: termbase, access: .writing, lexicons: lexicons)
    var reporter = Reporter(total: files.count, quiet: shared.quiet)
    var failures = 0
    for path in files {
      do {
        let reading = try reader.read(path)
        for warning in reading.warnings { reporter.warn("\(path): \(Prose.words(warning))") }
        let result = try base.import(reading.glossary, isOwn: reading.isOwn, origin: path, at: time(nil))
        for refusal in result.refused { reporter.warn("\(path): \(Prose.words(refusal))") }
        if !result.refused.isEmpty { failures += 1 }
        let counts = "\(result.added) new, \(result.changed) changed, \(result.unchanged) unchanged"
        let refused = result.refused.isEmpty ? "" : ", \(result.refused.count) left out"
        StandardOutput.writeOrExit("\(path.printable): \(counts)\(refused)\n")
      } catch let error as TermbaseError {
        // No other file would fare better.
        throw error
      } catch {
        failures += 1
        reporter.fail(error, name: path)
      }
    }
    if failures > 0 { throw ExitCode(1) }
  }
}
