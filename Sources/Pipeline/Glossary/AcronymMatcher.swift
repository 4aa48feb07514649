internal import Lingua

/// Fits the letters of an acronym to the words of an expansion.
///
/// In the manner of Schwartz and Hearst (2003), with the habits of the three languages: small words may be left out or
/// counted (КоАП), a word may give several letters from its beginning (ЕврАзЭС) or its inside (ЭКГ, ГАЖ), parts of a
/// hyphenated word count as words (МЖӘ).
struct AcronymMatcher: Sendable {
  /// A word that may give letters.
  struct Word {
    /// Its letters, folded.
    var letters: [Unicode.Scalar]
    /// Whether an acronym may leave it out at no cost.
    var isFunction: Bool
    /// Whether a hyphen joins it to the word before.
    var isPart: Bool
  }

  /// How an acronym fits.
  struct Fit {
    /// The first word of the expansion.
    var start: Int
    /// How badly it fits: 0 when every word gives its first letter.
    var cost: Double
  }

  static let skippedFunction = 0.02
  static let skippedPart = 0.3
  static let skippedWord = 1.0
  static let nextLetter = 0.15
  static let innerLetter = 0.5
  static let innerOnly = 0.75
  /// What it costs to begin an expansion with a small word: налог на добавленную стоимость does not begin with на.
  static let firstFunction = 0.4

  /// The greatest cost at which an acronym of so many letters still is one of the words.
  static func tolerance(_ letters: Int) -> Double { 0.35 * Double(letters) + 0.15 }

  /// The letters of an acronym that count.
  static func letters(of acronym: String) -> [Unicode.Scalar] {
    GlossaryLetters.folded(acronym).filter { !$0.isDecimalDigit }
  }

  /// The best fit of an acronym to words that end where it is defined; the first letter begins the first word.
  ///
  /// - Parameters:
  ///   - isFixed: whether the expansion begins with the first word.
  ///   - trailing: what a word after the last letter costs.
  static func fit(
    _ acronym: [Unicode.Scalar], _ words: [Word], isFixed: Bool = false, trailing: Double = 0.8
  ) -> Fit? {
    guard let first = acronym.first, acronym.count <= 24, !words.isEmpty, words.count <= 64 else { return nil }
    let n = words.count
    let m = acronym.count
    // cost[j][i]: the least cost of the words from j on for the letters from i on.
    var cost = Array(repeating: Array(repeating: Double.infinity, count: m + 1), count: n + 1)
    cost[n][m] = 0
    for j in stride(from: n - 1, through: 0, by: -1) {
      let word = words[j]
      let skip = word.isFunction ? skippedFunction : word.isPart ? skippedPart : skippedWord
      for i in 0...m {
        var best = cost[j + 1][i] + (i == m ? min(skip, trailing) : skip)
        for (taken, price) in takes(acronym, i, word) { best = min(best, cost[j + 1][i + taken] + price) }
        cost[j][i] = best
      }
    }
    var result: Fit?
    for j in 0..<(isFixed ? 1 : n) where words[j].letters.first == first {
      // The first word must give the first letter, so skipping it is not among its ways.
      var best = Double.infinity
      for (taken, price) in takes(acronym, 0, words[j]) { best = min(best, cost[j + 1][taken] + price) }
      guard best.isFinite else { continue }
      if words[j].isFunction { best += firstFunction }
      if best < (result?.cost ?? .infinity) - 1e-9 { result = Fit(start: j, cost: best) }
    }
    guard let fit = result, fit.cost <= tolerance(m) else { return nil }
    return fit
  }

  /// How many letters from `i` on a word may give, and at what cost.
  private static func takes(_ acronym: [Unicode.Scalar], _ i: Int, _ word: Word) -> [(Int, Double)] {
    guard i < acronym.count, let initial = word.letters.first else { return [] }
    var result: [(Int, Double)] = []
    var place = 0
    var price = 0.0
    var taken = 0
    if initial == acronym[i] {
      taken = 1
      result.append((1, 0))
    } else {
      guard !word.isFunction, let inner = word.letters.firstIndex(of: acronym[i]) else { return [] }
      place = inner
      taken = 1
      price = innerOnly
      result.append((1, price))
    }
    while taken < 5, i + taken < acronym.count {
      let rest = word.letters[(place + 1)...]
      guard let next = rest.firstIndex(of: acronym[i + taken]) else { break }
      price += next == place + 1 ? nextLetter : innerLetter
      place = next
      taken += 1
      result.append((taken, price))
    }
    return result
  }
}
