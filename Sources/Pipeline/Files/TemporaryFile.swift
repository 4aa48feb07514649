internal import Glibc
internal import Synchronization

/// A file under way, beside the place where it will be.
///
/// All that are under way are known, so that a program that is told to end can remove them first.
struct TemporaryFile: Sendable {
  private struct UnderWay {
    var paths: Set<String> = []
    var started = 0
  }
  private static let underWay = Mutex(UnderWay())

  /// Where the file is.
  let path: String
  /// The file, open for writing; whoever made it closes it.
  let descriptor: Int32

  /// Makes a file beside `target`.
  ///
  /// - Throws: `FileError` for `target` when that cannot be done.
  init(beside target: String) throws(FileError) {
    // Made under the lock, so that none is begun between the removal of all and the program's end.
    let (path, descriptor, code) = Self.underWay.withLock { all in
      all.started += 1
      let path = "\(target).\(getpid())-\(all.started).part"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
      let code = errno
      if descriptor >= 0 { all.paths.insert(path) }
      return (path, descriptor, code)
    }
    guard descriptor >= 0 else { throw FileError(path: target, operation: .write, code: code) }
    self.path = path
    self.descriptor = descriptor
  }

  /// Puts the file in its place, over what is there.
  ///
  /// - Throws: `FileError` when that cannot be done; the file is removed then.
  func move(to target: String) throws(FileError) {
    guard rename(path, target) == 0 else {
      let code = errno
      remove()
      throw FileError(path: target, operation: .rename, code: code)
    }
    _ = Self.underWay.withLock { $0.paths.remove(path) }
  }

  /// Removes the file.
  func remove() {
    unlink(path)
    _ = Self.underWay.withLock { $0.paths.remove(path) }
  }

  /// Removes all files under way; no other can be begun before `end`, which ends the program.
  static func removeAll(before end: () -> Never) -> Never {
    underWay.withLock {
      for path in $0.paths { unlink(path) }
      end()
    }
  }
}
