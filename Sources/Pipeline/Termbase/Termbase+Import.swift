internal import GRDB
internal import Lingua

extension Termbase {
  /// What became of the entries of an imported glossary.
  public struct Import: Hashable, Sendable {
    /// An entry that was not taken.
    public struct Refusal: Hashable, Sendable {
      /// Why not.
      public enum Reason: Hashable, Sendable {
        /// It has no term in any language.
        case noTerm
        /// An entry before it has the same id.
        case repeatedID
      }
      /// The entry's id.
      public var id: String
      /// Why not.
      public var reason: Reason
    }

    /// How many concepts were not there before.
    public var added = 0
    /// How many were there and say something else now.
    public var changed = 0
    /// How many say what they said.
    public var unchanged = 0
    /// How many had letters of two characters, characters that cannot be seen, or blanks at the wrong places.
    public var respelled = 0
    /// The entries that say `proposed` of what was decided since they were written, and call it otherwise: what was decided stays.
    public var outdated: [String] = []
    /// The entries that were not taken, in their order.
    public var refused: [Refusal] = []
  }

  /// Takes over a user's own list, or the decisions that come back in a glossary that was exported.
  ///
  /// In a glossary of our own an entry whose id is there is a row that was exported: what it says replaces what was there, and counts as
  /// edited where terms differ, whatever its status says, unless that is rejected, or the row says `proposed` of what was decided since.
  /// Any other entry that agrees with a concept in
  /// two languages joins it: its terms are added to those that were decided, and replace those that were only proposed.
  /// The rest is new. An entry of a user's own list (its only kind is `given`) is approved unless it says otherwise.
  /// Terms are spelled in composed letters, without soft hyphens and what else cannot be seen, with single blanks.
  /// Importing the same again changes nothing. All is done in one transaction.
  ///
  /// - Parameters:
  ///   - glossary: the entries; its documents say nothing here.
  ///   - isOwn: whether it was exported by this program, so that ids mean what they meant there.
  ///   - origin: where they come from, such as the file's name; it is noted with each decision.
  ///   - time: when, in seconds since the beginning of 1970.
  /// - Throws: `TermbaseError` when the file cannot be written; nothing is changed then.
  public func `import`(_ glossary: Glossary, isOwn: Bool, origin: String, at time: Int) throws(TermbaseError) -> Import
  {
    try take(glossary, isOwn: isOwn, missing: [], origin: origin, at: time)
  }

  /// Takes over what was read from a file, as `import(_:isOwn:origin:at:)` does; terms of columns that a table has lost stay.
  ///
  /// - Throws: `TermbaseError` when the file cannot be written; nothing is changed then.
  public func `import`(_ reading: GlossaryReading, origin: String, at time: Int) throws(TermbaseError) -> Import {
    try take(reading.glossary, isOwn: reading.isOwn, missing: reading.missing, origin: origin, at: time)
  }

  private func take(
    _ glossary: Glossary, isOwn: Bool, missing: Set<GlossaryColumn>, origin: String, at time: Int
  ) throws(TermbaseError) -> Import {
    try writing { database in
      let rows = TermbaseRows(database: database, path: path)
      let stored = try rows.entries(Set(GlossaryEntry.Status.allCases))
      var index = ConceptIndex(stored, kazakh)
      var taken: Set<String> = []
      // Rows of one table that was exported are concepts of their own, however alike they are.
      let own = isOwn ? Set(glossary.entries.map(\.id)) : []
      var result = Import()
      for untidy in glossary.entries {
        if untidy.isUntidy { result.respelled += 1 }
        let entry = untidy.tidied
        if entry.languages.isEmpty {
          result.refused.append(.init(id: entry.id, reason: .noTerm))
          continue
        }
        let update: TermbaseUpdate
        if isOwn, let known = index.index(ofID: entry.id) {
          let stored = index.entries[known]
          let row = entry.completed(from: stored, missing)
          update = TermbaseUpdate(of: stored, byRow: row)
          // Whoever wrote the row did not know of the decision.
          if row.status == .proposed, stored.status != .proposed, update.entry.terms != stored.terms {
            result.outdated.append(entry.id)
            result.unchanged += 1
            continue
          }
          // Rows of one id that differ contradict each other.
          if !taken.insert(entry.id).inserted, update.isChange {
            result.refused.append(.init(id: entry.id, reason: .repeatedID))
            continue
          }
          if update.isChange { index.replace(known, with: update.entry) }
        } else if let known = index.index(of: entry, where: { !own.contains($0.id) }) {
          update = TermbaseUpdate(of: index.entries[known], byList: entry)
          if update.isChange { index.replace(known, with: update.entry) }
        } else {
          let isFree = index.index(ofID: entry.id) == nil && entry.id.hasPrefix("t-")
          update = TermbaseUpdate(adding: entry, id: isFree ? entry.id : entry.newIdentifier)
          taken.insert(update.entry.id)
          index.add(update.entry)
        }
        if update.isNew {
          result.added += 1
        } else if update.isChange {
          result.changed += 1
        } else {
          result.unchanged += 1
        }
        if update.isChange { try rows.write(update.entry, at: time) }
        if update.isDecision { try rows.decide(update.entry, origin: origin, at: time) }
      }
      return result
    }
  }
}

extension GlossaryEntry {
  /// The row of a table with the terms of columns that the table has lost.
  fileprivate func completed(from stored: GlossaryEntry, _ missing: Set<GlossaryColumn>) -> GlossaryEntry {
    if missing.isEmpty { return self }
    var entry = self
    for language in Language.allCases {
      let acronyms = terms[language].filter { $0.form == .acronym }
      let names = terms[language].filter { $0.form != .acronym }
      let kept = stored.terms[language].filter { $0.form != .acronym }
      // The first is in the column of heads, the rest in that of variants.
      let head = missing.contains(.head(language)) ? kept.prefix(1) : names.prefix(1)
      let others = missing.contains(.head(language)) ? names[...] : names.dropFirst()
      let variants = missing.contains(.variants(language)) ? kept.dropFirst() : others
      entry.terms[language] =
        head + variants
        + (missing.contains(.acronym(language)) ? stored.terms[language].filter { $0.form == .acronym } : acronyms)
    }
    return entry
  }
}
