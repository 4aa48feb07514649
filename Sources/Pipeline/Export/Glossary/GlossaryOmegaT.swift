internal import Lingua

/// A glossary of OmegaT: source, target and comment with tabs between, for the pair that `ExportOptions.pair` names.
///
/// Full forms go with full forms and acronyms with acronyms; each synonym of the source has a row with each of the target,
/// which OmegaT shows as one entry. Names that should not be used are recognised in the source and not proposed in the
/// target. Rejected entries are left out. The comment has the field, the long form of an acronym, doubts, and whether it is only proposed. The first
/// line, which OmegaT skips, names the languages.
public struct GlossaryOmegaT: GlossaryExporter {
  /// The exporter.
  public init() {}

  /// "omegat".
  public var format: String { "omegat" }
  /// "utf8", by which OmegaT knows the encoding, and "omegat.tsv".
  public var endings: [String] { ["utf8", "omegat.tsv"] }

  /// The rows.
  ///
  /// - Throws: `ExportError` when no pair is asked for.
  public func bytes(of glossary: Glossary, options: GlossaryExportOptions) throws(ExportError) -> [UInt8] {
    guard let pair = options.shared.pair else { throw ExportError(format: format, reason: .noPair) }
    let tags = options.shared.tags
    var table = TabSeparated(columns: ["# " + tags[pair.source], tags[pair.target], "comment"])
    var output: [UInt8] = []
    table.header(to: &output)
    for entry in glossary.usableEntries {
      for acronyms in [false, true] {
        let targets = entry.usable(pair.target, acronyms: acronyms)
        let sources = entry.terms[pair.source].filter { ($0.form == .acronym) == acronyms && !$0.text.isEmpty }
        if targets.isEmpty || sources.isEmpty { continue }
        let comment = Self.comment(entry, pair, acronyms: acronyms, options)
        for source in sources {
          // OmegaT takes a line that begins so for a comment, and passes over blanks around a term.
          let text = source.text.utf8.first == UInt8(ascii: "#") ? " " + source.text : source.text
          for target in targets { table.row([text, target.text, comment], to: &output) }
        }
      }
    }
    return output
  }

  private static func comment(
    _ entry: GlossaryEntry, _ pair: LanguagePair, acronyms: Bool, _ options: GlossaryExportOptions
  ) -> String {
    var parts: [String] = []
    if acronyms {
      let long = [pair.source, pair.target].compactMap { entry.usable($0, acronyms: false).first?.text }
      if !long.isEmpty { parts.append(long.joined(separator: " = ")) }
    }
    if let domain = entry.domain { parts.append(domain) }
    if let note = entry.note { parts.append(note) }
    if entry.needsReview(options) {
      parts.append(
        entry.flags.isEmpty ? review : review + ": " + entry.flags.map(\.text).joined(separator: ", "))
    } else if entry.status == .proposed {
      parts.append(proposed)
    }
    return parts.joined(separator: separator)
  }

  private static let review = "needs review"
  private static let proposed = "proposed"
  private static let separator = "; "

  /// What else a comment says that was written for an entry that nobody has decided about; nil for another.
  static func note(ofProposed comment: String) -> String? {
    let parts = comment.split(separator: separator)
    func isMark(_ part: Substring) -> Bool { part == proposed || part == review || part.hasPrefix(review + ": ") }
    return parts.contains(where: isMark) ? parts.filter { !isMark($0) }.joined(separator: separator) : nil
  }
}
