internal import Glibc

/// The regular files below a folder, through links, but not through a link back to a folder that it is in.
struct FolderWalk {
  /// The deepest nesting that is followed.
  private static let deepest = 64

  /// A folder as the system knows it, whatever the path to it.
  private struct Identity: Hashable {
    var device: dev_t
    var number: ino_t
  }

  /// Files by their path below the folder, in byte order; names that begin with a dot are passed over.
  private(set) var files: [String] = []
  /// Folders that could not be listed.
  private(set) var failures: [FileError] = []
  /// Links that lead nowhere, by their path below the folder, in byte order.
  private(set) var broken: [String] = []
  private var ancestors: [Identity] = []
  private var excluded: Identity?

  /// Lists a folder and those below it.
  ///
  /// - Parameter excluded: a folder below it that is passed over, as that of the results.
  init(_ folder: String, excluding excluded: String? = nil) {
    var info = stat()
    if let excluded, excluded.withSystemPath({ stat($0, &info) }) == 0 {
      self.excluded = Identity(device: info.st_dev, number: info.st_ino)
    }
    list(folder, relative: "")
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    broken.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path of an entry of a folder.
  static func path(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private mutating func list(_ folder: String, relative: String) {
    guard ancestors.count < Self.deepest, let directory = folder.withSystemPath({ opendir($0) }) else {
      let code = ancestors.count < Self.deepest ? errno : ELOOP
      failures.append(FileError(path: folder, operation: .list, code: code))
      return
    }
    defer { closedir(directory) }
    var info = stat()
    guard fstat(dirfd(directory), &info) == 0 else {
      failures.append(FileError(path: folder, operation: .list, code: errno))
      return
    }
    let identity = Identity(device: info.st_dev, number: info.st_ino)
    // A link to a folder that this one is in: all of it is being listed already.
    if ancestors.contains(identity) { return }
    // Nor do results of an earlier run become inputs; the folder that was named itself is another matter.
    if identity == excluded, !ancestors.isEmpty { return }
    ancestors.append(identity)
    defer { ancestors.removeLast() }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) {
          FileName.text(UnsafeRawBufferPointer(start: $0, count: strlen($0)))
        }
      }
      if name.hasPrefix(".") { continue }
      let path = Self.path(folder, name)
      let relativePath = relative.isEmpty ? name : relative + "/" + name
      if isFolder(path) {
        list(path, relative: relativePath)
      } else if isRegularFile(path) {
        files.append(relativePath)
      } else if path.withSystemPath({ access($0, F_OK) }) != 0 {
        broken.append(relativePath)
      }
    }
  }
}
