internal import Lingua

/// The constants of the bead score, chosen on news translated into the three languages and cut into documents, in which
/// sentences were deleted and neighbours merged.
package struct AlignmentModel: Hashable, Sendable {
  /// How much of a sentence a lexicon is trusted to explain, for words that it knows and for others.
  package var knownShare: Float = 0.3
  package var unknownShare: Float = 0.2
  /// The least background probability of a word, and how much its other occurrences in the text add.
  package var backgroundFloor: Float = 4e-4
  package var repetition: Float = 0.25
  /// Penalties of two languages: a sentence without counterpart, a further sentence in a bead, and when both sides
  /// have several.
  package var pairOmission: Float = 3
  package var pairMerge: Float = 3.5
  package var pairBoth: Float = 1
  /// Penalties of three languages: a language that is missing from a bead, two that are, a further sentence, and when
  /// more than one side has several.
  package var omission: Float = 6
  package var twoOmissions: Float = 7
  package var merge: Float = 3.5
  package var both: Float = -1
  /// How much each of the three pair scores counts, since they share their evidence.
  package var pairShare: Float = 1
  /// The penalty of a boundary of paragraphs inside a bead, where they are soft limits.
  package var paragraph: Float = 3
  /// By how much two texts in another order must fit better than in their own to be reported as crossing.
  package var crossing: Float = 10
  /// What flattens the posteriors: the evidence of words and of pairs is counted as if it were independent.
  package var temper: Float = 0.5
  /// How fast the trust in two words falls with the distance of their places in the bead.
  package var orderDecay: Float = 2
  /// What a sentence without counterpart costs more the shorter it is, and the length in characters from
  /// which it costs nothing more: a scrap of a sentence is seldom left out by a translator.
  package var scrap: Float = 1
  package var scrapLength: Float = 15
  /// How much worse than the best a partition may be whose blocks are scored exactly.
  package var margin: Float = 15
  /// How much worse than the best an alignment of single sentences may be whose cells are looked at; infinite for all.
  package var roughMargin: Float = 30
  /// The variance of a length per character.
  package var lengthVariance: Float = 3
  /// Characters of the second language for one of the first.
  package var kazakhRussian: Float = 1.0
  package var kazakhEnglish: Float = 0.95
  package var russianEnglish: Float = 0.92

  package init() {}

  /// How many characters of `b` one character of `a` becomes.
  func ratio(_ a: Language, _ b: Language) -> Float {
    switch (a, b) {
    case (.kk, .ru): kazakhRussian
    case (.kk, .en): kazakhEnglish
    case (.ru, .en): russianEnglish
    default: 1
    }
  }

  /// What a sentence of so many characters costs more than others when it stands alone, as a score.
  func alone(_ length: Float) -> Float { -scrap * max(0, 1 - length / scrapLength) }

  /// The penalties by shape: index x + (size + 1) * (y + (size + 1) * z).
  func priors(size: Int, languages: Int) -> [Float] {
    let side = size + 1
    var priors = [Float](repeating: -.infinity, count: side * side * side)
    for z in 0...size {
      for y in 0...size {
        for x in 0...size {
          let shape = [x, y, z]
          let present = shape.count { $0 > 0 }
          let several = shape.count { $0 > 1 }
          let further = Float(shape.reduce(0) { $0 + max(0, $1 - 1) })
          let value: Float
          if present == 0 {
            continue
          } else if present == 1 {
            if further > 0 { continue }
            value = languages == 3 ? -twoOmissions : -pairOmission
          } else if languages == 3 {
            value = -(present == 2 ? omission : 0) - merge * further - both * Float(max(0, several - 1))
          } else {
            value = -pairMerge * further - (several > 1 ? pairBoth : 0)
          }
          priors[x + side * (y + side * z)] = value
        }
      }
    }
    return priors
  }
}
