public import Lingua

/// A form in which a term is printed, and how often.
public struct TermForm: Hashable, Sendable {
  /// The term as it is printed, its letter case too.
  public var text: String
  /// How often it is printed so.
  public var count: Int
  /// How many of these stand in titles.
  public var titles: Int

  /// A form.
  public init(text: String, count: Int, titles: Int) {
    self.text = text
    self.count = count
    self.titles = titles
  }
}

/// A place where a term stands.
public struct TermOccurrence: Hashable, Sendable {
  /// The document, by its place among those that were given.
  public var document: Int
  /// The bead, by its number in the document; nil for the title.
  public var bead: Int?
  /// The sentence, by its number among those of the language; nil for the title.
  public var sentence: Int?
  /// Where the term stands in the text of the sentence or of the title's section, in UTF-8 offsets.
  public var range: Range<Int>

  /// An occurrence.
  public init(document: Int, bead: Int?, sentence: Int?, range: Range<Int>) {
    self.document = document
    self.bead = bead
    self.sentence = sentence
    self.range = range
  }
}

/// What speaks for a triple of terms.
public struct TermScores: Hashable, Sendable {
  /// How exclusively the terms stand together: 14 + log2 of the share of beads with all of them among those with any.
  public var logDice: Double
  /// The share of the words of each term that words of the others explain, from 0 to 1: the mean of the best bead.
  public var coverage: Double
  /// The C-value: how often the triple stands by itself rather than in a longer one, more for more words.
  public var cValue: Double
}

/// Terms of two or three languages that translate each other, with the evidence.
public struct TermTriple: Sendable {
  /// What identifies it: the stems of the words of each term, parted by blanks; empty where a language has none. Triples
  /// that share the keys of two languages hold synonyms.
  public var stems: Trilingual<String>
  /// The forms in which each term is printed, the one nearest to a dictionary form first.
  public var forms: Trilingual<[TermForm]>
  /// Where each term stands in beads that have all of them.
  public var occurrences: Trilingual<[TermOccurrence]>
  /// How many beads and titles have all of them.
  public var beads: Int
  /// The documents, by their places among those that were given, ascending.
  public var documents: [Int]
  /// What speaks for it.
  public var scores: TermScores
  /// How probably it is a term and rightly translated, from 0 to 1.
  public var probability: Double

  /// The languages that have a term.
  public var languages: [Language] { Language.allCases.filter { !stems[$0].isEmpty } }
}
