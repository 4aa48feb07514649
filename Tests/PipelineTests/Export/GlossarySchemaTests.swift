import Foundation
import Lingua
import Pipeline
import Testing

@Suite struct GlossarySchemaTests {
  private static let glossaries = [SampleGlossary.plain, SampleGlossary.nasty]

  private func bytes(_ exporter: any GlossaryExporter, _ glossary: Glossary) throws -> [UInt8] {
    var options = GlossaryExportOptions()
    options.shared.date = ExportDate(secondsSince1970: 1_767_225_599)
    return try exporter.bytes(of: glossary, options: options)
  }

  @Test(.enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"), arguments: glossaries)
  func xmlIsWellFormed(glossary: Glossary) throws {
    let exporters: [any GlossaryExporter] = [GlossaryTBX(.basic2008), GlossaryTBX(.version3), GlossaryTMX()]
    for exporter in exporters { #expect(XMLLint.run("", on: try bytes(exporter, glossary)) == 0, "\(exporter.format)") }
  }

  @Test(
    .enabled(if: XMLLint.isInstalled && XMLLint.schemas != nil, "no schemas beside LINGUA_CORPORA"),
    arguments: glossaries)
  func xmlIsValid(glossary: Glossary) throws {
    let schemas = try #require(XMLLint.schemas)
    let old = try bytes(GlossaryTBX(.basic2008), glossary)
    for dtd in ["TBXBasiccoreStructV02.dtd", "TBXcoreStructV02.dtd"] {
      #expect(XMLLint.run("--dtdvalid '\(schemas)/tbx-v2/\(dtd)'", on: old) == 0)
    }
    for grammar in ["TBXBasicRNGV02.rng", "TBXcoreStructV02.rng"] {
      #expect(XMLLint.run("--relaxng '\(schemas)/tbx-v2/\(grammar)'", on: old) == 0)
    }
    #expect(XMLLint.run("--schema '\(schemas)/omegat/tbx.xsd'", on: old) == 0)
    let new = try bytes(GlossaryTBX(.version3), glossary)
    for grammar in ["TBXcoreStructV03.rng", "TBXcoreStructV03_TBX-Basic_integrated.rng"] {
      #expect(XMLLint.run("--relaxng '\(schemas)/tbx-v3/\(grammar)'", on: new) == 0)
    }
    let memory = try bytes(GlossaryTMX(), glossary)
    #expect(XMLLint.run("--dtdvalid '\(schemas)/tmx/tmx14.dtd'", on: memory) == 0)
    #expect(XMLLint.run("--schema '\(schemas)/omegat/tmx14.xsd'", on: memory) == 0)
  }

  /// The picklists and levels of TBX-Basic, which DTD and core grammar do not check (TBXBasicXCSV02.xcs for 2008, the
  /// Schematron rules of the dialect for 2019).
  @Test(.enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"), arguments: glossaries)
  func termbasesKeepToTheDataCategories(glossary: Glossary) throws {
    for dialect in [GlossaryTBX.Dialect.basic2008, .version3] {
      let bytes = try bytes(GlossaryTBX(dialect), glossary)
      func count(_ path: String) throws -> String { try XMLLint.value("count(\(path))", in: bytes) }
      #expect(try count("//*[local-name()=\"admin\"][@type!=\"source\"]") == "0")
      #expect(try count("//*[local-name()=\"descrip\"][@type!=\"subjectField\" and @type!=\"context\"]") == "0")
      let kinds = "//*[local-name()=\"termNote\"]"
      #expect(try count("\(kinds)[@type!=\"termType\" and @type!=\"administrativeStatus\"]") == "0")
      #expect(try count("\(kinds)[@type=\"termType\" and .!=\"acronym\" and .!=\"fullForm\"]") == "0")
      let usages = ["preferred", "admitted", "deprecated"].map { ".!=\"\($0)Term-admn-sts\"" }.joined(
        separator: " and ")
      #expect(try count("\(kinds)[@type=\"administrativeStatus\" and \(usages)]") == "0")
      // Contexts stand with terms only.
      #expect(
        try count("//*[@type=\"context\"][local-name(../..)!=\"tig\" and local-name(../..)!=\"termSec\"]") == "0")
      let entries = glossary.entries.count { $0.status != .rejected }
      #expect(
        try count("//*[local-name()=\"termEntry\" or local-name()=\"conceptEntry\"]") == "\(entries)")
    }
  }

  @Test func tagsAndPairAreTheCallers() throws {
    var options = GlossaryExportOptions()
    options.shared.tags = Trilingual(kk: "kk", ru: "ru-KZ", en: "en-GB")
    for format in ["tbx", "tbx3", "tmx", "skos"] {
      let exporter = try #require(GlossaryFormat.named(format))
      let text = String(decoding: try exporter.bytes(of: SampleGlossary.plain, options: options), as: UTF8.self)
      #expect(text.contains("ru-KZ") && text.contains("en-GB") && !text.contains("kk-KZ"), "\(format)")
    }
    options.shared.pair = LanguagePair("en-ru")
    let text = String(decoding: try GlossaryTMX().bytes(of: SampleGlossary.plain, options: options), as: UTF8.self)
    #expect(text.contains("srclang=\"en-GB\"") && !text.contains("xml:lang=\"kk\""))
  }

  @Test(arguments: [SampleGlossary.plain, SampleGlossary.nasty, Glossary()])
  func thePageStandsAlone(glossary: Glossary) throws {
    let text = String(decoding: try bytes(GlossaryHTML(), glossary), as: UTF8.self)
    #expect(HTMLTags.fault(in: text) == nil)
    for part in ["http://", "https://", "src=", "url(", "@import", "<img", "fetch("] {
      #expect(!text.contains(part), "\(part)")
    }
    // What the texts have of markup is text: the page's own script, and one block of places for up to a hundred rows.
    let scripts = 1 + (glossary.entries.count + 99) / 100
    #expect(text.components(separatedBy: "</script>").count == scripts + 1)
    #expect(text.components(separatedBy: "role=\"row\" class=\"row entry").count == glossary.entries.count + 1)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func thePageCountsWhatNeedsReview() throws {
    let text = String(decoding: try bytes(GlossaryHTML(), SampleGlossary.plain), as: UTF8.self)
    #expect(text.contains("<div><dt>Entries</dt><dd>3</dd></div>"))
    // The doubtful one; of the others somebody has decided.
    #expect(text.contains("<dt>Need review</dt><dd>1</dd>"))
    #expect(
      text.contains(
        "<p class=\"term\" dir=\"auto\">жер асты сулары</p><p class=\"also\" dir=\"auto\">жерасты сулары</p>"))
    #expect(text.contains("<p class=\"short deprecated\" dir=\"auto\">ОАСИН</p>"))
    #expect(text.contains("[\"Мақалада \",\"Орталық Азия су институтының\",\" деректері талданды.\",\"a/1.txt\"]"))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+7", "'+7"), ("-5 °C", "'-5 °C"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"),
    ("＝1", "'＝1"), ("'=1", "''=1"), ("'а'", "'а'"), ("1=1", "1=1"), ("", ""), ("'", "'"), ("'-", "''-"),
  ])
  func formulasAreGuardedAndComeBack(cell: String, expected: String) throws {
    let entry = GlossaryEntry(
      id: "t-1", kinds: [.given], terms: Trilingual(kk: [GlossaryTerm("а")], ru: [], en: []), domain: cell)
    let bytes = GlossaryCSV().bytes(of: Glossary(entries: [entry]), options: GlossaryExportOptions())
    let text = String(decoding: bytes, as: UTF8.self)
    let written = expected.contains { $0 == "\t" || $0 == "\r" } ? "\"\(expected)\"" : expected
    #expect(text.contains(",\(written),"), "\(text)")
    let domain = try GlossaryReader().read(bytes, path: "a.csv").glossary.entries.first?.domain
    #expect(domain ?? "" == cell)
  }

  @Test func whatASheetCannotHoldIsRefused() throws {
    var glossary = SampleGlossary.plain
    glossary.entries[1].note = String(repeating: "ж", count: 32_768)
    #expect(
      throws: ExportError(
        format: "xlsx", reason: .tooLong(entry: "t-00000000000000bb", column: "note", limit: 32_767))
    ) { try GlossaryWorkbook().bytes(of: glossary, options: GlossaryExportOptions()) }
    glossary.entries[1].note = String(repeating: "ж", count: 32_767)
    #expect(!(try GlossaryWorkbook().bytes(of: glossary, options: GlossaryExportOptions()).isEmpty))
  }
}
