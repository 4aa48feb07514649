internal import Lingua

/// What one document says about terms: the concepts that it names itself, and its sentences, ready to be searched.
///
/// It is made by `GlossaryBuilder.observe(_:)`, by any task, and handed to `GlossaryBuilder.glossary(of:)`.
public struct DocumentObservations: Sendable {
  /// A term as a document has it.
  struct Term: Hashable, Sendable {
    var text: String
    var form: GlossaryTerm.Form
    var key: TermKey
  }

  /// A concept as a document has it.
  struct Concept: Sendable {
    var kind: GlossaryEntry.Kind
    var terms: Trilingual<[Term]>
    /// What it is known by, as `GlossaryEntry.Evidence` names it.
    var evidence: String
    /// Why the analysis doubts it.
    var flag: String?
    /// The field that the analysis takes it for.
    var domain: String?
    /// Where it stands, for what stands outside the passages.
    var contexts = Trilingual<GlossaryContext?>(repeating: nil)
  }

  /// A sentence, a title or a keyword list.
  struct Passage: Sendable {
    var text: String
    var words: StemmedText
    /// Where it begins in the document, in UTF-8 offsets; nil where that is not known, or the text was repaired.
    var start: Int?
    /// Whether it is a keyword list, whose items are counted as rows.
    var isList = false
  }

  /// The document's name.
  public let name: String
  /// A hash of what the document says; documents of one name and one digest are one document.
  let digest: UInt64
  let concepts: [Concept]
  let passages: Trilingual<[Passage]>
  /// What may be terms in its beads.
  let terms: DocumentTerms

  /// Whether it is known where sentences stand.
  var hasPlaces: Bool { passages.values.contains { $0.contains { $0.start != nil && !$0.isList } } }
}
