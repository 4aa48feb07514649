import ArgumentParser
import Lingua
import Pipeline

struct Segment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Split text into sentences or words.",
    discussion: """
      Prints one sentence a line; a line break inside a sentence becomes a blank. A blank line stands between documents.

      EXAMPLES
        lingua-cli segment article.txt
        lingua-cli segment --ranges --language kk article.txt
        lingua-cli segment --jsonl < records.jsonl

      With --ranges a line is start, end (UTF-8 offsets) and sentence, with tabs between.
      """)

  @OptionGroup var inputs: InputOptions
  @Option(
    help: ArgumentHelp("The language, kk, ru or en. Detected for each document by default.", valueName: "tag"),
    transform: Language.argument)
  var language: Language?
  @Flag(help: "Split into words instead.") var words = false
  @Flag(help: "Print the UTF-8 offsets in the source too.") var ranges = false
  @Flag(help: "Answer JSON Lines on standard input: {\"id\",\"text\"[,\"language\"]}.") var jsonl = false
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file for the result. The default is standard output.", valueName: "file"))
  var output: String?
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard jsonl else { return }
    try inputs.refuseWithJSONLines()
    if ranges || output != nil { throw ValidationError("--jsonl goes without --ranges and --output.") }
  }

  func run() async throws {
    let lexicons = try shared.lexicons()
    let prototype = try SegmentPrototype(lexicons: lexicons)
    if jsonl { return try await answerRecords(prototype) }
    var output = try ResultFile(path: output)
    var isFirst = true
    let failures = try await DocumentBatch(options: inputs, shared: shared, lexicons: lexicons).run(
      makeWorker: { SegmentWorker(prototype) },
      work: { [language, words, ranges] worker, document in
        let found = try worker.ranges(of: document.text, words: words, language: language)
        var lines: [UInt8] = []
        Self.write(found, of: document, withRanges: ranges, to: &lines)
        return lines
      },
      deliver: { lines in
        if !isFirst { try output.write([0x0A]) }
        isFirst = false
        try output.write(lines)
      })
    try output.finish()
    if failures > 0 { throw ExitCode(1) }
  }

  private static func write(_ found: [Range<Int>], of document: Document, withRanges: Bool, to output: inout [UInt8]) {
    var text = document.text
    text.withUTF8 { bytes in
      output.reserveCapacity(output.count + bytes.count + found.count)
      for range in found {
        if withRanges {
          let source = document.map.inputRange(of: range)
          output += Array("\(source.lowerBound)\t\(source.upperBound)\t".utf8)
        }
        var previous: UInt8 = 0
        for byte in bytes[range] {
          if byte == 0x0D || byte == 0x0A || byte == 0x09 {
            if previous != 0x20 { output.append(0x20) }
            previous = 0x20
          } else {
            output.append(byte)
            previous = byte
          }
        }
        output.append(0x0A)
      }
    }
  }

  private func answerRecords(_ prototype: SegmentPrototype) async throws {
    try await RecordCommand.run(workers: shared.workers, makeWorker: { SegmentWorker(prototype) }) {
      [language, words] (worker, record) throws(RecordError) in
      let text = try record.text("text")
      let language = try record.language("language") ?? language
      return try answering {
        let found = try worker.ranges(of: text, words: words, language: language)
        let bytes = Array(text.utf8)
        return record.answered(
          dropping: ["text"],
          with: [
            .init(
              words ? "words" : "sentences", .array(found.map { .string(String(decoding: bytes[$0], as: UTF8.self)) })),
            .init("ranges", .array(found.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })),
          ])
      }
    }
  }
}
