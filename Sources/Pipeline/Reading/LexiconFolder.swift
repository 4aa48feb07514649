internal import Glibc
public import Lingua

/// Finds the lexicons that a run works with.
///
/// The order: a folder that was named, the folder in `$LINGUA_LEXICONS`, `share/lingua/lexicons` beside the program's
/// `bin`, and the files that were built in. A file that the folder lacks is taken from those that were built in.
public enum LexiconFolder {
  /// A folder of lexicons that cannot be used.
  public enum Failure: Error, Hashable, Sendable {
    /// The folder, or a file in it, cannot be read.
    case file(FileError)
    /// There is no .tsv and no .bin file in the folder.
    case empty(path: String)
    /// A file of the folder has a name that no lexicon has; `near` is a known name that it may stand for.
    case unknown(path: String, name: String, near: String?)
  }

  /// Reads the lexicons.
  ///
  /// - Parameters:
  ///   - explicit: the folder that was named, if one was.
  ///   - environment: the value of `LINGUA_LEXICONS`; the default is the process's own.
  ///   - executable: the program's path; the default is the running program's.
  /// - Throws: `Failure` when a folder that was named, there or in the environment, cannot be read or has no lexicon.
  public static func lexicons(
    explicit: String? = nil, environment: String? = variable("LINGUA_LEXICONS"),
    executable: String? = runningExecutable()
  ) throws(Failure) -> Lexicons {
    guard let folder = folder(explicit: explicit, environment: environment, executable: executable) else {
      return .embedded
    }
    return try read(folder)
  }

  /// The folder that `lexicons` would read, nil for the files that were built in.
  public static func folder(
    explicit: String? = nil, environment: String? = variable("LINGUA_LEXICONS"),
    executable: String? = runningExecutable()
  ) -> String? {
    if let explicit { return explicit }
    if let environment, !environment.isEmpty { return environment }
    guard let bin = executable.flatMap(parentFolder), let prefix = parentFolder(bin) else { return nil }
    let installed = (prefix == "/" ? "" : prefix) + "/share/lingua/lexicons"
    return isFolder(installed) ? installed : nil
  }

  /// A variable of the process's environment.
  public static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The path of the running program.
  public static func runningExecutable() -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let n = buffer.withUnsafeMutableBytes { raw in
      raw.withMemoryRebound(to: CChar.self) { room in
        room.baseAddress.map { readlink("/proc/self/exe", $0, room.count) } ?? 0
      }
    }
    return n > 0 ? String(decoding: buffer[..<n], as: UTF8.self) : nil
  }

  private static func read(_ folder: String) throws(Failure) -> Lexicons {
    var files: [String: [UInt8]] = [:]
    do throws(FileError) {
      let walk = FolderWalk(folder)
      if let failure = walk.failures.first { throw failure }
      for name in walk.files where name.hasSuffix(".tsv") || name.hasSuffix(".bin") {
        files[name] = try bytes(of: FolderWalk.path(folder, name))
      }
    } catch {
      throw .file(error)
    }
    if files.isEmpty { throw .empty(path: folder) }
    for name in files.keys.sorted() where !Lexicons.isKnown(name) {
      throw .unknown(path: folder, name: name, near: Lexicons.nearestName(to: name))
    }
    return Lexicons(origin: folder, files: files)
  }

  /// The tables that paths name: files as they are, and the .tsv files of folders.
  ///
  /// - Throws: `FileError` when a folder cannot be listed.
  public static func tables(_ paths: [String]) throws(FileError) -> [String] {
    var tables: [String] = []
    for path in paths {
      guard isFolder(path) else {
        tables.append(path)
        continue
      }
      let walk = FolderWalk(path)
      if let failure = walk.failures.first { throw failure }
      tables += walk.files.filter { $0.hasSuffix(".tsv") }.map { FolderWalk.path(path, $0) }
    }
    return tables
  }

  /// A whole file.
  ///
  /// - Throws: `FileError` when it cannot be read.
  public static func bytes(of path: String) throws(FileError) -> [UInt8] {
    try FileReader(path: path).rest()
  }
}
