import Pipeline
import Testing

@Suite struct DocumentJSONReaderTests {
  /// What was read back makes the same files, but for explanations, which only the file itself holds.
  @Test func makesTheSameExports() throws {
    let read = try SampleAnalyses.all.map { analysis in
      var bytes: [UInt8] = []
      bytes = try JSONExporter().bytes(of: [analysis])
      return try #require(DocumentAnalysis(json: try JSONValue(parsing: bytes)))
    }
    let expected = try RunOutputs.files(for: SampleAnalyses.all)
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
