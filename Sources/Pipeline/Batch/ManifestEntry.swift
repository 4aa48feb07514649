/// What a manifest says of one input.
public struct ManifestEntry: Hashable, Sendable {
  /// What became of an input.
  public enum Status: String, Hashable, Sendable {
    /// Its results are there.
    case done
    /// It has none; `reason` says why.
    case failed
  }

  /// A file that an input became.
  public struct Output: Hashable, Sendable {
    /// Its path below the folder of the results.
    public var path: String
    /// Its length and hash.
    public var digest: FileDigest

    /// A file below the folder of the results.
    public init(path: String, digest: FileDigest) {
      self.path = path
      self.digest = digest
    }
  }

  /// The input's name below the folder that was given; the path of one that was named itself and shares its name.
  public var path: String
  /// What became of it.
  public var status: Status
  /// Why it failed, in words for a person.
  public var reason: String?
  /// Its length and hash before it was worked on; nil for what can be read once only and for what cannot be read.
  public var digest: FileDigest?
  /// The fingerprint of the program and of all options that decide the results.
  public var options: String
  /// What it became.
  public var outputs: [Output] = []
  /// What a person should know of it, though it is done.
  public var warnings: [String] = []
  /// What was counted in it, as the command says it.
  public var figures: [JSONValue.Member] = []

  /// An entry for an input.
  public init(path: String, status: Status, digest: FileDigest?, options: String) {
    self.path = path
    self.status = status
    self.digest = digest
    self.options = options
  }

  /// The entry as a line of a manifest has it.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [.init("path", .string(path)), .init("status", .string(status.rawValue))]
    if let reason { members.append(.init("reason", .string(reason))) }
    members += Self.members(of: digest) + [.init("options", .string(options))]
    if status == .done {
      let files = outputs.map { JSONValue.object([.init("path", .string($0.path))] + Self.members(of: $0.digest)) }
      members.append(.init("outputs", .array(files)))
    }
    if !warnings.isEmpty { members.append(.init("warnings", .array(warnings.map { .string($0) }))) }
    if !figures.isEmpty { members.append(.init("figures", .object(figures))) }
    return .object(members)
  }

  /// Reads a line of a manifest; nil where it is none.
  public init?(_ json: JSONValue) {
    guard let path = json["path"]?.string, let status = json["status"]?.string.flatMap(Status.init(rawValue:)),
      let options = json["options"]?.string
    else { return nil }
    self.init(path: path, status: status, digest: Self.digest(in: json), options: options)
    reason = json["reason"]?.string
    for file in json["outputs"]?.array ?? [] {
      guard let path = file["path"]?.string, let digest = Self.digest(in: file) else { return nil }
      outputs.append(Output(path: path, digest: digest))
    }
    warnings = json["warnings"]?.array?.compactMap(\.string) ?? []
    figures = json["figures"]?.members ?? []
  }

  /// As one line of a manifest, line feed included.
  var line: [UInt8] {
    var bytes: [UInt8] = []
    json.write(to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  private static func members(of digest: FileDigest?) -> [JSONValue.Member] {
    guard let digest else { return [.init("size", .null), .init("hash", .null)] }
    return [.init("size", .integer(digest.size)), .init("hash", .string(digest.hashText))]
  }

  private static func digest(in json: JSONValue) -> FileDigest? {
    guard let size = json["size"]?.integer, let text = json["hash"]?.string, text.hasPrefix("xxh64:"),
      let hash = UInt64(text.dropFirst(6), radix: 16)
    else { return nil }
    return FileDigest(size: size, hash: hash)
  }
}
