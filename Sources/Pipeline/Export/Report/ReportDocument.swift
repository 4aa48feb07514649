internal import Lingua

/// What the report says of one document, as the template reads it.
struct ReportDocument {
  let analysis: DocumentAnalysis
  let summary: ReportSummary
  let options: ExportOptions

  init(_ analysis: DocumentAnalysis, summary: ReportSummary, options: ExportOptions) {
    self.analysis = analysis
    self.summary = summary
    self.options = options
  }

  // Every section of the template tests a name that is always there: mustache looks a missing one up in what encloses
  // the row, and would find another row's or the document's.
  var fields: [String: Any] {
    let titles = Language.allCases.map { analysis.section(.title, $0)?.text }
    let hasTitle = titles.contains { $0 != nil }
    let titleCells = ReportCell.row(titles.map { [$0].compactMap(\.self) }, empty: "not found")
    return [
      "id": summary.id, "name": summary.name, "about": summary.about,
      "hasRows": hasTitle || !analysis.beads.isEmpty,
      "titleRow": hasTitle ? [["cells": titleCells]] : [],
      "beads": analysis.beads.enumerated().map { bead($1, number: $0 + 1) },
      "hasKeywords": !analysis.keywords.isEmpty,
      "keywords": analysis.keywords.enumerated().map { keyword($1, number: $0 + 1) },
      "hasAcronyms": !analysis.acronyms.isEmpty,
      "acronyms": analysis.acronyms.enumerated().map { acronym($1, number: $0 + 1) },
    ]
  }

  private func bead(_ bead: Bead, number: Int) -> [String: Any] {
    [
      "number": number, "anchor": "\(summary.id)-\(number)", "score": bead.scoreText,
      "shownScore": ReportText.score(bead.score), "level": ReportLevel(bead.score).rawValue,
      "review": options.needsReview(bead.score), "hasShape": bead.shape != "1:1:1", "shape": bead.shape,
      "cells": ReportCell.row(Language.allCases.map { analysis.texts(of: bead, in: $0) }, empty: "no counterpart"),
    ]
  }

  private func keyword(_ row: KeywordRow, number: Int) -> [String: Any] {
    let texts = row.terms.values.map { [$0].compactMap(\.self) }
    return ["number": number, "cells": ReportCell.row(texts, empty: "no counterpart")]
  }

  private func acronym(_ entry: AcronymEntry, number: Int) -> [String: Any] {
    let texts = Language.allCases.map { [entry.expansions[$0]].compactMap(\.self) }
    let cells = ReportCell.row(
      texts, headings: Language.allCases.map { entry.acronyms[$0].joined(separator: ", ") }, empty: "no counterpart")
    return [
      "number": number, "cells": cells, "evidence": Self.words(for: entry.evidence), "hasFlag": entry.flag != nil,
      "flag": ReportText.clean(entry.flag ?? ""),
    ]
  }

  private static func words(for evidence: AcronymEntry.Evidence) -> String {
    switch evidence {
    case .paren: "expansion (acronym)"
    case .reverseParen: "acronym (expansion)"
    case .dash: "acronym – expansion"
    case .keywords: "keyword list"
    case .distant: "expanded elsewhere"
    case .lexicon: "acronym lexicon"
    case .none: "never expanded"
    }
  }
}
