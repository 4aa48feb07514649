/// How alike the lengths of two blocks are, after Gale and Church (1993).
///
/// Where they take a normal distribution this is Student's: closer fits are told apart better, and one free translation
/// is not thought impossible.
struct LengthEvidence {
  let ratio: Float
  let variance: Float
  let weight: Float

  /// The degrees of freedom: the fewer, the more often a length is far off.
  private static let freedom: Float = 4
  /// A block of so many characters is as telling as a sentence that is not looked at; shorter ones that fit tell more.
  private static let usual: Float = 100

  /// The log score of a block of `a` characters against one of `b`.
  @inline(__always)
  func score(_ a: Float, _ b: Float) -> Float {
    let mean = (ratio * a + b) / 2
    guard mean > 0 else { return 0 }
    return -weight * (misfit(a, b) + 0.5 * Logarithm.log(mean / Self.usual))
  }

  /// The same with another weight.
  func weighted(_ weight: Float) -> LengthEvidence { LengthEvidence(ratio: ratio, variance: variance, weight: weight) }

  /// How badly two lengths fit, 0 at best, without the weight.
  @inline(__always)
  func misfit(_ a: Float, _ b: Float) -> Float {
    let spread = variance * (ratio * a + b) / 2
    guard spread > 0 else { return 0 }
    let difference = ratio * a - b
    return (Self.freedom + 1) / 2 * Logarithm.log(1 + difference * difference / (spread * Self.freedom))
  }
}
