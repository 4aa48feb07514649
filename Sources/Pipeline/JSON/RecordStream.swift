/// Cuts a stream of bytes into JSON Lines records and answers them in order.
///
/// Whatever a read brings is answered before the next read, so a program may wait for each answer; memory grows with
/// the longest line only.
public struct RecordStream: Sendable {
  /// A line of the input that is not blank.
  private struct Line: Sendable {
    var number: Int
    var bytes: [UInt8]
  }

  private var rest: [UInt8] = []
  private var lineCount = 0
  private let runner: BatchRunner
  /// How many records were answered by an error so far.
  public private(set) var failures = 0
  /// How many records were read so far.
  public private(set) var count = 0

  /// A stream answered by `workers` workers.
  public init(workers: Int) { runner = BatchRunner(workers: workers, stride: 16) }

  /// Takes the next bytes and appends the answers to the records that are complete to `output`.
  ///
  /// - Parameters:
  ///   - bytes: what the last read brought.
  ///   - isLast: whether no more bytes follow; a last line need not end in a line feed.
  ///   - makeWorker: makes what one worker needs for itself.
  ///   - answer: answers one record.
  ///   - output: receives the answers, a line each.
  public mutating func feed<Worker>(
    _ bytes: some Collection<UInt8>, isLast: Bool, makeWorker: @escaping @Sendable () -> Worker,
    answer: @escaping @Sendable (inout Worker, Record) throws(RecordError) -> Record, into output: inout [UInt8]
  ) async {
    let searchStart = rest.count
    rest.append(contentsOf: bytes)
    var lines: [Line] = []
    var start = 0
    func take(_ end: Int) {
      lineCount += 1
      var line = rest[start..<end]
      // Some programs begin a file with a byte-order mark, which JSON does not have.
      if lineCount == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      if !line.allSatisfy({ $0 <= 0x20 }) { lines.append(Line(number: lineCount, bytes: Array(line))) }
    }
    var k = searchStart
    while k < rest.count {
      if rest[k] == 0x0A {
        take(k)
        start = k + 1
      }
      k += 1
    }
    if isLast, start < rest.count {
      take(rest.count)
      start = rest.count
    }
    rest.removeFirst(start)
    count += lines.count
    var failed = 0
    var written: [UInt8] = []
    await runner.run(
      lines, makeWorker: makeWorker,
      process: { worker, line -> (bytes: [UInt8], failed: Bool) in
        var id: JSONValue?
        var result: [UInt8] = []
        do throws(RecordError) {
          let record = try Record(line: line.bytes)
          id = record["id"]
          JSONValue.object(try answer(&worker, record).members).write(to: &result)
          result.append(0x0A)
          return (result, false)
        } catch {
          JSONValue.object(Record.failure(id: id, line: line.number, error).members).write(to: &result)
          result.append(0x0A)
          return (result, true)
        }
      },
      deliver: { _, answer in
        written += answer.bytes
        if answer.failed { failed += 1 }
      })
    output += written
    failures += failed
  }
}
