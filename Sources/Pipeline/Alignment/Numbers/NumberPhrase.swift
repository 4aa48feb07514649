internal import Lingua

/// A number of several words, as far as it is read.
struct NumberPhrase {
  private let language: Language
  /// The thousands and more that are complete.
  private var total = NumberValue()
  /// What the next word may multiply.
  private var current: NumberValue?
  private var isInDigits = false
  /// The last thousand, million and so on, which all that follow must be smaller than.
  private var multiplier = UInt64.max
  /// How many words and numbers it has.
  private(set) var parts = 0
  /// Behind its last token.
  var end = 0

  init(language: Language) { self.language = language }

  /// The number; nil when it is too large.
  var value: NumberValue? { total.adding(current ?? NumberValue()) }

  /// Whether smaller numbers may follow after "and".
  var isRound: Bool {
    guard let current else { return parts > 0 }
    return current.whole.map { $0 > 0 && $0 % 100 == 0 } ?? false
  }

  /// Whether a number multiplies what is before it.
  static func multiplies(_ value: NumberValue) -> Bool {
    switch value.whole {
    case 100, 1000, 1_000_000, 1_000_000_000, 1_000_000_000_000: true
    default: false
    }
  }

  /// Takes a number in digits when a word follows that multiplies it; false where it does not belong here.
  mutating func accept(digits value: NumberValue, before next: NumberLexicon.Reading) -> Bool {
    guard current == nil, next.roles.contains(.half) || Self.multiplies(next.value),
      next.value.whole.map({ $0 < multiplier }) ?? true
    else { return false }
    current = value
    isInDigits = true
    parts += 1
    return true
  }

  /// Takes a word; false where it begins another number.
  mutating func accept(_ reading: NumberLexicon.Reading) -> Bool {
    let isTaken = Self.multiplies(reading.value) ? multiply(reading.value) : add(reading.value)
    if isTaken { parts += 1 }
    return isTaken
  }

  /// Takes a half: of one, or after a million of that.
  mutating func acceptHalf() -> Bool {
    guard parts > 0, let one = NumberValue(current == nil ? multiplier : 1) else { return false }
    if let current {
      guard current.whole != nil, let sum = current.adding(one.half) else { return false }
      self.current = sum
    } else {
      guard let sum = total.adding(one.half) else { return false }
      total = sum
    }
    parts += 1
    return true
  }

  private mutating func multiply(_ value: NumberValue) -> Bool {
    guard let factor = value.whole else { return false }
    if factor == 100 {
      guard let current else {
        self.current = value
        return true
      }
      guard let count = current.whole, (1..<100).contains(count), let product = NumberValue(count * 100) else {
        return false
      }
      self.current = product
      return true
    }
    guard factor < multiplier, let product = current == nil ? value : current?.multiplied(by: factor),
      let sum = total.adding(product)
    else { return false }
    total = sum
    current = nil
    isInDigits = false
    multiplier = factor
    return true
  }

  private mutating func add(_ value: NumberValue) -> Bool {
    guard let current else {
      if multiplier < .max, let added = value.whole, added >= multiplier { return false }
      self.current = value
      return true
    }
    guard !isInDigits, let before = current.whole, let added = value.whole, added > 0 else { return false }
    let sum: UInt64
    if fits(added, after: before) {
      sum = before + added
    } else if language == .en && parts == 1 && (13...20).contains(before) && (10...99).contains(added) {
      // A year: nineteen ninety-five.
      sum = before * 100 + added
    } else {
      return false
    }
    self.current = NumberValue(sum)
    return self.current != nil
  }

  /// Whether the place that a number takes is still free.
  private func fits(_ added: UInt64, after before: UInt64) -> Bool {
    switch added {
    case 1...9: before % 10 == 0 && (language == .kk || before % 100 != 10)
    case 10...99: before % 100 == 0
    case 100...999: before % 1000 == 0
    default: false
    }
  }
}
