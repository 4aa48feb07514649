import Lingua
import Pipeline
import Testing

@Suite struct TBXTests {
  @Test func goldenFile() throws { try Golden.expect(try TBXExporter().bytes(of: SampleAnalyses.all), "glossary.tbx") }

  @Test(
    .enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"),
    arguments: [[SampleAnalyses.article], [SampleAnalyses.nasty], SampleAnalyses.all])
  func isWellFormed(analyses: [DocumentAnalysis]) throws {
    #expect(XMLLint.run("", on: try TBXExporter().bytes(of: analyses)) == 0)
  }

  @Test(
    .enabled(if: XMLLint.isInstalled && XMLLint.schemas != nil, "no schemas beside LINGUA_CORPORA"),
    arguments: [[SampleAnalyses.article], [SampleAnalyses.nasty], SampleAnalyses.all])
  func isValid(analyses: [DocumentAnalysis]) throws {
    let schemas = try #require(XMLLint.schemas)
    let bytes = try TBXExporter().bytes(
      of: analyses, options: ExportOptions(date: ExportDate(secondsSince1970: 1_767_225_599)))
    for dtd in ["TBXBasiccoreStructV02.dtd", "TBXcoreStructV02.dtd"] {
      #expect(XMLLint.run("--dtdvalid '\(schemas)/tbx-v2/\(dtd)'", on: bytes) == 0)
    }
    for grammar in ["TBXBasicRNGV02.rng", "TBXcoreStructV02.rng"] {
      #expect(XMLLint.run("--relaxng '\(schemas)/tbx-v2/\(grammar)'", on: bytes) == 0)
    }
    #expect(XMLLint.run("--schema '\(schemas)/omegat/tbx.xsd'", on: bytes) == 0)
  }

  /// The picklists of TBX-Basic's constraint file (TBXBasicXCSV02.xcs), which no DTD or grammar checks.
  @Test(.enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"))
  func keepsToTheDataCategories() throws {
    let bytes = try TBXExporter().bytes(of: SampleAnalyses.all)
    #expect(try XMLLint.value("count(//admin[@type!=\"source\"])", in: bytes) == "0")
    #expect(try XMLLint.value("count(//termNote[@type!=\"termType\"])", in: bytes) == "0")
    #expect(try XMLLint.value("count(//termNote[.!=\"acronym\" and .!=\"fullForm\"])", in: bytes) == "0")
    #expect(try XMLLint.value("count(//termEntry)", in: bytes) == "7")
  }

  @Test(.enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"))
  func equalRowsShareAnEntry() throws {
    var again = SampleAnalyses.article
    again.name = "second.txt"
    again.keywords[0] = KeywordRow(Trilingual(kk: "жер асты сулары", ru: "подземные воды", en: "ground water"))
    again.keywords.append(again.keywords[1])
    let bytes = try TBXExporter().bytes(of: [SampleAnalyses.article, again])
    #expect(try XMLLint.value("count(//termEntry)", in: bytes) == "6")
    #expect(try XMLLint.value("count(//termEntry[@id=\"c2\"]/admin)", in: bytes) == "2")
    #expect(try XMLLint.value("string(//termEntry[@id=\"c2\"]/admin[2])", in: bytes) == "second.txt")
    #expect(try XMLLint.value("count(//termEntry[@id=\"c1\"]/admin)", in: bytes) == "1")
  }

  @Test func aRunWithoutTermsMakesNoFile() throws {
    #expect(try TBXExporter().bytes(of: []).isEmpty)
    #expect(try TBXExporter().bytes(of: [SampleAnalyses.empty]).isEmpty)
    #expect(!(try RunOutputs.files(for: [SampleAnalyses.empty]).contains { $0.path == "glossary.tbx" }))
  }
}
