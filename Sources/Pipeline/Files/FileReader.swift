internal import Glibc

/// Reads a file or standard input block by block.
public struct FileReader: ~Copyable {
  /// The path as it was given; "-" is standard input.
  public let path: String
  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Throws: `FileError`: `ENOENT` when there is none, `EACCES` without permission. A folder can be opened;
  ///   reading it fails with `EISDIR`.
  public init(path: String) throws(FileError) {
    let descriptor = path == "-" ? STDIN_FILENO : path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileError(path: path, operation: .read, code: errno) }
    self.path = path
    self.descriptor = descriptor
    if path != "-" { posix_fadvise(descriptor, 0, 0, Int32(POSIX_FADV_SEQUENTIAL)) }
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The size that the system tells, for reserving room; 0 where it knows none.
  public var expectedSize: Int {
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return 0 }
    return max(0, info.st_size)
  }

  /// Fills `buffer` from its beginning; fewer bytes than it has room for are no sign of the end.
  ///
  /// - Returns: how many bytes were read; 0 at the end.
  /// - Throws: `FileError` when reading fails.
  public func read(into buffer: inout [UInt8]) throws(FileError) -> Int {
    while true {
      let n = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if n >= 0 { return n }
      if errno != EINTR { throw FileError(path: path, operation: .read, code: errno) }
    }
  }

  /// As `read(into:)` of an array.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    while true {
      let n = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if n >= 0 { return n }
      if errno != EINTR { throw FileError(path: path, operation: .read, code: errno) }
    }
  }

  /// More than a stream is believed to have that goes on and on, as some devices do.
  private static let longestStream = 1 << 30

  /// Reads all that is left.
  ///
  /// - Parameter isEnough: told all bytes after each block of 256 kB or less; true ends the reading.
  /// - Throws: `FileError` when reading fails; `EFBIG` where it is no file and does not end.
  func rest(until isEnough: ([UInt8]) -> Bool = { _ in false }) throws(FileError) -> [UInt8] {
    var all: [UInt8] = []
    let size = expectedSize
    all.reserveCapacity(size + 1)
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let n = try read(into: &block)
      if n == 0 { return all }
      all.append(contentsOf: block[..<n])
      if isEnough(all) { return all }
      if size == 0, all.count > Self.longestStream { throw FileError(path: path, operation: .read, code: EFBIG) }
    }
  }

  /// Reads until `buffer` is full or the file ends.
  ///
  /// - Returns: how many bytes were read; fewer than the buffer has room for only at the end.
  /// - Throws: `FileError` when reading fails.
  public func fill(_ buffer: inout [UInt8]) throws(FileError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let start = filled
      let n = buffer.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      if n == 0 { break }
      if n > 0 {
        filled += n
      } else if errno != EINTR {
        throw FileError(path: path, operation: .read, code: errno)
      }
    }
    return filled
  }
}
