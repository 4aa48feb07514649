import Lingua
import Pipeline

/// Hand-made glossaries that formats are tested on.
enum SampleGlossary {
  /// What a run gives: an acronym with expansions, a keyword with synonyms, a rejected row.
  static let plain = Glossary(
    documents: ["a/1.txt", "a/2.txt", "b.txt"],
    entries: [
      GlossaryEntry(
        id: "t-00000000000000aa", kinds: [.acronym, .keyword],
        terms: Trilingual(
          kk: [
            term("Орталық Азия су институты", .fullForm, .preferred, [("Орталық Азия су институтының", 3)]),
            term("ОАСИ", .acronym), term("ОАСИН", .acronym, .deprecated),
          ],
          ru: [term("Институт воды Центральной Азии", .fullForm), term("ИВЦА", .acronym)],
          en: [term("Central Asian Institute for Water", .fullForm), term("CAIW", .acronym, .admitted)]),
        evidence: [.init("paren", documents: 2), .init("keyword list", documents: 1)],
        sources: [.init(document: "a/1.txt", count: 4), .init(document: "b.txt", count: 2)],
        contexts: Trilingual(
          kk: [context("a/1.txt", "Мақалада ", "Орталық Азия су институтының", " деректері талданды.")],
          ru: [context("a/1.txt", "Данные ", "Института воды Центральной Азии", " обработаны.")], en: []),
        flags: [GlossaryFlag(.homonym, "ОАСИ / оңтүстік"), GlossaryFlag(.variants)], score: 0.9312,
        domain: "water management"),
      GlossaryEntry(
        id: "t-00000000000000bb", kinds: [.keyword],
        terms: Trilingual(
          kk: [term("жер асты сулары"), term("жерасты сулары")],
          ru: [term("подземные воды"), term("грунтовые воды", .term, .admitted)], en: [term("groundwater")]),
        evidence: [.init("keyword list", documents: 1)], sources: [.init(document: "a/2.txt", count: 5)],
        score: 0.41, status: .approved, note: "Agreed in May."),
      GlossaryEntry(
        id: "t-00000000000000cc", kinds: [.term], terms: Trilingual(kk: [term("су")], ru: [term("вода")], en: []),
        score: 0.2, status: .rejected),
    ])

  /// What breaks careless writers and readers.
  static let nasty = Glossary(
    documents: ["тест <&>\"'.txt"],
    entries: [
      GlossaryEntry(
        id: "t-1", kinds: [.term],
        terms: Trilingual(
          kk: [term("=1+1"), term("'=2"), term("a | b \\ c"), term("{deprecated} x", .term, .deprecated)],
          ru: [
            term("строка\nдве\r\nтри\rи\tтабуляция"), term("@cmd"), term("и\u{306}од и \"кавычки\", запятая; точка"),
          ],
          en: [term("<b>&amp; ]]> \u{200F}RTL 😀 _x000D_ #tag"), term("\u{FFFE}x")]),
        evidence: [.init("aligned sentences", documents: 1)],
        sources: [.init(document: "тест <&>\"'.txt", count: 1)],
        contexts: Trilingual(kk: [], ru: [], en: [context("тест <&>\"'.txt", "\"</script>", "<b>&amp;", "<!-- \\ ")]),
        flags: [GlossaryFlag(.conflict, "a: b | c; d")], score: 0.5, note: "+7 (700) \"номер\"\nstatus: none"),
      GlossaryEntry(
        id: "=HYPERLINK(\"x\")", kinds: [.given, .acronym],
        terms: Trilingual(
          kk: [term("ҚХР", .acronym), term("ҚХР-1", .acronym)], ru: [term("КНР", .acronym), term("КНР-1", .acronym)],
          en: [term("#PRC", .acronym)]), score: 1, status: .edited),
    ])

  /// All of them.
  static let all = [plain, nasty, Glossary()]

  private static func term(
    _ text: String, _ form: GlossaryTerm.Form = .term, _ usage: GlossaryTerm.Usage? = nil,
    _ printed: [(String, Int)] = []
  ) -> GlossaryTerm {
    GlossaryTerm(text, form: form, usage: usage, printed: printed.map { .init($0.0, count: $0.1) })
  }

  private static func context(_ document: String, _ left: String, _ term: String, _ right: String) -> GlossaryContext {
    GlossaryContext(document: document, left: left, term: term, right: right)
  }
}
