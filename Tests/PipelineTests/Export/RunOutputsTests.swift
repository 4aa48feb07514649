import Lingua
import Pipeline
import Testing

@Suite struct RunOutputsTests {
  private func paths(_ names: [String]) throws -> [String] {
    let analyses = names.map { name in
      var analysis = SampleAnalyses.empty
      analysis.name = name
      return analysis
    }
    return try RunOutputs.files(for: analyses, formats: [JSONExporter()]).map(\.path)
  }

  @Test func namesAllFiles() throws {
    #expect(
      try RunOutputs.files(for: [SampleAnalyses.article]).map(\.path) == [
        "documents/journal/water-2.json", "sentences.tsv", "keywords.tsv", "acronyms.tsv", "alignment.tmx",
        "report.html",
      ])
    #expect(
      try RunOutputs.files(for: []).map(\.path) == [
        "sentences.tsv", "keywords.tsv", "acronyms.tsv", "alignment.tmx", "report.html",
      ])
  }

  @Test(arguments: [
    ("a.txt", "a"), ("a.b.md", "a.b"), ("a", "a"), (".txt", ".txt"), ("A.TXT", "A"), ("doi 10.1/x.55", "doi 10.1/x.55"),
    ("/etc/passwd", "etc/passwd"), ("../../x.txt", "x"), ("a/./b//c.md", "a/b/c"), ("..", "document"), ("", "document"),
    ("a\\b.txt", "a/b"), ("a<b>:\"|?*\u{0}\n.txt", "a_b________"), ("мақала №1.txt", "мақала №1"), ("a. .txt", "a"),
    ("x.json/y.txt", "x.json_/y"), ("...", "_"),
  ])
  func makesASafeName(document: String, expected: String) throws {
    #expect(try paths([document]) == ["documents/\(expected).json"])
  }

  @Test func namesAreUnlikeEachOther() throws {
    let made = try paths(["a.txt", "a.md", "A.txt", "a-2", "a.txt", "b/a.txt", "й", "и\u{306}"])
    #expect(made.map { $0.lowercased() }.count == Set(made.map { $0.lowercased() }).count)
    #expect(made.prefix(3) == ["documents/a.json", "documents/a-2.json", "documents/A-3.json"])
    let many = try paths(Array(repeating: "same", count: 2000))
    #expect(Set(many).count == 2000)
  }

  @Test func longNamesFit() throws {
    let made = try paths([String(repeating: "ұзын", count: 500) + ".txt"])
    #expect(made[0].utf8.count < 255)
  }

  @Test func partsMakeTheWholeFile() throws {
    var outputs = try RunOutputs()
    var streamed: [String: [UInt8]] = [:]
    var ended: Set<String> = []
    func take(_ parts: [OutputPart]) {
      for part in parts {
        #expect(!ended.contains(part.path), "\(part.path) goes on after its end")
        streamed[part.path, default: []] += part.bytes
        if part.isLast { ended.insert(part.path) }
      }
    }
    for analysis in SampleAnalyses.all { take(try outputs.add(analysis)) }
    take(try outputs.finish())
    #expect(ended == Set(streamed.keys))
    for exporter in ExportFormat.run {
      guard case .oneFile(let name, let end) = exporter.layout else { continue }
      #expect(try exporter.bytes(of: SampleAnalyses.all) == streamed["\(name).\(end)"])
    }
    #expect(try HTMLReport().bytes(of: SampleAnalyses.all) == streamed["report.html"])
  }

  @Test func aLongRunMakesSeveralReports() throws {
    let five = (0..<5).map { number in
      var analysis = SampleAnalyses.article
      analysis.name = "n\(number)"
      return analysis
    }
    let files = try RunOutputs.files(for: five, formats: [HTMLReport(documentsPerFile: 2)])
    #expect(files.map(\.path) == ["report.html", "report-2.html", "report-3.html"])
    for (k, file) in files.enumerated() {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(HTMLTags.fault(in: text) == nil)
      let found = (0..<5).filter { text.contains("<h2 id=\"d\($0 % 2 + 1)-name\">n\($0)</h2>") }
      #expect(found == Array(k * 2..<min(5, k * 2 + 2)))
    }
  }

  @Test func formatsHaveNamesAndPlacesOfTheirOwn() throws {
    #expect(ExportFormat.names == ["json", "tsv", "tmx", "xliff", "xliff2", "html"])
    #expect(ExportFormat.named("tsv").count == 3)
    #expect(ExportFormat.named("xlsx").isEmpty)
    #expect(Set(ExportFormat.all.map(\.layout)).count == ExportFormat.all.count)
  }
}
