internal import CLexicons

/// The lexicon files that a run works with: the embedded ones, a folder's, and tables of a user's own.
public struct Lexicons: Sendable {
  /// A file of concepts that a user adds to the lexicons.
  public struct Addition: Sendable {
    /// Its path, as messages shall name it.
    public var path: String
    /// The whole file.
    public var bytes: [UInt8]

    /// A file that was read.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Where the files came from, as `--version` prints it: "embedded", or the folder's path.
  public let origin: String
  private let overrides: [String: [UInt8]]
  /// The tables of a user's own, in the order in which they were added.
  public private(set) var additions: [Addition] = []

  /// The files that were built into the program.
  public static let embedded = Lexicons(origin: "embedded", files: [:])

  /// Files by their name relative to the lexicon folder; a name that is not among them falls back to the embedded file.
  public init(origin: String, files: [String: [UInt8]]) {
    self.origin = origin
    overrides = files
  }

  /// The same lexicons and a table of a user's own, with the columns kk, ru, en and perhaps pos and domain.
  ///
  /// - Throws: `BrokenLexicon` when the table has anything wrong that would be misread; nothing of it is used then.
  public func adding(_ addition: Addition) throws -> Lexicons {
    var check = LexiconCheck()
    let findings = try check.findings(in: addition.bytes, file: addition.path, isConcepts: true).filter(\.isFatal)
    if !findings.isEmpty { throw BrokenLexicon(findings: findings) }
    var lexicons = self
    lexicons.additions.append(addition)
    return lexicons
  }

  /// The names of all files, in alphabetical order.
  public var names: [String] {
    Set(Self.embeddedNames).union(overrides.keys).sorted()
  }

  /// The files that are not those built in, by name, and the tables of a user's own by path, in an order that repeats.
  public var ownFiles: [(name: String, bytes: [UInt8])] {
    overrides.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + additions.map { ($0.path, $0.bytes) }
  }

  /// The names of the files that were built into the program.
  public static var embeddedNames: [String] { embeddedFiles.map { String(cString: $0.name) } }

  /// Whether a folder of lexicons may hold a file of that name: one that was built in, or a further one of a folder that
  /// holds several of a kind, such as concepts/.
  public static func isKnown(_ name: String) -> Bool {
    let names = embeddedNames
    guard let end = name.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return names.contains(name) || LexiconSchema.isNamed(name)
    }
    return names.contains { $0.hasPrefix(name[...end]) }
  }

  /// The name of a built-in file that a name may be a misspelling of; nil where none is near.
  public static func nearestName(to name: String) -> String? { Spelling.nearest(name, among: embeddedNames) }

  /// Whether every file that a name stands for is the one that was built in.
  func areEmbedded(where isMeant: (String) -> Bool) -> Bool { !overrides.keys.contains(where: isMeant) }

  /// Reads one table.
  ///
  /// - Throws: `LexiconError` when it is missing or a row is broken.
  public func file(_ name: String, columns: [String]) throws(LexiconError) -> LexiconFile {
    try LexiconFile(name: name, bytes: bytes(of: name), columns: columns)
  }

  /// The bytes of a file.
  ///
  /// - Throws: `LexiconError` when it is missing.
  public func bytes(of name: String) throws(LexiconError) -> [UInt8] {
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

/// A table of a user's own that is not used, because something in it would be misread.
public struct BrokenLexicon: Error, Hashable, Sendable {
  /// What is wrong, in the order of the lines; never empty.
  public var findings: [LexiconFinding]
}
