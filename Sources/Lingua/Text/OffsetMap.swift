/// Translates UTF-8 offsets of an edited text back to the text before the edits.
public struct OffsetMap: Hashable, Sendable {
  /// One stretch of the output, in order; between two edits input and output run in step.
  private struct Step: Hashable {
    var output: Int
    var input: Int
    var isReplaced: Bool
  }

  private var steps: [Step]

  /// The map of an edit list; of none, the identity.
  public init(_ edits: [Edit] = []) {
    var steps = [Step(output: 0, input: 0, isReplaced: false)]
    steps.reserveCapacity(edits.count * 2 + 1)
    var shift = 0
    for edit in edits {
      let start = edit.range.lowerBound + shift
      shift += edit.growth
      steps.append(Step(output: start, input: edit.range.lowerBound, isReplaced: true))
      steps.append(
        Step(output: edit.range.upperBound + shift, input: edit.range.upperBound, isReplaced: false))
    }
    self.steps = steps
  }

  /// The input offset that corresponds to an output offset. Inside a replacement it is where the replaced text begins.
  public func inputOffset(of output: Int) -> Int {
    var low = 0
    var high = steps.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if steps[middle].output <= output { low = middle } else { high = middle }
    }
    let step = steps[low]
    return step.isReplaced ? step.input : step.input + output - step.output
  }

  /// The input range that a non-empty output range came from, with all of any replacement that it touches.
  public func inputRange(of output: Range<Int>) -> Range<Int> {
    let lower = inputOffset(of: output.lowerBound)
    if output.isEmpty { return lower..<lower }
    var low = 0
    var high = steps.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if steps[middle].output < output.upperBound { low = middle } else { high = middle }
    }
    let step = steps[low]
    let upper: Int
    if step.isReplaced {
      upper = low + 1 < steps.count ? steps[low + 1].input : step.input
    } else {
      upper = step.input + output.upperBound - step.output
    }
    return lower..<max(lower, upper)
  }
}
