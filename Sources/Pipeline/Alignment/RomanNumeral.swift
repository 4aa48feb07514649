/// Reads a Roman numeral letter by letter, also in the Cyrillic letters that look the same (ХХ, ІV).
///
/// Only I, V, X and L count: C, D and M make more abbreviations than centuries.
struct RomanNumeral {
  private var total = 0
  private var previous = Int.max
  private var repeats = 0
  private(set) var isBroken = false

  /// The value, when what was read is a numeral.
  var value: Int? { isBroken || total == 0 ? nil : total }

  /// Adds a letter.
  mutating func append(_ scalar: Unicode.Scalar) {
    let digit: Int
    switch scalar {
    case "I", "\u{406}", "\u{4C0}": digit = 1
    case "V": digit = 5
    case "X", "\u{425}": digit = 10
    case "L": digit = 50
    default:
      isBroken = true
      return
    }
    let subtracts = previous < digit
    // Only single I and X are subtracted, from the next two digits.
    if subtracts && (repeats > 1 || digit > previous * 10 || previous == 5 || previous == 50) {
      isBroken = true
    }
    repeats = digit == previous ? repeats + 1 : 1
    // I and X come at most three times, V and L once.
    if repeats > (digit == 5 || digit == 50 ? 1 : 3) { isBroken = true }
    total += subtracts ? digit - 2 * previous : digit
    previous = digit
  }
}
