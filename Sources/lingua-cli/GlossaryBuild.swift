import ArgumentParser
import Lingua
import Pipeline

struct GlossaryBuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "One glossary of all documents: acronyms, keywords and terms in three languages.",
    discussion: """
      An entry is a concept: its terms and acronyms in each language, how they were found, in which documents, some
      places where they stand, and why a reader should look where something is doubtful.

      EXAMPLES
        lingua-cli glossary examples
        lingua-cli glossary archive -o glossary.html
        lingua-cli glossary 2024 --format partial -o 2024.jsonl
      """)

  @OptionGroup var choices: GlossaryOptions
  @OptionGroup var options: ResultOptions

  func validate() throws {
    if options.jsonl && choices.format != nil {
      throw ValidationError("--jsonl has a format of its own; leave --format out.")
    }
  }

  func run() async throws {
    if options.jsonl {
      return try await options.answerRecords { worker, record in
        record.answered(dropping: ["text"], with: try worker.analyze(record).glossaryMembers)
      }
    }
    let format = try options.format(choices.format, default: .tsv)
    let lexicons = try options.own.lexicons(options.shared)
    try refuseResult(options.output, over: [choices.termbase].compactMap(\.self) + options.own.files)
    if choices.termbase != nil && options.folderPath != nil {
      throw ValidationError(
        "A termbase is compared with one glossary of all documents; give --output the name of a file.")
    }
    let decisions = try choices.decisions(format, lexicons)
    do {
      try await options.export(
        try choices.exporter(format, lexicons, options.exports, decisions), command: "glossary", pair: choices.pair)
      try decisions.note()
    } catch {
      // Where some documents failed, the glossary of the others has been written.
      if error is ExitCode { try decisions.note() }
      decisions.abandon()
      throw error
    }
  }
}
