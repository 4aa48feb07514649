import ArgumentParser
import Glibc
import Lingua
import Pipeline

/// Options of the commands that write a glossary.
struct GlossaryOptions: ParsableArguments {
  /// The formats of a glossary: those of `GlossaryFormat`, and those that hold documents.
  enum Format: String, ResultFormat {
    case tsv, csv, xlsx, html, jsonl, tbx, tbx3, tmx, omegat, skos, json, partial

    /// What writes it; nil where it holds documents.
    var exporter: (any GlossaryExporter)? { GlossaryFormat.named(rawValue) }

    var endings: [String] {
      switch self {
      case .json: ["json"]
      case .partial: ["partial.jsonl"]
      default: exporter?.endings ?? []
      }
    }
  }

  @Option(
    name: .shortAndLong,
    help: "How to write the glossary; merge has no json. The default is tsv, or the ending of --output.")
  var format: Format?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most places that an entry shows in a language. The default is 3.", valueName: "n"))
  var contexts = 3
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most terms that are found by counting. The default is 2000.", valueName: "n"))
  var mostTerms = 2000

  @Option(
    help: ArgumentHelp(
      "Sort the entries by the dictionary order of a language: kk, ru or en. The default is by how sure they are.",
      valueName: "language"), transform: Language.argument)
  var sort: Language?
  @Option(
    help: ArgumentHelp(
      "The termbase with decisions: approved terms take the place of proposals, rejected ones and those proposed before are left out. It is made where there is none.",
      valueName: "file"))
  var termbase: String?
  @Flag(help: "With --termbase, give what was proposed before and is not decided as well.")
  var all = false
  @Option(
    help: ArgumentHelp("The languages of omegat and tmx, source first, such as ru-kk.", valueName: "pair"),
    transform: Align.pair)
  var pair: LanguagePair?

  func validate() throws {
    if all && termbase == nil { throw ValidationError("--all asks what a termbase holds; name it by --termbase.") }
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

  /// What the exporters of a glossary are told.
  func exportOptions(_ exports: ExportChoices) -> GlossaryExportOptions {
    var shared = exports.options
    shared.pair = pair
    return GlossaryExportOptions(shared: shared, order: sort, contexts: contexts)
  }

  /// What writes the glossary of documents in a format.
  ///
  /// - Parameter decisions: what was decided about its entries.
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  func exporter(
    _ format: Format, _ lexicons: Lexicons, _ exports: ExportChoices, _ decisions: GlossaryDecisions
  ) throws -> any Exporter {
    if format == .json { return GlossaryJSON() }
    let builder = try builder(lexicons)
    guard let exporter = format.exporter else { return PartialGlossaryExport(builder: builder) }
    return GlossaryOfDocuments(
      exporter, builder: builder, options: exportOptions(exports)
    ) { (glossary) throws(ExportError) in try decisions.settle(glossary) }
  }

  /// What was decided about the entries of a glossary; a format that holds documents has none.
  ///
  /// - Throws: `TermbaseError` when the termbase cannot be opened.
  func decisions(_ format: Format, _ lexicons: Lexicons) throws -> GlossaryDecisions {
    let base = try (format.exporter == nil ? nil : termbase).map {
      try Termbase(path: $0, access: .writing, lexicons: lexicons)
    }
    return GlossaryDecisions(base, keepsSeen: all)
  }
}
