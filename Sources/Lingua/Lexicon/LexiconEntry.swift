/// What the lexicons say of one thing in the three languages.
public struct LexiconEntry: Hashable, Sendable {
  /// Where an entry comes from.
  public enum Source: Hashable, Sendable {
    /// A row of a lexicon file.
    case row(LexiconFinding.Place)
    /// ICU's locale data, by what is named and its code.
    case icu(ICUName.Kind, code: String)
  }

  /// The words or phrases of each language, the usual one first.
  public var words: Trilingual<[String]>
  /// Where the words are acronyms, what they stand for; nil for other entries.
  public var expansions: Trilingual<[String]>?
  /// The part of speech as the row says it; "acronym" for acronyms, what is named for ICU's names.
  public var partOfSpeech: String
  /// The field that it belongs to; empty where none is said.
  public var domain: String
  /// Where it comes from.
  public var source: Source
}

extension Lexicons {
  /// All entries: the concepts, the acronyms, the tables of a user's own, and ICU's names.
  ///
  /// - Throws: `LexiconError` when a file cannot be read, `ICUError` when ICU's data cannot.
  public func entries() throws -> [LexiconEntry] {
    var entries: [LexiconEntry] = []
    for file in try conceptFiles() where file.name != "acronyms.tsv" {
      let table = try LexiconFile(
        name: file.name, bytes: file.bytes, columns: file.columns, optional: ["pos", "domain"])
      for row in table.rows {
        entries.append(
          LexiconEntry(
            words: Trilingual(kk: row.variants(0), ru: row.variants(1), en: row.variants(2)), expansions: nil,
            partOfSpeech: row[3], domain: row[4], source: .row(.init(file: file.name, line: row.line))))
      }
    }
    for concept in try AcronymLexicon(lexicons: self).concepts {
      entries.append(
        LexiconEntry(
          words: concept.acronyms, expansions: concept.expansions, partOfSpeech: "acronym", domain: concept.domain,
          source: .row(.init(file: "acronyms.tsv", line: concept.line))))
    }
    for name in try ICUName.all() {
      entries.append(
        LexiconEntry(
          words: name.names.map { [$0] }, expansions: nil, partOfSpeech: name.kind.rawValue, domain: "",
          source: .icu(name.kind, code: name.code)))
    }
    return entries
  }
}
