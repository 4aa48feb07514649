internal import Lingua

/// Translation Memory eXchange 1.4: titles, aligned sentences and keywords as units of two or three languages.
///
/// What translation tools read: `srclang="*all*"`, since no language is the source of the others, regional tags (see
/// `ExportOptions.tags`) and no document type declaration, which some readers try to fetch. Properties of a unit:
/// `kind` (title, sentence, keyword), `document`, and for sentences `score` and `shape`. A unit with fewer than two
/// languages translates nothing and is left out. (TMX 1.4b, LISA OSCAR 2005.)
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
          "o-tmf": "lingua", "adminlang": "en", "srclang": "*all*", "datatype": "plaintext", "o-encoding": "UTF-8",
          "creationdate": options.date?.basic,
        ])
      try xml.begin("body")
    }

    private mutating func units(of analysis: DocumentAnalysis) throws(XMLError) {
      documents += 1
      let titles = Trilingual(
        kk: analysis.section(.title, .kk)?.text, ru: analysis.section(.title, .ru)?.text,
        en: analysis.section(.title, .en)?.text)
      try unit(titles, kind: "title", id: "t", of: analysis)
      for (k, bead) in analysis.beads.enumerated() {
        let texts = Trilingual(
          kk: analysis.text(of: bead, in: .kk), ru: analysis.text(of: bead, in: .ru),
          en: analysis.text(of: bead, in: .en))
        try unit(texts, kind: "sentence", id: "s\(k + 1)", of: analysis, bead: bead)
      }
      for (k, row) in analysis.keywords.enumerated() {
        try unit(row.terms, kind: "keyword", id: "k\(k + 1)", of: analysis)
      }
    }

    private mutating func unit(
      _ texts: Trilingual<String?>, kind: String, id: String, of analysis: DocumentAnalysis, bead: Bead? = nil
    ) throws(XMLError) {
      let languages = Language.allCases.filter { texts[$0]?.isEmpty == false }
      guard languages.count > 1 else { return }
      try xml.begin("tu", ["tuid": "d\(documents)-\(id)", "segtype": kind == "keyword" ? "phrase" : nil])
      try xml.element("prop", ["type": "kind"], text: kind)
      try xml.element("prop", ["type": "document"], text: analysis.name)
      if let bead {
        let score = bead.scoreText
        if !score.isEmpty { try xml.element("prop", ["type": "score"], text: score) }
        try xml.element("prop", ["type": "shape"], text: bead.shape)
      }
      for language in languages {
        try xml.begin("tuv", ["xml:lang": options.tags[language]])
        try xml.element("seg", text: texts[language] ?? "")
        try xml.end()
      }
      try xml.end()
    }
  }
}
