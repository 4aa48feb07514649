import ArgumentParser
import Glibc
import Lingua
import Pipeline

struct Detect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell the language and script of text.",
    discussion: """
      Prints the file, the language, the script (ISO 15924) and the confidence from 0 to 1, with tabs between; with --lines
      the same for each line, as FILE:LINE. The language is kk, ru, en or the tag of a neighbour, such as ky, uz, uk, tr, de;
      und where none is near. Kazakh is known in Cyrillic, in its Latin alphabets and in Arabic script.

      With --spans a row is a stretch in one language: the file, start and end (UTF-8 offsets in the source), language and
      confidence.

      EXAMPLES
        lingua-cli detect articles
        lingua-cli detect --lines --languages kk,ru titles.txt
        lingua-cli detect --spans letter.txt
        lingua-cli detect --jsonl < records.jsonl
      """)

  @OptionGroup var inputs: InputOptions
  @Flag(help: "Answer for each line that is not blank.") var lines = false
  @Flag(help: "Answer for each stretch of text in one language.") var spans = false
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
    if lines && spans { throw ValidationError("--lines and --spans go one without the other.") }
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
      work: { [languages, lines, spans] identifier, document in
        spans
          ? Self.spans(of: document, by: identifier, among: languages)
          : lines
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
    // Bytes throughout: making strings of a line and its row costs more than identifying it.
    let name = Array(document.name.printable.utf8)
    var output: [UInt8] = []
    var text = document.text
    text.withUTF8 { text in
      guard let base = text.baseAddress else { return }
      var number = 0
      var start = 0
      while start < text.count {
        let end = memchr(base + start, 0x0A, text.count - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
        let line = UnsafeBufferPointer(rebasing: text[start..<(end ?? text.count)])
        start = (end ?? text.count) + 1
        number += 1
        if line.allSatisfy({ $0 <= 0x20 }) { continue }
        output += name
        output.append(UInt8(ascii: ":"))
        append(number, to: &output)
        append(identifier.identify(line, among: languages), to: &output)
      }
    }
    return output
  }

  private static func spans(
    of document: Document, by identifier: LanguageIdentifier, among languages: Set<Language>?
  ) -> [UInt8] {
    var output: [UInt8] = []
    for span in identifier.spans(of: document.text, among: languages) {
      let source = document.map.inputRange(of: span.range)
      let place = "\(document.name.printable)\t\(source.lowerBound)\t\(source.upperBound)"
      output += Array("\(place)\t\(span.language.rawValue)\t\(hundredths(span.confidence))\n".utf8)
    }
    return output
  }

  private static func hundredths(_ confidence: Double) -> String {
    let hundredths = Int((confidence * 100).rounded())
    return hundredths >= 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
  }

  private static func line(_ name: String, _ guess: LanguageGuess) -> [UInt8] {
    var output = Array(name.printable.utf8)
    append(guess, to: &output)
    return output
  }

  /// Appends the cells of a guess and ends the row.
  private static func append(_ guess: LanguageGuess, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\t"))
    output.append(contentsOf: guess.language.rawValue.utf8)
    output.append(UInt8(ascii: "\t"))
    output.append(contentsOf: guess.script.rawValue.utf8)
    output.append(UInt8(ascii: "\t"))
    output.append(contentsOf: hundredths(guess.confidence).utf8)
    output.append(UInt8(ascii: "\n"))
  }

  private static func append(_ number: Int, to output: inout [UInt8]) {
    let first = output.count
    var rest = number
    repeat {
      output.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    output[first...].reverse()
  }

  private func answerRecords(_ identifier: LanguageIdentifier) async throws {
    try await RecordCommand.run(workers: shared.workers, makeWorker: { identifier }) {
      [languages, spans] (identifier, record) throws(RecordError) in
      let text = try record.text("text")
      let languages = try record.languages("languages") ?? languages
      let guess = identifier.identify(text, among: languages)
      var members: [JSONValue.Member] = [
        .init("language", .string(guess.language.rawValue)), .init("script", .string(guess.script.rawValue)),
        .init("confidence", .decimal(guess.confidence, digits: 4)),
      ]
      if spans {
        let found = identifier.spans(of: text, among: languages)
        members.append(.init("spans", .array(found.map(Self.json))))
      }
      return record.answered(dropping: ["text"], with: members)
    }
  }

  private static func json(_ span: LanguageSpan) -> JSONValue {
    .object([
      .init("range", .array([.integer(span.range.lowerBound), .integer(span.range.upperBound)])),
      .init("language", .string(span.language.rawValue)),
      .init("confidence", .decimal(span.confidence, digits: 4)),
    ])
  }
}
