import ArgumentParser

/// The parent of what is done to lexicons.
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Look into the lexicons: check a file, look a term up, see what is missing, compile.",
    discussion: """
      The lexicons are tables that a linguist may correct: words and phrases that mean the same in Kazakh, Russian and
      English, acronyms, headings, abbreviations. They are built in; --lexicons FOLDER takes changed copies of them, and
      --lexicon FILE adds a table of your own with the columns kk, ru, en and, where you like, pos and domain.

      EXAMPLES
        lingua-cli lexicon check my-terms.tsv
        lingua-cli lexicon show экономика
        lingua-cli lexicon coverage articles --missing 50
      """,
    // A line a subcommand.
    subcommands: [
      LexiconCheckCommand.self,
      LexiconShowCommand.self,
      LexiconCoverageCommand.self,
      LexiconCompileCommand.self,
      LexiconTrain.self,
    ])
}
