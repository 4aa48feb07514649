public import Lingua

/// A format that a glossary is written in.
///
/// A new format is one file with an exporter, and one line in `GlossaryFormat.all`.
public protocol GlossaryExporter: Sendable {
  /// The name of the format as options spell it: "tbx".
  var format: String { get }
  /// The endings of file names that choose the format, the usual one first, without the dot.
  var endings: [String] { get }

  /// Whether a file of no bytes is a glossary without entries. The default is no: then such a file is not to be made.
  var canBeEmpty: Bool { get }

  /// The bytes of a file.
  ///
  /// - Throws: `ExportError` when the result would not be well formed, or when the format cannot hold it.
  func bytes(of glossary: Glossary, options: GlossaryExportOptions) throws(ExportError) -> [UInt8]
}

/// What a user may choose about the export of a glossary.
public struct GlossaryExportOptions: Sendable {
  /// What all exports share: locale tags, date, tool, and the pair of languages of a format that holds two.
  public var shared: ExportOptions
  /// The language that entries are sorted by with its collation; nil for the order of the glossary.
  public var order: Language?
  /// The most places that a format with contexts shows of an entry in a language. The default is 3.
  public var contexts: Int
  /// What the addresses of concepts begin with in SKOS. The default is "urn:lingua:".
  public var base: String

  /// The defaults, or some of them replaced.
  public init(
    shared: ExportOptions = ExportOptions(), order: Language? = nil, contexts: Int = 3, base: String = "urn:lingua:"
  ) {
    self.shared = shared
    self.order = order
    self.contexts = contexts
    self.base = base
  }
}

extension GlossaryExporter {
  /// No: most formats have a header at least.
  public var canBeEmpty: Bool { false }

  /// The bytes of a file, with the entries in the order that the options ask for.
  ///
  /// - Throws: `ExportError` when the result would not be well formed, or when the format cannot hold it.
  public func file(of glossary: Glossary, options: GlossaryExportOptions) throws(ExportError) -> [UInt8] {
    guard let language = options.order else { return try bytes(of: glossary, options: options) }
    let sorted: Glossary
    do throws(ICUError) { sorted = try glossary.sorted(by: language) } catch {
      throw ExportError(format: format, reason: .collation(error))
    }
    return try bytes(of: sorted, options: options)
  }
}
