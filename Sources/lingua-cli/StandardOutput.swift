import Glibc
import Pipeline

/// Buffered standard output whose failures are noticed.
struct StandardOutput {
  private var buffer: [UInt8] = []

  /// Appends bytes; they are written in blocks.
  ///
  /// - Throws: `FileError` when the disk is full or the reader has gone.
  mutating func write(_ bytes: some Collection<UInt8>) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// As `write` of any bytes, but a large block is not copied first.
  mutating func write(_ bytes: [UInt8]) throws(FileError) {
    if bytes.count >= 1 << 16 {
      try flush()
      try writeAll(bytes, to: STDOUT_FILENO, path: "standard output")
    } else {
      buffer += bytes
      if buffer.count >= 1 << 16 { try flush() }
    }
  }

  /// Writes what is still buffered.
  mutating func flush() throws(FileError) {
    try writeAll(buffer, to: STDOUT_FILENO, path: "standard output")
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes a text at once; ends the program when that fails.
  static func writeOrExit(_ text: String) {
    do {
      try writeAll(Array(text.utf8), to: STDOUT_FILENO, path: "standard output")
    } catch {
      if error.isClosedPipe { exit(0) }
      Reporter.say("lingua-cli: \(Prose.words(error))")
      exit(2)
    }
  }
}
