public import Lingua

/// Learns from a batch of documents: their sure beads are parallel text of its own field, and all beads together say how
/// often its translators leave a sentence out.
///
/// The samples are taken in the order of the documents, so that the same batch gives the same bits. Of a large batch
/// every second, fourth, … sure bead is kept, so that memory does not grow with it.
public struct BatchLearner: Sendable {
  /// Why nothing is learned: what is learned from little is wrong more often than it helps.
  public enum Shortage: Hashable, Sendable {
    /// So few documents have sentences of two languages.
    case documents(found: Int, needed: Int)
    /// So few beads are sure.
    case beads(found: Int, needed: Int)
  }

  /// Fewer documents teach nothing.
  public static let leastDocuments = 20
  /// Fewer sure beads teach nothing.
  public static let leastBeads = 300
  /// A bead with such a score is sure.
  private static let sure = 0.9
  /// What a probability that was learned here counts beside one of the table.
  private static let weight: Float = 0.5

  /// How many documents with sentences of two languages there were.
  public private(set) var documents = 0
  /// How many sure beads of two or three languages they have.
  public private(set) var beads = 0
  /// The sentences of sure beads.
  private(set) var rows: [Trilingual<String>] = []
  /// How many sure beads one of `rows` stands for.
  private var stride = 1
  private let mostRows: Int
  private var fits = [Double](repeating: 0, count: AlignmentSample.factors.count)

  /// A learner that knows of no document yet.
  public init() { self.init(mostRows: 50_000) }

  /// A learner that keeps at most so many beads.
  init(mostRows: Int) { self.mostRows = mostRows }

  /// Takes what a document tells.
  public mutating func add(_ sample: AlignmentSample) {
    guard sample.sentences.values.count(where: { !$0.isEmpty }) > 1 else { return }
    documents += 1
    for (place, fit) in sample.fits.enumerated() { fits[place] += fit }
    for bead in sample.beads where bead.score >= Self.sure {
      guard bead.sentences.values.count(where: { !$0.isEmpty }) > 1 else { continue }
      if beads % stride == 0 { append(bead, of: sample) }
      beads += 1
    }
  }

  private mutating func append(_ bead: Bead, of sample: AlignmentSample) {
    var row = Trilingual(repeating: "")
    for language in Language.allCases {
      row[language] = bead.sentences[language].map { sample.sentences[language][$0] }.joined(separator: " ")
    }
    rows.append(row)
    guard rows.count > mostRows else { return }
    rows = rows.indices.filter { $0 % 2 == 0 }.map { rows[$0] }
    stride *= 2
  }

  /// Why nothing is learned; nil where enough is there.
  public var shortage: Shortage? {
    if documents < Self.leastDocuments { return .documents(found: documents, needed: Self.leastDocuments) }
    if beads < Self.leastBeads { return .beads(found: beads, needed: Self.leastBeads) }
    return nil
  }

  /// What was learned; nil where there is a shortage.
  ///
  /// - Parameter translations: the table that is known already.
  /// - Throws: `TrainingError` or `LexiconError` when the table cannot be made, never in practice.
  public func adaptation(of translations: TranslationTable) throws -> BatchAdaptation? {
    guard shortage == nil else { return nil }
    let text = ParallelText(rows: rows, name: "batch", scheme: translations.scheme, kazakh: translations.kazakh)
    let bytes = try TranslationTableMerge(translations, text).bytes(
      rows: TranslationTrainer.rows(of: text), weight: Self.weight)
    // Of equal fits the first, which changes least.
    var best = 0
    for place in fits.indices where fits[place] > fits[best] { best = place }
    return BatchAdaptation(
      translations: try TranslationTable(bytes: bytes, kazakh: translations.kazakh),
      omission: AlignmentSample.factors[best])
  }
}
