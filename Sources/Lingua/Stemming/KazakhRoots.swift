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

  /// One reading of a word; none where it has no kind.
  struct Root: Sendable {
    /// The upper half of the word's hash.
    var check: UInt32 = 0
    var kind: Kind = []
    /// Where the stem's letters stand in `letters`, where they are not the word's own.
    var count: UInt8 = 0
    var start: UInt32 = 0

    var stem: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  static let file = "kazakh-roots.tsv"

  /// The letters of stems that are not the word's own.
  private(set) var letters: [UInt8] = []
  private var roots: [Root]
  private var mask: Int

  init(lexicons: Lexicons) throws(LexiconError) {
    let rows = try LexiconRows(name: Self.file, bytes: lexicons.bytes(of: Self.file), columns: ["kind", "words"])
    // A word gives two entries at most, so that some places always stay free.
    var words = 1
    for byte in rows.bytes where byte <= 0x20 { words += 1 }
    mask = 255
    while mask < 2 * words { mask = mask * 2 + 1 }
    roots = [Root](repeating: Root(), count: mask + 1)
    let alphabet = KazakhAlphabet.standard
    var word: [UInt8] = []
    word.reserveCapacity(64)
    try rows.forEach { (cells, line) throws(LexiconError) in
      guard let kind = Self.kind(rows.bytes[cells[0]]) else {
        throw rows.error(line, "kind", cells[0], expected: "noun, verb, contracted or form")
      }
      try rows.bytes.withUnsafeBufferPointer { (bytes) throws(LexiconError) in
        var position = cells[1].lowerBound
        let end = cells[1].upperBound
        while position < end {
          let first = position
          var form = 0
          word.removeAll(keepingCapacity: true)
          while position < end, bytes[position] != 0x20 {
            let (value, count) = bytes.scalar(at: position)
            position += count
            if value == 0x3D, kind == .form, form == 0, !word.isEmpty {
              form = word.count
              continue
            }
            let code = alphabet.code(value)
            guard code != 0 else {
              throw rows.error(line, "words", first..<position, expected: "Kazakh letters in lower case")
            }
            word.append(code)
          }
          if position > first {
            guard insert(word, kind, form) else {
              throw rows.error(
                line, "words", first..<position,
                expected: kind == .form ? "FORM=ROOT" : "at most \(Self.longest) letters")
            }
          }
          position += 1
        }
      }
    }
  }

  private static let longest = 64

  private static func kind(_ cell: ArraySlice<UInt8>) -> Kind? {
    if cell.elementsEqual("noun".utf8) { return .noun }
    if cell.elementsEqual("verb".utf8) { return .verb }
    if cell.elementsEqual("contracted".utf8) { return .contracted }
    return cell.elementsEqual("form".utf8) ? .form : nil
  }

  /// Inserts one word, with its forms before suffixes; of a form so many letters stand before its root.
  private mutating func insert(_ word: [UInt8], _ kind: Kind, _ form: Int) -> Bool {
    guard let last = word.last, word.count <= Self.longest else { return false }
    let count = word.count
    switch kind {
    case .noun:
      put(word, count, .noun)
      // A loan drops ь and the second of two like consonants before a suffix: стиль, стилі; процесс, процестер.
      if count >= 4, last == 0xCC || last == word[count - 2] { put(word, count - 1, .contracted, stem: 0..<count) }
    case .verb:
      put(word, count, .verb)
      if last == 0xCB || last == 0xD6 { put(word, count - 1, .verbOfI, stem: 0..<count) }
      if last == 0xB9 { put(word, count - 1, .verbOfY, stem: 0..<count) }
    case .contracted:
      // A noun whose last vowel goes before a suffix that begins with a vowel: орын, орны.
      put(word, count, .noun)
      guard count >= 4 else { return true }
      put(word, count, .contracted, without: count - 2, stem: 0..<count)
    default:
      guard form > 0, form < count else { return false }
      put(word, form, .form, stem: form..<count)
    }
    return true
  }

  /// Puts the first letters of a word into the table.
  private mutating func put(
    _ word: [UInt8], _ length: Int, _ kind: Kind, without dropped: Int? = nil, stem: Range<Int> = 0..<0
  ) {
    guard length > 0 else { return }
    var hash = Self.start
    for k in 0..<(length - 1) where k != dropped { hash = Self.hash(hash, word[k]) }
    hash = Self.hash(hash, KazakhLetter.unvoiced(word[length - 1]))
    var root = Root(kind: kind)
    if !stem.isEmpty {
      root.start = UInt32(letters.count)
      root.count = UInt8(stem.count)
      letters += word[stem]
    }
    place(hash, root)
  }

  private mutating func place(_ hash: UInt64, _ new: Root) {
    var root = new
    root.check = UInt32(truncatingIfNeeded: hash >> 32)
    var place = Int(truncatingIfNeeded: hash) & mask
    while roots[place].kind != [] {
      if roots[place].check == root.check, roots[place].count == 0, root.count == 0 {
        roots[place].kind.formUnion(root.kind)
        return
      }
      place = (place + 1) & mask
    }
    roots[place] = root
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
    let check = UInt32(truncatingIfNeeded: hash >> 32)
    var place = Int(truncatingIfNeeded: hash) & mask
    while roots[place].kind != [] {
      if roots[place].check == check, !roots[place].kind.isDisjoint(with: kinds) { return roots[place] }
      place = (place + 1) & mask
    }
    return nil
  }
}
