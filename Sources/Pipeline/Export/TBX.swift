internal import Lingua

/// TermBase eXchange in the dialect TBX-Basic of 2008 (ISO 30042:2008, `martif`), the one that translation tools open.
///
/// One `termEntry` a concept, keywords and acronyms alike; equal rows of several documents share an entry with one
/// `source` a document. An acronym's variants are terms of type `acronym`, its expansion is a `fullForm`. How the
/// entry was found and why a reader should look are notes: "evidence: paren", "needs review: …". TBX has no word for
/// an empty glossary (`body` holds at least one entry), so a run without terms makes no file.
public struct TBXExporter: Exporter {
  /// The exporter.
  public init() {}

  /// "tbx".
  public var format: String { "tbx" }
  /// The file "glossary.tbx".
  public var layout: ExportLayout { .oneFile(name: "glossary", fileExtension: "tbx") }

  /// A writer of one file; it holds the concepts until the end, because a later document may add a source to each.
  public func writer(_ options: ExportOptions) -> any ExportWriter { Writer(options: options) }

  private struct Writer: ExportWriter {
    let options: ExportOptions
    var list = ConceptList()

    init(options: ExportOptions) { self.options = options }

    mutating func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) { list.add(analysis) }

    mutating func finish(to output: inout [UInt8]) throws(ExportError) {
      if list.concepts.isEmpty { return }
      do throws(XMLError) {
        var xml = XMLWriter()
        try header(&xml)
        for (k, concept) in list.concepts.enumerated() {
          try entry(concept, id: "c\(k + 1)", &xml)
          // Entry by entry, so that the text of the whole file is not held twice.
          xml.drain(to: &output)
        }
        try xml.end()
        try xml.end()
        try xml.end()
        try xml.finish()
        xml.drain(to: &output)
      } catch { throw ExportError(format: "tbx", reason: .xml(error)) }
    }

    private func header(_ xml: inout XMLWriter) throws(XMLError) {
      try xml.begin("martif", ["type": "TBX-Basic", "xml:lang": "en"])
      try xml.begin("martifHeader")
      try xml.begin("fileDesc")
      try xml.begin("titleStmt")
      try xml.element("title", text: "Glossary in Kazakh, Russian and English")
      try xml.end()
      try xml.begin("sourceDesc")
      var source = "Written by \(options.toolName) \(options.toolVersion)"
      if let date = options.date { source += " on \(date.day)" }
      try xml.element("p", text: source)
      try xml.end()
      try xml.end()
      try xml.begin("encodingDesc")
      try xml.element("p", ["type": "XCSURI"], text: "TBXBasicXCSV02.xcs")
      try xml.end()
      try xml.end()
      try xml.begin("text")
      try xml.begin("body")
    }

    private func entry(_ concept: Concept, id: String, _ xml: inout XMLWriter) throws(XMLError) {
      try xml.begin("termEntry", ["id": id])
      for document in concept.documents { try xml.element("admin", ["type": "source"], text: document) }
      try xml.element("note", text: "evidence: \(concept.content.evidence)")
      if let flag = concept.content.flag { try xml.element("note", text: "needs review: \(flag)") }
      for language in Language.allCases where !concept.content.terms[language].isEmpty {
        try xml.begin("langSet", ["xml:lang": options.tags[language]])
        for term in concept.content.terms[language] {
          try xml.begin("tig")
          try xml.element("term", text: term.text)
          if let type = term.type { try xml.element("termNote", ["type": "termType"], text: type) }
          try xml.end()
        }
        try xml.end()
      }
      try xml.end()
    }
  }
}
