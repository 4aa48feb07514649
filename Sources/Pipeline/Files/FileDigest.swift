internal import Glibc

/// What tells whether a file is the one it was: its length and a hash of its bytes.
public struct FileDigest: Hashable, Sendable {
  /// The length in bytes.
  public var size: Int
  /// XXH64 of the bytes with seed 0, what `xxhsum -H64` prints.
  public var hash: UInt64

  /// A length and a hash.
  public init(size: Int, hash: UInt64) {
    self.size = size
    self.hash = hash
  }

  /// The digest of a regular file; nil for what is none, such as a pipe, which could be read once only.
  ///
  /// - Throws: `FileError` when the file cannot be read.
  public static func regularFile(at path: String) throws(FileError) -> FileDigest? {
    guard path != "-", isRegularFile(path) else { return nil }
    let file = try FileReader(path: path)
    return try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { (block) throws(FileError) in
      var hash = XXHash64()
      while true {
        let n = try file.read(into: block)
        if n == 0 { return hash.digest }
        hash.update(UnsafeRawBufferPointer(rebasing: block[..<n]))
      }
    }
  }

  /// The hash with its name, as manifests have it: "xxh64:ef46db3751d8e999".
  public var hashText: String { "xxh64:" + hash.sixteenDigits }
}

extension UInt64 {
  /// Sixteen hexadecimal digits.
  package var sixteenDigits: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
