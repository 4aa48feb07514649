/// What the scanning of letters must know of the characters of one and two bytes, computed once from ICU's data.
struct LetterCase: Sendable {
  static let isLetter: UInt8 = 1
  static let isUpper: UInt8 = 2
  static let isLower: UInt8 = 4
  static let isMark: UInt8 = 8

  private let flags: [UInt8]
  private let lower: [UInt16]

  static let shared = LetterCase()

  private init() {
    var flags = [UInt8](repeating: 0, count: 0x800)
    var lower = [UInt16](repeating: 0, count: 0x800)
    for value in 0..<0x800 {
      let scalar = Unicode.Scalar(replacingInvalid: UInt32(value))
      flags[value] = Self.flags(of: scalar)
      lower[value] = UInt16(truncatingIfNeeded: scalar.simpleLowercase.value)
    }
    self.flags = flags
    self.lower = lower
  }

  private static func flags(of scalar: Unicode.Scalar) -> UInt8 {
    let category = scalar.icuCategory
    return ((1...5).contains(category) ? isLetter : 0) | (category == 1 || category == 3 ? isUpper : 0)
      | (category == 2 ? isLower : 0) | ((6...8).contains(category) ? isMark : 0)
  }

  /// The flags of a character.
  @inline(__always)
  func flags(_ value: UInt32) -> UInt8 {
    value < 0x800 ? flags[Int(value)] : Self.flags(of: Unicode.Scalar(replacingInvalid: value))
  }

  /// The lower case of a character; i and ı are told apart by `isTurkic`.
  @inline(__always)
  func lower(_ value: UInt32, isTurkic: Bool) -> UInt32 {
    if value < 0x800 {
      if isTurkic && value == 0x49 { return 0x131 }
      return UInt32(lower[Int(value)])
    }
    return Unicode.Scalar(replacingInvalid: value).simpleLowercase.value
  }

  /// The upper case of a character; i and ı are told apart by `isTurkic`.
  static func upper(_ value: UInt32, isTurkic: Bool) -> UInt32 {
    if isTurkic && value == 0x69 { return 0x130 }
    return Unicode.Scalar(replacingInvalid: value).simpleUppercase.value
  }
}
