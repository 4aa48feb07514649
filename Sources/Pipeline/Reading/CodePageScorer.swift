internal import Glibc
internal import Lingua

/// Says in which single-byte page bytes make the most plausible Kazakh, Russian, Ukrainian or English.
///
/// Each page turns the sample into letters; each language gives them the logarithm of their frequency. A capital inside
/// a word, a letter that is none of the language's, two vowels together, a line-drawing character or a control lower it. Pages that
/// read a sample alike are told apart by their order, the most common first.
struct CodePageScorer: Sendable {
  private static let candidates: [TextEncoding] = [
    .windows1251, .kz1048, .koi8r, .ibm866, .iso88595, .macCyrillic, .pt154, .windows1252,
  ]
  /// How many bytes beyond ASCII decide.
  private static let enough = 20_000

  private enum Kind: UInt8 { case other, lower, upper, latinLower, latinUpper }
  private enum Sound: UInt8 { case none, vowel, consonant }

  private struct Page {
    var encoding: TextEncoding
    var kinds: [Kind]
    var sounds: [Sound]
    // For each language, the score of each byte.
    var scores: [[Double]]
  }

  private let pages: [Page]

  init(lexicons: Lexicons) throws {
    let languages = ["kk", "ru", "uk"]
    let file = try lexicons.file("letter-frequencies.tsv", columns: ["letter", "sound"] + languages)
    var frequencies = [[UInt32: Double]](repeating: [:], count: languages.count)
    var sounds: [UInt32: Sound] = [:]
    for row in file.rows {
      guard let letter = row[0].unicodeScalars.first, row[0].unicodeScalars.count == 1 else {
        throw LexiconError(
          file: file.name, line: row.line, reason: .badValue(column: "letter", value: row[0], expected: "one letter"))
      }
      sounds[letter.value] = row[1] == "V" ? .vowel : row[1] == "C" ? .consonant : Sound.none
      for (k, language) in languages.enumerated() {
        guard let value = Double(row[k + 2]), value >= 0 else {
          throw LexiconError(
            file: file.name, line: row.line,
            reason: .badValue(column: language, value: row[k + 2], expected: "a number per thousand letters"))
        }
        if value > 0 { frequencies[k][letter.value] = value / 1000 }
      }
    }
    pages = try Self.candidates.map { encoding in
      let scalars = try CodePage(encoding, lexicons: lexicons).scalars.map { Unicode.Scalar($0) ?? "\u{FFFD}" }
      return Page(
        encoding: encoding, kinds: scalars.map(Self.kind),
        sounds: scalars.map { sounds[$0.simpleFold.value] ?? Sound.none },
        scores: frequencies.map { table in scalars.map { Self.score($0, table) } })
    }
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x41...0x5A: .latinUpper
    case 0x61...0x7A: .latinLower
    case 0xC0..<0x250: scalar.isUppercaseLetter ? .latinUpper : scalar.isLetter ? .latinLower : .other
    default: scalar.isUppercaseLetter ? .upper : scalar.isLetter ? .lower : .other
    }
  }

  /// The logarithm of how often a character is to be expected, roughly.
  private static func score(_ scalar: Unicode.Scalar, _ frequencies: [UInt32: Double]) -> Double {
    if scalar.value < 0x80 { return 0 }
    let lower = scalar.simpleFold
    if let frequency = frequencies[lower.value] {
      // Capitals are rarer, but a heading has nothing else.
      return log(frequency) - (scalar == lower ? 0 : 0.4)
    }
    if scalar.isLetter { return (0x400..<0x530).contains(scalar.value) ? -11 : -7 }
    switch scalar {
    case "«", "»", "–", "—", "№", "“", "”", "„", "…", "’", "•", "°", "§", "\u{A0}": return -5
    case "\u{AD}", "±", "·", "©", "®", "™", "‘", "‹", "›", "€", "µ", "×", "÷", "¬", "‰": return -9
    default: return scalar.value < 0xA0 || scalar.value == 0xFFFD ? -16 : -12
    }
  }

  /// The page with the highest score; windows-1251 when nothing tells.
  func best(for sample: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    // Only how often each byte occurs, and which kinds follow each other, matters: one pass for all pages.
    var counts = [Int](repeating: 0, count: 256)
    var pairs = [Int](repeating: 0, count: 65_536)
    var seen = 0
    var previous: UInt8 = 0x20
    for byte in sample {
      counts[Int(byte)] += 1
      if byte >= 0x80 || previous >= 0x80 { pairs[Int(previous) << 8 | Int(byte)] += 1 }
      if byte >= 0x80 { seen += 1 }
      if seen > Self.enough { break }
      previous = byte
    }
    var best = TextEncoding.windows1251
    var bestScore = -Double.infinity
    for page in pages {
      var odd = 0.0
      for (pair, count) in pairs.enumerated() where count > 0 {
        let (first, second) = (pair >> 8, pair & 0xFF)
        odd += Double(count) * Self.oddity(page.kinds[first], page.kinds[second])
        // Vowels and consonants alternate more than chance would have it.
        switch (page.sounds[first], page.sounds[second]) {
        case (.vowel, .vowel): odd += Double(count) * 1.5
        case (.consonant, .consonant): odd += Double(count) * 0.7
        default: break
        }
      }
      for scores in page.scores {
        var total = -odd
        for byte in 0x80..<256 where counts[byte] > 0 { total += Double(counts[byte]) * scores[byte] }
        // A tie goes to the page that comes first.
        if total > bestScore + 1e-6 {
          bestScore = total
          best = page.encoding
        }
      }
    }
    return best
  }

  /// How much a pair of neighbours inside a word speaks against a page.
  private static func oddity(_ first: Kind, _ second: Kind) -> Double {
    switch (first, second) {
    case (.lower, .upper): 4
    case (.latinLower, .upper), (.lower, .latinUpper): 5
    case (.latinLower, .lower), (.latinUpper, .lower), (.lower, .latinLower), (.upper, .latinLower): 4
    case (.latinUpper, .upper), (.upper, .latinUpper): 3
    default: 0
    }
  }
}
