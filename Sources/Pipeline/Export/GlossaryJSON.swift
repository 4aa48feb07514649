internal import Lingua

/// The glossary members of the contract, one JSON object a document.
public struct GlossaryJSON: Exporter {
  /// The exporter.
  public init() {}

  /// "json".
  public var format: String { "json" }
  /// One file a document in the folder "glossaries".
  public var layout: ExportLayout { .filePerDocument(folder: "glossaries", fileExtension: "json") }

  /// A writer of one file.
  public func writer(_ options: ExportOptions) -> any ExportWriter { Writer() }

  private struct Writer: ExportWriter {
    func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) {
      JSONValue.object([.init("id", .string(analysis.name))] + analysis.glossaryMembers).writeIndented(to: &output)
    }

    func finish(to output: inout [UInt8]) {}
  }
}

extension DocumentAnalysis {
  /// The members of the contract that make its glossary: keywords and acronyms.
  public var glossaryMembers: [JSONValue.Member] {
    let members: [JSONValue.Member] = [
      .init("keywords", .array(keywords.map(\.json))), .init("acronyms", .array(acronyms.map(\.json))),
    ]
    return glosses.isEmpty ? members : members + [.init("glosses", .array(glosses.map(\.json)))]
  }
}
