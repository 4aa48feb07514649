/// How alike the lengths of two blocks are, after Gale and Church (1993).
struct LengthEvidence {
  let ratio: Float
  let variance: Float
  let weight: Float

  /// The log score of a block of `a` characters against one of `b`: 0 at best.
  @inline(__always)
  func score(_ a: Float, _ b: Float) -> Float {
    let expected = ratio * a
    let spread = variance * (expected + b) / 2
    guard spread > 0 else { return 0 }
    let difference = expected - b
    return -0.25 * weight * min(40, difference * difference / spread)
  }
}
