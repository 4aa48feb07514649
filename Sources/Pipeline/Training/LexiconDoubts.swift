public import Lingua

/// Rows of the concept lexicon that parallel text contradicts: their words are frequent there and yet do not stand in
/// translations of each other.
public struct LexiconDoubts: Sendable {
  /// A pair of cells in doubt.
  public struct Doubt: Hashable, Sendable {
    /// The lexicon's file.
    public var file: String
    /// The line of the row, counted from 1.
    public var line: Int
    /// The language of one cell.
    public var left: Language
    /// The language of the other.
    public var right: Language
    /// One cell as it stands in the file.
    public var leftCell: String
    /// The other cell.
    public var rightCell: String
    /// In how many pairs of sentences the one cell stands.
    public var leftCount: Int
    /// In how many the other does.
    public var rightCount: Int
    /// In how many both do.
    public var bothCount: Int
    /// The stems that translate the longest word of the one cell in that text, best first, with their probabilities.
    public var leftCandidates: [String]
    /// The same of the other cell.
    public var rightCandidates: [String]
    /// How surprising it is that so few pairs have both cells.
    public var surprise: Double
  }

  /// A cell that stands in fewer pairs of sentences is not frequent.
  private static let frequent = 8
  /// A cell that stands in fewer is not used in this text, which says less of the row.
  private static let used = 3
  /// A pair of cells that stands in such a share of the sentences of the rarer one is sound.
  private static let sound = 0.1
  /// In how many of its sentences a sound row's rarer cell is expected to be translated by the other.
  private static let expected = 0.4
  /// A stem with such a share of all words is grammar, which stands beside everything.
  private static let grammar = 0.008
  /// How words are cut here: finer than for alignment, where a wrong match costs little.
  public static let scheme = StemScheme.stem(64)

  private let text: ParallelText
  private let table: TranslationTable
  /// For each pair of languages and side, for each stem the sentences that have it.
  private let places: [[[[Int32]]]]
  private let languages: [(left: Language, right: Language)] = [(.kk, .ru), (.kk, .en), (.ru, .en)]

  /// Prepares a text.
  ///
  /// - Parameter text: parallel text that was read with `scheme`.
  /// - Throws: `TrainingError` when it has more stems than a table can number, `LexiconError` never in practice.
  public init(_ text: ParallelText) throws {
    self.text = text
    table = try TranslationTable(bytes: TranslationTrainer.table(of: text), kazakh: text.kazakh)
    places = zip(text.pairs, languages).map { pair, languages in
      [
        Self.places(pair.left, count: text.stems[languages.left].count),
        Self.places(pair.right, count: text.stems[languages.right].count),
      ]
    }
  }

  private static func places(_ side: PairText.Side, count: Int) -> [[Int32]] {
    var places = [[Int32]](repeating: [], count: count)
    for sentence in 0..<side.count { for stem in side[sentence] { places[Int(stem)].append(Int32(sentence)) } }
    return places
  }

  /// The doubtful pairs of cells of all concept files, worst first: those that the text contradicts, then those of which
  /// it uses one cell only.
  ///
  /// - Throws: `LexiconError` when a concept file cannot be read.
  public func doubts(in lexicons: Lexicons) throws(LexiconError) -> [Doubt] {
    var doubts: [Doubt] = []
    var cutter = StemCutter(text.scheme, kazakh: text.kazakh)
    for name in lexicons.names where name.hasPrefix("concepts/") && name.hasSuffix(".tsv") {
      for row in try lexicons.file(name, columns: ["kk", "ru", "en"]).rows {
        for (number, (left, right)) in languages.enumerated() {
          if let doubt = doubt(row, number, left, right, file: name, &cutter) { doubts.append(doubt) }
        }
      }
    }
    return doubts.sorted {
      ($1.surprise, $0.file, $0.line, $0.left, $0.right) < ($0.surprise, $1.file, $1.line, $1.left, $1.right)
    }
  }

  private func doubt(
    _ row: LexiconFile.Row, _ number: Int, _ left: Language, _ right: Language, file: String,
    _ cutter: inout StemCutter
  ) -> Doubt? {
    let cells = Trilingual(kk: row[0], ru: row[1], en: row[2])
    let leftPlaces = sentences(of: cells[left], left, places[number][0], &cutter)
    let rightPlaces = sentences(of: cells[right], right, places[number][1], &cutter)
    let counts = (leftPlaces.count, rightPlaces.count)
    guard max(counts.0, counts.1) >= Self.frequent else { return nil }
    let both = Self.common(leftPlaces, rightPlaces).count
    let rarer = min(counts.0, counts.1)
    let surprise: Double
    if rarer >= Self.used {
      guard Double(both) <= Self.sound * Double(rarer) else { return nil }
      // The logarithm of the odds of so few, against what is expected of a sound row (a binomial's rate function).
      let share = max(Double(both) / Double(rarer), 1e-9)
      surprise =
        Double(rarer)
        * (share * Self.log(share / Self.expected) + (1 - share) * Self.log((1 - share) / (1 - Self.expected)))
    } else {
      guard both == 0 else { return nil }
      // Below everything that the text contradicts.
      surprise = -1 / Double(max(counts.0, counts.1))
    }
    return Doubt(
      file: file, line: row.line, left: left, right: right, leftCell: cells[left], rightCell: cells[right],
      leftCount: counts.0, rightCount: counts.1, bothCount: both,
      leftCandidates: candidates(cells[left], left, right), rightCandidates: candidates(cells[right], right, left),
      surprise: surprise)
  }

  private static func log(_ value: Double) -> Double { Double(Logarithm.log(Float(value))) }

  /// The sentences in which a variant of a cell stands with all its words.
  private func sentences(
    of cell: String, _ language: Language, _ places: [[Int32]], _ cutter: inout StemCutter
  ) -> [Int32] {
    var all: Set<Int32> = []
    for variant in cell.split(separator: "|") {
      var common: [Int32]?
      for word in words(variant) {
        let found = text.number(of: word, language, &cutter).map { places[Int($0)] } ?? []
        common = common.map { Self.common($0, found) } ?? found
      }
      if let common { all.formUnion(common) }
    }
    return all.sorted()
  }

  /// The words of a phrase without its grammar.
  private func words(_ phrase: Substring) -> [[UInt8]] {
    let words = phrase.split { !$0.isLetter }.map { LetterCode.codes($0) }.filter { !$0.isEmpty }
    return words.count == 1 ? words : words.filter { $0.count > 3 }
  }

  private func candidates(_ cell: String, _ language: Language, _ other: Language) -> [String] {
    guard let first = cell.split(separator: "|").first?.split(separator: " ").max(by: { $0.count < $1.count })
    else { return [] }
    return table.candidates(String(first), from: language, to: other)
      .filter { table.frequency($0.stem, other) < Self.grammar }.prefix(4).map {
        "\($0.stem) .\($0.probability >= 0.095 ? "" : "0")\(min(99, Int(($0.probability * 100).rounded())))"
      }
  }

  private static func common(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    var common: [Int32] = []
    var i = 0
    var j = 0
    while i < a.count && j < b.count {
      if a[i] == b[j] {
        common.append(a[i])
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return common
  }
}
