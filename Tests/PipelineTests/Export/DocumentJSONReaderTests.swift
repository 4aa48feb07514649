import Testing

@testable import Pipeline

@Suite struct DocumentJSONReaderTests {
  /// What was read back makes the same files, but for explanations, which only the file itself holds.
  @Test func makesTheSameExports() throws {
    // As the analyzer gives them: scores have the decimals that are printed.
    let all = SampleAnalyses.all.map { analysis in
      var analysis = analysis
      for k in analysis.beads.indices { analysis.beads[k].score = analysis.beads[k].printedScore }
      return analysis
    }
    let read = try all.map { analysis in
      let bytes = try JSONExporter().bytes(of: [analysis])
      return try #require(DocumentAnalysis(json: try JSONValue(parsing: bytes)))
    }
    let expected = try RunOutputs.files(for: all)
    let found = try RunOutputs.files(for: read)
    #expect(expected.map(\.path) == found.map(\.path))
    for (a, b) in zip(expected, found) { #expect(a.bytes == b.bytes, "\(a.path)") }
  }

  @Test(arguments: [
    "{}", "[]", #"{"id":"a"}"#, #"{"id":"a","sections":[{}],"sentences":{},"beads":[],"keywords":[],"acronyms":[]}"#,
  ])
  func refusesWhatIsNoDocument(text: String) throws {
    #expect(DocumentAnalysis(json: try JSONValue(parsing: text.utf8)) == nil)
  }
}
