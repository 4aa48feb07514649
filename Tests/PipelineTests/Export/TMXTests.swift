import Foundation
import Lingua
import Pipeline
import Testing

@Suite struct TMXTests {
  @Test func goldenFile() throws { try Golden.expect(try TMXExporter().bytes(of: SampleAnalyses.all), "alignment.tmx") }

  @Test(
    .enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"),
    arguments: [[], [SampleAnalyses.article], [SampleAnalyses.empty], SampleAnalyses.all])
  func isWellFormed(analyses: [DocumentAnalysis]) throws {
    #expect(XMLLint.run("", on: try TMXExporter().bytes(of: analyses)) == 0)
  }

  @Test(
    .enabled(if: XMLLint.isInstalled && XMLLint.schemas != nil, "no schemas beside LINGUA_CORPORA"),
    arguments: [[], [SampleAnalyses.article], [SampleAnalyses.empty], SampleAnalyses.all])
  func isValid(analyses: [DocumentAnalysis]) throws {
    let schemas = try #require(XMLLint.schemas)
    let bytes = try TMXExporter().bytes(
      of: analyses, options: ExportOptions(date: ExportDate(secondsSince1970: 1_767_225_599)))
    #expect(XMLLint.run("--dtdvalid '\(schemas)/tmx/tmx14.dtd'", on: bytes) == 0)
    #expect(XMLLint.run("--schema '\(schemas)/omegat/tmx14.xsd'", on: bytes) == 0)
  }

  @Test(.enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"))
  func unitsHaveTwoLanguagesAtLeast() throws {
    let bytes = try TMXExporter().bytes(of: [SampleAnalyses.article])
    // One title, beads 1 to 3, two keyword rows of three; what stands in one language alone is left out.
    #expect(try XMLLint.value("count(//tu)", in: bytes) == "6")
    #expect(try XMLLint.value("count(//tu[count(tuv)=3])", in: bytes) == "4")
    #expect(try XMLLint.value("count(//tu[count(tuv)<2])", in: bytes) == "0")
    #expect(try XMLLint.value("string(//tu[@tuid=\"d1-s2\"]/prop[@type=\"shape\"])", in: bytes) == "1:2:1")
    #expect(try XMLLint.value("string(//tu[@tuid=\"d1-s2\"]/prop[@type=\"score\"])", in: bytes) == "0.84")
    #expect(
      try XMLLint.value("string(//tu[@tuid=\"d1-s3\"]/tuv[@xml:lang=\"kk-KZ\"]/seg)", in: bytes)
        == "Қорытынды: су < 1 г/л жерде ғана ішуге жарамды.")
    #expect(try XMLLint.value("string(//header/@srclang)", in: bytes) == "*all*")
  }

  @Test func tagsAndDateAreTheCallers() throws {
    let options = ExportOptions(
      tags: Trilingual(kk: "kk", ru: "ru-KZ", en: "en-GB"), date: ExportDate(secondsSince1970: 0))
    let text = String(decoding: try TMXExporter().bytes(of: [SampleAnalyses.article], options: options), as: UTF8.self)
    for part in ["xml:lang=\"kk\"", "xml:lang=\"ru-KZ\"", "xml:lang=\"en-GB\"", "creationdate=\"19700101T000000Z\""] {
      #expect(text.contains(part))
    }
    #expect(!text.contains("kk-KZ"))
  }

  @Test(.enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"))
  func aPairIsAllThereIs() throws {
    let options = ExportOptions(pair: LanguagePair("en-kk"))
    let bytes = try TMXExporter().bytes(of: [SampleAnalyses.article], options: options)
    #expect(try XMLLint.value("string(//header/@srclang)", in: bytes) == "en-US")
    // Title, beads 1 and 2, one keyword row; the other bead and rows lack one of the two.
    #expect(try XMLLint.value("count(//tu)", in: bytes) == "4")
    #expect(try XMLLint.value("count(//tuv[@xml:lang=\"ru-RU\"])", in: bytes) == "0")
    #expect(try XMLLint.value("string((//tuv)[1]/@xml:lang)", in: bytes) == "en-US")
  }

  @Test func whatNeedsReviewSaysSo() throws {
    let text = String(decoding: try TMXExporter().bytes(of: [SampleAnalyses.article]), as: UTF8.self)
    // Of the two beads below the threshold one stands in one language alone.
    #expect(text.components(separatedBy: "<note>needs review</note>").count == 2)
    #expect(text.components(separatedBy: "<prop type=\"review\">yes</prop>").count == 2)
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    #expect(try TMXExporter().bytes(of: SampleAnalyses.all) == TMXExporter().bytes(of: SampleAnalyses.all))
    #expect(!String(decoding: try TMXExporter().bytes(of: []), as: UTF8.self).contains("date"))
  }
}

@Suite struct ExportDateTests {
  @Test(arguments: [
    (0, "19700101T000000Z"), (-1, "19691231T235959Z"), (951_782_400, "20000229T000000Z"),
    (1_767_225_599, "20251231T235959Z"), (4_107_542_400, "21000301T000000Z"), (Int.max, "99991231T235959Z"),
    (Int.min, "00000101T000000Z"),
  ])
  func spells(seconds: Int, expected: String) {
    let date = ExportDate(secondsSince1970: seconds)
    #expect(date.basic == expected)
    #expect(date.day.split(separator: "-").joined() == expected.prefix(8))
  }
}
