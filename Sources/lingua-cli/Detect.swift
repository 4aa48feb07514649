import ArgumentParser
import Lingua
import Pipeline

struct Detect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell the language and script of text.",
    discussion: """
      Prints the file, the language (kk, ru, en; und where it is none of them), the script (ISO 15924) and the confidence
      from 0 to 1, with tabs between; with --lines the same for each line, as FILE:LINE.

      EXAMPLES
        lingua-cli detect articles
        lingua-cli detect --lines --languages kk,ru titles.txt
        lingua-cli detect --jsonl < records.jsonl
      """)

  @OptionGroup var inputs: InputOptions
  @Flag(help: "Answer for each line that is not blank.") var lines = false
  @Option(
    help: ArgumentHelp("Answer with one of these only, such as kk,ru,en.", valueName: "tags"),
    transform: Language.arguments)
  var languages: Set<Language>?
  @Flag(help: "Answer JSON Lines on standard input: {\"id\",\"text\"[,\"languages\":[…]]}.") var jsonl = false
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file for the result. The default is standard output.", valueName: "file"))
  var output: String?
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard jsonl else { return }
    try inputs.refuseWithJSONLines()
    if lines || output != nil { throw ValidationError("--jsonl goes without --lines and --output.") }
  }

  func run() async throws {
    let lexicons = try shared.lexicons()
    let identifier = try LanguageIdentifier(lexicons: lexicons)
    if jsonl { return try await answerRecords(identifier) }
    var output = try ResultFile(path: output)
    let failures = try await DocumentBatch(options: inputs, shared: shared, lexicons: lexicons).run(
      makeWorker: { identifier },
      work: { [languages, lines] identifier, document in
        lines
          ? Self.lines(of: document, by: identifier, among: languages)
          : Self.line(document.name, identifier.identify(document.text, among: languages))
      },
      deliver: { try output.write($0) })
    try output.finish()
    if failures > 0 { throw ExitCode(1) }
  }

  private static func lines(
    of document: Document, by identifier: LanguageIdentifier, among languages: Set<Language>?
  ) -> [UInt8] {
    var output: [UInt8] = []
    var number = 0
    for line in document.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      output += Self.line("\(document.name):\(number)", identifier.identify(Substring(line), among: languages))
    }
    return output
  }

  private static func line(_ name: String, _ guess: LanguageGuess) -> [UInt8] {
    let hundredths = Int((guess.confidence * 100).rounded())
    let confidence = hundredths >= 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
    return Array("\(name.printable)\t\(guess.language.rawValue)\t\(guess.script.rawValue)\t\(confidence)\n".utf8)
  }

  private func answerRecords(_ identifier: LanguageIdentifier) async throws {
    try await RecordCommand.run(workers: shared.workers, makeWorker: { identifier }) {
      [languages] (identifier, record) throws(RecordError) in
      let guess = identifier.identify(try record.text("text"), among: try record.languages("languages") ?? languages)
      return record.answered(
        dropping: ["text"],
        with: [
          .init("language", .string(guess.language.rawValue)), .init("script", .string(guess.script.rawValue)),
          .init("confidence", .decimal(guess.confidence, digits: 4)),
        ])
    }
  }
}
