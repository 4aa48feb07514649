internal import Lingua

/// What documents say alike: rows with the same keys in every language.
struct ConceptGroup {
  /// A name of the concept without its inflection.
  struct Name: Hashable, Comparable {
    var isAcronym: Bool
    var key: TermKey

    static func < (a: Name, b: Name) -> Bool {
      a.isAcronym == b.isAcronym ? a.key < b.key : a.isAcronym
    }
  }

  /// How often a name is printed in each form.
  typealias Printed = [Name: [String: Int]]

  private(set) var names: Trilingual<[Name]>
  var kinds: Set<GlossaryEntry.Kind> = []
  /// The documents by number.
  var documents: Set<Int> = []
  /// The documents of each sort of evidence.
  var evidence: [String: Set<Int>] = [:]
  /// The documents of each doubt.
  var doubts: [String: Set<Int>] = [:]
  /// The forms in keyword lists.
  var listed = Trilingual<Printed>(repeating: [:])
  /// The forms that the analysis of a document gives of acronyms and glosses, which stand in its text too.
  var named = Trilingual<Printed>(repeating: [:])
  /// Places that the analysis gives, of what stands outside the abstracts.
  var contexts = Trilingual<[GlossaryContext]>(repeating: [])
  /// How likely it is that the names mean the same, where somebody has reckoned that.
  var probability = 0.0
  /// The field that it belongs to.
  var domain: String?

  /// A group without documents.
  init(names: Trilingual<[Name]>) { self.names = names }

  /// The group under other names.
  func named(_ names: Trilingual<[Name]>) -> ConceptGroup {
    var group = self
    group.names = names
    return group
  }

  var languages: Int { names.values.count { !$0.isEmpty } }

  /// All names in a fixed order, as one sequence to compare and to hash.
  var signature: [UInt64] {
    names.values.flatMap { list in [UInt64(list.count)] + list.map(\.key.value) }
  }

  /// How likely it is that the names mean the same, from all that speaks for it.
  var score: Double {
    var doubt = 1 - probability
    // In a fixed order: sums of floating-point numbers depend on it.
    for (name, documents) in evidence.sorted(by: { $0.key < $1.key }) {
      let trust = Self.trust(name)
      for _ in 0..<min(documents.count, 4) { doubt *= 1 - trust }
    }
    let sum = 1 - doubt
    return doubts.isEmpty ? sum : 0.6 * sum
  }

  /// How often evidence of a sort is right for a whole row, in one document: keyword lists by the hand-read documents,
  /// acronyms by an independent reading of a glossary, where three of four expansions that a single document gives were whole
  /// in every language; see docs/quality.md.
  private static func trust(_ evidence: String) -> Double {
    switch evidence {
    case "termbase": 1
    case "keyword list": 0.9
    case "paren", "reverse-paren", "dash", "keywords": 0.8
    case "lexicon": 0.85
    case "distant": 0.75
    case "gloss": 0.8
    case "none": 0.6
    default: 0
    }
  }
}
