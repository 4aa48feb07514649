internal import Glibc

/// A file that appears whole or not at all: written beside its place and renamed when it is finished.
///
/// Dropping it without `commit()` removes what was written.
public struct AtomicFile: ~Copyable {
  /// The place where the file will be.
  public let path: String
  private let temporaryPath: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Starts a file, and makes the folders that it needs.
  ///
  /// - Throws: `FileError` when the folder or the file cannot be made.
  public init(path: String) throws(FileError) {
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.utf8.startIndex {
      try makeFolders(String(path[..<slash]))
    }
    let temporaryPath = "\(path).\(getpid()).part"
    let descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: path, operation: .write, code: errno) }
    self.path = path
    self.temporaryPath = temporaryPath
    self.descriptor = descriptor
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(temporaryPath)
    }
  }

  /// Appends bytes; they reach the disk in blocks.
  ///
  /// - Throws: `FileError` when the disk is full or fails.
  public mutating func write(_ bytes: some Collection<UInt8>) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  private mutating func flush() throws(FileError) {
    try writeAll(buffer, to: descriptor, path: path)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the finished file in its place.
  ///
  /// - Throws: `FileError` when the last bytes or the renaming fail; nothing stays behind.
  public consuming func commit() throws(FileError) {
    try flush()
    let result = close(descriptor)
    descriptor = -1
    guard result == 0 else {
      let code = errno
      unlink(temporaryPath)
      throw FileError(path: path, operation: .write, code: code)
    }
    guard rename(temporaryPath, path) == 0 else {
      let code = errno
      unlink(temporaryPath)
      throw FileError(path: path, operation: .rename, code: code)
    }
  }

  /// Writes a whole file at once.
  ///
  /// - Throws: `FileError`; nothing is left half-written.
  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(FileError) {
    var file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.commit()
  }
}

/// Writes all bytes, over partial writes and interruptions.
///
/// - Throws: `FileError` with the system's reason (`EPIPE` when the reader has gone).
public func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
  var failure: Int32 = 0
  bytes.withUnsafeBytes { raw in
    var done = 0
    while done < raw.count, let base = raw.baseAddress {
      let n = write(descriptor, base + done, raw.count - done)
      if n >= 0 {
        done += n
      } else if errno != EINTR {
        failure = errno
        return
      }
    }
  }
  if failure != 0 { throw FileError(path: path, operation: .write, code: failure) }
}

/// Makes a folder and those above it; one that exists is fine.
///
/// - Throws: `FileError` when it cannot be made, or a file stands in its place.
public func makeFolders(_ path: String) throws(FileError) {
  if path.isEmpty || isFolder(path) { return }
  if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.utf8.startIndex {
    try makeFolders(String(path[..<slash]))
  }
  if mkdir(path, 0o777) != 0 && !(errno == EEXIST && isFolder(path)) {
    throw FileError(path: path, operation: .makeFolder, code: errno)
  }
}

/// Whether the path is a folder, or a link to one.
public func isFolder(_ path: String) -> Bool {
  var info = stat()
  return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
}

/// Whether two paths lead to one file; two that cannot be looked at do not.
public func isSameFile(_ a: String, _ b: String) -> Bool {
  var first = stat()
  var second = stat()
  return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev
    && first.st_ino == second.st_ino
}
