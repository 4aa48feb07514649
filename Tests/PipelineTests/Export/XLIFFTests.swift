import Lingua
import Pipeline
import Testing

@Suite struct XLIFFTests {
  private static let pairs = ["kk-ru", "ru-kk", "en-kk", "ru-en"]
  private static let exporters: [any Exporter] = [XLIFF12Exporter(), XLIFF21Exporter()]

  private static func options(_ pair: String) -> ExportOptions { ExportOptions(pair: LanguagePair(pair)) }

  /// The article without English.
  private static let bilingual: DocumentAnalysis = {
    var analysis = SampleAnalyses.article
    analysis.sentences.en = []
    analysis.beads = analysis.beads.dropLast().map { bead in
      var bead = bead
      bead.sentences.en = []
      return bead
    }
    return analysis
  }()

  @Test func goldenFiles() throws {
    let options = Self.options("ru-kk")
    try Golden.expect(try XLIFF12Exporter().bytes(of: SampleAnalyses.all, options: options), "alignment.xlf")
    try Golden.expect(try XLIFF21Exporter().bytes(of: SampleAnalyses.all, options: options), "alignment-2.xlf")
  }

  @Test(.enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"), arguments: pairs, [0, 1])
  func isWellFormed(pair: String, exporter: Int) throws {
    let bytes = try Self.exporters[exporter].bytes(of: SampleAnalyses.all, options: Self.options(pair))
    #expect(XMLLint.run("", on: bytes) == 0)
  }

  @Test(
    .enabled(if: XMLLint.isInstalled && XMLLint.schemas != nil, "no schemas beside LINGUA_CORPORA"), arguments: pairs)
  func isValid(pair: String) throws {
    let schemas = try #require(XMLLint.schemas)
    for analyses in [[SampleAnalyses.article], SampleAnalyses.all] {
      let old = try XLIFF12Exporter().bytes(of: analyses, options: Self.options(pair))
      #expect(XMLLint.run("--schema '\(schemas)/xliff/1.2/xliff-core-1.2-strict.xsd'", on: old) == 0)
      let new = try XLIFF21Exporter().bytes(of: analyses, options: Self.options(pair))
      #expect(XMLLint.run("--schema '\(schemas)/xliff/2.1/xliff_core_2.0.xsd'", on: new) == 0)
    }
  }

  @Test(.enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"), arguments: [0, 1])
  func nothingOfThePairIsLost(exporter: Int) throws {
    let bytes = try Self.exporters[exporter].bytes(of: [SampleAnalyses.article], options: Self.options("ru-en"))
    func texts(_ element: String) throws -> Int {
      Int(try XMLLint.value("count(//*[local-name()=\"\(element)\"][string-length(text())>0])", in: bytes)) ?? -1
    }
    // Title, three beads with Russian, two keywords; title, three beads with English, two keywords.
    #expect(try texts("source") == 1 + 3 + 2)
    #expect(try texts("target") == 1 + 3 + 2)
    // Title, four beads, three keyword rows.
    let units = try XMLLint.value("count(//*[local-name()=\"trans-unit\" or local-name()=\"unit\"])", in: bytes)
    #expect(units == "8")
  }

  @Test(.enabled(if: XMLLint.isInstalled, "xmllint is missing; make test installs it"))
  func statesSayWhatIsLeftToDo() throws {
    let options = Self.options("ru-en")
    let old = try XLIFF12Exporter().bytes(of: [SampleAnalyses.article], options: options)
    let new = try XLIFF21Exporter().bytes(of: [SampleAnalyses.article], options: options)
    for (unit, state, state2, note) in [
      ("s1", "translated", "translated", "score 0.9731, shape 1:1"),
      ("s2", "translated", "translated", "score 0.84, shape 2:1"),
      ("s3", "needs-translation", "initial", "score 0.5112, shape 1:0, no counterpart, needs review"),
      ("s4", "needs-review-translation", "initial", "score 0.2, shape 0:1, no counterpart, needs review"),
    ] {
      let place = "//*[@id=\"\(unit)\"]"
      #expect(try XMLLint.value("string(\(place)/*[local-name()=\"target\"]/@state)", in: old) == state)
      #expect(try XMLLint.value("string(\(place)/*[local-name()=\"note\"])", in: old) == note)
      #expect(try XMLLint.value("string(\(place)/*[local-name()=\"segment\"]/@state)", in: new) == state2)
      let notes = try XMLLint.value("count(\(place)/*[local-name()=\"notes\"]/*)", in: new)
      #expect(Int(notes) == note.split(separator: ",").count)
    }
    #expect(try XMLLint.value("count(//*[@subState])", in: new) == "2")
  }

  @Test func threeLanguagesNeedAPair() throws {
    for exporter in Self.exporters {
      #expect(
        throws: ExportError(format: exporter.format, reason: .manyLanguages(document: "journal/water-2.md"))
      ) { try exporter.bytes(of: [SampleAnalyses.article]) }
    }
  }

  @Test func twoLanguagesAreThePair() throws {
    for exporter in Self.exporters {
      let text = String(decoding: try exporter.bytes(of: [Self.bilingual]), as: UTF8.self)
      let pair = exporter.format == "xliff" ? ["source-language", "target-language"] : ["srcLang", "trgLang"]
      #expect(text.contains("\(pair[0])=\"kk-KZ\" ") && text.contains("\(pair[1])=\"ru-RU\""))
    }
  }

  @Test func aFileOfTwoHasOnePair() throws {
    var other = SampleAnalyses.article
    other.name = "other"
    other.sentences.kk = []
    let documents = [Self.bilingual, other]
    // The older format names the languages of each document by itself.
    #expect(String(decoding: try XLIFF12Exporter().bytes(of: documents), as: UTF8.self).contains("\"ru-RU\" target"))
    let pairs = (try #require(LanguagePair("ru-en")), try #require(LanguagePair("kk-ru")))
    #expect(
      throws: ExportError(
        format: "xliff2", reason: .otherPair(document: "other", pair: pairs.0, earlier: pairs.1))
    ) { try XLIFF21Exporter().bytes(of: documents) }
  }

  @Test func nothingMakesNoFile() throws {
    for exporter in Self.exporters {
      #expect(try exporter.bytes(of: []).isEmpty)
      #expect(try exporter.bytes(of: [SampleAnalyses.empty], options: Self.options("kk-ru")).isEmpty)
    }
  }

  @Test(arguments: [
    ("kk-ru", "kk-ru"), ("RU-kk", "ru-kk"), ("kk-kk", nil), ("kk", nil), ("kk-ru-en", nil), ("", nil), ("de-ru", nil),
    ("kk-", nil),
  ])
  func readsAPair(text: String, expected: String?) { #expect(LanguagePair(text)?.text == expected) }
}
