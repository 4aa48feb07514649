import ArgumentParser
import Lingua
import Pipeline

struct LexiconCoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Count how many words of running text the lexicon knows, and which it lacks.",
    discussion: """
      Prints, for each language, how many words the documents have (stop words and numbers apart), how many of them the
      lexicon has by their stem, and the share. Each line counts in its own language.

      With --missing N also the N words of each language that the lexicon lacks and most documents have: language, word,
      count, documents, and "name" where it always has a capital letter.

      EXAMPLES
        lingua-cli lexicon coverage articles
        lingua-cli lexicon coverage --missing 100 articles
      """)

  @OptionGroup var inputs: InputOptions
  @Option(help: ArgumentHelp("How many missing words of each language to print.", valueName: "number"))
  var missing: Int?
  @Flag(help: "Print JSON, an object a line.") var jsonl = false
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file for the result. The default is standard output.", valueName: "file"))
  var output: String?
  @OptionGroup var own: OwnLexicons
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let missing, missing < 1 { throw ValidationError("--missing takes a number from 1 on; \(missing) is none.") }
  }

  func run() async throws {
    let lexicons = try own.lexicons(shared)
    let coverage = try LexiconCoverage(lexicons: lexicons)
    var file = try ResultFile(path: output)
    var tally = LexiconCoverage.Tally()
    let failures = try await DocumentBatch(options: inputs, shared: shared, lexicons: lexicons).run(
      makeWorker: { coverage }, work: { coverage, document in try coverage.tally(of: document.text) },
      deliver: { tally.add($0) })
    try file.write(Array((jsonl ? json(tally) : table(tally)).utf8))
    try file.finish()
    if failures > 0 { throw ExitCode(1) }
  }

  private func table(_ tally: LexiconCoverage.Tally) -> String {
    var lines = ["language\twords\tknown\tshare\tstop words"]
    for language in Language.allCases {
      let count = tally.counts[language]
      lines.append("\(language.tag)\t\(count.words)\t\(count.known)\t\(percent(count.share))\t\(count.stopWords)")
    }
    if let missing {
      lines += ["", "language\tword\tcount\tdocuments\tnote"]
      for language in Language.allCases {
        for word in tally.missing(language).prefix(missing) {
          lines.append(
            "\(language.tag)\t\(word.word)\t\(word.count)\t\(word.documents)\t\(word.isCapitalized ? "name" : "")")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func json(_ tally: LexiconCoverage.Tally) -> String {
    Language.allCases.map { language in
      let count = tally.counts[language]
      var members: [JSONValue.Member] = [
        .init("language", .string(language.tag)), .init("words", .integer(count.words)),
        .init("known", .integer(count.known)), .init("share", .decimal(count.share, digits: 4)),
        .init("stop_words", .integer(count.stopWords)),
      ]
      if let missing {
        let words = tally.missing(language).prefix(missing).map { word in
          JSONValue.object([
            .init("word", .string(word.word)), .init("count", .integer(word.count)),
            .init("documents", .integer(word.documents)), .init("name", .bool(word.isCapitalized)),
          ])
        }
        members.append(.init("missing", .array(words)))
      }
      return JSONValue.object(members).text + "\n"
    }.joined()
  }

  private func percent(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    return "\(thousandths / 10).\(thousandths % 10) %"
  }
}
