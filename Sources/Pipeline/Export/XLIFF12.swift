internal import Lingua

/// XLIFF 1.2 of two languages: titles, aligned sentences and keywords, a `file` a document. (OASIS, 2008.)
///
/// Nothing of the two languages is left out: what has no counterpart is a unit with an empty source or target. The
/// target's state is `translated`, `needs-review-translation` below the review threshold, or `needs-translation`
/// where it is empty; score and shape of the bead stand in a note. Which languages, and how a document with three is
/// exported, says `ExportOptions.pair`.
public struct XLIFF12Exporter: Exporter {
  /// The exporter.
  public init() {}

  /// "xliff".
  public var format: String { "xliff" }
  /// The file "alignment.xlf".
  public var layout: ExportLayout { .oneFile(name: "alignment", fileExtension: "xlf") }

  /// A writer of one file.
  public func writer(_ options: ExportOptions) -> any ExportWriter { Writer(options: options) }

  private struct Writer: ExportWriter {
    let options: ExportOptions
    var xml = XMLWriter()
    var hasFile = false

    init(options: ExportOptions) { self.options = options }

    mutating func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) throws(ExportError) {
      guard let pair = try analysis.pair(options.pair, format: "xliff") else { return }
      let units = analysis.exportUnits.compactMap { BilingualUnit($0, pair, options: options) }
      // The format has no word for "nothing": a document without either language is not there.
      if units.isEmpty { return }
      do throws(XMLError) {
        if !hasFile { try xml.begin("xliff", ["version": "1.2", "xmlns": "urn:oasis:names:tc:xliff:document:1.2"]) }
        hasFile = true
        try xml.begin(
          "file",
          [
            "original": analysis.name, "source-language": options.tags[pair.source],
            "target-language": options.tags[pair.target], "datatype": "plaintext", "tool-id": options.toolName,
          ])
        try xml.begin("header")
        try xml.empty(
          "tool",
          ["tool-id": options.toolName, "tool-name": options.toolName, "tool-version": options.toolVersion])
        try xml.end()
        try xml.begin("body")
        for unit in units { try write(unit) }
        try xml.end()
        try xml.end()
      } catch { throw ExportError(format: "xliff", reason: .xml(error)) }
      xml.drain(to: &output)
    }

    mutating func finish(to output: inout [UInt8]) throws(ExportError) {
      guard hasFile else { return }
      do throws(XMLError) {
        try xml.end()
        try xml.finish()
      } catch { throw ExportError(format: "xliff", reason: .xml(error)) }
      xml.drain(to: &output)
    }

    private mutating func write(_ unit: BilingualUnit) throws(XMLError) {
      try xml.begin("trans-unit", ["id": unit.id, "restype": "x-\(unit.kind.rawValue)"])
      try xml.element("source", text: unit.source ?? "")
      let state =
        unit.target == nil
        ? "needs-translation" : unit.needsReview || unit.source == nil ? "needs-review-translation" : "translated"
      try xml.element("target", ["state": state], text: unit.target ?? "")
      if !unit.notes.isEmpty {
        let text = unit.notes.map(\.text).joined(separator: ", ")
        try xml.element("note", ["from": options.toolName], text: text)
      }
      try xml.end()
    }
  }
}
