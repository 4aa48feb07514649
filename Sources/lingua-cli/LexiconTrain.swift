import ArgumentParser

/// The parent of what learns from corpora.
struct LexiconTrain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn tables from corpora.",
    discussion: """
      The same corpora give the same bytes. --leave-out keeps a source out, so that a table can be tried on it.

      EXAMPLES
        lingua-cli lexicon train translations corpora/parallel -o lexicons/learned/translations.bin
      """,
    subcommands: [LexiconTrainTranslations.self, LexiconTrainLanguages.self])
}
