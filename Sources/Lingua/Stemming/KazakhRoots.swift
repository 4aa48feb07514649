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
    /// A noun that lost its last vowel before a suffix.
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
    let file = try lexicons.file(Self.file, columns: ["kind", "words"])
    mask = 4095
    hashes = [UInt64](repeating: 0, count: mask + 1)
    roots = [Root](repeating: Root(kind: [], stem: 0..<0), count: mask + 1)
    for row in file.rows {
      for word in row[1].utf8.split(separator: UInt8(ascii: " ")) {
        let text = Substring(word)
        switch row[0] {
        case "noun": insert(LetterCode.codes(text), .noun)
        case "verb": insert(verb: LetterCode.codes(text))
        case "contracted": insert(contracted: LetterCode.codes(text))
        case "form":
          let sides = text.utf8.split(separator: UInt8(ascii: "="))
          guard sides.count == 2 else {
            throw LexiconError(
              file: file.name, line: row.line,
              reason: .badValue(column: "words", value: String(text), expected: "FORM=ROOT"))
          }
          insert(LetterCode.codes(Substring(sides[0])), .form, stem: LetterCode.codes(Substring(sides[1])))
        default:
          throw LexiconError(
            file: file.name, line: row.line,
            reason: .badValue(column: "kind", value: row[0], expected: "noun, verb, contracted or form"))
        }
      }
    }
  }

  private mutating func insert(verb codes: [UInt8]) {
    insert(codes, .verb)
    switch codes.last {
    case 0xCB, 0xD6: insert(Array(codes.dropLast()), .verbOfI, stem: codes)
    case 0xB9: insert(Array(codes.dropLast()), .verbOfY, stem: codes)
    default: break
    }
  }

  /// A noun whose last vowel goes before a suffix that begins with a vowel: орын, орны.
  private mutating func insert(contracted codes: [UInt8]) {
    insert(codes, .noun)
    guard codes.count >= 4 else { return }
    var short = codes
    short.remove(at: codes.count - 2)
    insert(short, .contracted, stem: codes)
  }

  private mutating func insert(_ word: [UInt8], _ kind: Kind, stem: [UInt8]? = nil) {
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
