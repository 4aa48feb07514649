internal import GRDB
internal import Lingua

extension Termbase {
  /// What a termbase makes of a proposed glossary.
  public struct Settlement: Hashable, Sendable {
    /// What is left of it: decided concepts as they were decided, and what is new.
    public var glossary: Glossary
    /// How many concepts had been decided and are given as they were.
    public var decided = 0
    /// How many proposals had been rejected and are left out.
    public var rejected = 0
    /// How many had been proposed before and nobody has decided.
    public var seen = 0
    /// How many are proposed for the first time.
    public var new: Int { proposals.count }

    /// The concepts of the termbase that documents have, by id.
    var met: [String] = []
    /// What is proposed for the first time.
    var proposals: [GlossaryEntry] = []
    /// What was proposed before and is given as it is now, so that a row that comes back unchanged says what is stored.
    var renewed: [GlossaryEntry] = []
  }

  /// Compares a glossary with what was decided. `note` makes the termbase remember it, once the glossary is where it
  /// belongs: what was proposed to nobody must be proposed again.
  ///
  /// Approved and edited concepts take the place of proposals that name them: the same id, or the same stems in two
  /// languages. They keep the terms that were decided, and no others, and get counts, sources and contexts of the proposals;
  /// where documents call them otherwise, or have a name for a language without one, they get the flag `departure`. So does a
  /// proposal that contradicts a decided concept. A rejected concept is left out where it is called the same in all
  /// languages. What was proposed before and is not decided is left out too, so that a second run gives only what is new.
  ///
  /// - Parameters:
  ///   - proposed: a glossary as it is built from documents.
  ///   - keepsSeen: whether what was proposed before is given as well, with the evidence "termbase".
  /// - Throws: `TermbaseError` when the file cannot be read, or could not be written.
  public func settle(_ proposed: Glossary, keepsSeen: Bool = false) throws(TermbaseError) -> Settlement {
    try writing { database in
      let rows = TermbaseRows(database: database, path: path)
      var index = ConceptIndex(try rows.entries(Set(GlossaryEntry.Status.allCases)), kazakh)
      let stored = index.entries.count
      var twins = ConceptIndex(by: .letters, kazakh)
      var result = Settlement(glossary: Glossary(documents: proposed.documents))
      // The places in the result of concepts that are there, by their places in the index.
      var given: [Int: Int] = [:]
      // What the proposals were called that are one with a decided concept, by its place in the result.
      var absorbed: [Int: Set<String>] = [:]
      for proposal in proposed.entries.map(\.tidied) where !proposal.languages.isEmpty {
        let departures = index.contradicted(by: proposal).map { GlossaryFlag(.departure, "approved: \($0.headline)") }
        if let known = Self.known(proposal, &index) {
          let old = index.entries[known]
          switch old.status {
          case .rejected:
            result.rejected += 1
          case .approved, .edited:
            if let place = given[known] {
              result.glossary.entries[place] = result.glossary.entries[place].joined(by: proposal, &index)
            } else {
              given[known] = result.glossary.entries.count
              result.decided += 1
              result.glossary.entries.append(old.decided(with: proposal, &index))
            }
            absorbed[given[known] ?? 0, default: [old.headline]].insert(proposal.headline)
          case .proposed:
            result.seen += 1
            guard keepsSeen else { break }
            if let place = given[known] {
              result.glossary.entries[place] = result.glossary.entries[place].joined(byTwin: proposal)
            } else {
              given[known] = result.glossary.entries.count
              var entry = proposal
              entry.id = old.id
              entry.note = entry.note ?? old.note
              result.glossary.entries.append(entry)
            }
            result.glossary.entries[given[known] ?? 0].flagOnce(departures)
          }
          result.met.append(old.id)
        } else if let twin = twins.index(of: proposal, inAll: true, where: { _ in true }) {
          // The same but for case or look-alike letters: one concept, which says so.
          let place = given[stored + twin] ?? 0
          let joined = result.glossary.entries[place].joined(byTwin: proposal)
          result.glossary.entries[place] = joined
          result.proposals[twin] = joined
        } else {
          given[stored + twins.entries.count] = result.glossary.entries.count
          twins.add(proposal)
          var entry = proposal
          entry.flagOnce(departures)
          result.proposals.append(entry)
          result.glossary.entries.append(entry)
        }
      }
      for (place, headlines) in absorbed { result.glossary.entries[place].dropContradictions(of: headlines) }
      for (known, place) in given.sorted(by: { $0.key < $1.key })
      where known < stored && index.entries[known].status == .proposed {
        let entry = result.glossary.entries[place]
        result.renewed.append(entry)
        result.glossary.entries[place].evidence.append(
          .init(GlossaryEntry.Evidence.termbase, documents: entry.sources.count))
      }
      return result
    }
  }

  /// Remembers what a glossary proposed, and when its concepts were met.
  ///
  /// - Parameters:
  ///   - settlement: what `settle` made of the glossary.
  ///   - time: when, in seconds since the beginning of 1970.
  /// - Throws: `TermbaseError` when the file cannot be written; nothing is noted then.
  public func note(_ settlement: Settlement, at time: Int) throws(TermbaseError) {
    try writing { database in
      let rows = TermbaseRows(database: database, path: path)
      for id in settlement.met { try rows.see(id, at: time) }
      // What somebody else has noted or decided in the meantime stays.
      for proposal in settlement.proposals where try rows.status(of: proposal.id) == nil {
        try rows.write(proposal, at: time)
      }
      for entry in settlement.renewed where try rows.status(of: entry.id) == .proposed {
        try rows.write(entry, at: time)
      }
    }
  }

  /// The stored concept of a proposal: by its id, or by what it is called. A decision goes before a proposal.
  private static func known(_ proposal: GlossaryEntry, _ index: inout ConceptIndex) -> Int? {
    if let known = index.index(ofID: proposal.id) { return known }
    return index.index(of: proposal) { $0.status == .approved || $0.status == .edited }
      ?? index.index(of: proposal, inAll: true) { $0.status == .rejected }
      ?? index.index(of: proposal) { $0.status == .proposed }
  }
}

extension GlossaryEntry.Evidence {
  /// The name of what a termbase says.
  static let termbase = "termbase"
}
