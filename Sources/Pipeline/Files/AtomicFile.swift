internal import Glibc

/// A file that appears whole or not at all: written beside its place and renamed when it is finished.
///
/// Dropping it without `commit()` removes what was written. A link is followed, so that what it leads to is replaced and
/// not the link. What exists and is no regular file, such as a pipe or a device, is written directly.
public struct AtomicFile: ~Copyable {
  /// The place where the file will be.
  public let path: String
  // The file until it is finished; nil where it is written directly.
  private let temporary: TemporaryFile?
  private let target: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var hash = XXHash64()

  /// Starts a file, and makes the folders that it needs.
  ///
  /// - Throws: `FileError` when the folder or the file cannot be made.
  public init(path: String) throws(FileError) {
    if let folder = parentFolder(path), folder != "/" { try makeFolders(folder) }
    var info = stat()
    let code = path.withSystemPath { stat($0, &info) } == 0 ? 0 : errno
    if code == ELOOP { throw FileError(path: path, operation: .write, code: code) }
    if code == 0, info.st_mode & S_IFMT != S_IFREG {
      let descriptor = path.withSystemPath { open($0, O_WRONLY | O_CLOEXEC) }
      guard descriptor >= 0 else { throw FileError(path: path, operation: .write, code: errno) }
      temporary = nil
      target = path
      self.descriptor = descriptor
    } else {
      let target = Self.target(of: path)
      let temporary = try TemporaryFile(beside: target)
      self.temporary = temporary
      self.target = target
      descriptor = temporary.descriptor
    }
    self.path = path
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      temporary?.remove()
    }
  }

  /// Removes the files that are not finished; no other can be begun before `end`, which ends the program.
  package static func removeUnfinished(before end: () -> Never) -> Never { TemporaryFile.removeAll(before: end) }

  /// Where a path leads through links, the last of which may lead to a file that is not there yet.
  private static func target(of path: String) -> String {
    var path = path
    // As many links as the system itself follows.
    for _ in 0..<40 {
      var room = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let n = room.withUnsafeMutableBytes { raw in
        raw.withMemoryRebound(to: CChar.self) { chars in
          chars.baseAddress.map { room in path.withSystemPath { readlink($0, room, chars.count) } } ?? -1
        }
      }
      guard n > 0 else { break }
      let link = FileName.text(room[..<n])
      if link.hasPrefix("/") {
        path = link
      } else {
        path = parentFolder(path).map { FolderWalk.path($0, link) } ?? link
      }
    }
    return path
  }

  /// Appends bytes; they reach the disk in blocks.
  ///
  /// - Throws: `FileError` when the disk is full or fails.
  public mutating func write(_ bytes: some Collection<UInt8>) throws(FileError) {
    hash.update(bytes)
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 18 { try flush() }
  }

  private mutating func flush() throws(FileError) {
    try writeAll(buffer, to: descriptor, path: path)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the finished file in its place.
  ///
  /// - Parameter isSynced: whether its bytes are on the disk before it has its name, so that not even a power cut leaves
  ///   it empty. The default is no: it costs as much as writing hundreds of small files.
  /// - Returns: the digest of all that was written.
  /// - Throws: `FileError` when the last bytes or the renaming fail; nothing stays behind.
  @discardableResult
  public consuming func commit(isSynced: Bool = false) throws(FileError) -> FileDigest {
    try flush()
    let digest = hash.digest
    if isSynced, fsync(descriptor) != 0, errno != EINVAL {
      throw FileError(path: path, operation: .write, code: errno)
    }
    let result = close(descriptor)
    descriptor = -1
    guard result == 0 else {
      let code = errno
      temporary?.remove()
      throw FileError(path: path, operation: .write, code: code)
    }
    try temporary?.move(to: target)
    return digest
  }

  /// Writes a whole file at once.
  ///
  /// - Returns: the digest of the bytes.
  /// - Throws: `FileError`; nothing is left half-written.
  @discardableResult
  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(FileError) -> FileDigest {
    var file = try AtomicFile(path: path)
    try file.write(bytes)
    return try file.commit()
  }
}
