import ArgumentParser
import Glibc
import Pipeline

/// Answers JSON Lines on standard input with JSON Lines on standard output.
enum RecordCommand {
  /// Runs until the input ends.
  ///
  /// - Throws: `ExitCode` 1 when a record could not be answered; `FileError` when output fails.
  static func run<Worker>(
    workers: Int, makeWorker: @escaping @Sendable () -> Worker,
    answer: @escaping @Sendable (inout Worker, Record) throws(RecordError) -> Record
  ) async throws {
    var stream = RecordStream(workers: workers)
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let n = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if n < 0 {
        if errno == EINTR { continue }
        throw FileError(path: "standard input", operation: .read, code: errno)
      }
      var output: [UInt8] = []
      await stream.feed(
        chunk[..<n], isLast: n == 0, makeWorker: makeWorker, answer: answer, into: &output)
      try writeAll(output, to: STDOUT_FILENO, path: "standard output")
      if n == 0 { break }
    }
    if stream.failures > 0 {
      Reporter.say("lingua-cli: \(stream.failures) of \(stream.count) records failed; their answers say why")
      throw ExitCode(1)
    }
  }
}

/// Runs the work on one record; what it throws becomes the record's error.
func answering<Result>(_ work: () throws -> Result) throws(RecordError) -> Result {
  do {
    return try work()
  } catch let error as RecordError {
    throw error
  } catch {
    throw RecordError(.failed, Prose.words(error))
  }
}
