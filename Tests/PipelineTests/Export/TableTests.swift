import Lingua
import Pipeline
import Testing

@Suite struct TableTests {
  @Test(arguments: [("sentences", 7), ("keywords", 4), ("acronyms", 9)])
  func everyRowHasEveryCell(name: String, columns: Int) throws {
    let exporter = try #require(
      ExportFormat.named("tsv").first { $0.layout == .oneFile(name: name, fileExtension: "tsv") })
    let bytes = try exporter.bytes(of: SampleAnalyses.all)
    try Golden.expect(bytes, "\(name).tsv")
    #expect(bytes.last == 0x0A)
    let rows = String(decoding: bytes.dropLast(), as: UTF8.self).unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.count > 1)
    for row in rows {
      #expect(row.split(separator: "\t", omittingEmptySubsequences: false).count == columns)
      let breaks = row.filter { ($0.value < 0x20 && $0 != "\t") || [0x7F, 0x85, 0x2028, 0x2029].contains($0.value) }
      #expect(breaks.isEmpty, "\(row)")
    }
  }

  @Test func formulasStayData() throws {
    let text = String(decoding: try KeywordTable().bytes(of: [SampleAnalyses.article]), as: UTF8.self)
    #expect(text.hasSuffix("\t\t\t=1+1\n"))
  }

  @Test func joinsTheSentencesOfASide() throws {
    let text = String(decoding: try SentenceTable().bytes(of: [SampleAnalyses.article]), as: UTF8.self)
    #expect(text.contains("\tИзмерения проводились в 2019–2021 годах. Их обработал Институт"))
    #expect(text.contains("\t0.84\t1:2:1\t\n"))
    #expect(text.hasSuffix("\t\t\tWe thank the drivers.\t0.2\t0:0:1\tyes\n"))
  }

  @Test(arguments: [(0.0, 0), (0.52, 2), (0.9, 3), (1.0, 4)])
  func reviewIsBelowTheThreshold(threshold: Double, expected: Int) throws {
    let options = ExportOptions(reviewThreshold: threshold)
    let text = String(
      decoding: try SentenceTable().bytes(of: [SampleAnalyses.article], options: options), as: UTF8.self)
    #expect(text.split(separator: "\n").count { $0.hasSuffix("\tyes") } == expected)
    let beads = SampleAnalyses.article.jsonMembers(options).first { $0.name == "beads" }?.value.array ?? []
    #expect(beads.count { $0["review"] == .bool(true) } == expected)
    #expect(beads.count { $0["review"] == nil } == 4 - expected)
  }

  @Test func noDocumentsLeaveTheHeader() throws {
    #expect(try SentenceTable().bytes(of: []) == Array("document\tkk\tru\ten\tscore\tshape\treview\n".utf8))
  }
}
