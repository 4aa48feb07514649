import Lingua
import Pipeline

extension DocumentAnalysis {
  /// What a manifest counts in a document.
  func figures(_ options: ExportOptions) -> [JSONValue.Member] {
    let counts = Language.allCases.map { JSONValue.Member($0.tag, .integer(sentences[$0].count)) }
    return [
      .init("sections", .integer(sections.count)), .init("sentences", .object(counts)),
      .init("beads", .integer(beads.count)), .init("review", .integer(beads.count { options.needsReview($0.score) })),
      .init("keywords", .integer(keywords.count)), .init("acronyms", .integer(acronyms.count)),
    ]
  }
}
