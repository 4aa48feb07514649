import ArgumentParser
import Glibc
import Lingua
import Pipeline

/// The program: one subcommand a job.
@main
struct Command: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lingua-cli",
    abstract: """
      Kazakh, Russian and English text: align abstracts, build glossaries, normalise, identify, transliterate, segment.
      """,
    discussion: """
      Reads plain text and Markdown in UTF-8, UTF-16 and the Cyrillic code pages. Everything works offline.

      EXAMPLES
        lingua-cli run examples -o out
        lingua-cli align article.txt
        lingua-cli align --jsonl < records.jsonl > answers.jsonl

      EXIT STATUS
        0  all inputs done
        1  some inputs failed, each named with its reason; the rest is done
        2  could not start
      """,
    version: """
      lingua-cli \(versionNumber)
      ICU \(ICU.version), Unicode \(ICU.unicodeVersion)
      lexicons: \(LexiconFolder.folder() ?? "embedded")
      """,
    subcommands: [
      Run.self, Align.self, Glossary.self, Check.self, Normalize.self, Detect.self, Segment.self, Transliterate.self,
      LexiconCommand.self,
    ])

  static let versionNumber = "0.1.0"

  static func main() async {
    // A reader that goes away is no error of ours: the write reports it and the program ends quietly.
    signal(SIGPIPE, SIG_IGN)
    // Nor is a file size limit: it is reported like a full disk.
    signal(SIGXFSZ, SIG_IGN)
    Interruption.watch()
    do {
      // As the system has them: the name of a file need not be UTF-8.
      var command = try parseAsRoot(FileName.arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(after: error)
    }
  }

  /// Says what went wrong and ends with the status that --help promises.
  private static func leave(after error: any Error) -> Never {
    if let code = error as? ExitCode { Glibc.exit(code.rawValue) }
    if error.isClosedPipe { Glibc.exit(0) }
    if let prose = Prose.describe(error) {
      Reporter.say("lingua-cli: \(prose)")
      Glibc.exit(2)
    }
    let code = exitCode(for: error)
    if code == .success {
      // --help and --version are results, not complaints.
      StandardOutput.writeOrExit(fullMessage(for: error) + "\n")
      Glibc.exit(0)
    }
    Reporter.say(fullMessage(for: error))
    Glibc.exit(2)
  }
}
