import Foundation
import Lingua
import Pipeline
import TestSupport
import Testing

/// A glossary that goes out to an editor and comes back: only what the editor changed is a decision.
@Suite struct TermbaseRoundTripTests {
  private let folder: TemporaryFolder
  private let base: Termbase

  init() throws {
    folder = try TemporaryFolder()
    base = try Termbase(path: folder.path + "/own.termbase")
  }

  private func entry(
    _ id: String, _ kk: String, _ ru: String, _ en: String, status: GlossaryEntry.Status = .proposed
  ) -> GlossaryEntry {
    func terms(_ cell: String) -> [GlossaryTerm] {
      cell.split(separator: "|").map { GlossaryTerm(String($0), form: $0.allSatisfy(\.isUppercase) ? .acronym : .term) }
    }
    var entry = GlossaryEntry(
      id: "t-" + id, kinds: [.term], terms: Trilingual(kk: terms(kk), ru: terms(ru), en: terms(en)))
    entry.status = status
    entry.sources = [GlossaryEntry.Source(document: "a.txt", count: 2)]
    return entry
  }

  /// What is made of proposals and then written.
  private func settled(_ entries: [GlossaryEntry]) throws -> [GlossaryEntry] {
    let settlement = try base.settle(Glossary(documents: ["a.txt"], entries: entries), keepsSeen: true)
    try base.note(settlement, at: 1)
    return settlement.glossary.entries
  }

  private func imported(_ entries: [GlossaryEntry], isOwn: Bool = true) throws -> Termbase.Import {
    try base.import(Glossary(entries: entries), isOwn: isOwn, origin: "back.csv", at: 2)
  }

  /// The entries as they come out of a file of a format.
  private func through(_ format: String, _ entries: [GlossaryEntry]) throws -> [GlossaryEntry] {
    let exporter = try #require(GlossaryFormat.named(format))
    let bytes = try exporter.bytes(of: Glossary(entries: entries), options: GlossaryExportOptions())
    return try GlossaryReader().read(bytes, path: "back." + format).glossary.entries
  }

  @Test func proposalsOfOneConceptAreOneRow() throws {
    let proposals = [entry("1", "транзит", "транзит", ""), entry("2", "транзит", "транзита", "transit")]
    for _ in 0..<3 {
      let rows = try settled(proposals)
      #expect(Set(rows.map(\.id)).count == rows.count)
    }
    #expect(try base.decisions().isEmpty)
  }

  @Test(arguments: ["csv", "tsv", "xlsx", "jsonl", "tbx", "tbx3"])
  func aFileThatNobodyTouchedDecidesNothing(format: String) throws {
    var noted = entry("4", "су", "вода", "water", status: .approved)
    noted.note = "first line\nsecond line"
    _ = try imported([noted, entry("5", "тау", "", "hill", status: .edited)])
    let decisions = try base.decisions().count
    _ = try settled([entry("1", "нарық", "рынок", "market"), entry("2", "жер", "земля", "land")])
    // The next documents know more names, and a name for a language that was left empty.
    let rows = try settled([
      entry("1", "нарық|базар", "рынок", "market"), entry("2", "жер", "земля", ""), entry("6", "тау", "гора", "hill"),
      entry("7", "су", "вода", "waters"), entry("8", "ЖІӨ|ішкі өнім", "ВВП", "GDP"),
    ])
    let stored = try base.entries()
    for _ in 0..<2 {
      let result = try imported(try through(format, rows))
      #expect((result.added, result.changed) == (0, 0))
      #expect(result.refused.isEmpty)
    }
    #expect(try base.entries() == stored)
    #expect(try base.decisions().count == decisions)
  }

  @Test func rowsThatAreAlikeStayApart() throws {
    // Into a termbase that has never seen them.
    let rows = [
      entry("1", "нарық", "рынок", "market", status: .approved),
      entry("2", "нарық", "рынок", "bazaar", status: .approved),
      entry("3", "нарық", "рынок", "fair"),
    ]
    #expect(try imported(rows).added == 3)
    let stored = try base.entries()
    #expect(try imported(rows).unchanged == 3)
    #expect(try base.entries() == stored)
    #expect(stored.map { $0.terms.en.map(\.text) } == [["market"], ["bazaar"], ["fair"]])
  }

  @Test func aNameThatWasDeletedStaysDeleted() throws {
    _ = try settled([entry("1", "нарық", "рынок", "market")])
    _ = try imported([entry("1", "", "рынок", "market")])
    for id in ["1", "9"] {
      let row = try #require(try settled([entry(id, "нарық", "рынок", "market")]).first)
      #expect(row.status == .edited)
      #expect(row.terms.kk.isEmpty)
      #expect(row.flags == [GlossaryFlag(.departure, "kk: нарық")])
    }
  }

  @Test(arguments: [
    ("нарық", "базар", "bazaar", true), ("нарық", "рынок", "bazaar", false), ("нарық", "", "", false),
    ("жәрмеңке", "ярмарка", "fair", false), ("нарықтар", "базар", "", true),
  ])
  func whatContradictsADecisionIsFlagged(kk: String, ru: String, en: String, isFlagged: Bool) throws {
    _ = try imported([entry("1", "нарық", "рынок", "market", status: .approved)])
    let made = try settled([entry("2", kk, ru, en)])
    let flag = GlossaryFlag(.departure, "approved: нарық / рынок / market")
    #expect(made.last?.flags.contains(flag) == isFlagged)
    // When it is shown again, too.
    #expect(try settled([entry("2", kk, ru, en)]).last?.flags.contains(flag) == isFlagged)
  }

  @Test func namesAreSpelledInOneWay() throws {
    // A decomposed й, a soft hyphen, a no-break space, a joiner, and Latin а and о.
    let list = [
      entry("1", "су\u{A0}сапасы", "качество  воды", "water quality"),
      entry("2", "жа\u{AD}ңа", "новыи\u{306}", "new\u{200D}"),
      entry("3", "нaрық", "рынoк", "market"), entry("4", "тау", "гора", "hill"),
    ]
    #expect(try imported(list, isOwn: false).respelled == 2)
    let stored = try base.entries()
    #expect(stored.map { $0.terms.kk.map { Array($0.text.utf8) } }[0] == [Array("су сапасы".utf8)])
    #expect(stored.map { $0.terms.ru.map { Array($0.text.utf8) } }[1] == [Array("новый".utf8)])
    #expect(stored.map { $0.terms.en.map { Array($0.text.utf8) } }[1] == [Array("new".utf8)])
    #expect(
      stored[2].flags == [
        GlossaryFlag(.homoglyph, "kk: нaрық with Latin a"), GlossaryFlag(.homoglyph, "ru: рынoк with Latin o"),
      ])
    #expect(stored.filter { !$0.flags.isEmpty }.count == 1)
    // Once they are mended, nothing is to be looked at.
    _ = try imported([entry("3", "нарық", "рынок", "market")])
    #expect(try base.entries([.edited]).map(\.flags) == [[]])
  }

  @Test func aTermbaseThatNothingWasPutIntoIsRemoved() throws {
    let path = folder.path + "/new.termbase"
    try Termbase(path: path).removeIfUnused()
    #expect(!FileManager.default.fileExists(atPath: path))
    let used = try Termbase(path: path)
    _ = try used.import(
      Glossary(entries: [entry("1", "су", "вода", "water")]), isOwn: false, origin: "list", at: 1)
    used.removeIfUnused()
    #expect(FileManager.default.fileExists(atPath: path))
    // Nor is one that was there before.
    try Termbase(path: base.path).removeIfUnused()
    #expect(FileManager.default.fileExists(atPath: base.path))
  }
}
