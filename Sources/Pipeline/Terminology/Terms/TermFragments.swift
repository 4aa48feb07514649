internal import Lingua

/// Makes whole what is cut off in one language: buckthorn beside облепиха, where every document has sea buckthorn.
///
/// Phrases are matched by the words that translate each other. A word that nothing translates because the name as a whole
/// is one notion stays outside; but then the rest hardly stands without it.
struct TermFragments {
  /// A phrase in fewer units says little of what stands beside it.
  private static let least: Int32 = 3
  /// The share of its units in which a fragment stands with the same word beside it.
  private static let share: Float = 0.8

  /// The phrase that each fragment is cut out of.
  private var wholes = Trilingual<[[Int32]: [Int32]]>(repeating: [:])

  /// - Parameter frequencies: in how many units each phrase stands.
  init(_ frequencies: Trilingual<[[Int32]: Int32]>) {
    for language in Language.allCases {
      var best: [[Int32]: (whole: [Int32], units: Int32)] = [:]
      for (phrase, units) in frequencies[language] where phrase.count > 1 && units >= Self.least {
        for part in [Array(phrase.dropLast()), Array(phrase.dropFirst())] {
          let all = frequencies[language][part] ?? 0
          guard Float(units) >= Self.share * Float(all) else { continue }
          if let other = best[part],
            other.units > units || other.units == units && other.whole.lexicographicallyPrecedes(phrase)
          {
            continue
          }
          best[part] = (phrase, units)
        }
      }
      wholes[language] = best.mapValues(\.whole)
    }
  }

  /// The whole of a triple of which a part is missing in some of its languages; nil where none is, or where all have one,
  /// as parts of longer terms do.
  ///
  /// - Parameters:
  ///   - key: the triple.
  ///   - isMatched: whether a phrase is part of any triple, so that its words do have translations.
  func whole(
    _ key: Trilingual<[Int32]>, isMatched: (Language, [Int32]) -> Bool
  ) -> Trilingual<[Int32]>? {
    let languages = Language.allCases.filter { !key[$0].isEmpty }
    let fragments = languages.filter { wholes[$0][key[$0]] != nil }
    guard !fragments.isEmpty, fragments.count < languages.count else { return nil }
    var result = key
    for language in fragments {
      guard let whole = wholes[language][key[language]], !isMatched(language, whole) else { return nil }
      result[language] = whole
    }
    return result
  }
}
