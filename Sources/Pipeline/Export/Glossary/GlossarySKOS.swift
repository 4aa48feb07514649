internal import Lingua

/// A glossary as concepts of SKOS (W3C, 2009) in Turtle (W3C, 2014).
///
/// SKOS allows one preferred label a language, and no label to be of two sorts: the first full form is `prefLabel`, or the
/// first acronym where there is no other; further forms and acronyms are `altLabel`, names that should not be used
/// `hiddenLabel`. Documents are `dct:source`, the field is `dct:subject`, contexts are `skos:example`; status and doubts
/// are editorial notes. Rejected entries are left out.
public struct GlossarySKOS: GlossaryExporter {
  /// The exporter.
  public init() {}

  /// "skos".
  public var format: String { "skos" }
  /// "ttl" and "skos".
  public var endings: [String] { ["ttl", "skos"] }

  /// The concepts and the scheme that they are in.
  public func bytes(of glossary: Glossary, options: GlossaryExportOptions) -> [UInt8] {
    let scheme = Turtle.iri(options.base + "glossary")
    var output: [UInt8] = []
    output +=
      """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .


      """.utf8
    var head = [("a", "skos:ConceptScheme")]
    head.append(("dct:title", Turtle.literal("Glossary in Kazakh, Russian and English", tag: "en")))
    head.append(
      ("dct:creator", Turtle.literal("\(options.shared.toolName) \(options.shared.toolVersion)")))
    if let date = options.shared.date { head.append(("dct:created", "\"\(date.day)\"^^xsd:date")) }
    Turtle.append(scheme, head, to: &output)
    var names = EntryNames()
    for entry in glossary.usableEntries {
      let subject = Turtle.iri(options.base + names.name(for: entry.id))
      Turtle.append(subject, Self.statements(entry, scheme: scheme, options), to: &output)
    }
    return output
  }

  private static func statements(
    _ entry: GlossaryEntry, scheme: String, _ options: GlossaryExportOptions
  ) -> [(String, String)] {
    var statements = [
      ("a", "skos:Concept"), ("skos:inScheme", scheme), ("skos:notation", Turtle.literal(entry.id)),
    ]
    for language in Language.allCases {
      let tag = Turtle.tag(options.shared.tags[language]) ?? language.tag
      var seen: Set<[UInt8]> = []
      let usable = entry.usable(language, acronyms: false) + entry.usable(language, acronyms: true)
      for term in usable where seen.insert(Array(term.text.utf8)).inserted {
        statements.append((seen.count == 1 ? "skos:prefLabel" : "skos:altLabel", Turtle.literal(term.text, tag: tag)))
      }
      for term in entry.terms[language] where term.usage == .deprecated && !term.text.isEmpty {
        if seen.insert(Array(term.text.utf8)).inserted {
          statements.append(("skos:hiddenLabel", Turtle.literal(term.text, tag: tag)))
        }
      }
    }
    statements.append(("skos:editorialNote", Turtle.literal("status: \(entry.status.rawValue)", tag: "en")))
    for flag in entry.flags {
      statements.append(("skos:editorialNote", Turtle.literal("needs review: \(flag.text)", tag: "en")))
    }
    if let note = entry.note { statements.append(("skos:note", Turtle.literal(note))) }
    if let domain = entry.domain { statements.append(("dct:subject", Turtle.literal(domain))) }
    for language in Language.allCases {
      let tag = Turtle.tag(options.shared.tags[language]) ?? language.tag
      for context in entry.contexts[language].prefix(max(0, options.contexts)) {
        statements.append(("skos:example", Turtle.literal(context.sentence, tag: tag)))
      }
    }
    for source in entry.sources { statements.append(("dct:source", Turtle.literal(source.document))) }
    return statements
  }
}
