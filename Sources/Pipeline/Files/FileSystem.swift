internal import Glibc

/// Writes all bytes, over partial writes and interruptions.
///
/// - Throws: `FileError` with the system's reason (`EPIPE` when the reader has gone).
package func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
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
package func makeFolders(_ path: String) throws(FileError) {
  if path.isEmpty || isFolder(path) { return }
  if let parent = parentFolder(path), parent != "/" { try makeFolders(parent) }
  if path.withSystemPath({ mkdir($0, 0o777) }) != 0 && !(errno == EEXIST && isFolder(path)) {
    throw FileError(path: path, operation: .makeFolder, code: errno)
  }
}

/// Whether the path is a folder, or a link to one.
package func isFolder(_ path: String) -> Bool {
  var info = stat()
  return path.withSystemPath { stat($0, &info) } == 0 && info.st_mode & S_IFMT == S_IFDIR
}

/// Whether the path is a regular file, or a link to one: not a pipe, which could make a reader wait for ever.
func isRegularFile(_ path: String) -> Bool {
  var info = stat()
  return path.withSystemPath { stat($0, &info) } == 0 && info.st_mode & S_IFMT == S_IFREG
}

/// Whether the path is something that can be read once only: a pipe, a socket, a terminal.
package func isStream(_ path: String) -> Bool {
  var info = stat()
  guard path.withSystemPath({ stat($0, &info) }) == 0 else { return false }
  return info.st_mode & S_IFMT != S_IFREG && info.st_mode & S_IFMT != S_IFDIR
}

/// Whether two paths lead to one file; two that cannot be looked at do not.
package func isSameFile(_ a: String, _ b: String) -> Bool {
  var first = stat()
  var second = stat()
  return a.withSystemPath { stat($0, &first) } == 0 && b.withSystemPath { stat($0, &second) } == 0
    && first.st_dev == second.st_dev
    && first.st_ino == second.st_ino
}

/// What stands before the last slash of a path; nil where there is none.
func parentFolder(_ path: String) -> String? {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
  return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
}
