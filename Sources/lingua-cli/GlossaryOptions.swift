import ArgumentParser
import Lingua
import Pipeline

/// Options of the commands that write a glossary.
struct GlossaryOptions: ParsableArguments {
  /// The formats of a glossary.
  enum Format: String, ResultFormat {
    case jsonl, tbx, tsv, json, partial

    /// The ending of a file's name chooses all formats but those that share theirs with another.
    var endings: [String] {
      switch self {
      case .partial: []
      default: [rawValue]
      }
    }
  }

  @Option(name: .shortAndLong, help: "How to write the glossary. The default is tsv, or the ending of --output.")
  var format: Format?
  @Option(help: ArgumentHelp("The most places that an entry shows in a language. The default is 3.", valueName: "n"))
  var contexts = 3
  @Option(
    help: ArgumentHelp("The most terms that are found by counting. The default is 2000.", valueName: "n"))
  var mostTerms = 2000

  func validate() throws {
    if contexts < 0 { throw ValidationError("--contexts takes a number from 0 up; \(contexts) is below.") }
    if mostTerms < 0 { throw ValidationError("--most-terms takes a number from 0 up; \(mostTerms) is below.") }
  }

  /// What builds the glossary.
  ///
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  func builder(_ lexicons: Lexicons) throws -> GlossaryBuilder {
    try GlossaryBuilder(
      lexicons: lexicons, options: GlossaryBuilder.Options(contexts: contexts, terms: mostTerms))
  }

  /// What writes a glossary in a format; nil for formats that hold documents.
  func glossaryExporter(_ format: Format) -> (any GlossaryExporter)? {
    switch format {
    case .jsonl: GlossaryJSONLines()
    default: nil
    }
  }

  /// What writes it in a format.
  ///
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  func exporter(_ format: Format, _ lexicons: Lexicons) throws -> any Exporter {
    switch format {
    case .json: GlossaryJSON()
    case .tsv: GlossaryTable()
    case .tbx: TBXExporter()
    case .partial: PartialGlossaryExport(builder: try builder(lexicons))
    case .jsonl: GlossaryOfDocuments(GlossaryJSONLines(), builder: try builder(lexicons))
    }
  }
}
