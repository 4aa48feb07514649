import Lingua
import Pipeline
import TestSupport
import Testing

@Suite struct PartialGlossaryTests {
  static let builder = Result { try GlossaryBuilder() }

  private func partial(keepsLines: Bool = true) throws -> PartialGlossary {
    PartialGlossary(builder: try Self.builder.get(), keepsLines: keepsLines)
  }

  private func united(_ files: [[UInt8]]) throws -> [UInt8] {
    var partial = try partial()
    for file in files { try partial.add(file: file) }
    return partial.bytes()
  }

  /// Partial glossaries of some documents each.
  private func parts() throws -> [[UInt8]] {
    let names = [["10", "2"], ["a/1"], ["a/10", "a/2", "2"]]
    return try names.map { names in
      var partial = try partial()
      for name in names {
        var analysis = SampleAnalyses.article
        analysis.name = name
        partial.add(analysis)
      }
      return partial.bytes()
    }
  }

  @Test func unitingIsAssociativeAndHasNoOrder() throws {
    let (a, b, c) = (try parts()[0], try parts()[1], try parts()[2])
    let all = try united([a, b, c])
    #expect(try united([united([a, b]), c]) == all)
    #expect(try united([a, united([b, c])]) == all)
    #expect(try united([c, a, b, a]) == all)
    let names = try all.split(separator: 0x0A).map { try JSONValue(parsing: Array($0))["id"]?.string }
    #expect(names == ["2", "10", "a/1", "a/2", "a/10"])
  }

  @Test func versionsOfOneDocumentAreNamed() throws {
    var partial = try partial()
    #expect(partial.versions.isEmpty)
    var analysis = SampleAnalyses.article
    partial.add(analysis)
    partial.add(analysis)
    #expect(partial.versions.isEmpty)
    analysis.keywords = []
    partial.add(analysis)
    #expect(partial.versions == [analysis.name])
    #expect(partial.count == 2)
  }

  @Test func theGlossaryIsThatOfOneRun() throws {
    let analyses = ["x", "y"].map { name in
      var analysis = SampleAnalyses.article
      analysis.name = name
      return analysis
    }
    let builder = try Self.builder.get()
    let expected = builder.glossary(of: analyses.map(builder.observe))
    #expect(!expected.entries.isEmpty)
    var partial = try partial(keepsLines: false)
    for analysis in analyses.reversed() {
      var one = try self.partial()
      one.add(analysis)
      try partial.add(file: one.bytes())
    }
    #expect(partial.glossary() == expected)
  }

  @Test func takesTheDocumentsOfARun() throws {
    let json = try JSONExporter().bytes(of: [SampleAnalyses.article])
    var partial = try partial()
    try partial.add(file: json)
    #expect(partial.count == 1)
    #expect(!partial.glossary().entries.isEmpty)
  }

  @Test(arguments: [
    ("{\"id\":\"a\"", PartialGlossary.Failure.notJSON(line: 1)),
    ("\n\n{\"id\":\"a\"}\nno", .notDocument(line: 3)),
    ("[1]", .notDocument(line: 1)),
    (
      "{\"id\":\"a\",\"sections\":[],\"beads\":[],\"keywords\":[],\"acronyms\":7,\"sentences\":{}}",
      .notDocument(line: 1)
    ),
  ])
  func aBadLineIsNamedAndNothingIsAdded(text: String, failure: PartialGlossary.Failure) throws {
    var partial = try partial()
    #expect(throws: failure) { try partial.add(file: Array(text.utf8)) }
    #expect(partial.count == 0)
  }

  @Test func blankLinesAreNothing() throws {
    var partial = try partial()
    try partial.add(file: Array("\n \r\n".utf8))
    #expect(partial.count == 0)
    #expect(partial.bytes().isEmpty)
  }
}
