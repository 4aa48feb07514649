import Lingua
import Pipeline

/// A batch over the documents that the inputs hold.
struct DocumentBatch {
  private let batch: InputBatch
  private let reader: DocumentReader

  /// The documents that the options name.
  ///
  /// - Throws: `RecordError` when there is nothing to read.
  init(
    _ files: InputFiles? = nil, options: InputOptions, shared: SharedOptions, lexicons: Lexicons
  ) throws {
    batch = try InputBatch(files ?? options.files, shared: shared)
    reader = try options.reader(lexicons)
  }

  /// Works on every document and hands the results on in order.
  ///
  /// - Parameter warnings: what a person should know of a document that is done all the same.
  /// - Returns: how many inputs failed; each was named with its reason and the rest is done.
  func run<Worker, Output: Sendable>(
    makeWorker: @escaping @Sendable () -> Worker,
    work: @escaping @Sendable (inout Worker, Document) throws -> Output,
    warnings: @escaping @Sendable (Document, Output) -> [String] = { document, _ in Prose.warnings(document) },
    deliver: (Output) throws -> Void
  ) async throws -> Int {
    try await batch.run(
      makeWorker: makeWorker,
      work: { [reader] worker, input in
        let document = try reader.read(input.path, name: input.relativePath)
        let output = try work(&worker, document)
        return InputBatch.Result(output: output, warnings: warnings(document, output))
      },
      deliver: deliver)
  }
}
