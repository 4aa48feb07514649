internal import Lingua

/// What stands between a token and the one before it.
enum TokenJoin: UInt8, Sendable {
  /// A sign, or nothing comes before.
  case apart
  /// Blanks.
  case blank
  /// A hyphen, and a dash, without blanks.
  case hyphen, dash
  /// Nothing.
  case touching
}

/// Cuts a sentence into words, numbers and signs.
struct TokenScanner {
  private var codes: [UInt8] = []
  private var capitals = 0
  private var roman: RomanNumeral? = RomanNumeral()
  /// A number that may go on after a blank: Russian and Kazakh group thousands by blanks.
  private var number: [UInt8] = []
  private var group: [UInt8] = []
  /// What stands between the number and the group, when that is a single character that may belong to it.
  private var separator: UInt8 = 0
  /// Whether only blanks part the number's digits so far, and so that they may be thousands.
  private var isGrouped = false
  /// What stands between the last token and the place in hand, and between the last tokens and the open ones.
  private var join = TokenJoin.apart
  private var wordJoin = TokenJoin.apart
  private var numberJoin = TokenJoin.apart
  private var groupJoin = TokenJoin.apart

  /// Calls `emit` for each token, at most `limit` times; returns how many characters are no blanks.
  mutating func scan(_ text: String, limit: Int, emit: (TokenKind, [UInt8], TokenJoin) -> Void) -> Int {
    var length = 0
    var left = limit
    func send(_ kind: TokenKind, _ codes: [UInt8], _ join: TokenJoin) {
      guard left > 0 else { return }
      left -= 1
      emit(kind, codes, join)
    }
    join = .apart
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let blank = value <= 0x20 || value == 0xA0 || value == 0x202F || value == 0x2009 || value == 0x3000
      if value == 0xAD || value == 0x301 { continue }
      if !blank { length += 1 }
      if value < 0x3A && value >= 0x30 {
        closeWord(send)
        if group.isEmpty {
          groupJoin = join
          join = .touching
        }
        group.append(UInt8(value))
        continue
      }
      if !group.isEmpty || !number.isEmpty { digitsEnd(at: value, blank: blank, send) }
      if blank {
        closeWord(send)
        join = join == .touching || join == .blank ? .blank : .apart
        continue
      }
      let begins = codes.isEmpty
      if LetterCode.append(scalar, to: &codes) {
        if begins {
          wordJoin = join
          join = .touching
        }
        if value < 0x530 ? scalar.simpleFold != scalar : scalar.isUppercaseLetter { capitals += 1 }
        roman?.append(scalar)
        if roman?.isBroken == true { roman = nil }
      } else {
        closeWord(send)
        if Sign.kept(value) {
          send(.sign, [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)], join)
        }
        join = join == .touching ? Self.join(value) : .apart
      }
    }
    closeWord(send)
    closeGroup(send)
    closeNumber(send)
    return length
  }

  /// What a character that is no letter, digit or blank makes of two tokens that touch it.
  private static func join(_ value: UInt32) -> TokenJoin {
    switch value {
    case 0x2D, 0x2010, 0x2011: .hyphen
    case 0x2012, 0x2013, 0x2014: .dash
    default: .apart
    }
  }

  private mutating func closeWord(_ send: (TokenKind, [UInt8], TokenJoin) -> Void) {
    guard !codes.isEmpty else { return }
    if let value = roman?.value, value != 50 || codes.count > 1 {
      if codes.count > 1 {
        send(.number, Array(String(value).utf8), wordJoin)
      } else {
        send(.initial, codes, wordJoin)
      }
    } else {
      send(capitals > 1 ? .capitals : .word, codes, wordJoin)
    }
    codes.removeAll(keepingCapacity: true)
    capitals = 0
    roman = RomanNumeral()
  }

  /// Decides whether digits go on after a character that is no digit.
  private mutating func digitsEnd(
    at value: UInt32, blank: Bool, _ send: (TokenKind, [UInt8], TokenJoin) -> Void
  ) {
    if !group.isEmpty {
      let separates = value == 0x2E || value == 0x2C || value == 0x3A
      closeGroup(send)
      separator = separates ? UInt8(truncatingIfNeeded: value) : blank ? 0x20 : 0
      if separator == 0 { closeNumber(send) }
    } else {
      // A second character that is no digit.
      closeNumber(send)
    }
  }

  /// Joins the digits just read to the number before them, or begins a new number.
  private mutating func closeGroup(_ send: (TokenKind, [UInt8], TokenJoin) -> Void) {
    guard !group.isEmpty else { return }
    if !number.isEmpty && separator == 0x20 && !(isGrouped && group.count == 3) { closeNumber(send) }
    if number.isEmpty {
      numberJoin = groupJoin
      isGrouped = group.count <= 3
    } else {
      number.append(separator)
      if separator != 0x20 { isGrouped = false }
    }
    number.append(contentsOf: group)
    group.removeAll(keepingCapacity: true)
    separator = 0
  }

  private mutating func closeNumber(_ send: (TokenKind, [UInt8], TokenJoin) -> Void) {
    guard !number.isEmpty else { return }
    var join = numberJoin
    DigitReader.read(number) { kind, codes in
      send(kind, codes, join)
      join = .apart
    }
    number.removeAll(keepingCapacity: true)
    separator = 0
  }
}

/// Punctuation and signs that translations keep.
enum Sign {
  static func kept(_ value: UInt32) -> Bool {
    switch value {
    case 0x3F, 0x21, 0x25, 0x28, 0x3B, 0x24, 0x2116, 0x20AC, 0xA3, 0xA7, 0xB0, 0xB1, 0x3D, 0x2B, 0x26, 0x40,
      0x2F:
      true
    default: false
    }
  }
}
