import Lingua
import TestSupport
import Testing

@testable import Pipeline

/// What each format says of a glossary is what our reader finds in it.
@Suite struct GlossaryRoundTripTests {
  private func read(_ format: String, _ glossary: Glossary) throws -> GlossaryReading {
    let exporter = try #require(GlossaryFormat.named(format))
    let bytes = try exporter.bytes(of: glossary, options: GlossaryExportOptions())
    return try GlossaryReader().read(bytes, path: "glossary." + format)
  }

  /// A glossary as bytes: strings compare by canonical equivalence, which must not hide a change.
  private func spelling(_ entries: [GlossaryEntry]) -> String {
    entries.map { entry in
      var line: [UInt8] = []
      entry.json.write(to: &line)
      return String(decoding: line, as: UTF8.self)
    }.joined(separator: "\n")
  }

  private func expectSame(
    _ found: [GlossaryEntry], _ expected: [GlossaryEntry], at location: SourceLocation = #_sourceLocation
  ) {
    let (found, expected) = (spelling(found), spelling(expected))
    #expect(found.utf8.elementsEqual(expected.utf8), "\n\(found)\n\(expected)", sourceLocation: location)
  }

  @Test(arguments: SampleGlossary.all)
  func jsonLinesHoldEverything(glossary: Glossary) throws {
    let reading = try read("jsonl", glossary)
    expectSame(reading.glossary.entries, glossary.entries)
    #expect(reading.isOwn && reading.warnings.isEmpty && reading.format == .jsonl)
  }

  /// Tables hold terms, decisions and numbers; not printed forms, and of several documents only how many they are.
  @Test(arguments: SampleGlossary.all, ["csv", "tsv", "xlsx"])
  func tablesHoldTermsAndDecisions(glossary: Glossary, format: String) throws {
    let reading = try read(format, glossary)
    #expect(reading.isOwn && reading.warnings.isEmpty && reading.format.rawValue == format)
    let expected = glossary.entries.map { entry in
      var entry = entry
      for language in Language.allCases {
        let terms = entry.terms[language].map { term in
          var term = term
          term.printed = []
          term.text = Self.cell(term.text, format)
          return term
        }
        var full = terms.filter { $0.form != .acronym }
        if full.first?.usage == .preferred { full[0].usage = nil }
        entry.terms[language] = full + terms.filter { $0.form == .acronym }
      }
      entry.kinds.sort()
      entry.note = entry.note.map { Self.cell($0, format) }
      if entry.sources.count > 1 { entry.sources = [] }
      if format != "xlsx" { entry.contexts = Trilingual(repeating: []) }
      return entry
    }
    expectSame(reading.glossary.entries, expected)
  }

  /// What a format's cells cannot hold.
  private static func cell(_ text: String, _ format: String) -> String {
    switch format {
    case "tsv":
      String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    case "xlsx": String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{FFFE}" ? "\u{FFFD}" : $0 }))
    default: text
    }
  }

  @Test(arguments: SampleGlossary.all.filter { !$0.entries.isEmpty }, ["tbx", "tbx3"])
  func termbasesHoldTermsUsageAndContexts(glossary: Glossary, format: String) throws {
    let reading = try read(format, glossary)
    #expect(reading.isOwn && reading.warnings.isEmpty && reading.format.rawValue == format)
    let expected = glossary.entries.filter { $0.status != .rejected }.map { entry in
      var entry = entry
      for language in Language.allCases {
        for k in entry.terms[language].indices {
          entry.terms[language][k].printed = []
          entry.terms[language][k].text = Self.cell(entry.terms[language][k].text, "xlsx")
        }
        let head = entry.terms[language].first?.text ?? ""
        entry.contexts[language] = entry.contexts[language].map {
          GlossaryContext(sentence: $0.sentence, term: head, document: $0.document)
        }
      }
      entry.sources = entry.sources.map { GlossaryEntry.Source(document: $0.document, count: 1) }
      return entry
    }
    expectSame(reading.glossary.entries, expected)
  }

  @Test(arguments: SampleGlossary.all)
  func memoriesHoldWhatTranslatesEachOther(glossary: Glossary) throws {
    let reading = try read("tmx", glossary)
    #expect(reading.format == .tmx && reading.warnings.isEmpty)
    for entry in glossary.entries {
      let found = reading.glossary.entries.first { $0.id == entry.id }
      if entry.status == .rejected {
        #expect(found == nil)
        continue
      }
      #expect(found?.status == entry.status)
      for language in Language.allCases {
        for acronyms in [false, true] {
          let isPaired = entry.languages.count { !entry.usable($0, acronyms: acronyms).isEmpty } > 1
          let expected = isPaired ? entry.usable(language, acronyms: acronyms).map { Self.cell($0.text, "xlsx") } : []
          let terms = (found?.terms[language] ?? []).filter { ($0.form == .acronym) == acronyms }.map(\.text)
          #expect(terms.count == expected.count)
          for (a, b) in zip(terms, expected) { #expect(a.utf8.elementsEqual(b.utf8), "\(a) \(b)") }
        }
      }
    }
  }

  @Test func omegaTComesBackWithItsLanguages() throws {
    var options = GlossaryExportOptions()
    options.shared.pair = LanguagePair("ru-kk")
    let bytes = try GlossaryOmegaT().bytes(of: SampleGlossary.plain, options: options)
    let text = String(decoding: bytes, as: UTF8.self)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.allSatisfy { $0.count == 3 })
    #expect(rows[0] == ["# ru-RU", "kk-KZ", "comment"])
    // Full forms with full forms, acronyms with acronyms, no deprecated target; each synonym of one side with each of the
    // other; nothing that is rejected.
    #expect(
      rows.dropFirst().map { $0.prefix(2).joined(separator: " = ") } == [
        "Институт воды Центральной Азии = Орталық Азия су институты", "ИВЦА = ОАСИ",
        "подземные воды = жер асты сулары", "подземные воды = жерасты сулары",
        "грунтовые воды = жер асты сулары", "грунтовые воды = жерасты сулары",
      ])
    #expect(rows[2][2].hasPrefix("Институт воды Центральной Азии = Орталық Азия су институты; water management"))
    let reading = try GlossaryReader().read(bytes, path: "terms.utf8")
    #expect(reading.format == .tsv && !reading.isOwn && reading.glossary.entries.count == 6)
    #expect(reading.glossary.entries[1].terms.kk.map(\.text) == ["ОАСИ"])
    // What nobody has decided comes back as a proposal.
    let statuses = SampleGlossary.plain.entries.map(\.status)
    #expect(reading.glossary.entries[1].status == statuses[0])
    #expect(reading.glossary.entries[0].kinds == (statuses[0] == .proposed ? [.term] : [.given]))
  }

  @Test func aPairMustBeAskedFor() {
    #expect(throws: ExportError(format: "omegat", reason: .noPair)) {
      try GlossaryOmegaT().bytes(of: SampleGlossary.plain, options: GlossaryExportOptions())
    }
  }

  @Test(arguments: GlossaryFormat.names)
  func twoExportsAreTheSame(format: String) throws {
    let exporter = try #require(GlossaryFormat.named(format.uppercased()))
    var options = GlossaryExportOptions()
    options.shared.pair = LanguagePair("ru-en")
    let bytes = try SampleGlossary.all.map { try exporter.bytes(of: $0, options: options) }
    #expect(try SampleGlossary.all.map { try exporter.bytes(of: $0, options: options) } == bytes)
    // Only a termbase has no word for nothing.
    #expect(bytes[2].isEmpty == ["tbx", "tbx3", "jsonl"].contains(format))
    for ending in exporter.endings { #expect(GlossaryFormat.ofFile("a.b/terms.\(ending)")?.format == format) }
  }

  @Test func endingsChooseTheLongestThatFits() {
    #expect(GlossaryFormat.ofFile("Terms.V3.TBX")?.format == "tbx3")
    #expect(GlossaryFormat.ofFile("terms.tbx")?.format == "tbx")
    #expect(GlossaryFormat.ofFile("terms.omegat.tsv")?.format == "omegat")
    #expect(GlossaryFormat.ofFile("terms.doc") == nil && GlossaryFormat.ofFile("tbx") == nil)
    #expect(GlossaryFormat.named("pdf") == nil)
  }

  /// Names that somebody else chose may be no names of XML, or stand there twice.
  @Test func namesAreUniqueAndKept() throws {
    var glossary = SampleGlossary.nasty
    glossary.entries[0].id = "1 a&b"
    let reading = try read("tbx", glossary)
    #expect(reading.glossary.entries.map(\.id) == ["1 a&b", "=HYPERLINK(\"x\")"])
    let twice = Glossary(entries: [SampleGlossary.plain.entries[0], SampleGlossary.plain.entries[0]])
    #expect(try read("tbx", twice).warnings == [.duplicates(Self.places(2))])
  }

  private static func places(_ line: Int) -> GlossaryReadWarning.Places {
    var places = GlossaryReadWarning.Places()
    places.add(line)
    return places
  }
}
