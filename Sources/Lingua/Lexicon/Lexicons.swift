internal import CLexicons

/// The lexicon files that a run works with: the embedded ones, or a folder's read by the caller.
public struct Lexicons: Sendable {
  /// Where the files came from, as `--version` prints it: "embedded", or the folder's path.
  public let origin: String
  private let overrides: [String: [UInt8]]

  /// The files that were built into the program.
  public static let embedded = Lexicons(origin: "embedded", files: [:])

  /// Files by their name relative to the lexicon folder; a name that is not among them falls back to the embedded file.
  public init(origin: String, files: [String: [UInt8]]) {
    self.origin = origin
    overrides = files
  }

  /// The names of all files, in alphabetical order.
  public var names: [String] {
    Set(Self.embeddedFiles.map { String(cString: $0.name) }).union(overrides.keys).sorted()
  }

  /// Reads one table.
  ///
  /// - Throws: `LexiconError` when it is missing or a row is broken.
  public func file(_ name: String, columns: [String]) throws(LexiconError) -> LexiconFile {
    try LexiconFile(name: name, bytes: bytes(of: name), columns: columns)
  }

  /// The bytes of a file.
  ///
  /// - Throws: `LexiconError` when it is missing.
  func bytes(of name: String) throws(LexiconError) -> [UInt8] {
    if let bytes = overrides[name] { return bytes }
    guard let file = Self.embeddedFiles.first(where: { String(cString: $0.name) == name }) else {
      throw LexiconError(file: name, line: 0, reason: .missingFile)
    }
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  /// The bytes of a file where they lie, for tables that are read in place.
  ///
  /// - Throws: `LexiconError` when it is missing.
  func mappedBytes(of name: String) throws(LexiconError) -> MappedBytes {
    if let bytes = overrides[name] { return MappedBytes(bytes) }
    guard let file = Self.embeddedFiles.first(where: { String(cString: $0.name) == name }) else {
      throw LexiconError(file: name, line: 0, reason: .missingFile)
    }
    return MappedBytes(image: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
  }

  private static var embeddedFiles: UnsafeBufferPointer<lingua_lexicon> {
    var count = 0
    let first = lingua_lexicons(&count)
    return UnsafeBufferPointer(start: first, count: count)
  }
}
