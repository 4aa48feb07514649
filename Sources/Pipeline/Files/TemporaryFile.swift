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
      let descriptor = path.withSystemPath { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666) }
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
    guard path.withSystemPath({ from in target.withSystemPath { rename(from, $0) } }) == 0 else {
      let code = errno
      remove()
      throw FileError(path: target, operation: .rename, code: code)
    }
    _ = Self.underWay.withLock { $0.paths.remove(path) }
  }

  /// Whether a name is that of a file under way of a program that does not run any more.
  static func isStale(_ name: String) -> Bool {
    guard name.hasSuffix(".part") else { return false }
    let stem = name.utf8.dropLast(5)
    guard let dash = stem.lastIndex(of: UInt8(ascii: "-")), let dot = stem[..<dash].lastIndex(of: UInt8(ascii: ".")),
      Int(Substring(stem[stem.index(after: dash)...])) != nil,
      let owner = pid_t(Substring(stem[stem.index(after: dot)..<dash])), owner > 0
    else { return false }
    // Our own number is an earlier program's where numbers begin anew, as in a container; nothing of ours is under way yet.
    return owner == getpid() || (kill(owner, 0) != 0 && errno == ESRCH)
  }

  /// Removes the file.
  func remove() {
    _ = path.withSystemPath { unlink($0) }
    _ = Self.underWay.withLock { $0.paths.remove(path) }
  }

  /// Removes all files under way; no other can be begun before `end`, which ends the program.
  static func removeAll(before end: () -> Never) -> Never {
    underWay.withLock {
      for path in $0.paths { _ = path.withSystemPath { unlink($0) } }
      end()
    }
  }
}
