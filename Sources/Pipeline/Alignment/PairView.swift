/// Pair scores as the search reads them: without copies and without checks in its innermost loop.
struct PairView {
  private let values: UnsafePointer<Float>
  private let low: UnsafePointer<Int>
  private let high: UnsafePointer<Int>
  private let starts: UnsafePointer<Int>
  private let shapes: Int
  /// What a cell outside the band gets.
  private let outside: UnsafePointer<Float>

  /// The scores of the blocks that end at a cell, by shape; the pointer is good for size × size values.
  @inline(__always)
  func blocks(_ i: Int, _ j: Int) -> UnsafePointer<Float> {
    j >= low[i] && j <= high[i] ? values + (starts[i] + j - low[i]) * shapes : outside
  }

  /// Calls `body` with a view that is valid until it returns; nil for a pair that is not there.
  static func with<Result>(_ scores: PairScores?, _ body: (PairView?) -> Result) -> Result {
    guard let scores else { return body(nil) }
    let shapes = scores.size * scores.size
    let outside = [Float](repeating: PairScores.outside, count: shapes)
    return scores.values.withUnsafeBufferPointer { values in
      scores.band.low.withUnsafeBufferPointer { low in
        scores.band.high.withUnsafeBufferPointer { high in
          scores.band.starts.withUnsafeBufferPointer { starts in
            outside.withUnsafeBufferPointer { outside in
              guard let values = values.baseAddress, let low = low.baseAddress, let high = high.baseAddress,
                let starts = starts.baseAddress, let outside = outside.baseAddress
              else { return body(nil) }
              return body(
                PairView(
                  values: values, low: low, high: high, starts: starts, shapes: shapes, outside: outside))
            }
          }
        }
      }
    }
  }
}
