public import Lingua

/// A place where a document departs from approved terms or from itself.
public struct ConsistencyFinding: Hashable, Sendable {
  /// The sort of finding.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A sentence, title or keyword lacks the approved term that its counterpart in another language has, or uses one that is
    /// deprecated.
    case departure
    /// The document mixes names of one concept in one language.
    case variants
    /// A keyword without a counterpart, or left in another language.
    case untranslatedKeyword = "untranslated-keyword"
    /// A sentence that a language lacks whose abstract the document has.
    case untranslatedSentence = "untranslated-sentence"
    /// An acronym that the analysis doubts.
    case acronym
  }

  /// What is wrong, in the words of the texts.
  public enum Message: Hashable, Sendable {
    /// The counterpart has `term` in `source`, and this language lacks every approved name; `found` is what stands here
    /// instead, where that is known.
    case lacksTerm(term: String, source: Language, expected: [String], found: String?)
    /// One language has `term`, and two lack every approved name: `expected` are the preferred ones of `missing`.
    case standsAlone(term: String, missing: [Language], expected: [String])
    /// `term` is nearly the approved name.
    case spelledOtherwise(term: String, expected: [String])
    /// `term` is deprecated; `preferred` should be used, which is empty where nobody said what.
    case deprecated(term: String, preferred: [String])
    /// All these stand for one concept.
    case variants([String])
    /// `text` has no counterpart in these languages.
    case noCounterpart(text: String, missing: [Language])
    /// `text` has no counterpart in these languages, and says what stands on another line too.
    case repeats(text: String, line: Int, missing: [Language])
    /// So many sentences of so many have no counterpart in a language: its abstract is no translation.
    case manyWithoutCounterpart(count: Int, of: Int, missing: Language)
    /// A keyword or sentence that is left in another language.
    case leftIn(text: String, Language)
    /// What the analysis says of an acronym.
    case acronym(String, reason: String)
  }

  /// A place with the text around it.
  public struct Excerpt: Hashable, Sendable {
    /// What stands before the place on its line.
    public var left = ""
    /// What stands there; a long stretch is cut off, with "…" at its end.
    public var text = ""
    /// What stands behind it on its line.
    public var right = ""
  }

  /// The sort of finding.
  public var kind: Kind
  /// What is wrong.
  public var message: Message
  /// The document's name.
  public var document: String
  /// The language of the place.
  public var language: Language
  /// Where, in UTF-8 offsets of the document's source.
  public var range: Range<Int>
  /// The line of the source, from 1.
  public var line = 1
  /// The column on that line in characters (Unicode scalars), from 1.
  public var column = 1
  /// What stands there, on one line.
  public var excerpt = Excerpt()
  /// The id of the approved concept, where the finding comes from one.
  public var entry: String?
  /// What to write instead, where that is known.
  public var suggestion: String?

  /// A finding; line, column and excerpt are to be filled in.
  public init(
    _ kind: Kind, _ message: Message, document: String, language: Language, range: Range<Int>, entry: String? = nil,
    suggestion: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.document = document
    self.language = language
    self.range = range
    self.entry = entry
    self.suggestion = suggestion
  }
}
