import Foundation
import Lingua
import Pipeline
import TestSupport
import Testing

/// What independent programs find in glossaries. `make clients` brings them; the tests run where python3 has them.
enum GlossaryClient {
  static func has(_ module: String) -> Bool {
    (try? Program.shell("python3 -c 'import \(module)'").status) == 0
  }
  static let hasTranslate = has("translate.storage.tbx")
  static let hasOpenpyxl = has("openpyxl")
  static let hasRDFLib = has("rdflib")

  /// What Tests/Clients/read.py prints of a file.
  static func read(_ format: String, _ bytes: [UInt8]) throws -> [JSONValue] {
    let folder = try TemporaryFolder()
    let path = try folder.write(Data(bytes), to: "glossary." + format)
    let script = Fixtures.packageFolder.appendingPathComponent("Tests/Clients/read.py").path
    let result = try Program.shell("python3 '\(script)' \(format) '\(path)'")
    try #require(result.status == 0, "\(result.errors)")
    return try result.output.split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
  }

  static func texts(_ value: JSONValue?) -> [String] { value?.array?.map { $0.string ?? "" } ?? [] }
}

@Suite struct GlossaryClientTests {
  private func bytes(_ exporter: any GlossaryExporter, _ glossary: Glossary) throws -> [UInt8] {
    try exporter.bytes(of: glossary, options: GlossaryExportOptions())
  }

  /// As a program shows a text that is indented.
  private func shown(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{FFFE}" ? "\u{FFFD}" : $0 })
    ).split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test(
    .enabled(if: GlossaryClient.hasTranslate, "python3 has no translate-toolkit"),
    arguments: [SampleGlossary.plain, SampleGlossary.nasty])
  func translateToolkitReadsTBX(glossary: Glossary) throws {
    let found = try GlossaryClient.read("tbx", try bytes(GlossaryTBX(), glossary))
    let entries = glossary.entries.filter { $0.status != .rejected }
    try #require(found.count == entries.count)
    for (value, entry) in zip(found, entries) {
      for language in Language.allCases {
        let terms = value[language.tag]?.array ?? []
        #expect(terms.map { $0.array?.first?.string ?? "" } == entry.terms[language].map { shown($0.text) })
        #expect(
          terms.map { $0.array?.last?.string } == entry.terms[language].map { $0.usage.map { "\($0)Term-admn-sts" } })
      }
      #expect(value["notes"]?.string?.contains("status: \(entry.status.rawValue)") == true)
    }
  }

  @Test(
    .enabled(if: GlossaryClient.hasTranslate, "python3 has no translate-toolkit"),
    arguments: [SampleGlossary.plain, SampleGlossary.nasty])
  func translateToolkitReadsTMX(glossary: Glossary) throws {
    let found = try GlossaryClient.read("tmx", try bytes(GlossaryTMX(), glossary))
    let pairs = found.map { GlossaryClient.texts($0["kk-ru"]) }
    let expected =
      glossary == SampleGlossary.plain
      ? [
        ["Орталық Азия су институты", "Институт воды Центральной Азии"], ["ОАСИ", "ИВЦА"],
        ["жер асты сулары", "подземные воды"], ["жерасты сулары", "грунтовые воды"],
      ]
      : [
        ["=1+1", shown("строка\nдве\r\nтри\rи\tтабуляция")], ["'=2", "@cmd"],
        ["a | b \\ c", "и\u{306}од и \"кавычки\", запятая; точка"], ["ҚХР", "КНР"], ["ҚХР-1", "КНР-1"],
      ]
    #expect(pairs == expected)
  }

  @Test(.enabled(if: GlossaryClient.hasOpenpyxl, "python3 has no openpyxl"))
  func openpyxlReadsTheWorkbook() throws {
    let found = try GlossaryClient.read("xlsx", try bytes(GlossaryWorkbook(), SampleGlossary.nasty))
    #expect(found.map { $0["sheet"]?.string } == ["glossary", "contexts"])
    let rows = found[0]["rows"]?.array?.map { GlossaryClient.texts($0) } ?? []
    #expect(rows.count == 3 && rows[0].prefix(4) == ["id", "status", "kinds", "kk"])
    // Text and numbers, no formulas; what begins with a sign is there as it was written.
    #expect(GlossaryClient.texts(found[0]["types"]) == ["n", "s"])
    #expect(rows[1][3] == "=1+1" && rows[2][0] == "=HYPERLINK(\"x\")")
    #expect(found[0]["frozen"]?.string == "A2" && found[0]["filter"]?.string == "A1:U3")
    #expect(
      found[0]["lists"]?.array?.first.map { GlossaryClient.texts($0) } == [
        "B2:B3", "\"proposed,approved,rejected,edited\"",
      ])
    #expect(GlossaryClient.texts(found[0]["colours"])[1] == "FFFDEBC3")
    #expect(GlossaryClient.texts(found[0]["colours"])[2] == "")
    #expect(
      found[1]["rows"]?.array?.map { GlossaryClient.texts($0) }.last == [
        "t-1", "en", "тест <&>\"'.txt", "\"</script>", "<b>&amp;", "<!-- \\ ",
      ])
  }

  @Test(.enabled(if: GlossaryClient.hasRDFLib, "python3 has no rdflib"))
  func rdflibReadsConcepts() throws {
    let found = try GlossaryClient.read("skos", try bytes(GlossarySKOS(), SampleGlossary.plain))
    #expect(found.map { $0["id"]?.string } == ["urn:lingua:t-00000000000000aa", "urn:lingua:t-00000000000000bb"])
    func labels(_ name: String, _ entry: Int) -> [[String]] {
      found[entry][name]?.array?.map { GlossaryClient.texts($0) } ?? []
    }
    #expect(
      labels("prefLabel", 0) == [
        ["en-US", "Central Asian Institute for Water"], ["kk-KZ", "Орталық Азия су институты"],
        ["ru-RU", "Институт воды Центральной Азии"],
      ])
    #expect(labels("altLabel", 0) == [["en-US", "CAIW"], ["kk-KZ", "ОАСИ"], ["ru-RU", "ИВЦА"]])
    #expect(labels("hiddenLabel", 0) == [["kk-KZ", "ОАСИН"]])
    #expect(GlossaryClient.texts(found[0]["sources"]) == ["a/1.txt", "b.txt"])
    #expect(GlossaryClient.texts(found[0]["examples"]).count == 2)
    #expect(labels("prefLabel", 1).count == 3 && labels("altLabel", 1).count == 2)
    let nasty = try GlossaryClient.read("skos", try bytes(GlossarySKOS(), SampleGlossary.nasty))
    #expect(nasty.count == 2)
    #expect(nasty.contains { GlossaryClient.texts($0["notation"]) == ["=HYPERLINK(\"x\")"] })
    let texts = nasty.flatMap { $0["altLabel"]?.array ?? [] }.map { GlossaryClient.texts($0)[1] }
    #expect(texts.contains("и\u{306}од и \"кавычки\", запятая; точка") && texts.contains("a | b \\ c"))
  }
}
