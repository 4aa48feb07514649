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
    /// The files that the worker made of it.
    var files: [ManifestEntry.Output] = []
    /// What the manifest counts in it.
    var figures: [JSONValue.Member] = []
  }

  /// One input after a worker had it.
  private struct Outcome<Output: Sendable>: Sendable {
    var result: Swift.Result<Result<Output>, any Error>
    var digest: FileDigest?
    /// How long it took; nil where its results were kept.
    var seconds: Double?
  }

  /// A failure that ends the batch, carried through the runner's typed throw.
  private struct Ending: Error {
    let underlying: any Error
  }

  /// What a worker does with an input whose results an earlier run left, and which still stand; nil does it again.
  typealias Keeping<Worker, Output> = @Sendable (inout Worker, InputFile, ManifestEntry) throws -> Output?

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
  ///   - folder: where the results go and what became of each input is noted, if they go into a folder. Whoever has it
  ///     finishes it.
  ///   - keep: what is done with an input whose results still stand; nil does all inputs.
  ///   - work: makes the result of one input.
  ///   - endsBatch: whether a failure of one input concerns all of them, such as standard output that fails.
  ///   - deliver: takes the results in order and answers with files that it made of the input itself; what it throws
  ///     ends the batch.
  /// - Returns: how many inputs failed.
  func run<Worker, Output: Sendable>(
    workers: Int? = nil, folder: BatchFolder? = nil, makeWorker: @escaping @Sendable () -> Worker,
    keep: Keeping<Worker, Output>? = nil, work: @escaping @Sendable (inout Worker, InputFile) throws -> Result<Output>,
    endsBatch: (any Error) -> Bool = { _ in false }, deliver: (Output) throws -> [ManifestEntry.Output]
  ) async throws -> Int {
    var reporter = Reporter(total: inputs.files.count, quiet: shared.quiet)
    var kept = 0
    let isNoted = folder != nil
    let options = folder?.options ?? ""
    let earlier = folder?.earlier
    do {
      for failure in inputs.failures {
        reporter.fail(failure, name: failure.path)
        var entry = ManifestEntry(path: failure.path, status: .failed, digest: nil, options: options)
        entry.reason = Prose.words(failure)
        try folder?.record(entry, seconds: 0)
      }
      try await BatchRunner(workers: workers ?? shared.workers).run(
        inputs.files, makeWorker: makeWorker,
        process: { worker, input -> Outcome<Output> in
          let start = ContinuousClock.now
          var digest: FileDigest?
          let result = Swift.Result<(Result<Output>, Bool), any Error> {
            if isNoted { digest = try FileDigest.regularFile(at: input.path) }
            if let keep, let entry = earlier?.standing(input.relativePath, digest: digest, options: options),
              let output = try keep(&worker, input, entry)
            {
              let result = Result(
                output: output, warnings: entry.warnings, files: entry.outputs, figures: entry.figures)
              return (result, true)
            }
            return (try work(&worker, input), false)
          }
          let isKept = (try? result.get().1) ?? false
          let seconds = (ContinuousClock.now - start) / .seconds(1)
          return Outcome(result: result.map(\.0), digest: digest, seconds: isKept ? nil : seconds)
        },
        deliver: { k, outcome throws(Ending) in
          let input = inputs.files[k]
          let name = input.path == "-" ? "standard input" : input.path
          var entry = ManifestEntry(
            path: input.relativePath, status: .done, digest: outcome.digest, options: options)
          switch outcome.result {
          case .failure(let error):
            if endsBatch(error) { throw Ending(underlying: error) }
            reporter.fail(error, name: name)
            entry.status = .failed
            entry.reason = Prose.words(error)
          case .success(let result):
            for warning in result.warnings { reporter.warn("\(name): \(warning)") }
            entry.warnings = result.warnings
            entry.figures = result.figures
            do {
              let own = try deliver(result.output)
              entry.outputs = own.isEmpty ? result.files : own
            } catch {
              throw Ending(underlying: error)
            }
          }
          if outcome.seconds == nil { kept += 1 }
          do { try folder?.record(entry, seconds: outcome.seconds) } catch { throw Ending(underlying: error) }
          reporter.advance(input.relativePath)
        })
    } catch {
      reporter.closeLine()
      throw (error as? Ending)?.underlying ?? error
    }
    reporter.closeLine()
    if inputs.skipped > 0 {
      reporter.warn("passed over \(inputs.skipped) files of folders that are no documents by their endings")
    }
    if kept > 0 {
      reporter.warn("\(kept) of \(inputs.files.count) inputs and their results are unchanged and were kept")
    }
    return reporter.failures
  }

  /// Works on every input, where results are not files of the inputs' own.
  func run<Worker, Output: Sendable>(
    workers: Int? = nil, makeWorker: @escaping @Sendable () -> Worker,
    work: @escaping @Sendable (inout Worker, InputFile) throws -> Result<Output>, deliver: (Output) throws -> Void
  ) async throws -> Int {
    try await run(workers: workers, folder: nil, makeWorker: makeWorker, work: work) { output in
      try deliver(output)
      return []
    }
  }
}
