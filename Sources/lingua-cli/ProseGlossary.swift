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

  /// Why a glossary could not be read.
  static func describe(_ error: GlossaryReadError) -> String {
    var place = error.path
    if let line = error.line { place += ":\(line)" }
    if let column = error.column { place += ":\(column)" }
    switch error.reason {
    case .document(let error): return words(error)
    case .tooLarge(let limit):
      return "\(place): over \(limit >> 20) MB once it is unpacked; split it into smaller files"
    case .markup(let reason):
      return "\(place): XML that cannot be read: \(words(reason)); export it anew with the program that made it"
    case .dialect(let root):
      return "\(place): \(root.isEmpty ? "no XML" : root.printable) is no glossary that can be read; there are TBX of"
        + " 2008 (<martif type=\"TBX-Basic\">), TBX of 2019 (<tbx type=\"TBX-Core\", \"TBX-Min\", \"TBX-Basic\" or"
        + " \"TBX-Linguist\">, style dca or dct) and TMX 1.4 (<tmx>)"
    case .quote:
      return "\(place): a quotation mark is not closed, or more follows it in the cell; double each one that belongs to"
        + " the text, and close the cell with one"
    case .noHeader(let cells):
      return "\(place): no row names the languages (found: \(shown(cells))); give the columns headings such as kk, ru"
        + " and en, or name the columns' languages in their order by --languages"
    case .columnCount(let found, let expected):
      return "\(place): \(found) columns where \(expected) languages are given; name one language a column in their"
        + " order, a further column is a comment"
    case .json(let reason):
      return "\(place): no JSON (\(reason.rawValue)); each line holds one entry"
    case .noEntry:
      return "\(place): no entry of a glossary; each line is an object with id, kinds, status and the terms of kk, ru"
        + " and en, as glossary --format jsonl writes it"
    case .workbook(let fault): return "\(place): \(words(fault))"
    }
  }

  private static func words(_ fault: GlossaryReadError.WorkbookFault) -> String {
    switch fault {
    case .oldOrEncrypted:
      "a workbook of the old kind (.xls) or one that asks for a password; save it as .xlsx without a password"
    case .encrypted(let part): "its part \(part) is encrypted; save it without a password"
    case .damaged(let part):
      part.isEmpty
        ? "it is damaged (no zip archive that can be read); get a whole copy"
        : "its part \(part) is damaged; open it in a spreadsheet and save it anew"
    case .noWorkbook: "an archive without a workbook in it; give an .xlsx file"
    case .tooManyCells(let limit): "a sheet has more than \(limit) cells; delete the empty columns, or save it as .csv"
    case .noHeader(let sheets):
      "no sheet has a row that names languages (\(shown(sheets))); give the columns headings such as kk, ru and en"
    }
  }

  /// What a person should know of a glossary that was read.
  static func words(_ warning: GlossaryReadWarning) -> String {
    switch warning {
    case .malformed(let encoding, let errors): malformed(encoding, errors) + "; read as U+FFFD"
    case .shortRows(let places): "\(rows(places)) fewer cells than the header; what is missing is empty"
    case .longRows(let places): "\(rows(places)) more cells than the header and left out"
    case .comments(let places): "\(lines(places)) with # and left out"
    case .withoutTerms(let places): "\(entries(places)) no term in kk, ru or en and left out"
    case .oneLanguage(let places): "\(entries(places)) fewer than two of kk, ru and en and left out"
    case .sentences(let places):
      "\(places.count == 1 ? "1 unit is a sentence or title" : "\(places.count) units are sentences or titles")"
        + " and left out"
    case .duplicates(let places): "\(entries(places)) the name of an earlier one and left out"
    case .unknownStatus(let counts):
      "no such status: \(shown(counts)); these rows stay proposed; write proposed, approved, rejected or edited"
    case .otherLanguages(let counts): "terms of other languages are left out: \(shown(counts))"
    case .ignoredColumns(let names): "columns that mean nothing here: \(shown(names))"
    case .ignoredFields(let counts): "fields that are left out: \(shown(counts))"
    case .otherSheets(let names): "sheets that are left out: \(shown(names))"
    }
  }

  private static func rows(_ places: GlossaryReadWarning.Places) -> String {
    places.count == 1 ? "row \(places.first[0]) has" : "\(places.count) rows (\(list(places))) have"
  }

  private static func lines(_ places: GlossaryReadWarning.Places) -> String {
    places.count == 1 ? "line \(places.first[0]) begins" : "\(places.count) lines (\(list(places))) begin"
  }

  private static func entries(_ places: GlossaryReadWarning.Places) -> String {
    places.count == 1 ? "entry \(places.first[0]) has" : "\(places.count) entries (\(list(places))) have"
  }

  private static func list(_ places: GlossaryReadWarning.Places) -> String {
    places.first.map(String.init).joined(separator: ", ") + (places.count > places.first.count ? " …" : "")
  }

  private static func shown(_ counts: [GlossaryReadWarning.Count]) -> String {
    shown(counts.map { "\($0.name) (\($0.count))" })
  }

  private static func shown(_ texts: [String]) -> String {
    texts.prefix(8).map(\.printable).joined(separator: ", ") + (texts.count > 8 ? " and \(texts.count - 8) more" : "")
  }
}
