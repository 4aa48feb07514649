/// A glossary as tab-separated values, a concept a row.
///
/// Nothing is quoted and no cell holds a tab or the end of a line (`TabSeparated`); cells are data, so that what looks like
/// a formula stays as it is.
public struct GlossaryTSV: GlossaryExporter {
  /// The exporter.
  public init() {}

  /// "tsv".
  public var format: String { "tsv" }
  /// "tsv".
  public var endings: [String] { ["tsv"] }

  /// The rows, or the header alone for a glossary without entries.
  public func bytes(of glossary: Glossary, options: GlossaryExportOptions) -> [UInt8] {
    var table = TabSeparated(columns: GlossaryColumn.names)
    var output: [UInt8] = []
    table.header(to: &output)
    for entry in glossary.entries {
      table.row(GlossaryColumn.allCases.map { $0.cell(of: entry) }, to: &output)
    }
    return output
  }
}
