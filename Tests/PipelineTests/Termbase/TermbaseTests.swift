import Foundation
import Lingua
import Pipeline
import TestSupport
import Testing

/// What decisions do to glossaries.
@Suite struct TermbaseTests {
  private let folder: TemporaryFolder
  private let base: Termbase

  init() throws {
    folder = try TemporaryFolder()
    base = try Termbase(path: folder.path + "/own.termbase")
  }

  /// An entry; names are parted by "|", acronyms begin with "*", deprecated names with "-".
  private func entry(
    _ id: String, _ kk: String, _ ru: String, _ en: String, kinds: [GlossaryEntry.Kind] = [.term],
    status: GlossaryEntry.Status = .proposed, sources: [String] = []
  ) -> GlossaryEntry {
    func terms(_ cell: String) -> [GlossaryTerm] {
      cell.split(separator: "|").map { name in
        GlossaryTerm(
          String(name.drop { "*-".contains($0) }), form: name.hasPrefix("*") ? .acronym : .term,
          usage: name.hasPrefix("-") ? .deprecated : nil)
      }
    }
    var entry = GlossaryEntry(
      id: "t-" + id, kinds: kinds, terms: Trilingual(kk: terms(kk), ru: terms(ru), en: terms(en)))
    entry.status = status
    entry.sources = sources.map { GlossaryEntry.Source(document: $0, count: 1) }
    return entry
  }

  private func given(_ id: String, _ kk: String, _ ru: String, _ en: String) -> GlossaryEntry {
    entry(id, kk, ru, en, kinds: [.given])
  }

  private func imported(_ entries: [GlossaryEntry], isOwn: Bool = false) throws -> Termbase.Import {
    try base.import(Glossary(entries: entries), isOwn: isOwn, origin: "list.tsv", at: 1)
  }

  private func names(_ entry: GlossaryEntry?) -> [[String]] {
    Language.allCases.map { entry?.terms[$0].map(\.text) ?? [] }
  }

  @Test func approvesAListOnce() throws {
    let list = [given("1", "нарық", "рынок", "market"), given("2", "*ЕАЭО", "*ЕАЭС", "*EAEU"), given("3", "", "", "")]
    let first = try imported(list)
    #expect((first.added, first.changed, first.unchanged) == (2, 0, 0))
    #expect(first.refused.map(\.id) == ["t-3"])
    #expect(first.refused.map(\.reason) == [.noTerm])
    let stored = try base.entries()
    let second = try imported(list)
    #expect((second.added, second.changed, second.unchanged) == (0, 0, 2))
    #expect(try base.entries() == stored)
    #expect(try base.decisions().map(\.concept) == ["t-1", "t-2"])
    #expect(stored.allSatisfy { $0.status == .approved })
  }

  @Test func unitesNamesOfOneConcept() throws {
    let list = [
      given("1", "еңбек нарығы", "рынок труда", "labour market"),
      given("2", "еңбек нарығы", "рынка труда", "labor market"),
      given("3", "еңбек нарығы", "рынок труда", "LABOUR MARKET"),
    ]
    let first = try imported(list)
    #expect((first.added, first.changed) == (1, 2))
    let entry = try #require(try base.entries().first)
    #expect(names(entry) == [["еңбек нарығы"], ["рынок труда", "рынка труда"], ["labour market", "labor market"]])
    #expect(entry.flags == [GlossaryFlag(.letterCase, "LABOUR MARKET")])
    #expect(try imported(list).unchanged == 3)
  }

  @Test func keepsHomonymsApart() throws {
    _ = try imported([
      given("1", "*АҚ|акционерлік қоғам", "*АО|акционерное общество", "*JSC|joint-stock company"),
      given("2", "*АҚ|ақпараттық қауіпсіздік", "*ИБ|информационная безопасность", "*IS|information security"),
      given("3", "*ҚҚС", "*НДС|налог на добавленную стоимость", "*VAT"),
      given("4", "*КДК", "*НДС|напряжённо-деформированное состояние", "*SSS"),
    ])
    #expect(try base.entries().count == 4)
  }

  @Test func takesLookAlikeLettersForSlips() throws {
    // Latin A and E in the second list.
    _ = try imported([given("1", "*ЕАЭО", "*ЕАЭС", "")])
    let second = try imported([given("2", "*EАЭО", "*EAЭС", "")])
    #expect((second.added, second.changed) == (0, 1))
    let entry = try #require(try base.entries().first)
    #expect(names(entry) == [["ЕАЭО"], ["ЕАЭС"], []])
    #expect(entry.flags == [GlossaryFlag(.homoglyph, "EАЭО"), GlossaryFlag(.homoglyph, "EAЭС")])
    // The other way round the clean form takes the place.
    _ = try imported([given("3", "нaрық", "рынoк", "market")])
    _ = try imported([given("4", "нарық", "рынок", "market")])
    let market = try #require(try base.entries().first { $0.terms[.en].first?.text == "market" })
    #expect(names(market) == [["нарық"], ["рынок"], ["market"]])
  }

  @Test func givesEntriesOfOthersIdsOfTheirOwn() throws {
    var a = given("", "нарық", "рынок", "market")
    var b = given("", "су", "вода", "water")
    a.id = "c1"
    b.id = "c1"
    #expect(try imported([a]).added == 1)
    #expect(try imported([b]).added == 1)
    #expect(try imported([a, b]).unchanged == 2)
    #expect(try base.entries().allSatisfy { $0.id.hasPrefix("t-") })
  }

  @Test func followsARow() throws {
    let proposed = [
      entry("1", "нарық", "рынок", "market"), entry("2", "су", "вода", "wather"), entry("3", "тау", "гора", "hill"),
      entry("4", "жел", "ветер", "wind"),
    ]
    _ = try settled(Glossary(entries: proposed), at: 1)
    var rows = proposed
    rows[0].status = .approved
    rows[1].terms[.en] = [GlossaryTerm("water")]
    rows[2].status = .rejected
    let first = try imported(rows, isOwn: true)
    #expect((first.changed, first.unchanged) == (3, 1))
    #expect(try base.entries().map(\.status) == [.approved, .edited, .rejected, .proposed])
    #expect(names(try base.entries([.edited]).first) == [["су"], ["вода"], ["water"]])
    #expect(try imported(rows, isOwn: true).unchanged == 4)
    // A change of mind is noted, and the rows of one id contradict each other.
    var again = rows[0]
    again.status = .rejected
    let second = try imported([again, rows[0]], isOwn: true)
    #expect((second.changed, second.unchanged) == (1, 0))
    #expect(second.refused.map(\.reason) == [.repeatedID])
    #expect(try base.decisions().filter { $0.concept == "t-1" }.map(\.status) == [.approved, .rejected])
  }

  /// What is made of a glossary that is then written.
  private func settled(
    _ glossary: Glossary, at time: Int, keepsSeen: Bool = false
  ) throws -> Termbase.Settlement {
    let settlement = try base.settle(glossary, keepsSeen: keepsSeen)
    try base.note(settlement, at: time)
    return settlement
  }

  @Test func proposesAgainWhatWasNotWritten() throws {
    let proposed = Glossary(documents: ["a"], entries: [entry("1", "нарық", "рынок", "market")])
    let lost = try base.settle(proposed)
    #expect(try base.entries().isEmpty)
    let next = try settled(proposed, at: 2)
    #expect(next.glossary == lost.glossary)
    // A decision that was taken in the meantime stays.
    var decided = proposed.entries
    decided[0].status = .approved
    _ = try imported(decided, isOwn: true)
    try base.note(lost, at: 3)
    #expect(try base.entries().map(\.status) == [.approved])
  }

  @Test func proposesOnlyWhatIsNew() throws {
    let old = [entry("1", "нарық", "рынок", "market"), entry("2", "су", "вода", "water")]
    let first = try settled(Glossary(documents: ["a"], entries: old), at: 10)
    #expect((first.new, first.seen) == (2, 0))
    #expect(first.glossary.entries == old)
    let second = try settled(Glossary(documents: ["a"], entries: old + [entry("3", "тау", "гора", "hill")]), at: 20)
    #expect((second.new, second.seen) == (1, 2))
    #expect(second.glossary.entries.map(\.id) == ["t-3"])
    // Under another id, inflected.
    let third = try settled(
      Glossary(entries: [entry("9", "нарықтар", "рынка", "market")]), at: 30, keepsSeen: true)
    #expect(third.glossary.entries.map(\.id) == ["t-1"])
    #expect(third.glossary.entries.first?.evidence.map(\.name) == ["termbase"])
  }

  @Test func putsDecisionsInThePlaceOfProposals() throws {
    _ = try imported([
      given("1", "*ЕАЭО|Еуразиялық экономикалық одақ", "*ЕАЭС", "*EAEU"), given("2", "су", "вода|-водица", "water"),
    ])
    let proposals = [
      entry("8", "*ЕЭО", "*ЕАЭС", "*EAEU", kinds: [.acronym], sources: ["a"]),
      entry("9", "*ЕАЭО", "*ЕАЭС", "*EEU", kinds: [.acronym], sources: ["b"]),
      entry("7", "су", "водица", "water", sources: ["a"]),
    ]
    let result = try settled(Glossary(documents: ["a", "b"], entries: proposals), at: 10)
    #expect((result.decided, result.new) == (2, 0))
    #expect(result.glossary.entries.map(\.id) == ["t-1", "t-2"])
    let union = try #require(result.glossary.entries.first)
    #expect(names(union) == [["ЕАЭО", "Еуразиялық экономикалық одақ"], ["ЕАЭС"], ["EAEU"]])
    #expect(union.status == .approved)
    #expect(union.kinds == [.acronym, .given])
    #expect(union.flags == [GlossaryFlag(.departure, "kk: ЕЭО"), GlossaryFlag(.departure, "en: EEU")])
    #expect(union.sources.map(\.document) == ["a", "b"])
    #expect(result.glossary.entries.last?.flags == [GlossaryFlag(.departure, "ru: водица")])
  }

  @Test func doesNotFlagADecisionAgainstItself() throws {
    var old = entry(
      "1", "географиялық ақпараттық жүйе|*ГАЖ", "географическая информационная система|*ГИС",
      "geographic information system|*GIS")
    let stranger = GlossaryFlag(.homonym, "гендік ақпарат жинағы / генный информационный свод")
    old.flags = [
      GlossaryFlag(
        .doubt, "the lexicon expands kk ГАЖ as геоақпараттық жүйе; the lexicon expands ru ГИС as горная система"),
      GlossaryFlag(.homonym, "геоақпараттық жүйе / геоинформационная система / GIS"), stranger,
    ]
    var new = entry("2", "геоақпараттық жүйе|*ГАЖ", "геоинформационная система|*ГИС", "*GIS")
    new.flags = [
      GlossaryFlag(
        .homonym, "географиялық ақпараттық жүйе / географическая информационная система / geographic information system"
      )
    ]
    _ = try settled(Glossary(entries: [old]), at: 1)
    var row = old
    row.terms[.kk][0] = GlossaryTerm("геоақпараттық жүйе")
    row.terms[.ru][0] = GlossaryTerm("геоинформационная система")
    row.status = .edited
    _ = try imported([row], isOwn: true)
    let result = try settled(Glossary(entries: [old, new]), at: 2)
    #expect(result.glossary.entries.map(\.id) == ["t-1"])
    #expect(
      result.glossary.entries.first?.flags == [
        GlossaryFlag(.doubt, "the lexicon expands ru ГИС as горная система"), stranger,
        GlossaryFlag(.departure, "kk: географиялық ақпараттық жүйе"),
        GlossaryFlag(.departure, "ru: географическая информационная система"),
      ])
  }

  @Test(arguments: [
    ("еңбек нарығы|*ЕН", "рынок труда|*РТ", "labour market", "en: LM"),
    ("*ЕН", "рынок труда|*РТ", "labour market|*LM", "kk: еңбек нарығы"),
  ])
  func flagsWhatAnEditorDeleted(kk: String, ru: String, en: String, flag: String) throws {
    let proposal = entry("1", "еңбек нарығы|*ЕН", "рынок труда|*РТ", "labour market|*LM")
    _ = try settled(Glossary(entries: [proposal]), at: 1)
    _ = try imported([entry("1", kk, ru, en, status: .edited)], isOwn: true)
    let edited = try #require(try settled(Glossary(entries: [proposal]), at: 2).glossary.entries.first)
    #expect(names(edited) == names(entry("1", kk, ru, en)))
    #expect(edited.flags == [GlossaryFlag(.departure, flag)])
  }

  @Test func leavesOutWhatWasRejected() throws {
    var wrong = entry("1", "нарық", "рынок", "bazaar")
    _ = try settled(Glossary(entries: [wrong]), at: 1)
    wrong.status = .rejected
    _ = try imported([wrong], isOwn: true)
    wrong.status = .proposed
    wrong.id = "t-5"
    // The same but for the language that was wrong is proposed.
    let right = entry("6", "нарық", "рынок", "market")
    let result = try settled(Glossary(entries: [wrong, right]), at: 2)
    #expect((result.rejected, result.new) == (1, 1))
    #expect(result.glossary.entries.map(\.id) == ["t-6"])
  }

  @Test func unitesProposalsThatLookTheSame() throws {
    let proposals = [
      entry("1", "*ШОБ", "*МСБ", "*SME", kinds: [.acronym], sources: ["a"]),
      entry("2", "*шоб", "*MCБ", "*SME", kinds: [.acronym], sources: ["b"]),
    ]
    let result = try settled(Glossary(entries: proposals), at: 1)
    #expect(result.new == 1)
    let entry = try #require(result.glossary.entries.first)
    #expect(names(entry) == [["ШОБ"], ["МСБ"], ["SME"]])
    #expect(entry.flags == [GlossaryFlag(.letterCase, "шоб"), GlossaryFlag(.homoglyph, "MCБ")])
    #expect(entry.sources.map(\.document) == ["a", "b"])
  }

  @Test func bringsEverythingBack() throws {
    var full = entry("1", "*ЕАЭО", "рынок|-базар", "market", kinds: [.acronym, .term], sources: ["a", "b"])
    full.terms[.ru][0].printed = [.init("рынка", count: 3), .init("Рынок", count: 1)]
    full.contexts[.en] = [GlossaryContext(document: "a", range: 5..<11, left: "the ", term: "market", right: ".")]
    full.evidence = [.init("keyword list", documents: 2)]
    full.flags = [GlossaryFlag(.missing), GlossaryFlag(.variants, "x")]
    full.score = 0.5
    full.domain = "economics"
    full.note = "look \"here\"\n"
    _ = try settled(Glossary(entries: [full]), at: 1)
    #expect(try base.entries() == [full])
  }
}
