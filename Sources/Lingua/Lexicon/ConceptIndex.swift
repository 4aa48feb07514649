/// The compiled words of the concepts: the index that was built in, or one that is made in memory because a file changed.
public struct ConceptIndex: Sendable {
  /// The index's name among the lexicons.
  public static let name = "learned/concepts.bin"

  /// An index without words.
  static let empty = ConceptIndex(bytes: MappedBytes([]), layout: ConceptLayout())

  let bytes: MappedBytes
  let layout: ConceptLayout

  /// The index of a set of lexicons: the one that was compiled where it fits them, else one made now.
  ///
  /// - Throws: `LexiconError` when a file cannot be read or a row is broken.
  init(lexicons: Lexicons) throws(LexiconError) {
    if let index = try Self.compiled(of: lexicons) {
      self = index
      return
    }
    try self.init(made: try Self.compile(lexicons))
  }

  private init(bytes: MappedBytes, layout: ConceptLayout) {
    self.bytes = bytes
    self.layout = layout
  }

  /// An index that was made just now.
  private init(made bytes: [UInt8]) throws(LexiconError) {
    guard let index = ConceptIndex(MappedBytes(bytes)) else {
      throw LexiconError(file: Self.name, line: 0, reason: .missingFile)
    }
    self = index
  }

  /// An index of the bytes of a file; nil where they are none.
  init?(_ bytes: MappedBytes) {
    guard let layout = bytes.withBytes({ ConceptLayout($0) }) else { return nil }
    self.bytes = bytes
    self.layout = layout
  }

  /// The index that was built in; nil where the lexicons are others than those that it was compiled from.
  static func compiled(of lexicons: Lexicons) throws(LexiconError) -> ConceptIndex? {
    guard lexicons.additions.isEmpty, lexicons.areEmbedded(where: isSource),
      let index = ConceptIndex(try Lexicons.embedded.mappedBytes(of: name))
    else { return nil }
    return index.layout.sourceHash == (try sourceHash(of: lexicons)) ? index : nil
  }

  /// Whether the index that was built in was compiled from the files that were built in; where not, every start of the
  /// program compiles them anew, and `lingua-cli lexicon compile` is the remedy.
  ///
  /// - Throws: `LexiconError` when a file is missing.
  public static func isCurrent() throws(LexiconError) -> Bool { try compiled(of: .embedded) != nil }

  /// Compiles the concepts, the expansions of the acronyms and the tables of a user's own.
  ///
  /// - Throws: `LexiconError` when a file cannot be read or a row is broken.
  public static func compile(_ lexicons: Lexicons) throws(LexiconError) -> [UInt8] {
    ConceptCompiler.index(try ConceptBuilder(lexicons), sourceHash: try sourceHash(of: lexicons))
  }

  /// An index of words that come from no file.
  init(_ builder: ConceptBuilder) throws(LexiconError) {
    try self.init(made: ConceptCompiler.index(builder, sourceHash: 0))
  }

  /// Whether a file's content decides what the index holds: the concepts and the acronyms.
  private static func isSource(_ name: String) -> Bool { name.hasPrefix("concepts/") || name == "acronyms.tsv" }

  /// A hash of the files that the index is compiled from, with their names, the same on every machine.
  static func sourceHash(of lexicons: Lexicons) throws(LexiconError) -> UInt64 {
    var hash = WordwiseHash()
    for name in lexicons.names where isSource(name) {
      hash.add(MappedBytes(Array(name.utf8)))
      hash.add(try lexicons.mappedBytes(of: name))
    }
    for addition in lexicons.additions { hash.add(MappedBytes(addition.bytes)) }
    return hash.value
  }
}

/// A hash that takes eight bytes at a time: it tells that a file changed, and guards against nothing worse.
struct WordwiseHash {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ bytes: MappedBytes) {
    bytes.withBytes { bytes in
      // Two lanes, so that a multiplication need not wait for the one before.
      var a = value, b = ~value
      var k = 0
      while k + 16 <= bytes.count {
        a = Self.mix(a, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: k, as: UInt64.self)))
        b = Self.mix(b, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: k + 8, as: UInt64.self)))
        k += 16
      }
      while k < bytes.count {
        a = Self.mix(a, UInt64(bytes[k]))
        k += 1
      }
      value = Self.mix(Self.mix(a, b), UInt64(bytes.count))
    }
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
    return product ^ product >> 32
  }
}
