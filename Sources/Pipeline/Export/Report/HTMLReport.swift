internal import Lingua
internal import Mustache

/// The report that people read: one self-contained HTML file that loads nothing and works from a folder, on paper
/// and without its script.
///
/// Kazakh, Russian and English stand side by side, a bead a row, with the score as colour and number. Templates, style
/// and script are the files of Sources/CReport; mustache escapes every value.
public struct HTMLReport: Exporter {
  /// How many documents one file holds; a longer run makes "report-2.html" and so on. The default is 500, about what
  /// a browser scrolls without effort.
  public var documentsPerFile: Int

  /// A report of at most so many documents a file.
  public init(documentsPerFile: Int = 500) { self.documentsPerFile = documentsPerFile }

  /// "html".
  public var format: String { "html" }
  /// The files "report.html", "report-2.html" …
  public var layout: ExportLayout { .parts(name: "report", fileExtension: "html", documents: documentsPerFile) }

  /// A writer of one file; it holds the documents until the end, because the list at the top names them all.
  ///
  /// - Throws: `ExportError` when a template cannot be read.
  public func writer(_ options: ExportOptions) throws(ExportError) -> any ExportWriter {
    Writer(options: options, files: try ReportFiles())
  }

  private struct Writer: ExportWriter {
    let options: ExportOptions
    let files: ReportFiles
    var summaries: [ReportSummary] = []
    var documents: [UInt8] = []

    init(options: ExportOptions, files: ReportFiles) {
      self.options = options
      self.files = files
    }

    mutating func write(_ analysis: DocumentAnalysis, to output: inout [UInt8]) {
      let summary = ReportSummary(analysis, number: summaries.count + 1, options: options)
      documents += files.document.render(ReportDocument(analysis, summary: summary, options: options).fields).utf8
      summaries.append(summary)
    }

    mutating func finish(to output: inout [UInt8]) {
      let page = ReportPage(summaries: summaries, options: options)
      output += files.head.render(page.fields(style: files.style, script: files.script)).utf8
      output += documents
      output += files.foot.render(["generator": page.generator]).utf8
      documents = []
    }
  }
}
