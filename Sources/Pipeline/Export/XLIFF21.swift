internal import Lingua

/// XLIFF 2.1 of two languages: titles, aligned sentences and keywords, a `file` a document. (OASIS, 2018; its core has
/// the namespace and the schema of 2.0.)
///
/// As in `XLIFF12Exporter` what has no counterpart is kept. The segment's state is `translated`, or `initial` where
/// source or target is empty or a reader should look, which `subState` says too; notes have the bead's score and shape. A
/// file has one pair of languages for all documents.
public struct XLIFF21Exporter: Exporter {
  /// The exporter.
  public init() {}

  /// "xliff2".
  public var format: String { "xliff2" }
  /// The file "alignment-2.xlf".
  public var layout: ExportLayout { .oneFile(name: "alignment-2", fileExtension: "xlf") }

  /// A writer of one file.
  public func writer(_ options: ExportOptions) -> any ExportWriter { Writer(options: options) }

  private struct Writer: ExportWriter {
    let options: ExportOptions
    var xml = XMLWriter()
    var documents = 0
    /// The pair of the first document that has one.
    var pair: LanguagePair?

    init(options: ExportOptions) { self.options = options }

    mutating func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) throws(ExportError) {
      documents += 1
      guard let found = try analysis.pair(options.pair, format: "xliff2") else { return }
      let units = analysis.exportUnits.compactMap { BilingualUnit($0, found, options: options) }
      if units.isEmpty { return }
      if let pair, pair != found {
        throw ExportError(format: "xliff2", reason: .otherPair(document: analysis.name, pair: found, earlier: pair))
      }
      do throws(XMLError) {
        if pair == nil {
          try xml.begin(
            "xliff",
            [
              "version": "2.1", "xmlns": "urn:oasis:names:tc:xliff:document:2.0",
              "srcLang": options.tags[found.source], "trgLang": options.tags[found.target],
            ])
          pair = found
        }
        try xml.begin("file", ["id": "d\(documents)", "original": analysis.name])
        for unit in units { try write(unit) }
        try xml.end()
      } catch { throw ExportError(format: "xliff2", reason: .xml(error)) }
      xml.drain(to: &output)
    }

    mutating func finish(to output: inout [UInt8]) throws(ExportError) {
      guard pair != nil else { return }
      do throws(XMLError) {
        try xml.end()
        try xml.finish()
      } catch { throw ExportError(format: "xliff2", reason: .xml(error)) }
      xml.drain(to: &output)
    }

    private mutating func write(_ unit: BilingualUnit) throws(XMLError) {
      try xml.begin("unit", ["id": unit.id, "type": "lingua:\(unit.kind.rawValue)"])
      if !unit.notes.isEmpty {
        try xml.begin("notes")
        for note in unit.notes { try xml.element("note", ["category": note.category], text: note.text) }
        try xml.end()
      }
      // What is not sure is "initial": editors know this state, and show no state of another's making.
      let isSure = unit.source != nil && unit.target != nil && !unit.needsReview
      try xml.begin(
        "segment",
        ["state": isSure ? "translated" : "initial", "subState": unit.needsReview ? "lingua:needs-review" : nil])
      try xml.element("source", text: unit.source ?? "")
      if let target = unit.target { try xml.element("target", text: target) }
      try xml.end()
      try xml.end()
    }
  }
}
