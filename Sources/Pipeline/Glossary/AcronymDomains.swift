internal import Lingua
internal import Synchronization

/// Tells homonyms apart by what the words of a document are about.
///
/// The tables are read when the first homonym is met: most documents have none.
final class AcronymDomains: Sendable {
  private struct Tables: Sendable {
    var fields: ConceptFields
    /// The fields that speak for a domain.
    var domains: [String: [String]]
  }

  private let lexicons: Lexicons
  private let concepts: ConceptLexicon
  private let tables = Mutex<Tables?>(nil)

  init(lexicons: Lexicons, concepts: ConceptLexicon) {
    self.lexicons = lexicons
    self.concepts = concepts
  }

  /// A field of these says nothing about a document.
  private static let common: Set<String> = ["", "academic", "general", "names"]
  /// How much more one domain must be spoken of than the next.
  private static let margin = 1.6
  /// Fewer words of known fields say nothing.
  private static let fewest = 4.0

  /// The one of some concepts of the acronym lexicon that a document is about; nil where it does not tell.
  ///
  /// - Parameters:
  ///   - candidates: rows of the acronym lexicon.
  ///   - lexicon: the acronym lexicon.
  ///   - weights: what the document says of each field, of `weights(_:)`.
  func choice(_ candidates: [Int], _ lexicon: AcronymLexicon, _ weights: [String: Double]) -> Int? {
    guard candidates.count > 1, let tables = loaded(), weights.values.reduce(0, +) >= Self.fewest else { return nil }
    var scores: [(score: Double, concept: Int)] = []
    for candidate in candidates {
      let domain = lexicon.concepts[candidate].domain
      let score = (tables.domains[domain] ?? [domain]).reduce(0) { $0 + (weights[$1] ?? 0) }
      scores.append((score, candidate))
    }
    scores.sort { ($1.score, $0.concept) < ($0.score, $1.concept) }
    guard scores[0].score > 0, scores[0].score >= Self.margin * scores[1].score else { return nil }
    return scores[0].concept
  }

  /// How often words of each field stand in some texts, in relation to how many words the lexicon has of it.
  func weights(_ sources: [AcronymSource]) -> [String: Double] {
    guard let tables = loaded() else { return [:] }
    var weights: [String: Double] = [:]
    var shares: [String: Double] = [:]
    for source in sources {
      for token in source.text.tokens.prefix(AcronymExpansionSearch.longest)
      where token.kind == .word && token.letters >= 4 && token.uppers < token.letters {
        let word = source.text.foldedString(token)
        guard let best = concepts.matches(word, source.language).first, best.weight > 0.5 else { continue }
        let field = tables.fields.field(of: best.concept)
        guard !Self.common.contains(field) else { continue }
        let share = shares[field] ?? tables.fields.share(of: field)
        shares[field] = share
        // A large field has words that are used everywhere.
        weights[field, default: 0] += best.weight / (1 + 10 * share)
      }
    }
    return weights
  }

  private func loaded() -> Tables? {
    tables.withLock { tables in
      if let tables { return tables }
      guard let fields = try? ConceptFields(lexicons: lexicons),
        let file = try? lexicons.file("acronym-domains.tsv", columns: ["domain", "fields"])
      else { return nil }
      let domains = Dictionary(file.rows.map { ($0[0], $0.variants(1)) }, uniquingKeysWith: { $0 + $1 })
      tables = Tables(fields: fields, domains: domains)
      return tables
    }
  }
}
