/// What the search found in favour of a bead and against it.
///
/// All parts are natural logarithms of likelihood ratios: what is above 0 speaks for the bead. Their sum, `total`, is
/// what the search for the best beads adds up over all of them. `Bead.score` follows from it by comparison with the beads
/// that it competed with.
public struct BeadExplanation: Hashable, Sendable {
  /// A kind of evidence that two words translate each other.
  public enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// A row of the concept lexicon joins them.
    case lexicon
    /// They translate each other in parallel text.
    case translations
    /// They begin alike in a common romanisation.
    case cognate
    /// They are the same number, month or unit.
    case number
    /// A row of the acronym lexicon joins them.
    case acronym
    /// They are the same Latin word.
    case latin
    /// They are the same sign.
    case punctuation
  }

  /// Two words that may translate each other.
  public struct Link: Hashable, Sendable {
    /// The word of the first language as it is printed where it is met first; a number as it was read.
    public var source: String
    /// The word of the second language.
    public var target: String
    /// What says so, the strongest evidence first.
    public var evidence: [Evidence]
    /// How much of the words' scores it gains, all their occurrences together. Where several words explain one, each
    /// has its share.
    public var gain: Double
  }

  /// What the sentences of one language of a pair show.
  public struct Side: Hashable, Sendable {
    /// How much likelier its words are as a translation of the other side's than by chance.
    public var words: Double
    /// How many characters there are, blanks not counted.
    public var characters: Int
    /// The numbers and acronyms without any counterpart on the other side, each once.
    public var unlinked: [String]
  }

  /// What two of a bead's languages say of each other.
  public struct Pair: Hashable, Sendable {
    /// The two languages.
    public var languages: LanguagePair
    /// The side of the first language.
    public var source: Side
    /// The side of the second one.
    public var target: Side
    /// How well the lengths fit, above 0 where better than those of sentences that are not looked at.
    public var length: Double
    /// How many characters of the second language usually stand for one of the first.
    public var usualRatio: Double
    /// The links that gain most, at most twelve.
    public var links: [Link]
    /// What all links gain, the others too. What it exceeds the words of both sides by is what words lose as long as
    /// nothing explains them.
    public var gain: Double
    /// Whether the two languages, aligned without the third one, would put some of the bead's sentences otherwise.
    public var disagrees: Bool

    /// The score of the pair: the words of both sides and the length.
    public var score: Double { source.words + target.words + length }
    /// How many characters of the second language stand for one of the first; nil where the first has none.
    public var ratio: Double? {
      source.characters > 0 ? Double(target.characters) / Double(source.characters) : nil
    }
  }

  /// How usual it is that so many sentences of each language translate each other; 0 for one of each.
  public var shape: Double
  /// What the boundaries of paragraphs inside the bead cost, 0 or less.
  public var paragraphs: Double
  /// The pairs of languages that have sentences in the bead.
  public var pairs: [Pair]

  /// The sum of all parts.
  public var total: Double { pairs.reduce(shape + paragraphs) { $0 + $1.score } }
}
