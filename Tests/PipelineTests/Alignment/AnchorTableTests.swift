import Lingua
import Pipeline
import Testing

@Suite struct AnchorTableTests {
  private static func lists() throws -> Trilingual<SentenceList> {
    try Trilingual(kk: "бір\nекі\n\nүш\n", ru: "раз\nдва\nтри\n", en: "\none\ntwo\nthree\n").map {
      try SentenceList(lines: Document(name: "a", text: $0))
    }
  }

  private func error(_ text: String) throws -> AnchorError? {
    let lists = try Self.lists()
    do throws(AnchorError) {
      _ = try AnchorTable(text, path: "t").anchors(in: lists)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    "kk\tru\ten\n4\t3\t4\n1\t\t2\n", "# lines\r\n\r\nru\tkk\ten\r\n3\t4\t4\r\n \t1\t2 \r\n",
    "\u{20}en\tkk\tru\n4\t4\t3\n2\t1\t",
  ])
  func readsLineNumbers(text: String) throws {
    let anchors = try AnchorTable(text, path: "t").anchors(in: Self.lists())
    #expect(anchors == [Trilingual(kk: 2, ru: 2, en: 2), Trilingual(kk: 0, ru: nil, en: 0)])
  }

  @Test(arguments: [
    ("1\t2\n", 1, AnchorError.Reason.badHeader), ("kk\n1\n", 1, .badHeader), ("kk\tkk\n", 1, .badHeader),
    ("kk\tde\n", 1, .badHeader), ("kk\tru\n1\n", 2, .cellCount(found: 1, expected: 2)),
    ("kk\tru\n1\t2\t3\n", 2, .cellCount(found: 3, expected: 2)), ("kk\tru\n\n1\tx\n", 3, .badNumber(.ru, "x")),
    ("kk\tru\n0\t1\n", 2, .badNumber(.kk, "0")), ("kk\tru\n3\t1\n", 2, .noSentence(.kk, 3)),
    ("kk\tru\n1\t99999999999999999999\n", 2, .badNumber(.ru, "99999999999999999999")),
    ("kk\tru\n1\t1\n2\t9\n", 3, .noSentence(.ru, 9)),
  ])
  func saysWhatIsWrongAndWhere(text: String, line: Int, reason: AnchorError.Reason) throws {
    let found = try error(text)
    #expect(found?.line == line)
    #expect(found?.reason == reason)
  }

  @Test func anEmptyTableHasNoAnchor() throws {
    #expect(try AnchorTable("", path: "t").anchors(in: Self.lists()).isEmpty)
    #expect(try AnchorTable("kk\tru\n", path: "t").anchors(in: Self.lists()).isEmpty)
  }

  @Test(arguments: [
    ("kk\tru\n1\t2\n2\t1\n", 3, AnchorError.Reason.crossing(line: 2)),
    ("kk\tru\ten\n1\t\t3\n\n2\t1\t2\n", 4, .crossing(line: 2)), ("kk\tru\n1\t\n", 2, .oneLanguage),
  ])
  func whatCannotBeKeptIsNamedByItsLine(text: String, line: Int, reason: AnchorError.Reason) throws {
    let table = try AnchorTable(text, path: "t")
    let lists = try Self.lists()
    let anchors = try table.anchors(in: lists)
    do {
      _ = try DocumentAnalyzer().analyze(
        name: "a", files: Trilingual(repeating: nil), lists: lists, anchors: anchors)
      Issue.record("\(anchors) were taken")
    } catch let error as AlignmentError {
      #expect(table.place(error).line == line)
      #expect(table.place(error).reason == reason)
    }
  }
}

@Suite struct LanguageCheckTests {
  private static let kk = "Мақалада өңірдегі су ресурстарының сапасы мен көлемі қарастырылады."
  private static let ru = "В статье рассматриваются качество и объём водных ресурсов региона."
  private static let en = "The article considers the quality and volume of the region's water resources."

  private func warnings(_ kk: String, _ ru: String, _ en: String) -> [LanguageWarning] {
    let sentences = Trilingual(kk: kk, ru: ru, en: en).map { $0.isEmpty ? [] : [$0] }
    return LanguageCheck(identifier: LanguageIdentifier()).warnings(sentences)
  }

  @Test func rightLabelsAreNotSpokenOf() {
    #expect(warnings(Self.kk, Self.ru, Self.en) == [])
    #expect(warnings(Self.kk.uppercased(), Self.ru.uppercased(), Self.en.uppercased()) == [])
    #expect(warnings("", "", "") == [])
  }

  @Test func wrongLabelsAre() {
    let found = warnings(Self.ru, Self.kk, Self.en)
    #expect(found.count == 2)
    guard case .wrong(.kk, let detected, let confidence)? = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(detected == LanguageTag(.ru) && confidence >= 0.9 && confidence <= 1)
  }

  @Test func oneLanguageOnTwoSidesIsNamed() {
    #expect(warnings(Self.kk, Self.en, Self.en).contains(.same(.ru, .en, detected: LanguageTag(.en))))
    #expect(warnings(Self.kk, Self.en, Self.en).count == 2)
    #expect(warnings(Self.ru, Self.ru, "").count == 2)
  }

  /// Too little text for a guess worth a warning.
  @Test(arguments: ["Нет.", "1990, 25 %", "Алматы", "COVID-19"])
  func aFewWordsAreNotJudged(text: String) { #expect(warnings(text, "", text) == []) }

  @Test func aLongTextIsLookedAtThroughout() {
    let identifier = LanguageCheck(identifier: LanguageIdentifier())
    let sentences = [String](repeating: Self.ru, count: 3000)
    #expect(identifier.warnings(Trilingual(kk: sentences, ru: [], en: [])).count == 1)
    let huge = [String(repeating: Self.ru, count: 10_000)]
    #expect(identifier.warnings(Trilingual(kk: [], ru: huge, en: [])) == [])
  }
}
