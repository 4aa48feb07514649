/// What a set of documents says about its terms and acronyms.
public struct Glossary: Hashable, Sendable {
  /// The names of the documents, in natural order.
  public var documents: [String]
  /// The concepts, those first that most speaks for.
  public var entries: [GlossaryEntry]

  /// A glossary.
  public init(documents: [String] = [], entries: [GlossaryEntry] = []) {
    self.documents = documents
    self.entries = entries
  }
}
