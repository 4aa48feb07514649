import ArgumentParser
import Lingua
import Pipeline

struct Align: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the abstracts of each language and align them sentence by sentence.",
    discussion: """
      Prints everything known of the documents: sections, sentences, beads, keywords, acronyms. One document gives one
      indented JSON object, several give one object a line, or each a file of its own in a folder (--output FOLDER/). A text whose languages are files of their own, one sentence a
      line, is named by --kk, --ru and --en; a blank line ends a paragraph there.

      EXAMPLES
        lingua-cli align article.txt
        lingua-cli align examples --format tsv
        lingua-cli align article.txt --format html -o article.html
        lingua-cli align article.txt --pair ru-kk -o article.xlf
        lingua-cli align --kk talk.kk.txt --ru talk.ru.txt --en talk.en.txt -o talk.tmx
        lingua-cli align article.txt --explain
        lingua-cli align --adapt archive -o archive.tmx
        lingua-cli align archive --format tmx -o aligned/ --resume
        lingua-cli align --jsonl < records.jsonl

      A record is {"id","text"}, or {"id","sentences":{"kk":[…],"ru":[…],"en":[…]}} for sentences that are split.
      """)

  /// The formats of an alignment.
  enum Format: String, ResultFormat {
    case json, tsv, tmx, html, xliff, xliff2

    var exporter: any Exporter {
      switch self {
      case .json: JSONExporter()
      case .tsv: SentenceTable()
      case .tmx: TMXExporter()
      case .html: HTMLReport()
      case .xliff: XLIFF12Exporter()
      case .xliff2: XLIFF21Exporter()
      }
    }

    var endings: [String] {
      switch self {
      case .xliff: ["xlf", "xliff"]
      // Both versions end alike; the older one is what most programs read.
      case .xliff2: []
      default: [rawValue]
      }
    }

    /// Whether a pair of languages can be chosen for it.
    var takesPair: Bool { self == .tmx || self == .xliff || self == .xliff2 }
  }

  @Option(
    name: .shortAndLong,
    help: "How to print the results; xliff is 1.2, xliff2 is 2.1. The default is json, or the ending of --output.")
  var format: Format?
  @Option(
    help: ArgumentHelp(
      "The languages for xliff, xliff2 or tmx, source first, such as ru-kk. The default is all for tmx, and the only two of a document for the others.",
      valueName: "pair"),
    transform: pair)
  var pair: LanguagePair?
  @OptionGroup var files: SentenceFiles
  @OptionGroup var choices: AlignmentChoices
  @OptionGroup var options: ResultOptions

  func validate() throws {
    if options.jsonl {
      if format != nil { throw ValidationError("--jsonl has a format of its own; leave --format out.") }
      if pair != nil { throw ValidationError("--jsonl has all languages; leave --pair out.") }
      if choices.adapt { throw ValidationError("--jsonl answers record by record; leave --adapt out.") }
      if files.isUsed { throw ValidationError("--jsonl reads standard input; leave --kk, --ru and --en out.") }
    }
    guard files.isUsed else { return choices.adapt ? try options.inputs.refuseStreams() : () }
    if choices.adapt {
      throw ValidationError("--adapt learns from many documents; --kk, --ru and --en are one, leave --adapt out.")
    }
    if let path = options.inputs.paths.first {
      throw ValidationError("--kk, --ru and --en name all that is aligned; leave \(path) out.")
    }
    if choices.languages != nil {
      throw ValidationError("--kk, --ru and --en say the languages; leave --languages out.")
    }
  }

  func run() async throws {
    if options.jsonl {
      let exports = options.exports.options
      return try await options.answerRecords(choices) { try Self.answer($0, $1, exports) }
    }
    let format = try options.format(format, default: .json)
    if let pair, !format.takesPair {
      throw ValidationError(
        "--pair \(pair.text) goes with xliff, xliff2 and tmx; \(format.rawValue) has all languages.")
    }
    if choices.explain && format != .json {
      throw ValidationError("--explain goes with json; \(format.rawValue) has no place for an explanation.")
    }
    if files.isUsed {
      try await options.export(format.exporter, pair: pair, files: files, choices)
    } else {
      try await options.export(format.exporter, command: "align", pair: pair, choices)
    }
  }

  static func pair(_ value: String) throws -> LanguagePair {
    guard let pair = LanguagePair(value) else {
      throw ValidationError("\"\(value)\" is no pair of kk, ru and en; write the source first, such as ru-kk.")
    }
    return pair
  }

  /// A text to analyse, or sentences that are already split.
  private static func answer(_ worker: AnalysisWorker, _ record: Record, _ exports: ExportOptions) throws -> Record {
    guard record["sentences"] != nil else {
      return record.answered(dropping: ["text"], with: try worker.analyze(record).jsonMembers(exports))
    }
    let input = try record.alignmentInput()
    let beads: [Bead]
    do { beads = try worker.align(input) } catch let error as AlignmentError {
      throw RecordError(.badField, Prose.words(error))
    }
    var members: [JSONValue.Member] = [.init("beads", .array(beads.map { $0.json(exports) }))]
    let warnings = try worker.warnings(input.sentences)
    if !warnings.isEmpty { members.append(.init("warnings", .array(warnings.map(\.json)))) }
    return record.answered(dropping: ["warnings"], with: members)
  }
}
