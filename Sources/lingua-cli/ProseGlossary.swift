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
      return
        "\(place): it is over \(limit >> 20) MB, or a part of it is once it is unpacked; split it into smaller files"
    case .empty:
      return "\(place): nothing is in it; give a list with a row of headings such as kk, ru and en, and a row for each"
        + " concept"
    case .writtenOnly(let format):
      return "\(place): \(format) is written and not read; give CSV, TSV, XLSX, JSON Lines, TBX or TMX"
    case .sides(let cells):
      return "\(place): the headings do not say which languages the columns have (found: \(shown(cells))); name them by"
        + " --languages, that of the source first, such as --languages ru,kk"
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
      return
        "\(place): \(found) \(found == 1 ? "column" : "columns") where \(expected) languages are given; name one language a column in their"
        + " order, a further column is a comment"
    case .json(let reason):
      return "\(place): no JSON (\(reason.words)); in JSON Lines each line holds one entry as a whole"
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
  static func words(_ warning: GlossaryReadWarning, _ format: GlossaryReading.Format) -> String {
    let unit = unit(format)
    func places(_ places: GlossaryReadWarning.Places) -> String {
      places.count == 1 ? "\(unit) \(list(places))" : "\(places.count) \(plural(unit)): \(list(places))"
    }
    func say(_ found: GlossaryReadWarning.Places, _ one: String, _ many: String) -> String {
      found.count == 1
        ? "\(places(found)) \(one)" : "\(found.count) \(plural(unit)) (\(list(found))) \(many)"
    }
    switch warning {
    case .malformed(let encoding, let errors): return malformed(encoding, errors) + "; read as U+FFFD"
    case .shortRows(let places):
      return say(places, "has", "have") + " fewer cells than the header; what is missing is empty"
    case .longRows(let places):
      return say(places, "has more cells than the header and is", "have more cells than the header and are")
        + " left out"
    case .cutRows(let places):
      return say(places, "ends before its terms and is", "end before their terms and are") + " left out"
    case .missingColumns(let names):
      return "these columns of terms are gone: \(shown(names)); what the termbase has in their place stays"
    case .lostLetters(let places):
      return say(
        places, "has a question mark where a letter was and is", "have question marks where letters were and are")
        + " left out; save the table in an encoding that has all letters, such as UTF-8"
    case .beforeHeader(let places): return say(places, "stands", "stand") + " before the header; left out"
    case .comments(let places): return say(places, "begins with # and is", "begin with # and are") + " left out"
    case .withoutTerms(let places):
      return say(places, "has no term in kk, ru or en and is", "have no term in kk, ru or en and are") + " left out"
    case .oneLanguage(let places):
      return say(places, "has fewer than two of kk, ru and en and is", "have fewer than two of kk, ru and en and are")
        + " left out"
    case .sentences(let places):
      return say(places, "is a sentence or title and is", "are sentences or titles and are") + " left out"
    case .duplicates(let places):
      return say(places, "says what an earlier one says and is", "say what earlier ones say and are") + " left out"
    case .repeatedIDs(let list):
      let named = list.prefix(8).map {
        "\(unit) \($0.line) has the id of \(unit) \($0.first), \($0.id.printable), and says otherwise; it is left out"
      }
      return (named + (list.count > 8 ? ["\(list.count - 8) more are left out for that"] : [])).joined(separator: "; ")
    case .unknownStatus(let statuses):
      let named = statuses.prefix(8).map { "\"\($0.name.printable)\" (\(places($0.places)))" }
      return "there is no status \(named.joined(separator: ", ")); these \(plural(unit)) stay proposed; write proposed,"
        + " approved, rejected or edited"
    case .otherLanguages(let counts): return "terms of other languages are left out: \(shown(counts))"
    case .ignoredColumns(let names): return "these columns mean nothing here and are left out: \(shown(names))"
    case .ignoredFields(let counts): return "these fields are left out: \(shown(counts))"
    case .otherSheets(let names): return "these sheets are left out: \(shown(names))"
    }
  }

  /// What a place in a file of a format is.
  private static func unit(_ format: GlossaryReading.Format) -> String {
    switch format {
    case .csv, .tsv, .jsonl: "line"
    case .xlsx: "row"
    case .tbx, .tbx3: "entry"
    case .tmx: "unit"
    }
  }

  private static func plural(_ unit: String) -> String { unit == "entry" ? "entries" : unit + "s" }

  /// How many entries an import approves that do not say what was decided.
  static func approved(_ count: Int) -> String {
    (count == 1 ? "1 entry says nothing of its status and is" : "\(count) entries say nothing of their status and are")
      + " taken as approved; --as proposed takes such entries as proposals"
  }

  /// The entries that were decided since a file was written.
  static func outdated(_ ids: [String]) -> String {
    let named = ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? " and \(ids.count - 8) more" : "")
    return
      "\(named): proposed here, decided and called otherwise in the termbase since; the decision stays; to change it, export"
      + " the glossary anew"
  }

  /// How many entries an import spelled otherwise.
  static func respelled(_ count: Int) -> String {
    (count == 1 ? "1 entry has" : "\(count) entries have")
      + " letters of two characters, characters that cannot be seen or extra blanks; mended"
  }

  /// A document that a united glossary has in versions.
  static func versions(of name: String) -> String {
    "\(name): the parts have versions of this document that differ, and all count; unite parts that were made of the same"
      + " version"
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
