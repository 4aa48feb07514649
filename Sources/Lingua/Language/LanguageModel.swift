/// The learned tables of language identification, read where they lie: `lexicons/learned/languages.bin`.
///
/// All numbers are little-endian. The header: "LINGUALM", the version (UInt32), the number of scripts (UInt32), the size of
/// the file (UInt64), a checksum of what follows the header (UInt64, FNV-1a), padding to 64 bytes. Then a `LetterTable`,
/// padded to 64 bytes, and for each script in the order of `LetterGroup` a `ScriptModel`.
package struct LanguageModel: Sendable {
  /// The file's name in the lexicon folder.
  package static let fileName = "learned/languages.bin"
  package static let version: UInt32 = 1
  package static let magic = Array("LINGUALM".utf8)
  package static let headerSize = 64

  private let data: MappedBytes
  private let groups: (ScriptModel, ScriptModel, ScriptModel)

  /// The model in a file's bytes, which stay where they are.
  ///
  /// - Throws: `LexiconError` when the bytes are no such model, are cut or damaged.
  init(_ data: MappedBytes, name: String = fileName) throws(LexiconError) {
    self.data = data
    // What was built in is whole; what a user hands over may have been cut or edited.
    groups = try data.withBytes { (bytes) throws(LexiconError) in
      try Self.groups(in: bytes, checkingContent: !data.isImage, name: name)
    }
  }

  private static func groups(
    in bytes: UnsafeRawBufferPointer, checkingContent: Bool, name: String
  ) throws(LexiconError) -> (ScriptModel, ScriptModel, ScriptModel) {
    func broken(_ damage: LexiconError.Damage) -> LexiconError {
      LexiconError(file: name, line: 0, reason: .damaged(damage))
    }
    guard bytes.count >= headerSize, magic.indices.allSatisfy({ bytes[$0] == magic[$0] }) else {
      throw broken(.notThisKind)
    }
    let found = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard found == version else { throw broken(.version(found: Int(found), expected: Int(version))) }
    let size = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    guard size == UInt64(bytes.count) else { throw broken(.size(found: bytes.count, expected: Int(clamping: size))) }
    if checkingContent {
      let sum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
      guard sum == checksum(bytes[headerSize...]) else { throw broken(.content) }
    }
    var offset = headerSize + padded(LetterTable.size)
    var models: [ScriptModel] = []
    for _ in LetterGroup.allCases {
      guard let model = ScriptModel(bytes, at: offset) else { throw broken(.content) }
      models.append(model)
      offset += model.size
    }
    guard offset == bytes.count else { throw broken(.content) }
    return (models[0], models[1], models[2])
  }

  /// Calls `body` with the place of the model's bytes, which is valid until it returns.
  @inline(__always)
  func withFile<Result>(_ body: (UnsafeRawPointer) -> Result) -> Result? {
    data.withBytes { $0.baseAddress.map(body) }
  }

  /// The letters of a model whose bytes begin at `file`.
  static func letters(of file: UnsafeRawPointer) -> LetterTable {
    LetterTable(folds: (file + headerSize).assumingMemoryBound(to: UInt8.self))
  }

  subscript(group: LetterGroup) -> ScriptModel {
    switch group {
    case .cyrillic: groups.0
    case .latin: groups.1
    case .arabic: groups.2
    }
  }

  package static func padded(_ size: Int) -> Int { (size + 63) & ~63 }

  package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
