import Lingua
import Pipeline

/// Where a command that makes one result puts it: a file that appears whole, or standard output.
struct ResultFile: ~Copyable {
  private var file: AtomicFile?
  private var standardOutput = StandardOutput()

  /// The file at `path`; standard output where it is nil or "-".
  init(path: String?) throws(FileError) {
    if let path, path != "-" { file = try AtomicFile(path: path) } else { file = nil }
  }

  mutating func write(_ bytes: [UInt8]) throws(FileError) {
    if file == nil { try standardOutput.write(bytes) } else { try file?.write(bytes) }
  }

  /// Ends the result.
  ///
  /// - Returns: the digest of the file; nil for standard output.
  @discardableResult
  consuming func finish() throws(FileError) -> FileDigest? {
    if let file { return try file.commit() }
    try standardOutput.flush()
    return nil
  }
}
