import Foundation
import Lingua
import TestSupport
import Testing

@testable import Pipeline

/// Glossaries of users: tables, termbases and memories that other programs wrote.
@Suite struct GlossaryReaderTests {
  /// A case: what a file holds, and its entries as "kk / ru / en", terms of a language with commas between, each with its
  /// form and usage where they are not usual: "ЕАЭО:acronym".
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    var label: String
    var text: String
    var languages: [String]?
    var format: String
    var entries: [String]
    var notes: [String]?
    var statuses: [String]?
    var warnings: [String]?

    var testDescription: String { label }
  }

  static func cases(_ name: String) throws -> [Case] { try Fixtures.cases(name) }

  private static func shown(_ entry: GlossaryEntry) -> String {
    Language.allCases.map { language in
      entry.terms[language].map { term in
        term.text + (term.form == .term ? "" : ":\(term.form)") + (term.usage.map { ":\($0)" } ?? "")
      }.joined(separator: ", ")
    }.joined(separator: " / ")
  }

  /// The name of a warning and what it counts.
  private static func shown(_ warning: GlossaryReadWarning) -> String {
    func counts(_ list: [GlossaryReadWarning.Count]) -> String {
      list.map { "\($0.name)=\($0.count)" }.joined(separator: " ")
    }
    func places(_ places: GlossaryReadWarning.Places) -> String {
      "\(places.count) at \(places.first.map(String.init).joined(separator: " "))"
    }
    return switch warning {
    case .malformed(let encoding, let errors): "malformed \(encoding.name) \(errors.count)"
    case .shortRows(let list): "shortRows \(places(list))"
    case .longRows(let list): "longRows \(places(list))"
    case .comments(let list): "comments \(places(list))"
    case .withoutTerms(let list): "withoutTerms \(places(list))"
    case .oneLanguage(let list): "oneLanguage \(places(list))"
    case .sentences(let list): "sentences \(places(list))"
    case .duplicates(let list): "duplicates \(places(list))"
    case .repeatedIDs(let list): "repeatedIDs \(list.map { "\($0.id) \($0.first) \($0.line)" }.joined(separator: ", "))"
    case .cutRows(let list): "cutRows \(places(list))"
    case .missingColumns(let names): "missingColumns \(names.joined(separator: " "))"
    case .lostLetters(let list): "lostLetters \(places(list))"
    case .beforeHeader(let list): "beforeHeader \(places(list))"
    case .unknownStatus(let list):
      "unknownStatus " + list.map { "\($0.name) \(places($0.places))" }.joined(separator: ", ")
    case .otherLanguages(let list): "otherLanguages \(counts(list))"
    case .ignoredColumns(let names): "ignoredColumns \(names.joined(separator: " "))"
    case .ignoredFields(let list): "ignoredFields \(counts(list))"
    case .otherSheets(let names): "otherSheets \(names.joined(separator: " "))"
    }
  }

  @Test(arguments: try cases("synthetic/glossary-tables.json") + cases("synthetic/glossary-xml.json"))
  func reads(_ one: Case) throws {
    let reader = try GlossaryReader(languages: (one.languages ?? []).compactMap(Language.init(rawValue:)))
    let reading = try reader.read(Array(one.text.utf8), path: "user")
    #expect(reading.format.rawValue == one.format)
    #expect(reading.glossary.entries.map(Self.shown) == one.entries)
    #expect(reading.warnings.map(Self.shown) == one.warnings ?? [])
    if let statuses = one.statuses { #expect(reading.glossary.entries.map(\.status.rawValue) == statuses) }
    if let notes = one.notes { #expect(reading.glossary.entries.map { $0.note ?? "" } == notes) }
    #expect(!reading.isOwn)
    for entry in reading.glossary.entries {
      // A status that there is not makes a proposal of a row, which no import approves.
      #expect(entry.kinds == (entry.status == .proposed ? [.term] : [.given]))
      #expect(entry.score == 1 && entry.sources.isEmpty && !entry.id.isEmpty)
    }
    #expect(Set(reading.glossary.entries.map(\.id)).count == reading.glossary.entries.count)
  }

  struct Fault: Decodable, Sendable, CustomTestStringConvertible {
    var label: String
    var text: String
    var languages: [String]?
    var line: Int?
    var column: Int?
    var reason: String

    var testDescription: String { label }
  }

  static let faults = Result { try Fixtures.cases("negative/glossaries.json", of: Fault.self) }

  @Test(arguments: try faults.get())
  func refuses(_ fault: Fault) throws {
    let reader = try GlossaryReader(languages: (fault.languages ?? []).compactMap(Language.init(rawValue:)))
    let error = #expect(throws: GlossaryReadError.self) { try reader.read(Array(fault.text.utf8), path: "user") }
    #expect(error?.line == fault.line, "\(error.debugDescription)")
    // Where in a line XML is wrong is the parser's opinion.
    if let column = fault.column { #expect(error?.column == column, "\(error.debugDescription)") }
    #expect(error.map { "\($0.reason)" }?.hasPrefix(fault.reason) == true, "\(error.debugDescription)")
  }

  private static let table =
    "қазақша;русский;English\r\nсу сапасы;качество воды;water quality\r\nғылым;наука;science\r\n"
    + "үкімет;правительство;government\r\nөңір;регион;region\r\n"

  @Test(arguments: ["UTF-8", "UTF-16LE", "UTF-16BE", "KZ-1048"], [true, false])
  func findsTheEncoding(name: String, mark: Bool) throws {
    let bytes: [UInt8]
    switch name {
    case "UTF-8": bytes = (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(Self.table.utf8)
    case "UTF-16LE":
      bytes = (mark ? [0xFF, 0xFE] : []) + Self.table.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "UTF-16BE":
      bytes = (mark ? [0xFE, 0xFF] : []) + Self.table.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    default:
      let page = try CodePage(.kz1048).scalars.map { Unicode.Scalar($0) }
      bytes = Self.table.unicodeScalars.filter { $0 != "\r" }.map { scalar in
        UInt8(page.firstIndex(of: scalar) ?? 0x3F)
      }
    }
    let reading = try GlossaryReader().read(bytes, path: "a.csv")
    #expect(
      reading.glossary.entries.map(Self.shown) == [
        "су сапасы / качество воды / water quality", "ғылым / наука / science", "үкімет / правительство / government",
        "өңір / регион / region",
      ])
    #expect(reading.format == .csv && reading.warnings.isEmpty)
  }

  @Test func readsWindows1251() throws {
    let text = "Русский;Английский;Примечание\nкачество воды;water quality;проверено\nнаука;science;\n"
    let page = try CodePage(.windows1251).scalars.map { Unicode.Scalar($0) }
    let bytes = text.unicodeScalars.map { scalar in UInt8(page.firstIndex(of: scalar) ?? 0x3F) }
    let reading = try GlossaryReader().read(bytes, path: "a.csv")
    #expect(reading.glossary.entries.map(Self.shown) == [" / качество воды / water quality", " / наука / science"])
    #expect(reading.glossary.entries[0].note == "проверено")
    // XML says itself what it is in.
    let xml =
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?><tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"ru\">"
      + "<seg>вода</seg></tuv><tuv xml:lang=\"en\"><seg>water</seg></tuv></tu></body></tmx>"
    let memory = xml.unicodeScalars.map { scalar in UInt8(page.firstIndex(of: scalar) ?? 0x3F) }
    #expect(
      try GlossaryReader().read(memory, path: "a.tmx").glossary.entries.map(Self.shown) == [" / вода / water"])
  }

  /// Decisions that an editor typed into the table come back, in whatever spelling a spreadsheet saved it.
  @Test(arguments: [",", ";"], ["\r\n", "\n"])
  func editsComeBack(separator: String, end: String) throws {
    let rows = [
      ["ru", "kk", "id", "status", "kinds", "score", "remark", "kk_variants", "ru_acronym"],
      [
        "подземные воды", "жерасты суы", "t-b", "Approved", "keyword", "\"0,41\"", "ok",
        "жер асты суы | {admitted} суы", "",
      ],
      ["", "", "t-c", "rejected", "term", "0.2", "", "су", ""],
      ["вода", "су", "", "", "", "", "", "", "В"],
      ["x", "y", "t-d", "maybe", "term", "1", "", "", ""],
    ]
    let text = rows.map { $0.joined(separator: separator) + end }.joined()
    let reading = try GlossaryReader().read(Array(text.utf8), path: "a.csv")
    #expect(reading.isOwn)
    #expect(
      reading.glossary.entries.map(Self.shown) == [
        "жерасты суы, жер асты суы, суы:admitted / подземные воды / ", "су /  / ",
        "су:fullForm / вода:fullForm, В:acronym / ", "y / x / ",
      ])
    #expect(reading.glossary.entries.map(\.status) == [.approved, .rejected, .approved, .proposed])
    #expect(reading.glossary.entries.map(\.score) == [0.41, 0.2, 1, 1])
    #expect(reading.glossary.entries[2].kinds == [.given] && reading.glossary.entries[2].id.hasPrefix("t-"))
    #expect(
      reading.warnings.map(Self.shown) == [
        "missingColumns kk_acronym ru_variants en en_acronym en_variants", "ignoredColumns remark",
        "unknownStatus maybe 1 at 5",
      ])
  }

  @Test(arguments: [
    ("Kazakh term", "kk"), ("Термин на русском языке", "ru"), ("Ағылшын тіліндегі атауы", "en"), ("kk-KZ", "kk"),
    ("Қазақша (кирилл)", "kk"), ("Сокращение (рус.)", "ru"), ("Glossary of water terms in Kazakh", nil),
    (" Russian and English", nil), ("русско-казахский", nil), ("орыс қонағы", nil),
  ])
  func aHeadingIsKnownAsAWhole(heading: String, language: String?) throws {
    let role = try ColumnWords(lexicons: .embedded).meaning(of: heading)
    if case .terms(let found, _)? = role { #expect(found.rawValue == language) } else { #expect(language == nil) }
  }

  @Test(arguments: ["id\tstatus\tkinds\tkk\tru\ten\n", "id,status,kinds,kk,ru,en\n"])
  func anIDThatComesTwiceIsNamed(header: String) throws {
    let separator = header.contains("\t") ? "\t" : ","
    let rows = [
      ["t-1", "approved", "term", "су", "вода", "water"], ["t-2", "", "term", "тау", "гора", ""],
      ["t-1", "approved", "term", "су", "вода", "aqua"], ["t-2", "", "term", "тау", "гора", ""],
      ["t-2", "rejected", "term", "тау", "гора", ""],
    ]
    let text = header + rows.map { $0.joined(separator: separator) + "\n" }.joined()
    let reading = try GlossaryReader().read(Array(text.utf8), path: "a")
    #expect(reading.glossary.entries.map(\.id) == ["t-1", "t-2"])
    #expect(reading.glossary.entries[0].terms.en.map(\.text) == ["water"])
    #expect(reading.warnings.map(Self.shown).suffix(2) == ["duplicates 1 at 5", "repeatedIDs t-1 2 4, t-2 3 6"])
    #expect(reading.leftOut == 2)
  }

  @Test func entriesThatSayNoStatusAreKnown() throws {
    let text = "kk,ru,статус\nсу,вода,\nтау,гора,утверждено\nжел,ветер,ҚАБЫЛДАНБАДЫ\n"
    var reading = try GlossaryReader().read(Array(text.utf8), path: "a")
    #expect(reading.glossary.entries.map(\.status) == [.approved, .approved, .rejected])
    #expect(reading.unmarked == [reading.glossary.entries[0].id])
    reading.proposeUnmarked()
    #expect(reading.glossary.entries.map(\.status) == [.proposed, .approved, .rejected])
    #expect(reading.glossary.entries.map(\.kinds) == [[.term], [.given], [.given]])
  }

  @Test(arguments: [
    ("a.ttl", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n", "writtenOnly"),
    ("a", "<urn:lingua:t-1> a <http://www.w3.org/2004/02/skos/core#Concept> .\n", "writtenOnly"),
    ("a.jsonl", "nonsense\n", "json"), ("a.json", "[\n{\"id\":\"t\"}]", "json"), ("a.csv", " \n\r\n", "empty"),
    ("a.tsv", "base\tоснова\n", "noHeader"), ("a.tsv", "су\tвода\nказахский\tEnglish\n", "noHeader"),
    ("a.csv", "source,target\nвода,су\n", "sides"),
    ("a", "<tbx xmlns=\"urn:foo\" type=\"TBX-Core\"><text/></tbx>", "dialect"),
    ("a", "<x:tbx xmlns:x=\"urn:foo\"><x:text/></x:tbx>", "dialect"),
  ])
  func whatAFileIsDecidesWhatIsSaid(path: String, text: String, reason: String) throws {
    let error = #expect(throws: GlossaryReadError.self) { try GlossaryReader().read(Array(text.utf8), path: path) }
    #expect(error.map { "\($0.reason)" }?.hasPrefix(reason) == true, "\(error.debugDescription)")
  }

  @Test func manyRowsAreLinear() throws {
    // A text whose every prefix is looked at again would not end within the life of a test.
    let rows = (0..<50_000).map { "су \($0)\tвода \($0)\twater \($0)" }
    let reading = try GlossaryReader().read(Array(("kk\tru\ten\n" + rows.joined(separator: "\n")).utf8), path: "a")
    #expect(reading.glossary.entries.count == 50_000)
  }
}
