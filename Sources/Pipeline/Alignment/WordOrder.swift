/// How much likelier a word translates one that stands at the same place of its block than one that stands elsewhere.
///
/// The relative places of two words in their blocks differ by 0 to 1; the weight falls with the difference
/// exponentially, as in the reparameterised IBM model 2 of Dyer et al. (2013), and is 1 on average over all places of a
/// word in the middle.
struct WordOrder: Sendable {
  private static let steps = 256
  private let weights: [Float]

  /// - Parameters:
  ///   - decay: how fast the weight falls.
  ///   - weight: 1 for all of it, 0 for none.
  init(decay: Float, weight: Float) {
    let norm = decay > 0 ? decay / (2 * (1 - Logarithm.exp(-decay / 2))) : 1
    weights = (0...Self.steps).map { step in
      let difference = (Float(step) + 0.5) / Float(Self.steps)
      return 1 - weight + weight * norm * Logarithm.exp(-decay * difference)
    }
  }

  /// The weight of two words whose relative places differ by so much.
  @inline(__always)
  func weight(_ difference: Float) -> Float {
    weights[min(Self.steps, Int(abs(difference) * Float(Self.steps)))]
  }
}
