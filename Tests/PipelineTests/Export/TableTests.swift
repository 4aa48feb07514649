import Lingua
import Pipeline
import Testing

@Suite struct TableTests {
  @Test(arguments: [("sentences", 6), ("keywords", 4), ("acronyms", 9)])
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
    #expect(text.contains("\t0.84\t1:2:1\n"))
    #expect(text.hasSuffix("\t\t\tWe thank the drivers.\t0.2\t0:0:1\n"))
  }

  @Test func noDocumentsLeaveTheHeader() throws {
    #expect(try SentenceTable().bytes(of: []) == Array("document\tkk\tru\ten\tscore\tshape\n".utf8))
  }
}
