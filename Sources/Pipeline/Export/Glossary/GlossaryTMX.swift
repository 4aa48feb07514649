internal import Lingua

/// A glossary as Translation Memory eXchange 1.4: what a translator's memory proposes for whole segments.
///
/// A unit has what translates each other in two or three languages: full forms with full forms, acronyms with acronyms,
/// never one with the other. Where a language has synonyms, there is a unit for each rank of them, and a language that has
/// fewer stands there with its first. Terms that should not be used and rejected entries are left out. Properties of a
/// unit: `kind` (term or acronym), `concept` (the entry's name), `status`, `domain`. Where `ExportOptions.pair` names two
/// languages, the file holds these alone. (TMX 1.4b, LISA OSCAR 2005.)
public struct GlossaryTMX: GlossaryExporter {
  /// The exporter.
  public init() {}

  /// "tmx".
  public var format: String { "tmx" }
  /// "tmx".
  public var endings: [String] { ["tmx"] }

  /// The file; a body without units for a glossary without pairs.
  ///
  /// - Throws: `ExportError` when the result would not be well formed.
  public func bytes(of glossary: Glossary, options: GlossaryExportOptions) throws(ExportError) -> [UInt8] {
    let shared = options.shared
    var output: [UInt8] = []
    do throws(XMLError) {
      var xml = XMLWriter()
      try xml.begin("tmx", ["version": "1.4"])
      try xml.empty(
        "header",
        [
          "creationtool": shared.toolName, "creationtoolversion": shared.toolVersion, "segtype": "phrase",
          "o-tmf": "lingua", "adminlang": "en", "srclang": shared.pair.map { shared.tags[$0.source] } ?? "*all*",
          "datatype": "plaintext", "o-encoding": "UTF-8", "creationdate": shared.date?.basic,
        ])
      try xml.begin("body")
      var names = EntryNames()
      for entry in glossary.usableEntries {
        let name = names.name(for: entry.id)
        for acronyms in [false, true] { try write(entry, name: name, acronyms: acronyms, shared, &xml) }
        xml.drain(to: &output)
      }
      try xml.end()
      try xml.end()
      try xml.finish()
      xml.drain(to: &output)
    } catch { throw ExportError(format: format, reason: .xml(error)) }
    return output
  }

  private func write(
    _ entry: GlossaryEntry, name: String, acronyms: Bool, _ options: ExportOptions, _ xml: inout XMLWriter
  ) throws(XMLError) {
    let wanted = options.pair.map { [$0.source, $0.target] } ?? Language.allCases
    let sides = wanted.map { ($0, entry.usable($0, acronyms: acronyms)) }.filter { !$0.1.isEmpty }
    guard sides.count > 1 else { return }
    let kind = acronyms ? "acronym" : "term"
    for rank in 0..<(sides.map(\.1.count).max() ?? 0) {
      try xml.begin("tu", ["tuid": "\(name)-\(kind)-\(rank + 1)"])
      try xml.element("prop", ["type": "kind"], text: kind)
      try xml.element("prop", ["type": "concept"], text: entry.id)
      try xml.element("prop", ["type": "status"], text: entry.status.rawValue)
      if let domain = entry.domain { try xml.element("prop", ["type": "domain"], text: domain) }
      for (language, terms) in sides {
        try xml.begin("tuv", ["xml:lang": options.tags[language]])
        try xml.element("seg", text: terms[rank < terms.count ? rank : 0].text)
        try xml.end()
      }
      try xml.end()
    }
  }
}
