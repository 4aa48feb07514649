internal import Lingua
internal import Synchronization

/// Tells homonyms apart by what the words of a document are about.
///
/// The tables are read when the first homonym is met: most documents have none.
final class AcronymDomains: Sendable {
  /// What speaks for a domain, or for one meaning.
  private struct Signs: Sendable {
    var fields: [String] = []
    var words = Trilingual<Set<[UInt8]>>(repeating: [])
  }
  private struct Tables: Sendable {
    var fields: ConceptFields
    var signs: [String: Signs]
  }

  /// A word of a document that may say what it is about.
  struct Witness {
    var source: Int
    var token: Int
    var language: Language
    var stem: [UInt8]
    /// The fields that its concepts belong to, with shares of at most 1 together.
    var fields: [(name: String, share: Double)]
    /// How often the stem stood before.
    var earlier: Int
  }

  private let lexicons: Lexicons
  private let concepts: ConceptLexicon
  private let kazakh: KazakhStemmer
  private let tables = Mutex<Tables?>(nil)

  init(lexicons: Lexicons, concepts: ConceptLexicon, kazakh: KazakhStemmer) {
    self.lexicons = lexicons
    self.concepts = concepts
    self.kazakh = kazakh
  }

  /// A field of these says nothing about a document.
  private static let common: Set<String> = ["", "academic", "general", "names"]
  /// How much more must speak for a meaning than for any other.
  private static let margin = 1.8
  /// Less says nothing, nor does less than a share of the words of a long text, where chance brings some.
  private static let fewest = 1.4
  private static let leastShare = 0.03
  /// What a word of a domain says, one of the expansion itself, and one whose concept is of its field.
  private static let word = 1.0
  private static let expansion = 1.3
  private static let field = 0.5
  /// What is printed next to the acronym says more.
  private static let near = 1.5
  private static let nearest = 5

  /// The one of some concepts of the acronym lexicon that a document is about; nil where it does not tell.
  ///
  /// What speaks for two meanings alike decides nothing between them.
  ///
  /// - Parameters:
  ///   - candidates: rows of the acronym lexicon.
  ///   - lexicon: the acronym lexicon.
  ///   - witnesses: the document's words, of `witnesses(_:)`.
  ///   - places: where the acronym stands: numbers of sources and of their tokens.
  func choice(
    _ candidates: [Int], _ lexicon: AcronymLexicon, _ witnesses: [Witness], at places: [(source: Int, token: Int)]
  ) -> Int? {
    guard candidates.count > 1, let tables = loaded() else { return nil }
    let signs = signs(of: candidates, lexicon, tables)
    var says = candidates.map { _ in [Double]() }
    for witness in witnesses {
      let isNear = places.contains { $0.source == witness.source && abs($0.token - witness.token) <= Self.nearest }
      let weight = (isNear ? Self.near : 1) / Double(1 + witness.earlier)
      for k in candidates.indices { says[k].append(weight * value(witness, signs[k], tables)) }
    }
    let sums = says.map { $0.reduce(0, +) }
    guard let best = sums.indices.max(by: { (sums[$0], $1) < (sums[$1], $0) }) else { return nil }
    let fewest = max(Self.fewest, Self.leastShare * Double(witnesses.count))
    for k in candidates.indices where k != best {
      var plus = 0.0
      var minus = 0.0
      for (a, b) in zip(says[best], says[k]) { if a > b { plus += a - b } else { minus += b - a } }
      if plus < fewest || plus < Self.margin * minus { return nil }
    }
    return candidates[best]
  }

  private func value(_ witness: Witness, _ signs: (general: Signs, own: Set<[UInt8]>), _ tables: Tables) -> Double {
    if signs.own.contains(witness.stem) { return Self.expansion }
    if signs.general.words[witness.language].contains(witness.stem) { return Self.word }
    var sum = 0.0
    for (name, share) in witness.fields where signs.general.fields.contains(name) {
      // A large field has words that are used everywhere.
      sum += share / (1 + 10 * tables.fields.share(of: name))
    }
    return Self.field * sum
  }

  /// What speaks for each of some meanings: their domains, and the words of their expansions that no other has.
  private func signs(
    of candidates: [Int], _ lexicon: AcronymLexicon, _ tables: Tables
  ) -> [(general: Signs, own: Set<[UInt8]>)] {
    var stems = WordStems(kazakh)
    var result: [(general: Signs, own: Set<[UInt8]>)] = []
    for candidate in candidates {
      let concept = lexicon.concepts[candidate]
      var general = tables.signs[concept.domain] ?? Signs(fields: [concept.domain])
      if let name = concept.expansions.en.first, let special = tables.signs[name] {
        general.fields += special.fields
        for language in Language.allCases { general.words[language].formUnion(special.words[language]) }
      }
      var own: Set<[UInt8]> = []
      for language in Language.allCases {
        for text in concept.expansions[language] {
          own.formUnion(stems.stems(of: GlossaryText(text), language, letters: Self.shortest))
        }
      }
      result.append((general, own))
    }
    let all = result.map(\.own)
    for k in result.indices {
      for (j, other) in all.enumerated() where j != k { result[k].own.subtract(other) }
    }
    return result
  }

  /// Shorter words are grammar.
  private static let shortest = 3

  /// The words of some texts that may say what they are about.
  func witnesses(_ sources: [AcronymSource]) -> [Witness] {
    guard let tables = loaded() else { return [] }
    var stems = WordStems(kazakh)
    var counts = Trilingual<[[UInt8]: Int]>(repeating: [:])
    var result: [Witness] = []
    for (number, source) in sources.enumerated() {
      for (place, token) in source.text.tokens.prefix(AcronymExpansionSearch.longest).enumerated()
      where token.kind == .word && token.letters >= Self.shortest && token.uppers < token.letters {
        let stem = stems.stem(source.text.folded(token), source.language)
        let earlier = counts[source.language][stem, default: 0]
        counts[source.language][stem] = earlier + 1
        var shares: [String: Double] = [:]
        for match in concepts.matches(source.text.foldedString(token), source.language) {
          let field = tables.fields.field(of: match.concept)
          // Rows share a word by the square roots of their number.
          if !Self.common.contains(field) { shares[field, default: 0] += match.weight * match.weight }
        }
        result.append(
          Witness(
            source: number, token: place, language: source.language, stem: stem,
            fields: shares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, earlier: earlier))
      }
    }
    return result
  }

  private func loaded() -> Tables? {
    tables.withLock { tables in
      if let tables { return tables }
      guard let fields = try? ConceptFields(lexicons: lexicons),
        let file = try? lexicons.file("acronym-domains.tsv", columns: ["domain", "fields", "kk", "ru", "en"])
      else { return nil }
      var stems = WordStems(kazakh)
      var signs: [String: Signs] = [:]
      for row in file.rows {
        var sign = Signs(fields: row.variants(1))
        for (column, language) in Language.allCases.enumerated() {
          for word in row.variants(2 + column) {
            sign.words[language].insert(stems.stem(GlossaryLetters.folded(word), language))
          }
        }
        signs[row[0]] = sign
      }
      tables = Tables(fields: fields, signs: signs)
      return tables
    }
  }
}
