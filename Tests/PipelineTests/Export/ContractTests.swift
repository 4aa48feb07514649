import Foundation
import Lingua
import Pipeline
import TestSupport
import Testing

@Suite struct ContractTests {
  @Test(arguments: [SampleAnalyses.article, SampleAnalyses.empty])
  func anAnalysisConforms(analysis: DocumentAnalysis) throws {
    let bytes = try JSONExporter().bytes(of: [analysis])
    let value = try JSONValue(parsing: bytes)
    #expect(try JSONSchema(named: "align-text").violations(of: value) == [])
    #expect(value.members?.map(\.name) == ["id", "sections", "sentences", "beads", "keywords", "acronyms"])
  }

  @Test func goldenDocument() throws {
    try Golden.expect(try JSONExporter().bytes(of: [SampleAnalyses.article]), "article.json")
  }

  @Test func everyEvidenceIsInTheSchema() throws {
    let schema = try JSONSchema(named: "align-text")
    for evidence in AcronymEntry.Evidence.allCases {
      var analysis = SampleAnalyses.article
      analysis.acronyms[0].evidence = evidence
      #expect(schema.violations(of: .object(analysis.jsonMembers())) == [])
    }
  }

  @Test(arguments: SampleGlossary.all)
  func entriesOfAGlossaryConform(glossary: Glossary) throws {
    let schema = try JSONSchema(named: "glossary-entry")
    for entry in glossary.entries {
      #expect(schema.violations(of: entry.json) == [])
      #expect(GlossaryEntry(json: entry.json) == entry)
    }
  }

  @Test func errorsAndEditsConform() throws {
    let failure = Record.failure(id: .integer(1), line: 1, RecordError(.missingField, "the field \"text\" is missing"))
    #expect(try JSONSchema(named: "error").violations(of: .object(failure.members)) == [])
    let edit = Edit(rule: EditRule(rawValue: "soft-hyphen"), range: 3..<5, replacement: "")
    let record = JSONValue.object([.init("text", .string("сөз")), .init("edits", .array([edit.json]))])
    #expect(try JSONSchema(named: "normalize").violations(of: record) == [])
  }

  /// Each is a break of the contract that a careless writer could make.
  @Test(
    arguments: [
      ("align-text", #"{"sections":[],"sentences":{"kk":[],"ru":[],"en":[]},"beads":[],"keywords":[]}"#),
      ("align-sentences", #"{"beads":[{"kk":[0],"ru":[0],"score":1}]}"#),
      ("align-sentences", #"{"beads":[{"kk":[0],"ru":[0],"en":[-1],"score":1}]}"#),
      ("align-sentences", #"{"beads":[{"kk":[0],"ru":[0],"en":[0.5],"score":1}]}"#),
      ("align-sentences", #"{"beads":[{"kk":[0],"ru":[0],"en":[],"score":1.5}]}"#),
      ("align-sentences", #"{"beads":[{"kk":[0],"ru":[0],"en":[],"score":null}]}"#),
      ("align-sentences", #"{"beads":[{"kk":[0],"ru":[0],"en":[],"score":1,"more":0}]}"#),
      ("align-sentences", #"{"sentences":{"de":[]},"beads":[]}"#),
      ("normalize", #"{"text":"a","edits":[{"rule":"x","range":[1],"replacement":""}]}"#),
      ("normalize", #"{"text":"a","edits":[{"rule":"x","range":[1,2,3],"replacement":""}]}"#),
      ("normalize", #"{"text":null}"#),
      ("detect", #"{"language":"kk","script":"Cyrl","confidence":"high"}"#),
      ("segment", #"{"sentences":["a"],"ranges":[["0",1]]}"#),
      (
        "glossary-entry",
        #"{"id":"t","kinds":[],"status":"maybe","kk":[],"ru":[],"en":[],"score":1,"count":0,"evidence":[],"flags":[],"#
          + #""sources":[],"contexts":{"kk":[],"ru":[],"en":[]}}"#
      ),
      ("error", #"{"error":{"code":"failed","message":"m"}}"#),
      ("error", #"{"id":1,"error":{"code":"oops","message":"m"}}"#),
      ("error", #"{"id":1,"error":{"code":"failed","message":""}}"#),
      ("error", #"[]"#),
    ] as [(String, String)])
  func breaksAreFound(schema: String, record: String) throws {
    #expect(try JSONSchema(named: schema).violations(of: JSONValue(parsing: record.utf8)).count == 1)
  }

  /// Every example in docs/formats.md names its schema in a comment before it.
  @Test func examplesInTheDocumentationConform() throws {
    let url = Fixtures.packageFolder.appendingPathComponent("docs/formats.md")
    var schema: String?
    var isExample = false
    var checked: Set<String> = []
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("<!-- schema: ") {
        schema = String(line.dropFirst(13).prefix { $0 != " " })
      } else if line.hasPrefix("```") {
        isExample = schema != nil && !isExample
        if !isExample { schema = nil }
      } else if isExample, let schema {
        let value = try JSONValue(parsing: line.utf8)
        #expect(try JSONSchema(named: schema).violations(of: value) == [], "\(line)")
        checked.insert(schema)
      }
    }
    let folder = Fixtures.packageFolder.appendingPathComponent("docs/schema").path
    let all = try FileManager.default.contentsOfDirectory(atPath: folder).map { String($0.dropLast(5)) }
    #expect(checked == Set(all), "a schema without an example, or an example without a schema")
  }
}

@Suite struct JSONSchemaTests {
  private static let cases: [(String, String, Int)] = [
    (##"{"type":"string"}"##, ##""a""##, 0), (##"{"type":"string"}"##, "1", 1),
    (##"{"type":["string","null"]}"##, "null", 0), (##"{"type":"integer"}"##, "1.5", 1),
    (##"{"type":"integer"}"##, "2.0", 0),
    (##"{"enum":["a",1]}"##, "1", 0), (##"{"enum":["a",1]}"##, "2", 1), (##"{"const":null}"##, "0", 1),
    (##"{"minimum":0,"maximum":1}"##, "-1", 1), (##"{"minimum":0,"maximum":1}"##, "2", 1),
    (##"{"minimum":0}"##, "0", 0),
    (##"{"required":["a","b"]}"##, "{}", 2), (##"{"properties":{"a":{"type":"null"}}}"##, ##"{"a":1,"b":1}"##, 1),
    (##"{"properties":{"a":true},"additionalProperties":false}"##, ##"{"a":1,"b":1}"##, 1),
    (##"{"additionalProperties":{"type":"null"}}"##, ##"{"a":1,"b":null}"##, 1),
    (##"{"prefixItems":[{"type":"null"}],"items":{"type":"string"}}"##, ##"[null,"a",1]"##, 1),
    (##"{"items":{"minItems":1,"maxItems":2}}"##, "[[],[1],[1,2,3]]", 2), (##"{"minLength":2}"##, ##""ә""##, 1),
    (##"{"anyOf":[{"type":"null"},{"minimum":3}]}"##, "4", 0), (##"{"oneOf":[{"minimum":1},{"minimum":3}]}"##, "4", 1),
    (##"{"$defs":{"a":{"type":"null"}},"items":{"$ref":"#/$defs/a"}}"##, "[1,null]", 1),
    (##"{"$ref":"#/$defs/missing"}"##, "1", 1), (##"{"pattern":"a"}"##, "1", 1), ("false", "1", 1), ("true", "1", 0),
  ]

  @Test(arguments: cases)
  func checks(schema: String, value: String, faults: Int) throws {
    #expect(try JSONSchema(schema).violations(of: JSONValue(parsing: value.utf8)).count == faults)
  }
}
