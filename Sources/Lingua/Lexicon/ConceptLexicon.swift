/// The hand-written concept lexicon: rows of words and phrases that mean the same in Kazakh, Russian and English.
///
/// It reads a compiled index in place, and is looked up by inflected words: a word finds the dictionary forms that it
/// shares its beginning with.
public struct ConceptLexicon: Sendable {
  /// A row that a word belongs to.
  public struct Match: Hashable, Sendable {
    /// The row's number, the same in all three languages.
    public var concept: Int
    /// How strongly the word stands for the row, from 0 to 1: less for a word of a longer phrase, for a word that
    /// several rows claim, and for a distant inflection.
    public var weight: Double
  }

  private let index: ConceptIndex
  /// How many rows there are.
  public var count: Int { index.layout.rowCount }

  /// The concepts of every file of `concepts/`, the expansions of `acronyms.tsv`, and the tables of a user's own.
  ///
  /// - Throws: `LexiconError` when a file cannot be read or a row is broken.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) { index = try ConceptIndex(lexicons: lexicons) }

  /// The names of countries, languages, currencies and scripts as ICU has them, read when they are first asked for: in
  /// some milliseconds. Their rows are in the order of `ICUName.all`. Empty where ICU's data cannot be read.
  public static let icuNames: ConceptLexicon = {
    var builder = ConceptBuilder()
    for name in (try? ICUName.all()) ?? [] { builder.add(name.names) }
    return ConceptLexicon(index: (try? ConceptIndex(builder)) ?? .empty)
  }()

  init(index: ConceptIndex) { self.index = index }

  /// The rows that a word in any inflected form belongs to, best first.
  ///
  /// - Parameters:
  ///   - word: in any letter case, in NFC.
  ///   - language: the language of the word.
  public func matches(_ word: String, _ language: Language) -> [Match] {
    var found: [ConceptMatch] = []
    append(matchesOf: LetterCode.codes(word), language, to: &found)
    return found.map { Match(concept: Int($0.row), weight: Double($0.weight)) }
      .sorted { ($1.weight, $0.concept) < ($0.weight, $1.concept) }
  }

  /// Appends the rows of a word that is given as letter codes.
  package func append(matchesOf codes: [UInt8], _ language: Language, to found: inout [ConceptMatch]) {
    let first = found.count
    let table = ConceptTable(layout: index.layout.tables[language])
    let inflection: Inflection =
      switch language {
      case .kk: .kazakh
      case .ru: .russian
      case .en: .english
      }
    index.bytes.withBytes { inflection.append(matchesOf: codes, in: table, $0, to: &found) }
    // A word that many rows claim says little for each of them.
    let claims = found.count - first
    guard claims > 1 else { return }
    let share = 1 / Float(claims).squareRoot()
    for k in first..<found.count { found[k].weight *= share }
  }
}

/// A row that a word belongs to, as compact as the aligner needs it.
package struct ConceptMatch: Sendable {
  package var row: Int32
  package var weight: Float
}
