import Glibc
import Lingua
import Pipeline

/// Reads the documents that a command line names.
struct DocumentInput: Sendable {
  let encoding: String?
  let strict: Bool

  /// Reads one input.
  func read(_ input: InputFile) throws -> Document {
    let descriptor = input.path == "-" ? STDIN_FILENO : open(input.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: input.path, operation: .read, code: errno) }
    defer { if input.path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let n = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if n < 0 { throw FileError(path: input.path, operation: .read, code: errno) }
      if n == 0 { break }
      bytes += chunk[..<n]
    }
    return Document(name: input.relativePath, text: String(decoding: bytes, as: UTF8.self))
  }
}
