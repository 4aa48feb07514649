import ArgumentParser
import Lingua
import Pipeline

/// Puts the text of each input through a worker and prints what it made of it, in the order of the inputs.
struct TextBatch {
  let inputs: InputFiles
  let reading: DocumentInput
  let shared: SharedOptions

  private enum Outcome: Sendable {
    case done([UInt8])
    case failed(any Error)
  }

  /// Runs the batch.
  ///
  /// - Parameter answer: the bytes to print for one document; the number is its place among the inputs.
  /// - Throws: `ExitCode` 1 when an input failed; each was named with its reason.
  func print<Worker>(
    makeWorker: @escaping @Sendable () -> Worker,
    answer: @escaping @Sendable (inout Worker, Document) throws -> [UInt8]
  ) async throws {
    var reporter = Reporter(total: inputs.files.count, quiet: shared.quiet)
    for failure in inputs.failures { reporter.fail(failure, name: failure.path) }
    if inputs.files.isEmpty && inputs.failures.isEmpty { throw InputFiles.nothingToRead }
    var output = StandardOutput()
    try await BatchRunner(workers: shared.workers).run(
      inputs.files, makeWorker: makeWorker,
      process: { [reading] worker, input -> Outcome in
        do { return .done(try answer(&worker, try reading.read(input))) } catch { return .failed(error) }
      },
      deliver: { k, outcome throws(FileError) in
        switch outcome {
        case .failed(let error):
          reporter.fail(error, name: inputs.files[k].path == "-" ? "standard input" : inputs.files[k].path)
        case .done(let bytes): try output.write(bytes)
        }
        reporter.advance(inputs.files[k].relativePath)
      })
    try output.flush()
    reporter.closeLine()
    if inputs.skipped > 0 {
      reporter.warn("passed over \(inputs.skipped) files of folders that do not end in a text extension")
    }
    if reporter.failures > 0 { throw ExitCode(1) }
  }
}

extension InputFiles {
  /// What to say when the folders of a command line hold nothing to read.
  static var nothingToRead: RecordError {
    RecordError(
      .failed,
      "no input: the folders hold no \(extensions.map { "." + $0 }.joined(separator: ", ")) file;"
        + " name files themselves if they have another ending")
  }
}
