internal import Lingua

/// One entry of the exported glossary: a keyword or an acronym with all documents that have it.
struct Concept: Hashable, Sendable {
  /// A term and what kind of term it is.
  struct Term: Hashable, Sendable {
    var text: String
    /// TBX-Basic's `termType`; nil for a keyword, whose type nobody stated.
    var type: String?
  }

  /// What the entry says; two documents that say the same share an entry.
  struct Content: Hashable, Sendable {
    var terms: Trilingual<[Term]>
    /// How it was found: "keyword list", or an acronym's evidence.
    var evidence: String
    var flag: String?
  }

  var content: Content
  /// The names of the documents, each once, in order.
  var documents: [String]
}

/// Collects the concepts of a run: what several documents say alike becomes one entry.
///
/// Only rows that are equal in every cell are joined; whether two different rows mean one concept is a judgement that
/// an export does not make.
struct ConceptList: Sendable {
  private(set) var concepts: [Concept] = []
  private var positions: [Concept.Content: Int] = [:]

  mutating func add(_ analysis: DocumentAnalysis) {
    for row in analysis.keywords {
      let terms = row.terms.map { text in Self.terms([text], type: nil) }
      add(Concept.Content(terms: terms, evidence: "keyword list", flag: nil), from: analysis.name)
    }
    for entry in analysis.acronyms {
      var terms = entry.acronyms.map { Self.terms($0, type: "acronym") }
      for language in Language.allCases {
        terms[language] += Self.terms([entry.expansions[language]], type: "fullForm")
      }
      add(
        Concept.Content(terms: terms, evidence: entry.evidence.rawValue, flag: entry.flag), from: analysis.name)
    }
  }

  private static func terms(_ texts: [String?], type: String?) -> [Concept.Term] {
    texts.compactMap { text in
      guard let text, !text.isEmpty else { return nil }
      return Concept.Term(text: text, type: type)
    }
  }

  private mutating func add(_ content: Concept.Content, from document: String) {
    if content.terms.values.allSatisfy(\.isEmpty) { return }
    if let position = positions[content] {
      // Documents come one after the other, so a repetition inside one is always the last name.
      if concepts[position].documents.last != document { concepts[position].documents.append(document) }
    } else {
      positions[content] = concepts.count
      concepts.append(Concept(content: content, documents: [document]))
    }
  }
}
