/// Where the parts of a compiled concept index are.
///
/// All numbers are little-endian, 32 bits wide where nothing else is said. The file: "LINGUACI", the version, the number of
/// rows, 64 bits of the hash of what it was compiled from; for each of kk, ru and en the numbers of words, entries and bytes
/// of letters; then for each of the three tables where each word's letters begin and where its entries begin (one more than
/// there are words), the entries (row × 2, + 1 for a variant by itself), and the letters, filled up to four bytes.
struct ConceptLayout: Sendable {
  /// Where the parts of one language's table begin, in bytes.
  struct Table: Sendable {
    /// How many words there are.
    var words = 0
    var starts = 0
    var entryStarts = 0
    var entries = 0
    var letters = 0
  }

  static let magic = Array("LINGUACI".utf8)
  /// To be raised with every change of the format or of `LetterCode`.
  static let version: UInt32 = 1
  private static let headerCount = 24 + 3 * 12

  var rowCount: Int
  var sourceHash: UInt64
  var tables = Trilingual(repeating: Table())

  /// The layout of an index without words.
  init() {
    rowCount = 0
    sourceHash = 0
  }

  /// The layout that the beginning of an index tells; nil where it is none, of another version, or cut short.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerCount, bytes.prefix(8).elementsEqual(Self.magic),
      bytes.uint32(at: 8) == Self.version
    else { return nil }
    rowCount = Int(bytes.uint32(at: 12))
    sourceHash = UInt64(bytes.uint32(at: 16)) | UInt64(bytes.uint32(at: 20)) << 32
    var end = Self.headerCount
    var header = 24
    for language in Language.allCases {
      var table = Table(words: Int(bytes.uint32(at: header)))
      table.starts = end
      table.entryStarts = table.starts + (table.words + 1) * 4
      table.entries = table.entryStarts + (table.words + 1) * 4
      table.letters = table.entries + Int(bytes.uint32(at: header + 4)) * 4
      end = table.letters + (Int(bytes.uint32(at: header + 8)) + 3) / 4 * 4
      header += 12
      tables[language] = table
    }
    guard end == bytes.count else { return nil }
  }
}

extension UnsafeRawBufferPointer {
  /// The 32-bit number at a byte.
  @inline(__always)
  func uint32(at offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
