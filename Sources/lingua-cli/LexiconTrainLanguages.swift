import ArgumentParser
import Lingua
import Pipeline

struct LexiconTrainLanguages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "languages",
    abstract: "Learn the model of language identification from text.",
    discussion: """
      Reads a folder of TAG.SOURCE.txt files, one sentence a line, as Training/gather.py makes it: kk, kk-lost (without the
      letters that scanning loses), kk-Latn, kk-Arab, ru, en and the neighbours. The same text gives the same bytes.

      EXAMPLES
        lingua-cli lexicon train languages --text training-text -o lexicons/learned/languages.bin
        lingua-cli lexicon train languages --text training-text --leave-out ntrex -o without-news.bin
        lingua-cli lexicon train languages --text training-text --hold-out 0/4 -o three-quarters.bin
      """)

  @Option(help: ArgumentHelp("The folder with TAG.SOURCE.txt files.", valueName: "folder"))
  var text: String
  @Option(
    name: .customLong("leave-out"),
    help: ArgumentHelp("Learn nothing from this source. May be given several times.", valueName: "source"))
  var leaveOut: [String] = []
  @Option(
    name: .customLong("hold-out"),
    help: ArgumentHelp(
      "Learn nothing from part N of M: of each file's blocks of 40 lines, every M-th one from the N-th on.",
      valueName: "N/M"),
    transform: Self.part)
  var holdOut: Part?
  @Option(name: [.short, .customLong("output")], help: ArgumentHelp("The file for the model.", valueName: "file"))
  var output: String

  struct Part: Sendable {
    var number: Int
    var of: Int
  }

  private static func part(_ value: String) throws -> Part {
    let numbers = value.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let of = numbers[1], of >= 2, number >= 0, number < of else {
      throw ValidationError("--hold-out takes N/M with M from 2 on and N from 0 to M - 1, such as 0/4.")
    }
    return Part(number: number, of: of)
  }

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output is empty; name a file.") }
  }

  func run() async throws {
    let leftOut = Set(leaveOut)
    let split =
      holdOut.map { TrainingSplit(leftOut: leftOut, part: $0.number, of: $0.of) } ?? TrainingSplit(leftOut: leftOut)
    let model = try LanguageTrainer(folder: text, split: split).model()
    var file = try ResultFile(path: output)
    try file.write(model)
    try file.finish()
  }
}
