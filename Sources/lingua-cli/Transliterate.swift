import ArgumentParser
import Lingua
import Pipeline

struct Transliterate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write Cyrillic in Latin or Arabic letters by a scheme, and back.",
    discussion: """
      Letters that the scheme does not know, digits and punctuation stay as they are. --escape marks what would not come
      back (Latin words, quotes that the scheme uses as letters, letters written alike), so that --reverse --escape gives
      the very same text: \\(…\\) around a stretch, \\ before one sign, \\| between letters that would be read as one.

      EXAMPLES
        lingua-cli transliterate --list
        lingua-cli transliterate --scheme kk-latn-2021-jan article.txt
        lingua-cli transliterate --scheme ru-alalc --escape archive -o latin
        lingua-cli transliterate --scheme ru-alalc --escape --reverse latin -o again
        lingua-cli transliterate --jsonl < records.jsonl

      A record is {"id","text","scheme"[,"reverse":true][,"escape":true]}.
      """)

  @OptionGroup var inputs: InputOptions
  @Option(help: ArgumentHelp("The scheme; --list names them.", valueName: "id")) var scheme: String?
  @Flag(help: "Run the scheme backwards.") var reverse = false
  @Flag(help: "Escape what would not come back; with --reverse, read escapes.") var escape = false
  @Flag(help: "List the schemes: id, title, direction, status, reversible; with --jsonl as JSON Lines.") var list =
    false
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "A file, or for several inputs a folder that mirrors their names. The default is standard output.",
      valueName: "path"))
  var output: String?
  @Flag(help: "Read and write JSON Lines; a record's own scheme, reverse and escape go before the options.")
  var jsonl = false
  @OptionGroup var batch: BatchOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if list {
      guard scheme == nil, !reverse, !escape, output == nil, inputs.paths.isEmpty else {
        throw ValidationError("--list goes alone, or with --jsonl.")
      }
    } else if jsonl {
      try inputs.refuseWithJSONLines()
      if output != nil { throw ValidationError("--jsonl answers on standard output; leave --output out.") }
    } else if scheme == nil {
      throw ValidationError("name a scheme with --scheme; --list names all.")
    }
  }

  func run() async throws {
    let lexicons = try shared.lexicons()
    if list { return try printList(lexicons) }
    let choice = SchemeChoice(name: scheme, reverse: reverse, escape: escape)
    if jsonl {
      // A scheme that is named for all records is checked before the first.
      if scheme != nil { _ = try choice.transliterator(lexicons) }
      return try await RecordCommand.run(
        workers: shared.workers, makeWorker: { SchemeWorker(choice: choice, lexicons: lexicons) }
      ) { (worker, record) throws(RecordError) in try worker.answer(record) }
    }
    let transliterator = try choice.transliterator(lexicons)
    let files = try inputs.files(besides: output)
    let target = try FilterTarget(output, inputs: files, paths: inputs.paths)
    let filters = FilterBatch(
      makeFilter: { TransliterationFilter(transliterator) }, reader: try inputs.reader(lexicons), explain: false,
      target: target)
    let folder = try batch.folder(
      target.folderPath, command: "transliterate",
      options: [("scheme", scheme ?? ""), ("reverse", reverse.description), ("escape", escape.description)],
      inputs: inputs, lexicons: lexicons, shared: shared)
    var report: ChangeReport?
    if try await filters.run(files, shared: shared, folder: folder, report: &report) > 0 { throw ExitCode(1) }
  }

  private func printList(_ lexicons: Lexicons) throws {
    var standardOutput = StandardOutput()
    var lines: [UInt8] = []
    for scheme in try Scheme.all(lexicons: lexicons) {
      if jsonl {
        scheme.json.write(to: &lines)
        lines.append(0x0A)
      } else {
        let direction = "\(scheme.from.rawValue)-\(scheme.to.rawValue)"
        let cells = [scheme.id, scheme.title, direction, scheme.status.rawValue, scheme.reversibility.rawValue]
        lines += Array((cells.map(\.printable).joined(separator: "\t") + "\n").utf8)
      }
    }
    try standardOutput.write(lines)
    try standardOutput.flush()
  }
}

/// A scheme and how it is run.
private struct SchemeChoice: Hashable, Sendable {
  var name: String?
  var reverse: Bool
  var escape: Bool

  func transliterator(_ lexicons: Lexicons) throws(TransliterationError) -> Transliterator {
    try Transliterator(
      scheme: name ?? "", direction: reverse ? .reverse : .forward, escaping: escape, lexicons: lexicons)
  }
}

/// One worker's transliterators, made when a record first asks for one.
private struct SchemeWorker {
  let choice: SchemeChoice
  let lexicons: Lexicons
  private var made: [SchemeChoice: Transliterator] = [:]

  init(choice: SchemeChoice, lexicons: Lexicons) {
    self.choice = choice
    self.lexicons = lexicons
  }

  mutating func answer(_ record: Record) throws(RecordError) -> Record {
    let asked = SchemeChoice(
      name: record["scheme"] == nil && choice.name != nil ? choice.name : try record.text("scheme"),
      reverse: try record.flag("reverse") ?? choice.reverse, escape: try record.flag("escape") ?? choice.escape)
    let text = try record.text("text")
    let transliterator: Transliterator
    if let known = made[asked] {
      transliterator = known
    } else {
      do throws(TransliterationError) {
        transliterator = try asked.transliterator(lexicons)
      } catch {
        throw RecordError(.badField, Prose.words(error))
      }
      made[asked] = transliterator
    }
    var output: [UInt8] = []
    var source = text
    let coverage = source.withUTF8 { transliterator.transliterate($0, into: &output) }
    var members: [JSONValue.Member] = [.init("text", .string(String(decoding: output, as: UTF8.self)))]
    if coverage.lettersLeft > 0 { members.append(.init("left", .integer(coverage.lettersLeft))) }
    return record.answered(dropping: ["left"], with: members)
  }
}

extension Record {
  /// A flag that may be missing.
  fileprivate func flag(_ name: String) throws(RecordError) -> Bool? {
    switch self[name] {
    case nil, .null: return nil
    case .bool(let value): return value
    default: throw RecordError(.badField, "the field \"\(name)\" must be true or false")
    }
  }
}

extension Scheme {
  fileprivate var json: JSONValue {
    .object([
      .init("id", .string(id)), .init("title", .string(title)), .init("from", .string(from.rawValue)),
      .init("to", .string(to.rawValue)), .init("language", .string(language)),
      .init("status", .string(status.rawValue)), .init("reversible", .string(reversibility.rawValue)),
      .init("source", .string(source)),
    ])
  }
}

/// A transliteration as the batch wants it.
private struct TransliterationFilter: TextFilter {
  private let transliterator: Transliterator
  private var stream: TransliterationStream

  init(_ transliterator: Transliterator) {
    self.transliterator = transliterator
    stream = transliterator.stream()
  }

  mutating func append(_ block: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    stream.append(block, into: &output)
  }

  mutating func finish(into output: inout [UInt8]) { stream.finish(into: &output) }

  mutating func takeEdits() -> [Edit] { [] }

  var warnings: [String] {
    let scheme = transliterator.scheme
    let script = transliterator.direction == .forward ? scheme.from : scheme.to
    return Prose.warning(stream.coverage, scheme, script: script).map { [$0] } ?? []
  }
}
