/// The acronyms of `acronyms.tsv`, one concept a row, so that homonyms stay apart by their expansions.
public struct AcronymLexicon: Sendable {
  /// What an acronym stands for in the three languages.
  public struct Concept: Hashable, Sendable {
    /// The acronym's variants in each language, the usual one first; empty where a language has none.
    public var acronyms: Trilingual<[String]>
    /// The expansion's variants in each language in their dictionary form.
    public var expansions: Trilingual<[String]>
    /// The field that it belongs to.
    public var domain: String
    /// Whether the row is beyond doubt.
    public var isCertain: Bool
    /// The line of the row, counted from 1.
    public var line: Int
  }

  /// The concepts in file order.
  public let concepts: [Concept]
  private let index: Trilingual<[String: [Int]]>

  /// Reads `acronyms.tsv`.
  ///
  /// - Throws: `LexiconError` when it cannot be read.
  public init(lexicons: Lexicons = .embedded) throws(LexiconError) {
    let columns = ["kk", "ru", "en", "kk_expansion", "ru_expansion", "en_expansion", "domain", "flag"]
    var concepts: [Concept] = []
    var index = Trilingual<[String: [Int]]>(repeating: [:])
    for row in try lexicons.file("acronyms.tsv", columns: columns).rows {
      let concept = Concept(
        acronyms: Trilingual(kk: row.variants(0), ru: row.variants(1), en: row.variants(2)),
        expansions: Trilingual(kk: row.variants(3), ru: row.variants(4), en: row.variants(5)),
        domain: row[6], isCertain: row[7].isEmpty, line: row.line)
      for language in Language.allCases {
        for acronym in concept.acronyms[language] { index[language][acronym, default: []].append(concepts.count) }
      }
      concepts.append(concept)
    }
    self.concepts = concepts
    self.index = index
  }

  /// The numbers of the concepts that an acronym stands for in a language; several for a homonym.
  ///
  /// - Parameters:
  ///   - acronym: without endings, in its usual letter case.
  ///   - language: the language that it is used in.
  public func concepts(of acronym: String, _ language: Language) -> [Int] { index[language][acronym] ?? [] }
}
