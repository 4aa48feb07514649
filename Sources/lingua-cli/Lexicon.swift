import ArgumentParser

/// The parent of what is done to lexicons.
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Work on the lexicons: train what is learned from text.",
    subcommands: [LexiconTrain.self])
}
