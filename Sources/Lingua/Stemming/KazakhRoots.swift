/// The roots of `kazakh-roots.tsv`, by a hash of their letters.
struct KazakhRoots: Sendable {
  /// What a word of the table is.
  struct Kind: OptionSet, Sendable {
    let rawValue: UInt8
    /// A noun, adjective, numeral or adverb; takes nominal suffixes.
    static let noun = Kind(rawValue: 1)
    static let verb = Kind(rawValue: 2)
    /// A verb without its final ы or і, as before и and у.
    static let verbOfI = Kind(rawValue: 4)
    /// A verb without its final й, as before я and ю.
    static let verbOfY = Kind(rawValue: 8)
    /// A noun as it is before suffixes, where that is not its beginning.
    static let contracted = Kind(rawValue: 16)
    /// A form that no rule makes.
    static let form = Kind(rawValue: 32)
  }

  /// One reading of a word.
  struct Root: Sendable {
    var kind: Kind
    /// Where the stem's letters stand in `letters`, where they are not the word's own.
    var stem: Range<UInt32>
  }

  static let file = "kazakh-roots.tsv"

  private(set) var letters: [UInt8] = []
  private var hashes: [UInt64]
  private var roots: [Root]
  private var mask: Int
  private var count = 0

  init(lexicons: Lexicons) throws(LexiconError) {
    let rows = try LexiconRows(name: Self.file, bytes: lexicons.bytes(of: Self.file), columns: ["kind", "words"])
    // A word has five letters and two bytes a letter, or nearly; half of the places stay free.
    mask = 255
    while mask < rows.bytes.count / 5 { mask = mask * 2 + 1 }
    hashes = [UInt64](repeating: 0, count: mask + 1)
    roots = [Root](repeating: Root(kind: [], stem: 0..<0), count: mask + 1)
    letters.reserveCapacity(8192)
    var word: [UInt8] = []
    try rows.forEach { (cells, line) throws(LexiconError) in
      guard let kind = Self.kind(rows.bytes[cells[0]]) else {
        throw rows.error(line, "kind", cells[0], expected: "noun, verb, contracted or form")
      }
      var start = cells[1].lowerBound
      while start < cells[1].upperBound {
        var end = start
        while end < cells[1].upperBound, rows.bytes[end] != 0x20 { end += 1 }
        guard start == end || insert(rows.bytes[start..<end], kind, &word) else {
          throw rows.error(
            line, "words", start..<end, expected: kind == .form ? "FORM=ROOT in Kazakh letters" : "Kazakh letters")
        }
        start = end + 1
      }
    }
  }

  private static func kind(_ cell: ArraySlice<UInt8>) -> Kind? {
    if cell.elementsEqual("noun".utf8) { return .noun }
    if cell.elementsEqual("verb".utf8) { return .verb }
    if cell.elementsEqual("contracted".utf8) { return .contracted }
    return cell.elementsEqual("form".utf8) ? .form : nil
  }

  /// Inserts one word; false for what is none.
  private mutating func insert(_ bytes: ArraySlice<UInt8>, _ kind: Kind, _ word: inout [UInt8]) -> Bool {
    word.removeAll(keepingCapacity: true)
    var form = 0
    let isRead = bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        let (value, count) = bytes.scalar(at: position)
        position += count
        if value == 0x3D, kind == .form, form == 0, !word.isEmpty {
          form = word.count
          continue
        }
        let code = LetterCode.code(value)
        guard !KazakhLetter.table[Int(code)].isEmpty else { return false }
        word.append(code)
      }
      return true
    }
    guard isRead, !word.isEmpty else { return false }
    switch kind {
    case .noun: insert(noun: word)
    case .verb: insert(verb: word)
    case .contracted: insert(contracted: word)
    default:
      guard form > 0, form < word.count else { return false }
      insert(word[..<form], .form, stem: word[form...])
    }
    return true
  }

  /// A loan drops ь and the second of two like consonants before a suffix: стиль, стилі; процесс, процестер.
  private mutating func insert(noun codes: [UInt8]) {
    insert(codes[...], .noun)
    guard codes.count >= 4, let last = codes.last else { return }
    if last == 0xCC || last == codes[codes.count - 2] { insert(codes.dropLast(), .contracted, stem: codes[...]) }
  }

  private mutating func insert(verb codes: [UInt8]) {
    insert(codes[...], .verb)
    switch codes.last {
    case 0xCB, 0xD6: insert(codes.dropLast(), .verbOfI, stem: codes[...])
    case 0xB9: insert(codes.dropLast(), .verbOfY, stem: codes[...])
    default: break
    }
  }

  /// A noun whose last vowel goes before a suffix that begins with a vowel: орын, орны.
  private mutating func insert(contracted codes: [UInt8]) {
    insert(codes[...], .noun)
    guard codes.count >= 4 else { return }
    var short = codes
    short.remove(at: codes.count - 2)
    insert(short[...], .contracted, stem: codes[...])
  }

  private mutating func insert(_ word: ArraySlice<UInt8>, _ kind: Kind, stem: ArraySlice<UInt8>? = nil) {
    guard let last = word.last else { return }
    if (count + 1) * 2 > mask { grow() }
    var hash = KazakhRoots.start
    for code in word.dropLast() { hash = Self.hash(hash, code) }
    hash = Self.hash(hash, KazakhLetter.unvoiced(last))
    var range: Range<UInt32> = 0..<0
    if let stem {
      range = UInt32(letters.count)..<UInt32(letters.count + stem.count)
      letters += stem
    }
    put(hash, Root(kind: kind, stem: range))
  }

  private mutating func put(_ hash: UInt64, _ root: Root) {
    var place = Int(truncatingIfNeeded: hash) & mask
    while roots[place].kind != [] {
      if hashes[place] == hash, roots[place].stem.isEmpty, root.stem.isEmpty {
        roots[place].kind.formUnion(root.kind)
        return
      }
      place = (place + 1) & mask
    }
    hashes[place] = hash
    roots[place] = root
    count += 1
  }

  private mutating func grow() {
    let old = (hashes, roots)
    mask = mask * 2 + 1
    count = 0
    hashes = [UInt64](repeating: 0, count: mask + 1)
    roots = [Root](repeating: Root(kind: [], stem: 0..<0), count: mask + 1)
    for (hash, root) in zip(old.0, old.1) where root.kind != [] { put(hash, root) }
  }

  static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func hash(_ hash: UInt64, _ code: UInt8) -> UInt64 {
    let mixed = (hash ^ UInt64(code)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }

  /// The first reading of a word that is one of these kinds; the word's last letter is hashed unvoiced.
  @inline(__always)
  func root(_ hash: UInt64, _ kinds: Kind) -> Root? {
    var place = Int(truncatingIfNeeded: hash) & mask
    while roots[place].kind != [] {
      if hashes[place] == hash, !roots[place].kind.isDisjoint(with: kinds) { return roots[place] }
      place = (place + 1) & mask
    }
    return nil
  }
}
