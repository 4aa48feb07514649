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

  /// Works on every document and notes in a folder what became of it.
  ///
  /// - Parameters:
  ///   - keep: what is done with a document whose results still stand.
  ///   - work: makes the result of one document, which may have files of its own.
  ///   - deliver: takes the results in order and answers with files that it made of the document.
  /// - Returns: how many inputs failed; each was named with its reason and the rest is done.
  func run<Worker, Output: Sendable>(
    into folder: BatchFolder, makeWorker: @escaping @Sendable () -> Worker,
    keep: @escaping InputBatch.Keeping<Worker, Output>,
    work: @escaping @Sendable (inout Worker, InputFile, Document) throws -> InputBatch.Result<Output>,
    deliver: (Output) throws -> [ManifestEntry.Output]
  ) async throws -> Int {
    try await batch.run(
      folder: folder, makeWorker: makeWorker, keep: keep,
      work: { [reader] worker, input in
        try work(&worker, input, try reader.read(input.path, name: input.relativePath))
      },
      deliver: deliver)
  }
}
