internal import Lingua

/// Translation Memory eXchange 1.4: titles, aligned sentences and keywords as units of two or three languages.
///
/// What translation tools read: `srclang="*all*"`, since no language is the source of the others, regional tags (see
/// `ExportOptions.tags`) and no document type declaration, which some readers try to fetch. Properties of a unit:
/// `kind` (title, sentence, keyword), `document`, and for sentences `score` and `shape`, with `review` and a note where
/// a reader should look. A unit with fewer than two languages translates nothing and is left out. Where
/// `ExportOptions.pair` names two languages, the file holds these alone, and `srclang` is the first. (TMX 1.4b, LISA
/// OSCAR 2005.)
public struct TMXExporter: Exporter {
  /// The exporter.
  public init() {}

  /// "tmx".
  public var format: String { "tmx" }
  /// The file "alignment.tmx".
  public var layout: ExportLayout { .oneFile(name: "alignment", fileExtension: "tmx") }

  /// A writer of one file.
  public func writer(_ options: ExportOptions) -> any ExportWriter { Writer(options: options) }

  private struct Writer: ExportWriter {
    let options: ExportOptions
    var xml = XMLWriter()
    var documents = 0
    var hasHeader = false

    init(options: ExportOptions) { self.options = options }

    mutating func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) throws(ExportError) {
      do throws(XMLError) {
        try header()
        try units(of: analysis)
      } catch { throw ExportError(format: "tmx", reason: .xml(error)) }
      xml.drain(to: &output)
    }

    mutating func finish(to output: inout [UInt8]) throws(ExportError) {
      do throws(XMLError) {
        try header()
        try xml.end()
        try xml.end()
        try xml.finish()
      } catch { throw ExportError(format: "tmx", reason: .xml(error)) }
      xml.drain(to: &output)
    }

    private mutating func header() throws(XMLError) {
      if hasHeader { return }
      hasHeader = true
      try xml.begin("tmx", ["version": "1.4"])
      try xml.empty(
        "header",
        [
          "creationtool": options.toolName, "creationtoolversion": options.toolVersion, "segtype": "sentence",
          "o-tmf": "lingua", "adminlang": "en", "srclang": options.pair.map { options.tags[$0.source] } ?? "*all*",
          "datatype": "plaintext", "o-encoding": "UTF-8",
          "creationdate": options.date?.basic,
        ])
      try xml.begin("body")
    }

    private mutating func units(of analysis: DocumentAnalysis) throws(XMLError) {
      documents += 1
      for unit in analysis.exportUnits { try write(unit, of: analysis) }
    }

    private mutating func write(_ unit: ExportUnit, of analysis: DocumentAnalysis) throws(XMLError) {
      let wanted = options.pair.map { [$0.source, $0.target] } ?? Language.allCases
      let languages = wanted.filter { unit.texts[$0] != nil }
      guard languages.count > 1 else { return }
      try xml.begin(
        "tu", ["tuid": "d\(documents)-\(unit.id)", "segtype": unit.kind == .keyword ? "phrase" : nil])
      let needsReview = unit.bead.map { options.needsReview($0.score) } ?? false
      if needsReview { try xml.element("note", text: "needs review") }
      try xml.element("prop", ["type": "kind"], text: unit.kind.rawValue)
      try xml.element("prop", ["type": "document"], text: analysis.name)
      if let bead = unit.bead {
        let score = bead.scoreText
        if !score.isEmpty { try xml.element("prop", ["type": "score"], text: score) }
        try xml.element("prop", ["type": "shape"], text: bead.shape)
        if needsReview { try xml.element("prop", ["type": "review"], text: "yes") }
      }
      for language in languages {
        try xml.begin("tuv", ["xml:lang": options.tags[language]])
        try xml.element("seg", text: unit.texts[language] ?? "")
        try xml.end()
      }
      try xml.end()
    }
  }
}
