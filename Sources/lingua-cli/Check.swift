import ArgumentParser
import Lingua
import Pipeline

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell where documents depart from approved terms, mix names, or leave something untranslated.",
    discussion: """
      Prints one finding a line, as FILE:LINE:COLUMN: KIND: what is wrong. The kinds are

        departure              the approved term of the counterpart in another
                               language is not used, is spelled otherwise, or a
                               deprecated one is used (with --termbase)
        variants               names of one concept are mixed in one language
        untranslated-keyword   no counterpart, or left in another language
        untranslated-sentence  one of the abstracts lacks the sentence, has it
                               twice, or has it in another language
        acronym                does not fit its expansion, or is doubtful

      What is doubtful is not reported: sentences that are aligned with a score
      below 0.6 give no departure.

      EXAMPLES
        lingua-cli check article.txt
        lingua-cli check articles --termbase journal.termbase -o check.html
        lingua-cli check article.txt --without acronym --format json

      EXIT STATUS
        0  nothing was found
        1  something was found, or some inputs failed
        2  could not start
      """)

  /// The formats of findings.
  enum Format: String, ResultFormat {
    case text, json, html

    var endings: [String] {
      switch self {
      case .text: ["txt", "text"]
      case .json: ["json", "jsonl"]
      case .html: ["html"]
      }
    }
  }

  @OptionGroup var inputs: InputOptions
  @Option(help: ArgumentHelp("The approved terms; see glossary import.", valueName: "file"))
  var termbase: String?
  @Option(
    help: ArgumentHelp("Look for this kind alone. Repeatable.", valueName: "kind"),
    transform: ConsistencyFinding.Kind.argument)
  var only: [ConsistencyFinding.Kind] = []
  @Option(
    help: ArgumentHelp("Do not look for this kind. Repeatable.", valueName: "kind"),
    transform: ConsistencyFinding.Kind.argument)
  var without: [ConsistencyFinding.Kind] = []
  @Option(
    name: .shortAndLong,
    help: "How to print the findings; json is one object a line. The default is text, or the ending of --output.")
  var format: Format?
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file for the findings. The default is standard output.", valueName: "file"))
  var output: String?
  @Flag(help: "Answer JSON Lines on standard input: {\"id\",\"text\"}.") var jsonl = false
  @OptionGroup var own: OwnLexicons
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if output == "" { throw ValidationError("--output is empty; name a file, or - for standard output.") }
    if !only.isEmpty && !without.isEmpty {
      throw ValidationError("--only and --without go one without the other.")
    }
    if only == [.departure] && termbase == nil {
      throw ValidationError("--only departure compares with approved terms; name them by --termbase.")
    }
    guard jsonl else { return }
    try inputs.refuseWithJSONLines()
    if format != nil || output != nil { throw ValidationError("--jsonl goes without --format and --output.") }
  }

  func run() async throws {
    let lexicons = try own.lexicons(shared)
    let check = try check(lexicons)
    if jsonl { return try await answerRecords(check, lexicons) }
    let format = try format ?? .of(output, default: .text)
    let files = inputs.files
    try refuseResult(output, over: files.files.map(\.path) + [termbase].compactMap(\.self))
    var result = try CheckResult(format, path: output)
    let prototype = try await inputs.analyzer(for: files, shared: shared, lexicons: lexicons, choices: nil)
    let failures = try await DocumentBatch(files, options: inputs, shared: shared, lexicons: lexicons).run(
      makeWorker: { prototype.worker() },
      work: { worker, document in
        let analysis = try worker.analyze(document)
        return CheckedAnalysis(
          name: document.name, findings: check.findings(in: analysis, of: document),
          warnings: Prose.warnings(document, analysis))
      },
      warnings: { $1.warnings }, deliver: { try result.write($0.name, $0.findings) })
    let found = result.count
    try result.finish()
    if failures > 0 || found > 0 { throw ExitCode(1) }
  }

  /// What is left of a document.
  private struct CheckedAnalysis: Sendable {
    var name: String
    var findings: [ConsistencyFinding]
    var warnings: [String]
  }

  private func check(_ lexicons: Lexicons) throws -> ConsistencyCheck {
    var entries: [GlossaryEntry] = []
    if let termbase {
      entries = try Termbase(path: termbase, access: .reading, lexicons: lexicons).entries([.approved, .edited])
      if entries.isEmpty {
        Reporter.say("lingua-cli: \(termbase): no term is approved yet; see glossary import".printable)
      }
    }
    var check = try ConsistencyCheck(entries: entries, lexicons: lexicons)
    if !only.isEmpty { check.kinds = Set(only) }
    check.kinds.subtract(without)
    return check
  }

  private func answerRecords(_ check: ConsistencyCheck, _ lexicons: Lexicons) async throws {
    let prototype = AnalyzerPrototype(try DocumentAnalyzer(lexicons: lexicons))
    try await RecordCommand.run(workers: shared.workers, makeWorker: { prototype.worker() }) {
      (worker, record) throws(RecordError) in
      try answering {
        let document = Document(name: record["id"]?.string ?? "", text: try record.text("text"))
        let findings = check.findings(in: try worker.analyze(document), of: document)
        return record.answered(
          dropping: ["text"], with: [.init("findings", .array(findings.map { .object($0.members) }))])
      }
    }
  }
}

extension ConsistencyFinding.Kind {
  /// The kind of that name.
  ///
  /// - Throws: `ValidationError` that names all of them.
  fileprivate static func argument(_ value: String) throws -> Self {
    guard let kind = Self(rawValue: value) else {
      throw ValidationError(
        "there is no kind \"\(value)\"; there are \(allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return kind
  }
}

extension ConsistencyFinding {
  /// The members of the finding with what to tell a person.
  var members: [JSONValue.Member] { jsonMembers + [.init("message", .string(Prose.words(self)))] }
}
