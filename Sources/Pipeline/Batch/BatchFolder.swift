internal import Glibc
internal import Lingua

/// Why a batch cannot write where it shall.
public enum BatchError: Error, Hashable, Sendable {
  /// Another program writes into the folder.
  case inUse(folder: String)
  /// The result would take the place of the input that it is made of.
  case overInput(path: String)
}

/// The folder that a batch writes into, with its manifest.
///
/// While the batch runs, each input that is done gets a line in `manifest.journal`, so that a run that is killed leaves a
/// record of what it did. At the end `manifest.jsonl` and `timings.jsonl` appear, in the order of the inputs, and the
/// journal goes. The journal is locked: one batch at a time writes into a folder.
public final class BatchFolder {
  /// The name of the manifest in the folder.
  public static let manifestName = "manifest.jsonl"
  /// The name of the list of how long each input took.
  public static let timingsName = "timings.jsonl"
  /// The name of the manifest of a run that is under way or was killed.
  public static let journalName = "manifest.journal"

  /// The folder.
  public let path: String
  /// The fingerprint of the program and of all options that decide the results.
  public let options: String
  /// What earlier runs left; nil where all is to be done again.
  public let earlier: EarlierResults?
  /// Whether an earlier run was ended before its end.
  public let wasInterrupted: Bool

  private let journalPath: String
  private let journal: Int32
  private var manifest: AtomicFile?
  private var timings: AtomicFile?
  private var outputs: Set<UInt64> = []
  private var isFinished = false

  /// Takes a folder, which is made where it is not there.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - options: the fingerprint of the program and of all options that decide the results.
  ///   - resumes: whether results that still stand are kept.
  /// - Throws: `FileError` when the folder cannot be made or written, `BatchError.inUse` when another batch has it.
  public init(path: String, options: String, resumes: Bool) throws {
    try makeFolders(path)
    let journalPath = FolderWalk.path(path, Self.journalName)
    let (journal, wasThere) = try Self.lock(journalPath, folder: path)
    self.path = path
    self.options = options
    self.journalPath = journalPath
    self.journal = journal
    wasInterrupted = wasThere
    do {
      if wasThere { Self.removeStale(below: path) }
      earlier =
        resumes
        ? try EarlierResults(folder: path, manifests: [FolderWalk.path(path, Self.manifestName), journalPath]) : nil
    } catch {
      close(journal)
      throw error
    }
    if resumes {
      // A line that was cut off must not be gone on with.
      if wasThere { append([0x0A]) }
    } else {
      ftruncate(journal, 0)
    }
  }

  deinit {
    // What was done is known to the next run.
    if !isFinished, lseek(journal, 0, SEEK_END) == 0 { _ = journalPath.withSystemPath { unlink($0) } }
    close(journal)
  }

  /// Notes what became of the next input.
  ///
  /// - Parameters:
  ///   - entry: what became of it.
  ///   - seconds: how long it took; nil where its results were kept.
  /// - Throws: `FileError` when the manifest cannot be written.
  public func record(_ entry: ManifestEntry, seconds: Double?) throws(FileError) {
    let line = entry.line
    for output in entry.outputs { outputs.insert(XXHash64.hash(output.path.utf8)) }
    if seconds != nil { append(line) }
    if manifest == nil {
      manifest = try AtomicFile(path: FolderWalk.path(path, Self.manifestName))
      timings = try AtomicFile(path: FolderWalk.path(path, Self.timingsName))
    }
    try manifest?.write(line)
    var time: [UInt8] = []
    JSONValue.object([
      .init("path", .string(entry.path)), .init("seconds", seconds.map { .decimal($0, digits: 4) } ?? .null),
    ]).write(to: &time)
    try timings?.write(time + [0x0A])
  }

  /// The files that the manifest of an earlier run names, that are as it left them, and that this run did not make.
  ///
  /// - Throws: `FileError` when that manifest cannot be read.
  public func leftovers() throws(FileError) -> [String] {
    let path = FolderWalk.path(path, Self.manifestName)
    guard isRegularFile(path) else { return [] }
    var result: [String] = []
    var lines = ManifestLines(try FileReader(path: path))
    while let (_, bytes) = try lines.next() {
      guard let entry = (try? JSONValue(parsing: bytes)).flatMap(ManifestEntry.init) else { continue }
      for output in entry.outputs where !outputs.contains(XXHash64.hash(output.path.utf8)) {
        let file = FolderWalk.path(self.path, output.path)
        if let digest = try? FileDigest.regularFile(at: file), digest == output.digest { result.append(file) }
      }
    }
    return result
  }

  /// Removes files, such as `leftovers()` of an earlier run.
  ///
  /// - Throws: `FileError` for the first that cannot be removed.
  public static func remove(_ files: [String]) throws(FileError) {
    for file in files where file.withSystemPath({ unlink($0) }) != 0 && errno != ENOENT {
      throw FileError(path: file, operation: .write, code: errno)
    }
  }

  /// Puts the manifest in its place.
  ///
  /// - Throws: `FileError` when it cannot be written; the journal stays then.
  public func finish() throws(FileError) {
    try timings.take()?.commit()
    try manifest.take()?.commit(isSynced: true)
    _ = journalPath.withSystemPath { unlink($0) }
    isFinished = true
  }

  /// Appends to the journal. Where that fails, as on a full disk, the next run has more to do; nothing is wrong.
  private func append(_ bytes: [UInt8]) { try? writeAll(bytes, to: journal, path: journalPath) }

  /// Opens and locks the journal.
  private static func lock(_ path: String, folder: String) throws -> (descriptor: Int32, wasThere: Bool) {
    while true {
      let flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC
      var descriptor = path.withSystemPath { open($0, flags | O_EXCL, 0o666) }
      let wasThere = descriptor < 0 && errno == EEXIST
      if wasThere { descriptor = path.withSystemPath { open($0, flags, 0o666) } }
      guard descriptor >= 0 else { throw FileError(path: path, operation: .write, code: errno) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
        close(descriptor)
        throw BatchError.inUse(folder: folder)
      }
      // Whoever had it may have finished and removed it since it was opened.
      var info = stat()
      if fstat(descriptor, &info) == 0, info.st_nlink > 0 { return (descriptor, wasThere) }
      close(descriptor)
    }
  }

  /// Removes what a run that was killed had under way.
  private static func removeStale(below folder: String) {
    for name in FolderWalk(folder).files where TemporaryFile.isStale(name) {
      _ = FolderWalk.path(folder, name).withSystemPath { unlink($0) }
    }
  }
}
