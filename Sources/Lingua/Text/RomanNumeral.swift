/// Reads a Roman numeral letter by letter, also in the Cyrillic letters that look the same (ХХ, ІV).
///
/// Only the usual way of writing a number counts: XIX, but neither IXX nor XVIIII.
package struct RomanNumeral {
  private let largest: Int
  private var total = 0
  private var previous = Int.max
  /// The digit before the run of equal ones that is being read.
  private var before = Int.max
  private var repeats = 0
  /// What was subtracted last: only smaller digits may follow.
  private var subtracted = Int.max
  package private(set) var isBroken = false

  /// A reader.
  ///
  /// - Parameter largest: the greatest digit that counts. C, D and M make more abbreviations than centuries.
  package init(largest: Int = 50) { self.largest = largest }

  /// The value, when what was read is a numeral.
  package var value: Int? { isBroken || total == 0 ? nil : total }

  /// What a letter counts as a digit.
  package static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "I", "\u{406}", "\u{4C0}": 1
    case "V": 5
    case "X", "\u{425}": 10
    case "L": 50
    case "C", "\u{421}": 100
    case "D": 500
    case "M", "\u{41C}": 1000
    default: nil
    }
  }

  /// Adds a letter.
  package mutating func append(_ scalar: Unicode.Scalar) {
    guard !isBroken, let digit = Self.digit(scalar), digit <= largest else {
      isBroken = true
      return
    }
    let isFive = digit == 5 || digit == 50 || digit == 500
    if previous < digit {
      // A single I, X or C is subtracted from the next two digits, and not after a lesser digit than these.
      let mayGive = previous == 1 || previous == 10 || previous == 100
      if repeats > 1 || !mayGive || digit > previous * 10 || before < digit || (before == digit && isFive) {
        isBroken = true
        return
      }
      total += digit - 2 * previous
      subtracted = previous
    } else {
      // I, X, C and M come at most three times, V, L and D once.
      if digit >= subtracted || (digit == previous && repeats == (isFive ? 1 : 3)) {
        isBroken = true
        return
      }
      total += digit
    }
    if digit == previous {
      repeats += 1
    } else {
      before = previous
      previous = digit
      repeats = 1
    }
  }
}
