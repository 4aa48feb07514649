import ArgumentParser
import Lingua
import Pipeline

struct Glossary: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One glossary of all documents: acronyms, keywords and terms in three languages.",
    discussion: """
      Without a subcommand it builds.

      EXAMPLES
        lingua-cli glossary examples
        lingua-cli glossary archive -o glossary.html
        lingua-cli glossary build --help
      """,
    subcommands: [GlossaryBuild.self, GlossaryMerge.self, GlossaryImport.self], defaultSubcommand: GlossaryBuild.self)
}
