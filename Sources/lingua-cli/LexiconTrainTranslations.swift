import ArgumentParser

struct LexiconTrainTranslations: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translations",
    abstract: "Learn how probably words translate each other from parallel text.")

  @Argument(help: ArgumentHelp("The folder of the parallel text.", valueName: "folder"))
  var folder: String
  @Option(
    name: .customLong("leave-out"),
    help: ArgumentHelp("Leave out the files whose names begin so. Repeatable.", valueName: "name"))
  var leaveOut: [String] = []
  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("The file for the tables.", valueName: "file"))
  var output: String

  func run() async throws {
    throw ValidationError("training is not there yet")
  }
}
