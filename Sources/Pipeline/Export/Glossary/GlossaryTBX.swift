internal import Lingua

/// A glossary as TermBase eXchange, in one of two dialects that have the same content.
///
/// One entry a concept. Its documents are `source`, its field is `subjectField`; what is known of it beside its terms is
/// one note (`EntryNote`), each doubt another, "needs review: homonym: …". Acronyms have the `termType` acronym, what they
/// stand for fullForm; `administrativeStatus` says what should be used. Contexts stand with the first term of their
/// language, the only level that TBX-Basic lets them have. Rejected entries are left out. TBX has no word for an empty
/// glossary (`body` holds at least one entry), so one without terms gives no bytes.
public struct GlossaryTBX: GlossaryExporter {
  /// A dialect.
  public enum Dialect: Hashable, Sendable {
    /// TBX-Basic of ISO 30042:2008 (`martif`), the one that translation tools open.
    case basic2008
    /// TBX-Basic of ISO 30042:2019 (`tbx`), in the style DCA.
    case version3
  }
  /// The dialect.
  public var dialect: Dialect

  /// An exporter of a dialect.
  public init(_ dialect: Dialect = .basic2008) { self.dialect = dialect }

  /// "tbx", or "tbx3".
  public var format: String { dialect == .basic2008 ? "tbx" : "tbx3" }
  /// "tbx"; or "v3.tbx" and "tbx3".
  public var endings: [String] { dialect == .basic2008 ? ["tbx"] : ["v3.tbx", "tbx3"] }

  /// The file; no bytes for a glossary without terms.
  ///
  /// - Throws: `ExportError` when the result would not be well formed.
  public func bytes(of glossary: Glossary, options: GlossaryExportOptions) throws(ExportError) -> [UInt8] {
    let entries = glossary.usableEntries
    if entries.isEmpty { return [] }
    var output: [UInt8] = []
    do throws(XMLError) {
      var xml = XMLWriter()
      try begin(&xml, options)
      var names = EntryNames()
      for entry in entries {
        try write(entry, name: names.name(for: entry.id), options, &xml)
        xml.drain(to: &output)
      }
      for _ in 0..<3 { try xml.end() }
      try xml.finish()
      xml.drain(to: &output)
    } catch { throw ExportError(format: format, reason: .xml(error)) }
    return output
  }

  /// Opens root, text and body, with the header between them.
  private func begin(_ xml: inout XMLWriter, _ options: GlossaryExportOptions) throws(XMLError) {
    switch dialect {
    case .basic2008:
      try xml.begin("martif", ["type": "TBX-Basic", "xml:lang": "en"])
      try xml.begin("martifHeader")
    case .version3:
      try xml.begin(
        "tbx",
        ["type": "TBX-Basic", "style": "dca", "xml:lang": "en", "xmlns": "urn:iso:std:iso:30042:ed-2"])
      try xml.begin("tbxHeader")
    }
    try xml.begin("fileDesc")
    try xml.begin("titleStmt")
    try xml.element("title", text: "Glossary in Kazakh, Russian and English")
    try xml.end()
    try xml.begin("sourceDesc")
    var source = "Written by \(options.shared.toolName) \(options.shared.toolVersion)"
    if let date = options.shared.date { source += " on \(date.day)" }
    try xml.element("p", text: source)
    try xml.end()
    try xml.end()
    if dialect == .basic2008 {
      try xml.begin("encodingDesc")
      try xml.element("p", ["type": "XCSURI"], text: "TBXBasicXCSV02.xcs")
      try xml.end()
    }
    try xml.end()
    try xml.begin("text")
    try xml.begin("body")
  }

  private func write(
    _ entry: GlossaryEntry, name: String, _ options: GlossaryExportOptions, _ xml: inout XMLWriter
  ) throws(XMLError) {
    try xml.begin(dialect == .basic2008 ? "termEntry" : "conceptEntry", ["id": name])
    for source in entry.sources { try xml.element("admin", ["type": "source"], text: source.document) }
    if let domain = entry.domain { try xml.element("descrip", ["type": "subjectField"], text: domain) }
    for note in EntryNote.notes(of: entry, name: name) { try xml.element("note", text: note) }
    for language in Language.allCases {
      let terms = entry.terms[language].filter { !$0.text.isEmpty }
      if terms.isEmpty { continue }
      try xml.begin(dialect == .basic2008 ? "langSet" : "langSec", ["xml:lang": options.shared.tags[language]])
      for (k, term) in terms.enumerated() {
        try xml.begin(dialect == .basic2008 ? "tig" : "termSec")
        try xml.element("term", text: term.text)
        if term.form != .term { try xml.element("termNote", ["type": "termType"], text: term.form.rawValue) }
        if let usage = term.usage {
          try xml.element("termNote", ["type": "administrativeStatus"], text: usage.rawValue + "Term-admn-sts")
        }
        if k == 0 { try write(entry.contexts[language].prefix(max(0, options.contexts)), &xml) }
        try xml.end()
      }
      try xml.end()
    }
    try xml.end()
  }

  private func write(_ contexts: ArraySlice<GlossaryContext>, _ xml: inout XMLWriter) throws(XMLError) {
    for context in contexts {
      try xml.begin("descripGrp")
      try xml.element("descrip", ["type": "context"], text: context.sentence)
      try xml.element("admin", ["type": "source"], text: context.document)
      try xml.end()
    }
  }
}
