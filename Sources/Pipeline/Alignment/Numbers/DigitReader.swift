/// Reads what is written in digits, points, commas and colons.
///
/// A number's codes are its digits with "." before decimals. Where the writing leaves open what is meant, they are all
/// readings with "|" between: 1.234 is "1234|1.234".
enum DigitReader {
  /// The bar between readings.
  static let bar = UInt8(ascii: "|")
  private static let point = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")
  private static let colon = UInt8(ascii: ":")
  private static let blank = UInt8(ascii: " ")

  /// Calls `emit` with each number of a stretch of digits that single separators part.
  static func read(_ text: [UInt8], _ emit: (TokenKind, [UInt8]) -> Void) {
    guard text.contains(where: { $0 < 0x30 || $0 == colon }) else {
      emit(.number, whole(text[...]))
      return
    }
    var groups: [ArraySlice<UInt8>] = []
    var separators: [UInt8] = []
    var start = 0
    for (place, byte) in text.enumerated() where byte < 0x30 || byte == colon {
      groups.append(text[start..<place])
      separators.append(byte)
      start = place + 1
    }
    groups.append(text[start...])
    let last = separators.removeLast()
    let isUniform = separators.allSatisfy { $0 == last }
    if separators.isEmpty {
      emit(.number, pair(groups[0], last, groups[1]))
    } else if isUniform && areThousands(groups[...]) && last != colon {
      emit(.number, Array(groups.joined()))
    } else if isUniform && last == point, let month = month(of: groups) {
      emit(.number, whole(groups[0]))
      emit(.spelled, self.month(month))
      emit(.number, whole(groups[2]))
    } else if !isUniform && (last == point || last == comma) && areThousands(groups.dropLast())
      && separators.allSatisfy({ $0 == separators[0] && $0 != colon })
    {
      emit(.number, decimal(groups.dropLast().joined(), groups[groups.count - 1]))
    } else if isUniform && last == point {
      // A number of chapters or versions.
      emit(.number, text)
    } else {
      for group in groups { emit(.number, whole(group)) }
    }
  }

  /// The codes of a month.
  static func month(_ month: UInt8) -> [UInt8] { Array("m\(month)".utf8) }

  /// A number below 100 or a year that digits say; nil for others.
  static func small(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...4).contains(digits.count), digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func pair(_ a: ArraySlice<UInt8>, _ separator: UInt8, _ b: ArraySlice<UInt8>) -> [UInt8] {
    switch separator {
    case blank: return Array(a) + b
    case colon:
      guard b.count == 2, let hour = small(a), hour < 25, let minute = small(b), minute < 60 else {
        return Array(a) + [colon] + b
      }
      // A time is also written with a point.
      return whole(a) + [colon] + b + [bar] + decimal(a, b)
    default:
      guard b.count == 3, a.count <= 3, a.first != 0x30 else { return decimal(a, b) }
      return Array(a) + b + [bar] + decimal(a, b)
    }
  }

  /// Whether all groups but the first have three digits, and that one no more.
  private static func areThousands(_ groups: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count), first.first != 0x30 else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// The month of day, month and year; nil for what is no date.
  private static func month(of groups: [ArraySlice<UInt8>]) -> UInt8? {
    guard groups.count == 3, groups[0].count <= 2, groups[1].count <= 2, groups[2].count == 4,
      let day = small(groups[0]), (1...31).contains(day), let month = small(groups[1]), (1...12).contains(month)
    else { return nil }
    return UInt8(month)
  }

  /// Digits without the zero that fills days and months.
  private static func whole(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    Array(digits.count == 2 && digits.first == 0x30 ? digits.dropFirst() : digits)
  }

  private static func decimal(_ whole: some Sequence<UInt8>, _ decimals: ArraySlice<UInt8>) -> [UInt8] {
    var codes = Array(whole.drop { $0 == 0x30 })
    if codes.isEmpty { codes = [0x30] }
    guard let end = decimals.lastIndex(where: { $0 != 0x30 }) else { return codes }
    codes.append(point)
    codes.append(contentsOf: decimals[...end])
    return codes
  }
}
