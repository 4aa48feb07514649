public import Lingua

/// A concept of a glossary: what it is called in each language, what speaks for that, and what a reader should look at.
public struct GlossaryEntry: Hashable, Sendable, Identifiable {
  /// What made the concept an entry, in the order in which kinds are named.
  public enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
    /// An acronym, with or without its expansion.
    case acronym
    /// A row of the authors' keyword lists.
    case keyword
    /// A phrase that aligned sentences have in all languages.
    case term
    /// A pair that is printed in running text: "title [translation]".
    case gloss
    /// An entry of the user's own list.
    case given

    /// The order in which kinds are named.
    public static func < (a: Kind, b: Kind) -> Bool { a.place < b.place }
    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What somebody decided about an entry.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Nobody has looked yet.
    case proposed
    /// A person says that it is right.
    case approved
    /// A person says that it is wrong; it is not proposed again.
    case rejected
    /// A person changed it, and what it says now is right.
    case edited
  }

  /// How often something speaks for an entry.
  public struct Evidence: Hashable, Sendable {
    /// What it is: "keyword list", an acronym's evidence, "aligned sentences", "gloss", "termbase".
    public var name: String
    /// How many documents have it.
    public var documents: Int

    /// Evidence of one sort.
    public init(_ name: String, documents: Int) {
      self.name = name
      self.documents = documents
    }
  }

  /// A document that has the concept.
  public struct Source: Hashable, Sendable {
    /// The document's name.
    public var document: String
    /// How often any of its terms stands there.
    public var count: Int

    /// A document and how often it has the concept.
    public init(document: String, count: Int) {
      self.document = document
      self.count = count
    }
  }

  /// A name that stays the same from run to run as long as the concept is called the same: "t-" and 16 hexadecimal digits.
  public var id: String
  /// What made it an entry, each kind once, sorted.
  public var kinds: [Kind]
  /// What it is called in each language, best first; empty where a language has no word for it.
  public var terms: Trilingual<[GlossaryTerm]>
  /// What speaks for it, most frequent first.
  public var evidence: [Evidence]
  /// The documents that have it, in natural order of their names.
  public var sources: [Source]
  /// Some places where it stands, for each language.
  public var contexts: Trilingual<[GlossaryContext]>
  /// Why a reader should look; empty where nothing is doubtful.
  public var flags: [GlossaryFlag]
  /// How sure it is that the terms mean the same, 0 to 1.
  public var score: Double
  /// The field that it belongs to, where that is known.
  public var domain: String?
  /// What somebody decided.
  public var status: Status
  /// What somebody wrote about it.
  public var note: String?

  /// An entry; what is not given is empty, certain and nobody's decision.
  public init(
    id: String, kinds: [Kind], terms: Trilingual<[GlossaryTerm]>, evidence: [Evidence] = [], sources: [Source] = [],
    contexts: Trilingual<[GlossaryContext]> = Trilingual(repeating: []), flags: [GlossaryFlag] = [],
    score: Double = 1, domain: String? = nil, status: Status = .proposed, note: String? = nil
  ) {
    self.id = id
    self.kinds = kinds
    self.terms = terms
    self.evidence = evidence
    self.sources = sources
    self.contexts = contexts
    self.flags = flags
    self.score = score
    self.domain = domain
    self.status = status
    self.note = note
  }

  /// How often its terms stand in all documents.
  public var count: Int { sources.reduce(0) { $0 + $1.count } }
  /// The first document that has it, in natural order of the names; nil where none has.
  public var firstSeen: String? { sources.first?.document }
  /// The last document that has it.
  public var lastSeen: String? { sources.last?.document }
  /// The languages that have a term, in the order kk, ru, en.
  public var languages: [Language] { Language.allCases.filter { !terms[$0].isEmpty } }
  /// What a table shows of a language: the first full form, or the first acronym where there is no other.
  public func head(_ language: Language) -> GlossaryTerm? {
    terms[language].first { $0.form != .acronym } ?? terms[language].first
  }

  /// What flags call it: its head terms.
  var headline: String { Language.allCases.compactMap { head($0)?.text }.joined(separator: " / ") }
}
