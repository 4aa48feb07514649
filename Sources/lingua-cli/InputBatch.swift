import ArgumentParser
import Pipeline

/// Puts the inputs of a command line through workers, one a core, and hands the results on in the order of the inputs.
///
/// An input that fails is named with its reason and does not stop the others.
struct InputBatch {
  /// What became of one input.
  struct Result<Output: Sendable>: Sendable {
    var output: Output
    /// What a person should know of an input that is done all the same.
    var warnings: [String]
  }

  /// A failure that ends the batch, carried through the runner's typed throw.
  private struct Ending: Error {
    let underlying: any Error
  }

  let inputs: InputFiles
  let shared: SharedOptions

  /// The inputs that the options name.
  ///
  /// - Throws: `RecordError` when there is nothing to read.
  init(_ inputs: InputFiles, shared: SharedOptions) throws {
    self.inputs = inputs
    self.shared = shared
    if inputs.files.isEmpty && inputs.failures.isEmpty {
      throw RecordError(
        .failed,
        "no input: the folders hold no \(InputFiles.extensions.map { "." + $0 }.joined(separator: ", ")) file;"
          + " name files themselves if they have another ending")
    }
  }

  /// Works on every input.
  ///
  /// - Parameters:
  ///   - workers: how many run at once; nil for what the options say.
  ///   - work: makes the result of one input.
  ///   - endsBatch: whether a failure of one input concerns all of them, such as standard output that fails.
  ///   - deliver: takes the results in order; what it throws ends the batch.
  /// - Returns: how many inputs failed.
  func run<Worker, Output: Sendable>(
    workers: Int? = nil, makeWorker: @escaping @Sendable () -> Worker,
    work: @escaping @Sendable (inout Worker, InputFile) throws -> Result<Output>,
    endsBatch: (any Error) -> Bool = { _ in false }, deliver: (Output) throws -> Void
  ) async throws -> Int {
    var reporter = Reporter(total: inputs.files.count, quiet: shared.quiet)
    for failure in inputs.failures { reporter.fail(failure, name: failure.path) }
    do {
      try await BatchRunner(workers: workers ?? shared.workers).run(
        inputs.files, makeWorker: makeWorker,
        process: { worker, input in Swift.Result { try work(&worker, input) } },
        deliver: { k, result throws(Ending) in
          let name = inputs.files[k].path == "-" ? "standard input" : inputs.files[k].path
          switch result {
          case .failure(let error):
            if endsBatch(error) { throw Ending(underlying: error) }
            reporter.fail(error, name: name)
          case .success(let result):
            for warning in result.warnings { reporter.warn("\(name): \(warning)") }
            do { try deliver(result.output) } catch { throw Ending(underlying: error) }
          }
          reporter.advance(inputs.files[k].relativePath)
        })
    } catch {
      reporter.closeLine()
      throw error.underlying
    }
    reporter.closeLine()
    if inputs.skipped > 0 {
      reporter.warn("passed over \(inputs.skipped) files of folders that are no documents by their endings")
    }
    return reporter.failures
  }
}
