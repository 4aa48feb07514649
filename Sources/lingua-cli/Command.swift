import ArgumentParser

/// The program: one subcommand a job.
@main
struct Command: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lingua-cli",
    abstract: "Kazakh, Russian and English text: align abstracts, build glossaries, normalise scans.",
    version: "0.1.0",
    subcommands: [Align.self, Normalize.self, Detect.self, Segment.self])
}
