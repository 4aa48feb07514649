import Lingua
import Pipeline

/// Reads the documents that a command line names.
struct DocumentInput: Sendable {
  let encoding: String?
  let strict: Bool

  /// Reads one input.
  func read(_ input: InputFile) throws -> Document {
    try reader().read(input.path, name: input.relativePath)
  }

  /// A reader by the options.
  ///
  /// - Throws: `UnknownEncodingError` when there is no encoding of that name.
  func reader() throws -> DocumentReader {
    DocumentReader(encoding: try encoding.map { try TextEncoding(named: $0) }, strict: strict)
  }
}
