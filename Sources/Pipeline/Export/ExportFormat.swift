/// The formats that results can be written in.
public enum ExportFormat {
  /// What a run writes of documents: all formats that hold three languages.
  public static let run: [any Exporter] = all.filter { !bilingual.contains($0.format) }

  /// What a run writes, with the glossary of all documents.
  public static func run(_ builder: GlossaryBuilder) -> [any Exporter] {
    run + [GlossaryOfDocuments(GlossaryTBX(.basic2008), builder: builder)]
  }

  /// The formats that hold two languages, so that somebody must say which.
  private static let bilingual: Set<String> = ["xliff", "xliff2"]

  /// All formats, in the order in which a run writes them.
  public static let all: [any Exporter] = [
    JSONExporter(),
    SentenceTable(),
    KeywordTable(),
    AcronymTable(),
    TMXExporter(),
    XLIFF12Exporter(),
    XLIFF21Exporter(),
    HTMLReport(),
  ]

  /// The names of the formats, each once, in the order of `all`.
  public static var names: [String] {
    var names: [String] = []
    for exporter in all where !names.contains(exporter.format) { names.append(exporter.format) }
    return names
  }

  /// The exporters of a format; none for a name that is not in `names`.
  public static func named(_ name: String) -> [any Exporter] { all.filter { $0.format == name } }
}
