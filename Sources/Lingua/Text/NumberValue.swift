/// A number of at most four decimals, exactly.
package struct NumberValue: Hashable, Comparable, Sendable {
  /// Ten-thousandths: trillions are still exact.
  package private(set) var parts: UInt64 = 0

  private static let one: UInt64 = 10_000

  /// 0.
  package init() {}

  /// A whole number; nil for one that is too large.
  package init?(_ whole: UInt64) {
    let product = whole.multipliedReportingOverflow(by: Self.one)
    if product.overflow { return nil }
    parts = product.partialValue
  }

  /// Reads digits with or without a decimal point; nil for anything else and for what is too long.
  package init?(_ text: some Sequence<UInt8>) {
    var whole: UInt64 = 0
    var digits = 0
    var decimals = -1
    for byte in text {
      if byte == UInt8(ascii: "."), decimals < 0, digits > 0 {
        decimals = 0
        continue
      }
      guard byte >= 0x30, byte <= 0x39, digits < 18, decimals < 4 else { return nil }
      whole = whole * 10 + UInt64(byte - 0x30)
      digits += 1
      if decimals >= 0 { decimals += 1 }
    }
    guard digits > 0, decimals != 0 else { return nil }
    var scale = Self.one
    for _ in 0..<max(0, decimals) { scale /= 10 }
    let product = whole.multipliedReportingOverflow(by: scale)
    if product.overflow { return nil }
    parts = product.partialValue
  }

  /// The whole number that it is; nil for one with decimals.
  package var whole: UInt64? { parts % Self.one == 0 ? parts / Self.one : nil }

  /// The sum; nil when it is too large.
  package func adding(_ other: NumberValue) -> NumberValue? {
    let sum = parts.addingReportingOverflow(other.parts)
    return sum.overflow ? nil : NumberValue(parts: sum.partialValue)
  }

  /// The product with a whole number; nil when it is too large.
  package func multiplied(by factor: UInt64) -> NumberValue? {
    let product = parts.multipliedReportingOverflow(by: factor)
    return product.overflow ? nil : NumberValue(parts: product.partialValue)
  }

  /// Half of it.
  package var half: NumberValue { NumberValue(parts: parts / 2) }

  private init(parts: UInt64) { self.parts = parts }

  package static func < (a: NumberValue, b: NumberValue) -> Bool { a.parts < b.parts }

  /// Appends its digits, with a point and decimals where it has some.
  package func append(to text: inout [UInt8]) {
    text.append(contentsOf: String(parts / Self.one).utf8)
    var rest = parts % Self.one
    if rest == 0 { return }
    text.append(UInt8(ascii: "."))
    var place = Self.one / 10
    while rest > 0 {
      text.append(0x30 + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }
}
