internal import Lingua

/// What each word type of a text gains by a translation: how much likelier it becomes than by chance.
///
/// A word with background probability b is explained by a translation v with log(1 - l + l v / b), which is
/// `base` + log(1 + v `factor`); l is the share of a sentence that a lexicon is trusted to explain (after Moore 2002).
struct WordOdds: Sendable {
  /// l / (b (1 - l)) by type.
  private(set) var factor: [Float]
  /// log(1 - l) by type.
  private(set) var base: [Float]
  /// The sum of the bases of each sentence.
  private(set) var sums: [Float]

  init(_ text: AlignmentText, isKnown: [Bool], frequencies: [Float], model: AlignmentModel) {
    let total = max(1, text.total)
    let logKnown = Logarithm.log(1 - model.knownShare)
    let logUnknown = Logarithm.log(1 - model.unknownShare)
    factor = Array(repeating: 0, count: text.types.count)
    base = Array(repeating: 0, count: text.types.count)
    for type in factor.indices {
      let share = isKnown[type] ? model.knownShare : model.unknownShare
      let background = max(
        model.backgroundFloor, frequencies[type], model.repetition * max(0, text.frequencies[type] - 1) / total)
      factor[type] = share / (background * (1 - share))
      base[type] = isKnown[type] ? logKnown : logUnknown
    }
    var sums: [Float] = []
    sums.reserveCapacity(text.count)
    for sentence in 0..<text.count {
      sums.append(text.words[text.range(sentence)].reduce(Float(0)) { [base] in $0 + base[Int($1)] })
    }
    self.sums = sums
  }
}
