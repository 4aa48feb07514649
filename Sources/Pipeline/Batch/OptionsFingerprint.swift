internal import Glibc
public import Lingua

/// What decides the results of a batch beside its inputs, in sixteen hexadecimal digits.
///
/// It covers the program itself, so that results of another build are not taken for this one's, the version of ICU,
/// lexicons that are not built in, and the options that a command names.
public struct OptionsFingerprint: Sendable {
  private var hash = XXHash64()

  /// The fingerprint of this program and ICU.
  ///
  /// - Parameter version: the program's version.
  public init(version: String) {
    add("version", version)
    add("icu", ICU.version)
    // Where the system does not show the program, its version speaks for it.
    if let program = try? FileDigest.regularFile(at: "/proc/self/exe") { add("program", program.hashText) }
  }

  /// Adds an option.
  public mutating func add(_ name: String, _ value: String) {
    // Lengths keep ("ab", "c") and ("a", "bc") apart.
    hash.update("\(name.utf8.count) \(name) \(value.utf8.count) \(value)\n".utf8)
  }

  /// Adds the files of lexicons that are not those built in.
  public mutating func add(_ lexicons: Lexicons) {
    for (name, bytes) in lexicons.ownFiles { add(name, FileDigest.of(bytes).hashText) }
  }

  /// Sixteen hexadecimal digits.
  public var text: String { hash.digest.hash.sixteenDigits }
}

extension FileDigest {
  /// The digest of bytes that are all there.
  static func of(_ bytes: [UInt8]) -> FileDigest {
    var hash = XXHash64()
    hash.update(bytes)
    return hash.digest
  }
}
