import ArgumentParser
import Lingua
import Pipeline

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The whole line over files and folders, into one output folder.",
    discussion: """
      Writes report.html (to read and review), alignment.tmx and sentences.tsv (the aligned sentences), glossary.tbx,
      keywords.tsv and acronyms.tsv (the glossary), and documents/NAME.json (everything known of one document).

      EXAMPLES
        lingua-cli run examples -o out
        lingua-cli run archive --adapt -o out
      """)

  @OptionGroup var inputs: InputOptions
  @Option(
    name: [.short, .customLong("output")], help: ArgumentHelp("The folder for the results.", valueName: "folder"))
  var output: String
  @OptionGroup var choices: AlignmentChoices
  @OptionGroup var exports: ExportChoices
  @OptionGroup var own: OwnLexicons
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if output.isEmpty || output == "-" {
      throw ValidationError("--output needs a folder; \"\(output)\" is none.")
    }
    if choices.adapt { try inputs.refuseStreams() }
  }

  func run() async throws {
    let lexicons = try own.lexicons(shared)
    let folder = OutputFolder(path: output)
    var outputs = try RunOutputs(options: exports.options)
    var done = 0
    let failures = try await inputs.analyze(inputs.files, shared: shared, lexicons: lexicons, choices: choices) {
      done += 1
      try folder.write(try outputs.add($0))
    }
    // Where nothing could be done, an earlier result stays as it is.
    if done == 0 { throw ExitCode(1) }
    try folder.write(try outputs.finish())
    if failures > 0 { throw ExitCode(1) }
  }
}
