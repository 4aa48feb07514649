public import Lingua

/// Learns a translation table from parallel text: IBM model 1 for each pair of languages in both directions, then
/// each pair once more through the third language.
public struct TranslationTrainer: Sendable {
  /// What a translation through the third language counts.
  private static let detour: Float = 0.8

  /// Learns and writes the file's bytes; the same text gives the same bytes.
  ///
  /// - Parameters:
  ///   - text: the parallel text.
  ///   - stemmerHash: what `TranslationTable.stemmerHash` says of the stemmer that the text was read with.
  ///   - progress: called before each pair of languages is learned.
  /// - Throws: `TrainingError` when a language has more stems than the file can number.
  public static func table(
    of text: ParallelText, stemmerHash: UInt32 = 0, progress: (Language, Language) -> Void = { _, _ in }
  ) throws(TrainingError) -> [UInt8] {
    try TranslationTableWriter(text: text, rows: rows(of: text, progress: progress), stemmerHash: stemmerHash).bytes()
  }

  /// For each ordered pair, in the order of `TranslationLayout.pairs`, what was learned of all stems.
  static func rows(
    of text: ParallelText, progress: (Language, Language) -> Void = { _, _ in }
  ) -> [[[TranslationModel.Entry]]] {
    let direct = learn(text, progress: progress)
    var rows: [[[TranslationModel.Entry]]] = []
    for pair in TranslationLayout.pairs {
      guard let third = Language.allCases.first(where: { $0 != pair.source && $0 != pair.target }) else { continue }
      rows.append(
        through(
          direct[TranslationLayout.number(pair.source, pair.target)],
          first: direct[TranslationLayout.number(pair.source, third)],
          second: direct[TranslationLayout.number(third, pair.target)], targets: text.stems[pair.target].count))
    }
    return rows
  }

  private static func learn(
    _ text: ParallelText, progress: (Language, Language) -> Void
  ) -> [[[TranslationModel.Entry]]] {
    var rows = [[[TranslationModel.Entry]]](repeating: [], count: TranslationLayout.pairs.count)
    let languages: [(Language, Language)] = [(.kk, .ru), (.kk, .en), (.ru, .en)]
    for (number, (left, right)) in languages.enumerated() {
      progress(left, right)
      let model = TranslationModel(
        text.pairs[number], left: text.stems[left].count, right: text.stems[right].count)
      rows[TranslationLayout.number(left, right)] = model.forward
      rows[TranslationLayout.number(right, left)] = model.backward
    }
    return rows
  }

  /// The rows of a pair, with the translations that lead through a third language.
  private static func through(
    _ rows: [[TranslationModel.Entry]], first: [[TranslationModel.Entry]], second: [[TranslationModel.Entry]],
    targets: Int
  ) -> [[TranslationModel.Entry]] {
    var sums = [Float](repeating: 0, count: targets)
    var touched: [Int32] = []
    return rows.indices.map { stem in
      for middle in first[stem] {
        for entry in second[Int(middle.stem)] {
          if sums[Int(entry.stem)] == 0 { touched.append(entry.stem) }
          sums[Int(entry.stem)] += middle.probability * entry.probability
        }
      }
      var row = rows[stem]
      for place in row.indices {
        let target = Int(row[place].stem)
        row[place].probability = max(row[place].probability, detour * sums[target])
        sums[target] = 0
      }
      for target in touched {
        let probability = detour * sums[Int(target)]
        sums[Int(target)] = 0
        if probability > TranslationModel.least {
          row.append(TranslationModel.Entry(stem: target, probability: probability))
        }
      }
      touched.removeAll(keepingCapacity: true)
      return row.sorted { $0.stem < $1.stem }
    }
  }
}
