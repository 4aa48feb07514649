internal import Lingua

/// Reads glossaries in XML: TBX of 2008 and 2019, TMX.
struct XMLGlossaryReader {
  let path: String

  /// Reads a text in UTF-8.
  ///
  /// - Throws: `GlossaryReadError` for XML that is not well formed, declares entities, or is of a kind that is not read.
  func read(_ text: [UInt8]) throws(GlossaryReadError) -> GlossaryReading {
    try text.withUnsafeBufferPointer { (bytes) throws(GlossaryReadError) in
      var events = GlossaryEvents()
      let damage = MarkupParser.parse(bytes, as: .xml, into: &events)
      // What kind of file it is matters more than damage behind its beginning.
      if let root = events.root, root.format == nil {
        throw GlossaryReadError(path: path, reason: .dialect(root.description))
      }
      if let damage {
        throw GlossaryReadError(path: path, line: damage.line, column: damage.column, reason: .markup(damage.reason))
      }
      return events.termbase?.finished() ?? events.memory.finished()
    }
  }
}

/// The root of a document: what kind of file it is.
struct RootElement: Sendable {
  var name: String
  var type: String?
  var style: String?
  var namespace: String?

  /// The format that is read so; nil for another.
  let format: GlossaryReading.Format?

  init(name: String, type: String?, style: String?, namespace: String?) {
    self.name = name
    self.type = type
    self.style = style
    self.namespace = namespace
    format = Self.format(name, type, style, namespace)
  }

  private static func format(
    _ name: String, _ type: String?, _ style: String?, _ namespace: String?
  ) -> GlossaryReading.Format? {
    switch name {
    case "tmx": .tmx
    // The types that files of 2008 and before call themselves; all have the structure of ISO 30042:2008.
    case "martif":
      ["TBX", "TBX-Basic", "TBX-Default", "TBX-Glossary", "TBX-Core"].contains(type ?? "TBX") ? .tbx : nil
    case "tbx":
      ["TBX-Core", "TBX-Min", "TBX-Basic", "TBX-Linguist"].contains(type ?? "TBX-Core")
        && ["dca", "dct"].contains((style ?? "dca").lowercased())
        // Files that people wrote leave it out; "urn:iso:std:iso:30042:ed-2" is that of 2019.
        && (namespace ?? tbxNamespace).hasPrefix(tbxNamespace) ? .tbx3 : nil
    default: nil
    }
  }

  private static let tbxNamespace = "urn:iso:std:iso:30042"

  /// As it stands in the file.
  var description: String {
    let attributes = [("type", type), ("style", style), ("xmlns", namespace)]
    return "<\(name)" + attributes.compactMap { name, value in value.map { " \(name)=\"\($0)\"" } }.joined() + ">"
  }
}

/// Takes the root, and hands what follows to those who know its format.
private struct GlossaryEvents: MarkupEvents {
  var root: RootElement?
  var termbase: TermbaseEvents?
  var memory = MemoryEvents()

  mutating func start(_ element: MarkupElement) {
    if root == nil {
      let root = RootElement(
        name: element.localName, type: element.text("type") ?? element.text("dialect"), style: element.text("style"),
        namespace: element.text("xmlns"))
      self.root = root
      if let format = root.format, format != .tmx { termbase = TermbaseEvents(format: format) }
    }
    guard root?.format != nil else { return }
    if termbase == nil { memory.start(element) } else { termbase?.start(element) }
  }

  mutating func end() {
    guard root?.format != nil else { return }
    if termbase == nil { memory.end() } else { termbase?.end() }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard root?.format != nil else { return }
    if termbase == nil { memory.text(bytes) } else { termbase?.text(bytes) }
  }
}
