internal import Glibc

/// What a character is to the judgement whether text is text.
enum CharacterKind {
  /// Blank, digit or punctuation of ASCII: the edge of a word.
  static let edge: UInt8 = 0
  /// Letters of Kazakh and Russian have their number from 1 on; capitals this more.
  static let capital: UInt8 = 64
  /// A Latin letter of ASCII.
  static let latin: UInt8 = 128
  /// A Latin letter with a mark.
  static let western: UInt8 = 129
  /// A letter that none of the three languages has.
  static let foreign: UInt8 = 130
  /// Quotation marks, dashes and what else stands in print.
  static let punctuation: UInt8 = 131
  /// A control, or U+FFFD.
  static let control: UInt8 = 132
  /// A part of a drawn line.
  static let line: UInt8 = 133
  /// Any other sign.
  static let sign: UInt8 = 134
}

/// How probable it is that one letter follows another, in Kazakh and in Russian, and what kind each character is.
struct LetterPairs: Sendable {
  static let letters = Array("абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі".unicodeScalars)
  private static let tableEnd: UInt32 = 0x2600
  private static let width = 64

  /// The kind of each character below U+2600.
  private let kinds: [UInt8]
  /// The logarithms, by first and second letter, Kazakh and Russian side by side.
  private let logarithms: [Float]

  /// Reads `letter-pairs.tsv`.
  ///
  /// - Throws: `LexiconError` when it is missing or broken.
  init(lexicons: Lexicons) throws(LexiconError) {
    let numbers = Dictionary(uniqueKeysWithValues: Self.letters.enumerated().map { ($1, $0 + 1) })
    let count = Self.letters.count + 1
    let file = try lexicons.file("letter-pairs.tsv", columns: ["first", "second", "kk", "ru"])
    var counts = [Float](repeating: 0, count: Self.width * Self.width * 2)
    for row in file.rows {
      var place = 0
      for (k, column) in ["first", "second"].enumerated() {
        let letter = row[k].unicodeScalars.count == 1 ? row[k].unicodeScalars.first : nil
        guard let letter, let number = letter == "_" ? 0 : numbers[letter] else {
          throw LexiconError(
            file: file.name, line: row.line,
            reason: .badValue(column: column, value: row[k], expected: "a Kazakh or Russian letter or _"))
        }
        place = place * Self.width + number
      }
      for (k, column) in ["kk", "ru"].enumerated() {
        guard let value = Float(row[k + 2]), value >= 0 else {
          throw LexiconError(
            file: file.name, line: row.line,
            reason: .badValue(column: column, value: row[k + 2], expected: "how often, from 0 on"))
        }
        counts[place * 2 + k] = value
      }
    }
    var logarithms = [Float](repeating: 0, count: counts.count)
    for first in 0..<count {
      for k in 0..<2 {
        let total = (0..<count).reduce(Float(0)) { $0 + counts[(first * Self.width + $1) * 2 + k] }
        // What was never seen is not impossible.
        let room = total * 1.01 + 0.1 * Float(count)
        for second in 0..<count {
          let place = (first * Self.width + second) * 2 + k
          logarithms[place] = logf((counts[place] + total * 0.0002 + 0.1) / room)
        }
      }
    }
    self.logarithms = logarithms
    kinds = (0..<Self.tableEnd).map { Self.kind(Unicode.Scalar(replacingInvalid: $0), numbers) }
  }

  private static func kind(_ scalar: Unicode.Scalar, _ numbers: [Unicode.Scalar: Int]) -> UInt8 {
    let fold = scalar.simpleFold
    if let number = numbers[fold] { return UInt8(number) + (scalar == fold ? 0 : CharacterKind.capital) }
    switch scalar.value {
    case ..<0x80: return scalar.isLetter ? CharacterKind.latin : CharacterKind.edge
    case ..<0xA0: return CharacterKind.control
    case 0x2500..<0x25A0: return CharacterKind.line
    default: break
    }
    switch scalar {
    case "\u{A0}", "\u{AD}", "«", "»", "–", "—", "−", "№", "“", "”", "„", "’", "‘", "…", "•", "°", "§", "\u{2011}":
      return CharacterKind.punctuation
    default:
      return !scalar.isLetter
        ? CharacterKind.sign : scalar.value < 0x250 ? CharacterKind.western : CharacterKind.foreign
    }
  }

  /// The kind of a character.
  @inline(__always)
  func kind(of scalar: UInt32) -> UInt8 {
    if scalar < Self.tableEnd { return kinds[Int(scalar)] }
    return scalar == 0xFFFD ? CharacterKind.control : scalar >= 0x1F000 ? CharacterKind.sign : CharacterKind.foreign
  }

  /// The logarithms of a letter's probability behind another, in Kazakh and in Russian.
  @inline(__always)
  func logarithm(_ first: UInt8, _ second: UInt8) -> SIMD2<Float> {
    let place = (Int(first & 63) << 6 | Int(second & 63)) * 2
    return SIMD2(logarithms[place], logarithms[place + 1])
  }
}
