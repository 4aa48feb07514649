import ArgumentParser
import Lingua
import Pipeline

/// Puts the documents of a command line through workers, one a core, and hands the results on in the order of the inputs.
struct DocumentBatch {
  private let inputs: InputFiles
  private let reader: DocumentReader
  private let shared: SharedOptions

  private enum Outcome<Output: Sendable>: Sendable {
    case done(Output, warnings: [String])
    case failed(any Error)
  }

  /// Carries what a delivery threw through the runner's typed throw.
  struct DeliveryFailure: Error {
    let underlying: any Error
  }

  /// The documents that the options name.
  ///
  /// - Throws: `RecordError` when there is nothing to read.
  init(_ options: InputOptions, shared: SharedOptions, lexicons: Lexicons) throws {
    inputs = options.files
    reader = try options.reader(lexicons)
    self.shared = shared
    if inputs.files.isEmpty && inputs.failures.isEmpty {
      throw RecordError(
        .failed,
        "no input: the folders hold no \(InputFiles.extensions.map { "." + $0 }.joined(separator: ", ")) file;"
          + " name files themselves if they have another ending")
    }
  }

  /// How many documents there are.
  var count: Int { inputs.files.count }

  /// Works on every document.
  ///
  /// - Parameters:
  ///   - work: makes the result of one document; it runs on many at once.
  ///   - warnings: what a person should know of a document that is done all the same.
  ///   - deliver: takes the results in order; what it throws ends the batch.
  /// - Returns: how many inputs failed; each was named with its reason and the rest is done.
  func run<Worker, Output: Sendable>(
    makeWorker: @escaping @Sendable () -> Worker,
    work: @escaping @Sendable (inout Worker, Document) throws -> Output,
    warnings: @escaping @Sendable (Document, Output) -> [String] = { document, _ in Prose.warnings(document) },
    deliver: (Output) throws -> Void
  ) async throws -> Int {
    var reporter = Reporter(total: inputs.files.count, quiet: shared.quiet)
    for failure in inputs.failures { reporter.fail(failure, name: failure.path) }
    do {
      try await BatchRunner(workers: shared.workers).run(
        inputs.files, makeWorker: makeWorker,
        process: { [reader] worker, input -> Outcome<Output> in
          do {
            let document = try reader.read(input.path, name: input.relativePath)
            let output = try work(&worker, document)
            return .done(output, warnings: warnings(document, output))
          } catch {
            return .failed(error)
          }
        },
        deliver: { k, outcome throws(DeliveryFailure) in
          let name = inputs.files[k].path == "-" ? "standard input" : inputs.files[k].path
          switch outcome {
          case .failed(let error): reporter.fail(error, name: name)
          case .done(let output, let warnings):
            for warning in warnings { reporter.warn("\(name): \(warning)") }
            do { try deliver(output) } catch { throw DeliveryFailure(underlying: error) }
          }
          reporter.advance(inputs.files[k].relativePath)
        })
    } catch {
      reporter.closeLine()
      throw error.underlying
    }
    reporter.closeLine()
    if inputs.skipped > 0 {
      reporter.warn("passed over \(inputs.skipped) files of folders that do not end in a text extension")
    }
    return reporter.failures
  }
}
