/// A glossary as JSON Lines: an entry a line, everything that is known of it. See `GlossaryEntry.json`.
public struct GlossaryJSONLines: GlossaryExporter {
  /// The exporter.
  public init() {}

  /// "jsonl".
  public var format: String { "jsonl" }
  /// "jsonl" and "ndjson".
  public var endings: [String] { ["jsonl", "ndjson"] }
  /// Yes: no lines are no entries.
  public var canBeEmpty: Bool { true }

  /// The lines; none for a glossary without entries.
  public func bytes(of glossary: Glossary, options: GlossaryExportOptions) -> [UInt8] {
    var output: [UInt8] = []
    for entry in glossary.entries {
      entry.json.write(to: &output)
      output.append(0x0A)
    }
    return output
  }
}
