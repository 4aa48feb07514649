internal import Lingua

/// Cuts a sentence into words, numbers and signs.
struct TokenScanner {
  private var codes: [UInt8] = []
  private var capitals = 0
  private var roman: RomanNumeral? = RomanNumeral()
  /// A number that may go on after a blank: Russian and Kazakh group thousands by blanks.
  private var number: [UInt8] = []
  private var group: [UInt8] = []
  private var separator: Unicode.Scalar?
  private var isGrouped = false

  /// Calls `emit` for each token, at most `limit` times; returns how many characters are no blanks.
  mutating func scan(_ text: String, limit: Int, emit: (TokenKind, [UInt8]) -> Void) -> Int {
    var length = 0
    var left = limit
    func send(_ kind: TokenKind, _ codes: [UInt8]) {
      guard left > 0 else { return }
      left -= 1
      emit(kind, codes)
    }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let blank = value <= 0x20 || value == 0xA0 || value == 0x202F || value == 0x2009 || value == 0x3000
      if value == 0xAD || value == 0x301 { continue }
      if !blank { length += 1 }
      if value < 0x3A && value >= 0x30 {
        closeWord(send)
        group.append(UInt8(value))
        continue
      }
      if !group.isEmpty || !number.isEmpty { digitsEnd(at: scalar, blank: blank, send) }
      if blank {
        closeWord(send)
      } else if LetterCode.append(scalar, to: &codes) {
        if value < 0x530 ? scalar.simpleFold != scalar : scalar.isUppercaseLetter { capitals += 1 }
        roman?.append(scalar)
        if roman?.isBroken == true { roman = nil }
      } else {
        closeWord(send)
        if Sign.kept(value) {
          send(.sign, [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)])
        }
      }
    }
    closeWord(send)
    closeGroup(send)
    closeNumber(send)
    return length
  }

  private mutating func closeWord(_ send: (TokenKind, [UInt8]) -> Void) {
    guard !codes.isEmpty else { return }
    if let value = roman?.value, codes.count > 1 || value >= 5 {
      send(.number, Array(String(value).utf8))
    } else {
      send(capitals > 1 ? .capitals : .word, codes)
    }
    codes.removeAll(keepingCapacity: true)
    capitals = 0
    roman = RomanNumeral()
  }

  /// Decides whether digits go on after a character that is no digit.
  private mutating func digitsEnd(
    at scalar: Unicode.Scalar, blank: Bool, _ send: (TokenKind, [UInt8]) -> Void
  ) {
    if !group.isEmpty {
      let separates = scalar == "." || scalar == "," || scalar == ":"
      closeGroup(send)
      separator = separates ? scalar : blank ? " " : nil
      if separator == nil { closeNumber(send) }
    } else {
      // A second character that is no digit.
      closeNumber(send)
    }
  }

  /// Joins the digits just read to the number before them, or begins a new number.
  private mutating func closeGroup(_ send: (TokenKind, [UInt8]) -> Void) {
    guard !group.isEmpty else { return }
    if !number.isEmpty, let separator {
      if separator == " " && !(isGrouped && group.count == 3) { closeNumber(send) }
    }
    if number.isEmpty { isGrouped = group.count <= 3 }
    number.append(contentsOf: group)
    group.removeAll(keepingCapacity: true)
    separator = nil
  }

  private mutating func closeNumber(_ send: (TokenKind, [UInt8]) -> Void) {
    guard !number.isEmpty else { return }
    send(.number, number)
    number.removeAll(keepingCapacity: true)
    separator = nil
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
