/// How far an inflected word may differ from its dictionary form, as a language builds its endings.
struct Inflection: Sendable {
  /// How many letters of the dictionary form may be replaced, and how many when six or more are shared.
  var replaced: Int
  var replacedOfLong: Int
  /// What one replaced letter costs.
  var replacedCost: Float
  /// What one letter of the word's own ending costs.
  var endingCost: Float
  /// How many letters a word's ending may have.
  var ending: Int

  /// Kazakh adds endings to a stem that barely changes (кітап, кітабында); verbs are listed in -у.
  static let kazakh = Inflection(
    replaced: 1, replacedOfLong: 1, replacedCost: 1, endingCost: 0.25, ending: 12)
  /// Russian replaces the ending; verbs and adjectives lose more of it than nouns (исследовать, исследует).
  static let russian = Inflection(
    replaced: 3, replacedOfLong: 5, replacedCost: 0.6, endingCost: 0.4, ending: 6)
  /// English endings are short; a final y or e may go.
  static let english = Inflection(
    replaced: 1, replacedOfLong: 1, replacedCost: 0.8, endingCost: 0.5, ending: 4)

  /// Dictionary forms must share this many letters with a word unless they are the beginning of it as a whole.
  private static let shared = 4

  /// Appends the rows of the dictionary forms that are nearest to a word.
  ///
  /// - Parameters:
  ///   - codes: the word's letter codes.
  ///   - table: the dictionary forms of its language.
  ///   - bytes: the index that holds the table.
  ///   - found: takes the rows.
  func append(
    matchesOf codes: [UInt8], in table: ConceptTable, _ bytes: UnsafeRawBufferPointer, to found: inout [ConceptMatch]
  ) {
    guard codes.count >= 2 else { return }
    var best: Float = 4
    var candidates: [(word: Int, cost: Float)] = []
    func consider(_ word: Int) {
      let common = table.commonPrefix(word, codes, bytes)
      let lost = table.range(word, bytes).count - common
      let added = codes.count - common
      guard lost <= (common < 6 ? replaced : replacedOfLong), lost == 0 || common >= 3,
        added <= (common > 3 ? ending : common + 1)
      else { return }
      let cost = Float(lost) * replacedCost + Float(added) * endingCost
      guard cost <= best + Self.tie else { return }
      candidates.append((word, cost))
      best = min(best, cost)
    }
    // Short dictionary forms: only as the whole beginning of the word.
    for length in 2..<min(Self.shared, codes.count + 1) {
      let word = table.lowerBound(codes, length: length, bytes)
      if word < table.count, table.range(word, bytes).count == length, table.commonPrefix(word, codes, bytes) == length
      {
        consider(word)
      }
    }
    if codes.count >= 3 {
      let length = min(Self.shared, max(3, codes.count - 1))
      var word = table.lowerBound(codes, length: length, bytes)
      while word < table.count, table.commonPrefix(word, codes, bytes) >= length {
        consider(word)
        word += 1
      }
    }
    let first = found.count
    for candidate in candidates where candidate.cost <= best + Self.tie {
      let quality = 1 / (1 + candidate.cost * 0.25)
      table.append(candidate.word, weight: quality, bytes, to: &found, after: first)
    }
  }

  /// Dictionary forms this much farther away than the nearest still count.
  private static let tie: Float = 0.6
}
