internal import Lingua

/// The aligned sentences as tab-separated values, a bead a row: document, kk, ru, en, score, shape,
/// review ("yes" where a reader should look).
///
/// Several sentences of one side are joined by a blank; an empty side is an empty cell. See docs/formats.md for how
/// cells are cleaned.
public struct SentenceTable: Exporter {
  /// The exporter.
  public init() {}

  /// "tsv".
  public var format: String { "tsv" }
  /// The file "sentences.tsv".
  public var layout: ExportLayout { .oneFile(name: "sentences", fileExtension: "tsv") }

  /// A writer of one file.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    TableWriter(columns: ["document", "kk", "ru", "en", "score", "shape", "review"]) { analysis in
      analysis.beads.lazy.map { bead in
        [analysis.name] + Language.allCases.map { analysis.text(of: bead, in: $0) }
          + [bead.scoreText, bead.shape, options.needsReview(bead.score) ? "yes" : nil]
      }
    }
  }
}

/// The paired keywords as tab-separated values: document, kk, ru, en; empty where a language has no counterpart.
public struct KeywordTable: Exporter {
  /// The exporter.
  public init() {}

  /// "tsv".
  public var format: String { "tsv" }
  /// The file "keywords.tsv".
  public var layout: ExportLayout { .oneFile(name: "keywords", fileExtension: "tsv") }

  /// A writer of one file.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    TableWriter(columns: ["document", "kk", "ru", "en"]) { analysis in
      analysis.keywords.map { [analysis.name] + $0.terms.values }
    }
  }
}

/// The acronyms as tab-separated values: document, kk, ru, en (variants joined by "|"), their expansions, evidence,
/// flag.
public struct AcronymTable: Exporter {
  /// The exporter.
  public init() {}

  /// "tsv".
  public var format: String { "tsv" }
  /// The file "acronyms.tsv".
  public var layout: ExportLayout { .oneFile(name: "acronyms", fileExtension: "tsv") }

  /// A writer of one file.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    let columns = [
      "document", "kk", "ru", "en", "kk_expansion", "ru_expansion", "en_expansion", "evidence", "flag",
    ]
    return TableWriter(columns: columns) { analysis in
      analysis.acronyms.map { entry in
        [analysis.name] + entry.acronyms.values.map { $0.isEmpty ? nil : $0.joined(separator: "|") }
          + entry.expansions.values + [entry.evidence.rawValue, entry.flag]
      }
    }
  }
}

/// Writes the rows that a closure makes of each document; a table without rows is its header.
struct TableWriter: ExportWriter {
  private var table: TabSeparated
  /// The rows may be lazy: those of a long text do not all fit into memory beside it.
  private let rows: @Sendable (DocumentAnalysis) -> any Sequence<[String?]>

  init(columns: [String], rows: @escaping @Sendable (DocumentAnalysis) -> any Sequence<[String?]>) {
    table = TabSeparated(columns: columns)
    self.rows = rows
  }

  mutating func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) {
    for row in rows(analysis) { table.row(row, to: &output) }
  }

  mutating func finish(to output: inout [UInt8]) { table.header(to: &output) }
}
