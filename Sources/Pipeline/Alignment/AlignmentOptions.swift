/// What an alignment may look like and how much each kind of evidence counts.
public struct AlignmentOptions: Hashable, Sendable {
  /// The weight of each kind of evidence; 0 switches one off.
  ///
  /// The weights of words are the probability that a word of one language stands for a linked word of the other; the
  /// lexicon's own weights lower it for ambiguous words and distant inflections.
  public struct Weights: Hashable, Sendable {
    /// Words that a row of the concept lexicon joins. The default is 0.7.
    public var lexicon = 0.7
    /// Words that translate each other in parallel text. The default is 1.
    public var translations = 1.0
    /// Words with the same beginning in a common romanisation. The default is 0.2.
    public var cognates = 0.2
    /// The same number, month or unit, however it is written. The default is 0.8.
    public var numbers = 0.8
    /// Acronyms of one row of the acronym lexicon. The default is 0.8.
    public var acronyms = 0.8
    /// Latin words that are carried over unchanged. The default is 0.8.
    public var latin = 0.8
    /// Punctuation and signs that translations keep. The default is 0.5.
    public var punctuation = 0.5
    /// That words stand in the same order, more or less. The default is 1.
    public var order = 1.0
    /// How alike the lengths are. The default is 1.
    public var length = 1.0

    /// The default weights.
    public init() {}

    /// Whether no weight is NaN; with one that is, nothing can be said of any bead.
    var areNumbers: Bool {
      [lexicon, translations, cognates, numbers, acronyms, latin, punctuation, order, length].allSatisfy { !$0.isNaN }
    }
  }

  /// A part of the aligner that can be left out, to see what it is worth.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// The kinds of evidence, as `Weights` has them.
    case lexicon, translations, cognates, numbers, acronyms, latin, punctuation, order, length
    /// Moves of single sentences after the search: gaps in beads, and beads that cross.
    case moves
  }

  /// Leaves a part out.
  public mutating func leaveOut(_ part: Part) {
    switch part {
    case .lexicon: weights.lexicon = 0
    case .translations: weights.translations = 0
    case .cognates: weights.cognates = 0
    case .numbers: weights.numbers = 0
    case .acronyms: weights.acronyms = 0
    case .latin: weights.latin = 0
    case .punctuation: weights.punctuation = 0
    case .order: weights.order = 0
    case .length: weights.length = 0
    case .moves: hasMoves = false
    }
  }

  /// Whether sentences are moved between beads after the search: out of the middle of a bead, or across another one. The
  /// default is true.
  public var hasMoves = true
  /// What the boundaries of paragraphs mean to beads.
  public enum Paragraphs: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case ignore
    /// A bead that crosses one loses score.
    case soft
    /// No bead has sentences of two paragraphs of one language.
    case hard
  }

  /// What the boundaries of paragraphs mean to beads. The default is nothing.
  public var paragraphs = Paragraphs.ignore
  /// The most sentences of one language in a bead, 1 to 4. The default is 4.
  public var maximumBeadSize = 4
  /// Whether each bead says what its score is made of, see `Bead.explanation`. It takes time and memory. The default is
  /// false.
  public var explains = false
  /// The weight of each kind of evidence.
  public var weights = Weights()
  /// The most cells of a search space that is searched as a whole; a larger one is searched in a band around what the
  /// pairs of languages say. The default is a million.
  public var exactCells = 1_000_000
  /// The most cells of a plane of two languages that is searched as a whole; a larger one is searched in a band around
  /// sentences that share rare words.
  package var exactPlane = 1_000_000
  /// How many sentences of the first language a window of a long search has.
  package var window = 384
  /// A window that does not settle grows until it has so many cells.
  package var largestWindow = 1_500_000
  /// The constants of the score.
  package var model = AlignmentModel()

  /// The default options.
  public init() {}
}
