/// The words of a language, and how frequent those are that the training text has.
///
/// The file, in little-endian numbers; it is read where it lies:
///
/// | bytes | what |
/// |---|---|
/// | 8 | "LINGUAWD" |
/// | 4, 4 | version, 1; the size of the file |
/// | 4, 4 | place and number of the letters, 16-bit code points; a letter's code is its number, from 1 on |
/// | 4, 4, 4 | place and number of the edges; the first edge of the root |
/// | 4, 4 | place and number of the hashes of counted words (FNV-1a of their UTF-8), ascending |
/// | 4 | place of their counts, a byte each: 2 + 4 log₂ of the count, rounded |
/// | 4 | how many words the text had |
///
/// The words are the paths of the least automaton that accepts them (Daciuk and others, "Incremental construction of
/// minimal acyclic finite-state automata", 2000). An edge has its letter in bits 0–5, then whether it is the last of its
/// state and whether a word ends with it, and from bit 8 on the first edge of the state that it leads to, 0 for none.
struct WordList: Sendable {
  static let magic: StaticString = "LINGUAWD"
  static let version = 1

  let bytes: MappedBytes
  /// The letter of each code; 0 has none.
  let letters: [UInt16]
  /// The code of each letter below U+0600; 0 for others.
  let codes: [UInt8]
  /// How many words the training text had.
  let total: Double
  private let edges: Int
  private let root: UInt32
  private let hashes: Int
  private let hashCount: Int
  private let counts: Int

  /// Opens a list.
  ///
  /// - Throws: `LexiconError` when there is none or it is damaged.
  init(_ name: String, lexicons: Lexicons) throws(LexiconError) {
    bytes = try lexicons.mappedBytes(of: name)
    func fail(_ damage: LexiconError.Damage) -> LexiconError {
      LexiconError(file: name, line: 0, reason: .damaged(damage))
    }
    let header = bytes.withBytes { raw -> [Int] in
      guard raw.count >= 56, (0..<8).allSatisfy({ raw[$0] == Self.magic.utf8Start[$0] }) else { return [] }
      return (0..<11).map { Int(raw.number(8 + 4 * $0)) }
    }
    guard !header.isEmpty else { throw fail(.notThisKind) }
    guard header[0] == Self.version else { throw fail(.version(found: header[0], expected: Self.version)) }
    guard header[1] == bytes.count else { throw fail(.size(found: bytes.count, expected: header[1])) }
    func fits(_ place: Int, _ count: Int, _ width: Int) -> Bool {
      place >= 56 && place <= header[1] && count <= (header[1] - place) / width
    }
    guard header[3] < 61, fits(header[2], header[3], 2), fits(header[4], header[5], 4), header[6] < header[5],
      fits(header[7], header[8], 4), fits(header[9], header[8], 1)
    else { throw fail(.content) }
    letters = bytes.withBytes { raw in [0] + (0..<header[3]).map { raw.short(header[2] + 2 * $0) } }
    var codes = [UInt8](repeating: 0, count: 0x600)
    for (code, letter) in letters.enumerated().dropFirst() where letter < 0x600 { codes[Int(letter)] = UInt8(code) }
    self.codes = codes
    edges = header[4]
    root = UInt32(header[6])
    hashes = header[7]
    hashCount = header[8]
    counts = header[9]
    total = Double(max(1, header[10]))
    // Edges of a file that somebody else made may lead anywhere.
    if !bytes.isImage {
      let isSound = bytes.withBytes { raw in
        (0..<header[5]).allSatisfy { Int(raw.number(header[4] + 4 * $0) >> 8) < header[5] }
          && raw.number(header[4] + 4 * (header[5] - 1)) & 0x40 != 0
      }
      guard isSound else { throw fail(.content) }
    }
  }

  /// Calls `body` with a view for many look-ups, which is valid until it returns.
  @inline(__always)
  func withView<Result>(_ body: (WordListView) -> Result) -> Result {
    bytes.withBytes { raw in
      body(WordListView(bytes: raw, edges: edges, root: root, hashes: hashes, hashCount: hashCount, counts: counts))
    }
  }

  /// How frequent a word is, see `KnownWords.frequency(of:in:)`.
  func frequency(of word: UnsafeBufferPointer<UInt8>) -> Int {
    withView { view in
      guard isWord(word, view) else { return 0 }
      let byte = view.count(ofHash: WordListView.hash(word))
      return byte == 0 ? 1 : 1 + (Int(byte) - 2) / 4
    }
  }

  private func isWord(_ word: UnsafeBufferPointer<UInt8>, _ view: WordListView) -> Bool {
    var state = view.root
    var ends = false
    var position = 0
    while position < word.count {
      let (value, count) = word.scalar(at: position)
      let code = value < 0x600 ? codes[Int(value)] : 0
      guard code != 0, let edge = view.edge(from: state, code) else { return false }
      state = edge >> 8
      ends = edge & 0x80 != 0
      position += count
    }
    return ends
  }
}

/// The automaton of a word list and its counts where they lie.
struct WordListView {
  let bytes: UnsafeRawBufferPointer
  let edges: Int
  /// The first edge of the state that every word begins in.
  let root: UInt32
  let hashes: Int
  let hashCount: Int
  let counts: Int

  /// The edge of a letter; nil where no word goes on with it. State 0 has none.
  @inline(__always)
  func edge(from state: UInt32, _ code: UInt8) -> UInt32? {
    if state == 0 { return nil }
    var place = edges + 4 * Int(state)
    while true {
      let edge = bytes.number(place)
      if edge & 0x3F == UInt32(code) { return edge }
      if edge & 0x40 != 0 { return nil }
      place += 4
    }
  }

  /// The count of a word as the file has it; 0 for one that was not counted.
  func count(ofHash hash: UInt32) -> UInt8 {
    var low = 0
    var high = hashCount
    while low < high {
      let middle = (low + high) / 2
      if bytes.number(hashes + 4 * middle) < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashCount && bytes.number(hashes + 4 * low) == hash ? bytes[counts + low] : 0
  }

  /// FNV-1a.
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }
}
