internal import Lingua

/// What an imported entry makes of a concept.
struct TermbaseUpdate {
  /// The concept as it becomes.
  private(set) var entry: GlossaryEntry
  /// Whether it was not there before.
  private(set) var isNew = false
  /// Whether anything is to be written.
  private(set) var isChange = false
  /// Whether somebody decided something.
  private(set) var isDecision = false

  /// A concept that is not there yet.
  init(adding imported: GlossaryEntry, id: String) {
    entry = imported
    entry.id = id
    if imported.isGiven && imported.status == .proposed { entry.status = .approved }
    isNew = true
    isChange = true
    isDecision = entry.status != .proposed
    entry.flagOnce(entry.homoglyphFlags)
  }

  /// A concept that is there, and a row of a table that was exported: it says all that the concept is called.
  init(of stored: GlossaryEntry, byRow imported: GlossaryEntry) {
    entry = stored
    takeRow(imported)
    finish(stored, imported)
  }

  /// A concept that is there, and an entry of another list that names it.
  init(of stored: GlossaryEntry, byList imported: GlossaryEntry) {
    entry = stored
    // What is itself only proposed says nothing of a concept that is there.
    if imported.status == .proposed && !imported.isGiven { return }
    takeList(imported)
    finish(stored, imported)
  }

  private mutating func finish(_ stored: GlossaryEntry, _ imported: GlossaryEntry) {
    if let note = imported.note, !note.isEmpty, !note.reads(as: stored.note) { entry.note = note }
    if let domain = imported.domain, !domain.isEmpty, !domain.reads(as: stored.domain) { entry.domain = domain }
    if entry.terms != stored.terms {
      let outdated = stored.homoglyphFlags
      entry.flags.removeAll { outdated.contains($0) }
      if entry.languages.count == Language.allCases.count { entry.flags.removeAll { $0.reason == .missing } }
    }
    entry.flagOnce(entry.homoglyphFlags)
    isChange = entry != stored
    isDecision = entry.status != stored.status || (entry.status != .proposed && entry.terms != stored.terms)
  }

  /// The names of a list join those that were decided, and replace those that were proposed.
  private mutating func takeList(_ imported: GlossaryEntry) {
    let stored = entry
    if imported.status == .rejected { return rejectNames(imported) }
    let wasDecided = entry.status == .approved || entry.status == .edited
    for language in Language.allCases where !imported.terms[language].isEmpty {
      var terms = wasDecided ? entry.terms[language] : []
      for term in imported.terms[language] {
        let known = wasDecided ? terms.firstIndex { $0.names(term, language) } : nil
        guard let known else {
          terms.append(term.printed.isEmpty ? term.withForms(of: entry.terms[language]) : term)
          continue
        }
        if let usage = term.usage { terms[known].usage = usage }
        if terms[known].text != term.text {
          let flag = terms[known].difference(from: term, language)
          // Letters of another script are a slip of the one that has them.
          if flag.reason == .homoglyph, !terms[known].isUnmixed(language), term.isUnmixed(language) {
            entry.flagOnce([GlossaryFlag(.homoglyph, terms[known].text)])
            terms[known].text = term.text
          } else {
            entry.flagOnce([flag])
          }
        }
      }
      entry.terms[language] = terms
    }
    if entry.status == .rejected { deprecate(stored) }
    if !wasDecided || entry.terms != stored.terms { entry.kinds = Set(entry.kinds + imported.kinds).sorted() }
    if !wasDecided { entry.status = imported.status == .proposed ? .approved : imported.status }
  }

  /// Of a decided concept only the names that are rejected, unless all are.
  private mutating func rejectNames(_ imported: GlossaryEntry) {
    let wasDecided = entry.status == .approved || entry.status == .edited
    let others = Language.allCases.contains { language in
      imported.terms[language].contains { term in !entry.terms[language].contains { $0.names(term, language) } }
    }
    if wasDecided && others { deprecate(imported) } else { entry.status = .rejected }
  }

  /// Keeps the names of another entry that this one has not as names that are not to be used.
  private mutating func deprecate(_ other: GlossaryEntry) {
    for language in Language.allCases where !entry.terms[language].isEmpty {
      for var term in other.terms[language] where !entry.terms[language].contains(where: { $0.names(term, language) }) {
        term.usage = .deprecated
        entry.terms[language].append(term)
      }
    }
  }

  private mutating func takeRow(_ imported: GlossaryEntry) {
    if imported.status == .rejected {
      entry.status = .rejected
      return
    }
    var differs = false
    for language in Language.allCases {
      let before = entry.terms[language]
      let after = imported.terms[language].map { term in
        var term = term
        // A table need not say what sort of name it is, nor in which forms it is printed.
        if let known = before.first(where: { $0.text == term.text }) {
          if term.form == .term { term.form = known.form }
          if term.printed.isEmpty { term.printed = known.printed }
          if term.usage == nil { term.usage = known.usage }
        }
        return term
      }
      // Tables have acronyms apart from other names, so that their order among each other is lost.
      func said(_ terms: [GlossaryTerm]) -> [String] {
        (terms.filter { $0.form != .acronym } + terms.filter { $0.form == .acronym })
          .map { "\($0.usage?.rawValue ?? "") \($0.text)" }
      }
      if said(before) != said(after) {
        differs = true
        entry.terms[language] = after
      }
    }
    if differs {
      entry.status = .edited
    } else if imported.status != .proposed, entry.status != .edited {
      entry.status = imported.status
    } else if imported.isGiven, entry.status == .proposed {
      entry.status = .approved
    }
  }
}

extension String {
  /// Whether a text is the same but for blanks and line ends, which not every table keeps.
  fileprivate func reads(as other: String?) -> Bool {
    other?.split(whereSeparator: \.isWhitespace) == split(whereSeparator: \.isWhitespace)
  }
}
