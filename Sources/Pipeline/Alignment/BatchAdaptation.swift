public import Lingua

/// What a batch of documents taught an aligner; `BatchLearner` makes one.
public struct BatchAdaptation: Sendable {
  /// The table of translations, with the batch's own words.
  package let translations: TranslationTable
  /// By what the penalties of omissions are multiplied: one of `AlignmentSample.factors`.
  public let omission: Double

  package init(translations: TranslationTable, omission: Double) {
    self.translations = translations
    self.omission = omission
  }
}

/// What one document of a batch tells of it: its sentences, their beads, and how the document would take it if omissions
/// were rarer.
public struct AlignmentSample: Sendable {
  /// By what penalties of omissions may be multiplied. None is below 1: of text with many omissions the penalties hold as
  /// they are.
  package static let factors = [1, 4.0 / 3, 5.0 / 3, 2]

  /// The sentences of each language.
  public let sentences: Trilingual<[String]>
  /// Their beads.
  public let beads: [Bead]
  /// For each of `factors` the logarithm of how probable the best beads are; empty where the document is too long to be
  /// searched as a whole.
  let fits: [Double]
}

extension Aligner {
  /// Takes over what was learned from a batch.
  public mutating func adapt(to batch: BatchAdaptation) {
    translations = batch.translations
    options.model.scaleOmissions(by: Float(batch.omission))
  }

  /// What a document tells of the batch that it is part of.
  ///
  /// - Throws: `AlignmentError` when an anchor cannot be kept.
  public func sample(_ input: AlignmentInput) throws(AlignmentError) -> AlignmentSample {
    try input.check()
    var plain = self
    plain.options.explains = false
    let (beads, fits) = plain.align(
      input, groups: try AnchorGroups(input, options: bounded), factors: AlignmentSample.factors)
    return AlignmentSample(sentences: input.sentences, beads: beads, fits: fits)
  }
}

extension AlignmentModel {
  /// Makes sentences without counterpart more or less probable.
  mutating func scaleOmissions(by factor: Float) {
    pairOmission *= factor
    omission *= factor
    twoOmissions *= factor
  }
}

extension TextSearch {
  /// For each of some factors of the penalties of omissions the score of the best beads, less what all shapes together
  /// could have taken of each bead, so that penalties without a use cost; empty where there are no beads.
  ///
  /// - Parameters:
  ///   - factors: what the penalties are multiplied by.
  ///   - search: has the scores of all cells of two texts, or of each pair of three.
  ///   - whole: all cells.
  func fits(_ factors: [Double], _ search: BeadSearch, _ whole: Lattice) -> [Double] {
    var lattice = whole
    if let first = search.first, let second = search.second, let third = search.third {
      lattice = Lattice(first, second, third, within: options.model.margin)
    }
    var fits: [Double] = []
    for factor in factors {
      var model = options.model
      model.scaleOmissions(by: Float(factor))
      let priors = model.priors(size: options.maximumBeadSize, languages: texts.count)
      let scaled = BeadSearch(
        first: search.first, second: search.second, third: search.third, priors: priors, alone: search.alone,
        size: search.size, temper: search.temper, limits: limits)
      let pass = scaled.pass(over: lattice)
      guard let best = pass.best.last, let steps = scaled.path(pass.shapes, lattice, from: lattice.end)
      else { return [] }
      let all = priors.reduce(Float(0)) { $0 + Logarithm.exp($1) }
      fits.append(best - Double(steps.count) * Double(Logarithm.log(all)))
    }
    return fits
  }
}
