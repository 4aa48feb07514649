/// Where the parts of a translation table lie. Every place was checked against the size of the file.
package struct TranslationLayout: Sendable {
  /// The stems of a language.
  struct Stems: Sendable {
    var count = 0
    var starts = 0
    var text = 0
    var textCount = 0
    var frequencies = 0
  }

  /// The entries of an ordered pair of languages.
  struct Rows: Sendable {
    var count = 0
    var starts = 0
    var targets = 0
    var probabilities = 0
  }

  package static let magic: StaticString = "LINGUATT"
  package static let version: UInt32 = 1
  /// What stands before the parts.
  package static let headerSize = 32 + 3 * 16 + 6 * 16
  /// The ordered pairs in the order of the file.
  package static let pairs: [(source: Language, target: Language)] = Language.allCases.flatMap { source in
    Language.allCases.filter { $0 != source }.map { (source, $0) }
  }

  let scheme: StemScheme
  let stemmerHash: UInt32
  let sources: Range<Int>
  private(set) var languages = Trilingual<Stems>(repeating: Stems())
  private(set) var rows: [Rows] = []

  /// Where an ordered pair of different languages stands among all.
  package static func number(_ source: Language, _ target: Language) -> Int {
    let place: (Language) -> Int = { $0 == .kk ? 0 : $0 == .ru ? 1 : 2 }
    return place(source) * 2 + (place(target) > place(source) ? place(target) - 1 : place(target))
  }

  /// Reads the header.
  ///
  /// - Parameter thorough: whether every row is looked at too, which a file needs that somebody else made.
  init(_ bytes: UnsafeRawBufferPointer, name: String, thorough: Bool) throws(LexiconError) {
    func fail(_ damage: LexiconError.Damage) -> LexiconError {
      LexiconError(file: name, line: 0, reason: .damaged(damage))
    }
    func number(_ place: Int) -> Int { Int(bytes.number(place)) }
    guard bytes.count >= 16, (0..<8).allSatisfy({ bytes[$0] == Self.magic.utf8Start[$0] }) else {
      throw fail(.notThisKind)
    }
    guard bytes.number(8) == Self.version else {
      throw fail(.version(found: number(8), expected: Int(Self.version)))
    }
    guard bytes.count >= Self.headerSize else { throw fail(.size(found: bytes.count, expected: Self.headerSize)) }
    guard number(16) == bytes.count else { throw fail(.size(found: bytes.count, expected: number(16))) }
    guard let scheme = StemScheme(number: bytes.number(12)) else { throw fail(.content) }
    self.scheme = scheme
    stemmerHash = bytes.number(20)
    /// A part of `count` times `width` bytes whose place stands at `place`.
    func part(_ place: Int, _ count: Int, _ width: Int) throws(LexiconError) -> Int {
      let start = number(place)
      guard start >= Self.headerSize, start <= bytes.count, count <= (bytes.count - start) / width else {
        throw fail(.content)
      }
      return start
    }
    let first = try part(24, number(28), 1)
    sources = first..<first + number(28)
    for (k, language) in Language.allCases.enumerated() {
      let place = 32 + k * 16
      var stems = Stems(count: number(place))
      guard stems.count <= Int(UInt16.max) + 1 else { throw fail(.content) }
      stems.starts = try part(place + 4, stems.count + 1, 4)
      stems.textCount = number(stems.starts + stems.count * 4)
      stems.text = try part(place + 8, stems.textCount, 1)
      stems.frequencies = try part(place + 12, stems.count, 4)
      languages[language] = stems
    }
    for (k, pair) in Self.pairs.enumerated() {
      let place = 32 + 48 + k * 16
      var rows = Rows(count: number(place))
      rows.starts = try part(place + 4, languages[pair.source].count + 1, 4)
      rows.targets = try part(place + 8, rows.count, 2)
      rows.probabilities = try part(place + 12, rows.count, 1)
      guard number(rows.starts + languages[pair.source].count * 4) == rows.count else { throw fail(.content) }
      self.rows.append(rows)
    }
    if thorough { try check(bytes, name: name) }
  }

  /// Looks at every stem and every row.
  private func check(_ bytes: UnsafeRawBufferPointer, name: String) throws(LexiconError) {
    let damage = LexiconError(file: name, line: 0, reason: .damaged(.content))
    for language in Language.allCases {
      let stems = languages[language]
      for stem in 0..<stems.count {
        let place = stems.starts + stem * 4
        let start = Int(bytes.number(place)), end = Int(bytes.number(place + 4))
        guard start < end, end <= stems.textCount, stem > 0 || start == 0 else { throw damage }
        if stem > 0 {
          let previous = stems.text + Int(bytes.number(place - 4))..<stems.text + start
          let current = stems.text + start..<stems.text + end
          guard bytes[previous].lexicographicallyPrecedes(bytes[current]) else { throw damage }
        }
        let frequency = Float(bitPattern: bytes.number(stems.frequencies + stem * 4))
        guard frequency >= 0, frequency <= 1 else { throw damage }
      }
    }
    for (rows, pair) in zip(rows, Self.pairs) {
      for stem in 0..<languages[pair.source].count {
        let place = rows.starts + stem * 4
        let start = Int(bytes.number(place)), end = Int(bytes.number(place + 4))
        guard start <= end, end <= rows.count, stem > 0 || start == 0 else { throw damage }
        var last = -1
        for entry in start..<end {
          let target = Int(bytes.short(rows.targets + entry * 2))
          guard target > last, target < languages[pair.target].count else { throw damage }
          last = target
        }
      }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The 32-bit number at a place.
  @inline(__always)
  func number(_ place: Int) -> UInt32 { UInt32(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt32.self)) }
  /// The 16-bit number at a place.
  @inline(__always)
  func short(_ place: Int) -> UInt16 { UInt16(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt16.self)) }
}
