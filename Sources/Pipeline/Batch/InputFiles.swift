/// One input of a batch.
public struct InputFile: Hashable, Sendable {
  /// Where to read it; "-" for standard input.
  public var path: String
  /// Its name below the folder that was given, or its own name; results mirror it.
  public var relativePath: String

  /// An input.
  public init(path: String, relativePath: String) {
    self.path = path
    self.relativePath = relativePath
  }
}

/// The inputs that a command line names: files as they are, folders with the texts below them.
public struct InputFiles: Sendable {
  /// The file name endings that are taken from folders; a file named by itself is always taken.
  public static let extensions = ["txt", "text", "md", "markdown"]

  /// The inputs in the order of the command line; those of a folder in byte order of their paths.
  public private(set) var files: [InputFile] = []
  /// Folders and files that could not be looked at.
  public private(set) var failures: [FileError] = []
  /// How many files in folders were passed over because of their endings.
  public private(set) var skipped = 0

  /// Lists the inputs.
  public init(paths: [String]) {
    for path in paths {
      if path != "-" && isFolder(path) {
        list(path)
      } else {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
        files.append(InputFile(path: path, relativePath: path == "-" ? "standard-input" : name ?? path))
      }
    }
  }

  private mutating func list(_ folder: String) {
    let walk = FolderWalk(folder)
    failures += walk.failures
    for name in walk.files {
      if let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")),
        Self.extensions.contains(name[name.utf8.index(after: dot)...].lowercased())
      {
        files.append(InputFile(path: FolderWalk.path(folder, name), relativePath: name))
      } else {
        skipped += 1
      }
    }
  }
}
