import ArgumentParser
import Lingua
import Pipeline

/// Analyses the inputs of a command, one worker a core, and hands the results on in the order of the inputs.
struct AnalysisBatch {
  let inputs: InputFiles
  let reading: DocumentInput
  let shared: SharedOptions

  private enum Outcome: Sendable {
    case done(DocumentAnalysis, warnings: [String])
    case failed(any Error)
  }

  /// Runs the batch.
  ///
  /// - Parameter deliver: takes each analysis in order; what it throws ends the batch.
  /// - Returns: how many inputs failed; each was named with its reason.
  func run(_ deliver: (DocumentAnalysis) throws -> Void) async throws -> Int {
    var reporter = Reporter(total: inputs.files.count, quiet: shared.quiet)
    for failure in inputs.failures { reporter.fail(failure, name: failure.path) }
    if inputs.files.isEmpty && inputs.failures.isEmpty { throw InputFiles.nothingToRead }
    let prototype = AnalyzerPrototype(try DocumentAnalyzer(lexicons: try shared.lexicons()))
    try await BatchRunner(workers: shared.workers).run(
      inputs.files, makeWorker: { prototype.worker() },
      process: { [reading] worker, input -> Outcome in
        do {
          let document = try reading.read(input)
          let analysis = try worker.analyze(document)
          return .done(analysis, warnings: Prose.warnings(analysis, document))
        } catch {
          return .failed(error)
        }
      },
      deliver: { k, outcome throws(DeliveryFailure) in
        let name = inputs.files[k].path == "-" ? "standard input" : inputs.files[k].path
        switch outcome {
        case .failed(let error): reporter.fail(error, name: name)
        case .done(let analysis, let warnings):
          for warning in warnings { reporter.warn("\(name): \(warning)") }
          do { try deliver(analysis) } catch { throw DeliveryFailure(underlying: error) }
        }
        reporter.advance(inputs.files[k].relativePath)
      })
    reporter.closeLine()
    if inputs.skipped > 0 {
      reporter.warn("passed over \(inputs.skipped) files of folders that do not end in a text extension")
    }
    return reporter.failures
  }
}

/// Carries what a delivery threw through the runner's typed throw.
struct DeliveryFailure: Error {
  let underlying: any Error
}
