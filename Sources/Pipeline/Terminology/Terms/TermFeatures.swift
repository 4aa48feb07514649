internal import Lingua

/// What a triple is weighed by.
struct TermFeatures: Sendable {
  /// Beads and titles that have it; documents; titles.
  var beads: Float = 0, documents: Float = 0, titles: Float = 0
  /// The coverage of the best bead, the least of its pairs of languages, and what is explained of its worst word.
  var coverage: Float = 0, least: Float = 0, gap: Float = 0, mean: Float = 0
  /// Whether a sibling fits better, see `TermSiblings`.
  var isUnfit = false
  /// How many languages have a term.
  var languages: Float = 3
  /// The share of the beads with any of the terms that have all of them.
  var dice: Float = 0
  /// The mean number of words.
  var words: Float = 0
  /// In how many beads it is part of a longer one; in how many it is not; the C-value.
  var longer: Float = 0, free: Float = 0, cValue: Float = 0
  /// The mean logarithm of the share that its words have of general text, and of the documents that have them.
  var general: Float = 0, spread: Float = 0
  /// In how many languages it is one word that makes no term, or has a head that makes none.
  var weakAlone: Float = 0, plainAlone: Float = 0, weakHead: Float = 0
  /// In how many languages every word makes no term by itself nor with others: results of the study.
  var empty: Float = 0
  /// In how many languages it has "of", and begins with a participle.
  var link: Float = 0, initial: Float = 0
  /// Whether a row of the concepts has all three terms.
  var concept: Float = 0
  var probability: Float = 0

  /// The logarithm of the odds that an author would name the triple among the keywords of the document. The weights were
  /// learned by logistic regression from the keyword lists of trilingual abstracts, which the search had not seen.
  var keyness: Float {
    let isWord = words < 1.35
    var sum: Float = -6.107 - 2.089 * link - 0.389 * spread + 1.526 * gap + 0.909 * concept
    sum += -0.364 * weakHead - 0.969 * dice
    sum += 0.869 * Logarithm.log(beads) + 0.818 * min(1, titles) + 0.492 * Logarithm.log(1 + max(0, free))
    sum += 0.533 * Logarithm.log(beads / documents) - 0.598 * initial - 0.253 * plainAlone - 0.01 * general
    if isWord { sum += -1.316 - 0.234 * (general + 12) }
    if words > 1.35 && words <= 2.4 { sum += 0.631 }
    if words > 3.4 { sum -= 1.758 }
    if weakAlone > 0 { sum -= 1.721 }
    return sum
  }

  /// What a reader takes for wrong although authors write it: words that any text has, and words without counterpart.
  var doubt: Float {
    var doubt = 3 * max(0, 0.55 - gap)
    if max(plainAlone, weakAlone) >= 2 { doubt += 1.5 }
    if words < 1.35 && spread > -1.2 { doubt += 1.5 }
    if isUnfit { doubt += 2.5 }
    if empty >= 2 { doubt += 2.5 }
    // Two languages are not checked by a third.
    if languages < 3 { doubt += 1.5 }
    return doubt
  }
}
