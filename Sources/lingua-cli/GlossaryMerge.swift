import ArgumentParser
import Lingua
import Pipeline

struct GlossaryMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Unite partial glossaries, in any order, into one.",
    discussion: """
      Takes files that `glossary --format partial`, `glossary merge --format partial` or `run` (documents/*.json) wrote.
      The result is that of one run over all documents; a document that comes twice counts once.

      EXAMPLES
        lingua-cli glossary merge 2024.jsonl 2025.jsonl -o glossary.tbx
        lingua-cli glossary merge part-*.jsonl --format partial -o all.jsonl
      """)

  @Argument(help: ArgumentHelp("Partial glossaries, or - for standard input.", valueName: "file"))
  var files: [String]
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file for the result. The default is standard output.", valueName: "file"))
  var output: String?
  @OptionGroup var choices: GlossaryOptions
  @OptionGroup var exports: ExportChoices
  @OptionGroup var own: OwnLexicons
  @OptionGroup var shared: SharedOptions

  func run() throws {
    if choices.format == .json {
      throw ValidationError("json holds documents one by one, which are not united; take jsonl or partial.")
    }
    if output == "" { throw ValidationError("--output is empty; name a file, or - for standard output.") }
    try refuseResult(output, over: files.filter { $0 != "-" })
    let format = try choices.format ?? .of(output, default: .tsv)
    let lexicons = try own.lexicons(shared)
    var partial = PartialGlossary(builder: try choices.builder(lexicons), keepsLines: format == .partial)
    var reporter = Reporter(total: files.count, quiet: shared.quiet)
    var failures = 0
    for path in files {
      do {
        try partial.add(file: try LexiconFolder.bytes(of: path))
      } catch {
        failures += 1
        reporter.fail(error, name: path)
      }
    }
    if failures == files.count { throw ExitCode(1) }
    for name in partial.versions { reporter.warn(Prose.versions(of: name)) }
    var result = try ResultFile(path: output)
    try refuseResult(output, over: [choices.termbase].compactMap(\.self) + own.files)
    let decisions = try choices.decisions(format, lexicons)
    do {
      let exporter = format.exporter
      let bytes =
        try exporter?.file(of: try decisions.settle(partial.glossary()), options: choices.exportOptions(exports))
        ?? partial.bytes()
      try result.write(bytes)
      if bytes.isEmpty, exporter?.canBeEmpty == false {
        Reporter.sayNothing(in: format.rawValue, path: output)
      } else {
        try result.finish()
      }
      try decisions.note()
    } catch {
      decisions.abandon()
      throw error
    }
    if failures > 0 { throw ExitCode(1) }
  }
}
