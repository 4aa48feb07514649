import Pipeline

/// Sentences about glossaries that are written and read.
extension Prose {
  /// Why a glossary could not be written in a format.
  static func describeGlossaryExport(_ error: ExportError) -> String {
    switch error.reason {
    case .noPair:
      "\(error.format): a file of this format holds two languages; say which by --pair, the source first, such as"
        + " --pair ru-kk"
    case .tooLong(let entry, let column, let limit):
      "\(error.format): the entry \(entry) has more in the column \(column) than the \(limit) characters of a cell;"
        + " write it as csv, tsv or jsonl"
    case .tooManyRows(let found, let limit):
      "\(error.format): \(found) entries, and a sheet has \(limit) rows; write them as csv, tsv or jsonl"
    case .file(let error):
      "\(words(error)) (workbooks are put together in the folder for temporary files, which TMPDIR names)"
    case .workbook(let code):
      "\(error.format): the workbook could not be written (error \(code) of libxlsxwriter); is there room in the folder"
        + " that TMPDIR names?"
    default: "\(error)"
    }
  }
}
