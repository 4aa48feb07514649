internal import CReport
internal import Mustache

/// The templates, the style sheet and the script of the report, as they lie in Sources/CReport.
struct ReportFiles: Sendable {
  let head: MustacheTemplate
  let document: MustacheTemplate
  let foot: MustacheTemplate
  let changes: MustacheTemplate
  let check: MustacheTemplate
  let style: String
  let changeStyle: String
  let checkStyle: String
  let script: String

  init() throws(ExportError) {
    head = try Self.template("head.mustache")
    document = try Self.template("document.mustache")
    foot = try Self.template("foot.mustache")
    changes = try Self.template("changes.mustache")
    check = try Self.template("check.mustache")
    style = try Self.text("report.css")
    changeStyle = try Self.text("changes.css")
    checkStyle = try Self.text("check.css")
    script = try Self.text("tools.js") + Self.text("report.js")
  }

  private static func template(_ name: String) throws(ExportError) -> MustacheTemplate {
    let text = try text(name)
    do {
      return try MustacheTemplate(string: text)
    } catch {
      throw ExportError(format: "html", reason: .template("\(name): \(error)"))
    }
  }

  /// The text of one file.
  static func text(_ name: String) throws(ExportError) -> String {
    var count = 0
    let first = lingua_report_files(&count)
    for file in UnsafeBufferPointer(start: first, count: count) where String(cString: file.name) == name {
      return String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    }
    throw ExportError(format: "html", reason: .template("\(name): missing"))
  }
}
