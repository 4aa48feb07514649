/// A scheme compiled for one direction; a class, because scans share it.
///
/// Characters of two bytes whose result depends on nothing else stand ready in `direct`; the others go through `rules`.
final class SchemeTable: Sendable {
  /// A rule without its letters, which lie in `sources` and `targets`.
  struct Rule: Sendable {
    var source: Range<Int32>
    /// The bit of the set that must hold what stands before and after; 0 for anything.
    var left: UInt32
    var right: UInt32
    var isFront: Bool
    /// The result in lower case, with a capital first letter, and in capitals.
    var lower: Range<Int32>
    var title: Range<Int32>
    var upper: Range<Int32>
    /// Whether the result has capitals at all.
    var isCased: Bool
  }

  /// Of an entry of `direct`: the rules must be asked.
  static let needsRules: UInt64 = 1 << 63
  /// Of an entry of `direct`: where the kinds of followers begin.
  static let askShift: UInt64 = 59
  /// Of an entry of `direct`: it cannot be used unseen.
  static let needsCare: UInt64 = needsRules | 3 << askShift
  /// A follower that some rule looks at.
  static let isLookedAt: UInt8 = 1
  /// A follower that is no small letter.
  static let isNotLower: UInt8 = 2

  /// How many bytes an entry of `direct` writes.
  @inline(__always)
  static func count(_ entry: UInt64) -> Int { Int(truncatingIfNeeded: entry >> 56 & 7) }

  /// Of an entry of `direct`: a rule made it.
  static let isMapped: UInt64 = 1 << 62

  static let asksForMark: UInt8 = 1
  static let makesMarkNeedless: UInt8 = 2
  static let tellsFront: UInt8 = 4
  static let tellsBack: UInt8 = 8
  static let isHarmonyMark: UInt8 = 16

  let scheme: Scheme
  let isReverse: Bool
  let isTurkic: Bool
  /// The script that the direction reads.
  let script: Script
  /// Whether words of front vowels get a mark, and which.
  let hasHarmony: Bool
  let harmonyMark: [UInt8]
  /// By code point below 0x800: seven bytes of result, their count in bits 56 to 58, in bits 59 and 60 the kinds of
  /// followers that it does not hold before, flags above.
  let direct: [UInt64]
  /// By code point below 0x800, the kinds that a character is of as a follower.
  let followers: [UInt8]
  /// By first byte, whether the rules must be asked for characters of three or four bytes.
  let leadNeedsRules: [Bool]
  /// The same by pairs.
  let pairs: PairTable
  let rules: [Rule]
  let sources: [UInt32]
  let targets: [UInt8]
  /// The longest result of a rule in bytes.
  let longestTarget: Int
  /// Every character that rules match, in both cases.
  let alphabet: Set<UInt32>
  /// Every character that a context names.
  let contextLetters: Set<UInt32>
  /// The context sets that hold the edge of a word.
  let setsOfEdge: UInt32

  private let harmonyRoles: [UInt8]
  private let starts: [UInt16]
  private let wideRules: [UInt32: Range<Int>]
  private let sets: [LetterContext.Side]
  private let membership: [UInt32]
  private let compositions: [UInt64: UInt32]

  /// Compiles the rows of a direction.
  ///
  /// - Parameters:
  ///   - source: the rows.
  ///   - escaping: whether escapes are read or written; no characters are composed then.
  /// - Throws: `ICUError` when ICU cannot load its data.
  init(_ source: SchemeRows, escaping: Bool) throws(ICUError) {
    let made = try SchemeCompiler(source, escaping: escaping)
    scheme = made.scheme
    isReverse = made.isReverse
    isTurkic = made.isTurkic
    script = made.script
    hasHarmony = made.hasHarmony
    harmonyMark = made.harmonyMark
    direct = made.direct
    followers = made.followers
    leadNeedsRules = made.leadNeedsRules
    pairs = PairTable(
      direct: made.direct, followers: made.followers, leadNeedsRules: made.leadNeedsRules, alphabet: made.alphabet)
    rules = made.rules
    sources = made.sources
    targets = made.targets
    longestTarget = made.longestTarget
    alphabet = made.alphabet
    contextLetters = made.contextLetters
    setsOfEdge = made.edgeSets
    harmonyRoles = made.harmonyRoles
    starts = made.starts
    wideRules = made.wideRules
    sets = made.sets
    membership = made.membership
    compositions = made.compositions
  }

  /// The sets that hold a character in lower case.
  @inline(__always)
  func sets(of letter: UInt32) -> UInt32 {
    if letter < 0x800 { return membership[Int(letter)] }
    var bits: UInt32 = 0
    for (index, side) in sets.enumerated() where side.letters.contains(letter) { bits |= 1 << UInt32(index) }
    return bits
  }

  /// What a letter in lower case means for the mark of front words.
  @inline(__always)
  func harmonyRole(of letter: UInt32) -> UInt8 { letter < 0x800 ? harmonyRoles[Int(letter)] : 0 }

  /// The rules that begin with a letter in lower case.
  @inline(__always)
  func rules(of letter: UInt32) -> Range<Int> {
    Self.rules(of: letter, starts, wideRules)
  }

  @inline(__always)
  static func rules(of letter: UInt32, _ starts: [UInt16], _ wideRules: [UInt32: Range<Int>]) -> Range<Int> {
    if letter < 0x800 { return Int(starts[Int(letter)])..<Int(starts[Int(letter) + 1]) }
    return wideRules[letter] ?? 0..<0
  }

  /// The character that a base and a mark compose to, where rules know it.
  @inline(__always)
  func composition(of base: UInt32, _ mark: UInt32) -> UInt32? {
    compositions.isEmpty ? nil : compositions[UInt64(base) << 32 | UInt64(mark)]
  }
}

extension UTF8 {
  /// The bytes of a scalar.
  struct Bytes: Sequence {
    private let units: Unicode.UTF8.EncodedScalar

    init(_ scalar: Unicode.Scalar) { units = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }

    var first: UInt8? { units.first }

    func makeIterator() -> Unicode.UTF8.EncodedScalar.Iterator { units.makeIterator() }
  }
}
