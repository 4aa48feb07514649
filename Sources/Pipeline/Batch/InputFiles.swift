internal import Glibc

/// One input of a batch.
public struct InputFile: Hashable, Sendable {
  /// Where to read it; "-" for standard input.
  public var path: String
  /// Its name below the folder that was given, or its own name; where two inputs would share it, the path as it was
  /// given. Results mirror it.
  public var relativePath: String

  /// Where a text that is made of it lies: where its name says that it is no text, `place` with ".txt" behind it.
  public var textPlace: String {
    let name = relativePath.lowercased()
    let endings = InputFiles.markupExtensions + ["hocr", "pdf"]
    return endings.contains { name.hasSuffix("." + $0) } ? place + ".txt" : place
  }

  /// An input.
  public init(path: String, relativePath: String) {
    self.path = path
    self.relativePath = relativePath
  }

  /// Where its result lies below a folder: its name without what would lead out of the folder.
  public var place: String {
    let parts = relativePath.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let kept = parts.filter { $0 != "." && $0 != ".." }
    return kept.count == parts.count && !relativePath.hasPrefix("/") ? relativePath : kept.joined(separator: "/")
  }
}

/// The inputs that a command line names: files as they are, folders with the texts below them.
public struct InputFiles: Sendable {
  /// The file name endings that are taken from folders; a file named by itself is always taken.
  public static let extensions = ["txt", "text", "md", "markdown", "hocr", "pdf"]
  /// Endings whose files are taken from folders where they are documents with pages, hOCR or ALTO: most are not.
  public static let markupExtensions = ["html", "htm", "xhtml", "xml"]

  /// The inputs in the order of the command line; those of a folder in byte order of their paths.
  public private(set) var files: [InputFile] = []
  /// Folders and files that could not be looked at.
  public private(set) var failures: [FileError] = []
  /// How many files in folders were passed over because of their endings.
  public private(set) var skipped = 0

  /// Lists the inputs.
  ///
  /// - Parameters:
  ///   - paths: files and folders.
  ///   - output: the folder of the results, whose files are no inputs where it lies in one of the folders.
  public init(paths: [String], output: String? = nil) {
    for path in paths {
      if path != "-" && isFolder(path) {
        list(path, excluding: output)
      } else {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
        files.append(InputFile(path: path, relativePath: path == "-" ? "standard-input" : name ?? path))
      }
    }
    removeRepetitions()
    separateNames()
  }

  /// An input that is named twice is one input.
  private mutating func removeRepetitions() {
    var seen: Set<ExactName> = []
    files = files.filter { seen.insert(ExactName($0.path)).inserted }
  }

  /// Gives inputs of one name their paths instead, so that results tell them apart.
  private mutating func separateNames() {
    var counts: [ExactName: Int] = [:]
    for file in files { counts[ExactName(file.relativePath), default: 0] += 1 }
    for k in files.indices where counts[ExactName(files[k].relativePath), default: 0] > 1 {
      files[k].relativePath = files[k].path
    }
  }

  private mutating func list(_ folder: String, excluding output: String?) {
    let walk = FolderWalk(folder, excluding: output)
    failures += walk.failures
    func ending(_ name: String) -> String? {
      name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[name.utf8.index(after: $0)...].lowercased() }
    }
    for name in walk.broken where ending(name).map(Self.extensions.contains) == true {
      failures.append(FileError(path: FolderWalk.path(folder, name), operation: .read, code: ENOENT))
    }
    for name in walk.files {
      if let ending = ending(name), isTaken(FolderWalk.path(folder, name), ending: ending) {
        files.append(InputFile(path: FolderWalk.path(folder, name), relativePath: name))
      } else {
        skipped += 1
      }
    }
  }

  private func isTaken(_ path: String, ending: String) -> Bool {
    if Self.extensions.contains(ending) { return true }
    guard Self.markupExtensions.contains(ending), let file = try? FileReader(path: path) else { return false }
    var head = [UInt8](repeating: 0, count: Document.Format.signatureSize)
    guard let count = try? file.fill(&head) else { return false }
    return head.withUnsafeBufferPointer {
      Document.Format(signatureOf: UnsafeBufferPointer(rebasing: $0[..<count])) != nil
    }
  }
}
