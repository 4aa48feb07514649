import ArgumentParser
import Lingua
import Pipeline

struct LexiconCompileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile the concepts to the index that the program has built in.",
    discussion: """
      Whoever changed lexicons/concepts or acronyms.tsv runs this (`make lexicons`) and builds the program anew; until then
      it compiles them at every start, which takes some milliseconds.

      EXAMPLE
        lingua-cli lexicon compile --lexicons lexicons -o lexicons/learned/concepts.bin
      """)

  @Option(
    name: [.short, .customLong("output")], help: ArgumentHelp("The file for the index.", valueName: "file"))
  var output: String
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output is empty; name a file.") }
  }

  func run() async throws {
    let index = try ConceptIndex.compile(try shared.lexicons())
    var file = try ResultFile(path: output)
    try file.write(index)
    try file.finish()
  }
}
