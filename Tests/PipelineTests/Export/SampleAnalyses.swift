import Lingua
import Pipeline

/// Hand-made analyses that exports are tested on.
enum SampleAnalyses {
  /// A document as articles are: three titles, beads of several shapes, keywords with a gap, acronyms with a flag.
  static let article = DocumentAnalysis(
    name: "journal/water-2.md",
    sections: [
      section(.kk, .title, "Шөл даладағы жер асты сулары"),
      section(.ru, .title, "Подземные воды пустынных степей"),
      section(.en, .title, "Groundwater of the desert steppes"),
    ],
    sentences: Trilingual(
      kk: [
        "Мақалада Бетпақдаладағы жер асты суларының тұздылығы қарастырылады.",
        "Өлшеулер 2019–2021 жылдары жүргізілді, нәтижелері Орталық Азия су зерттеулері институтында (ОАСЗИ) өңделді.",
        "Қорытынды: су < 1 г/л жерде ғана ішуге жарамды.",
      ],
      ru: [
        "В статье рассматривается минерализация подземных вод Бетпак-Далы.",
        "Измерения проводились в 2019–2021 годах.",
        "Их обработал Институт водных исследований Центральной Азии (ИВИЦА).",
        "Вывод: вода пригодна для питья лишь при < 1 г/л.",
      ],
      en: [
        "The article considers the mineralisation of groundwater in Betpak-Dala.",
        "Measurements of 2019–2021 were processed at the Central Asian Institute for Water Research (CAIWR).",
        "We thank the drivers.",
      ]
    ).map { $0.map { Sentence(text: $0, range: 0..<0) } },
    beads: [
      Bead(Trilingual(kk: [0], ru: [0], en: [0]), score: 0.9731),
      Bead(Trilingual(kk: [1], ru: [1, 2], en: [1]), score: 0.84),
      Bead(Trilingual(kk: [2], ru: [3], en: []), score: 0.5112),
      Bead(Trilingual(kk: [], ru: [], en: [2]), score: 0.2),
    ],
    keywords: [
      KeywordRow(Trilingual(kk: "жер асты сулары", ru: "подземные воды", en: "groundwater")),
      KeywordRow(Trilingual(kk: "тұздылық", ru: "минерализация", en: nil)),
      KeywordRow(Trilingual(kk: nil, ru: nil, en: "=1+1")),
    ],
    acronyms: [
      AcronymEntry(
        acronyms: Trilingual(kk: ["ОАСЗИ"], ru: ["ИВИЦА"], en: ["CAIWR"]),
        expansions: Trilingual(
          kk: "Орталық Азия су зерттеулері институты", ru: "Институт водных исследований Центральной Азии",
          en: "Central Asian Institute for Water Research"),
        evidence: .paren, flag: nil),
      AcronymEntry(
        acronyms: Trilingual(kk: ["ЖАС", "ЖС"], ru: [], en: ["GW"]),
        expansions: Trilingual(kk: "жер асты суы", ru: nil, en: nil),
        evidence: .reverseParen, flag: "variants in one document"),
    ])

  /// What breaks careless writers: markup, quotes, the end of CDATA, controls, line ends, combining marks.
  static let nasty = DocumentAnalysis(
    name: "тест <&>\"'\u{1}.txt",
    sections: [
      section(.kk, .title, "A & B <c> \"d\" 'e' ]]> f"), section(.ru, .title, "табуляция\tи\r\nстрока\u{0}"),
    ],
    sentences: Trilingual(
      kk: ["\u{FFFE}\u{FFFF}\u{FFFD}\u{B}\u{85}\u{2028}\u{2029}и\u{306} 😀 </script><!--"],
      ru: ["{{name}} {{{style}}} &amp; <b>"], en: []
    ).map { $0.map { Sentence(text: $0, range: 0..<0) } },
    beads: [
      Bead(Trilingual(kk: [0], ru: [0], en: []), score: .nan),
      Bead(Trilingual(kk: [7], ru: [-1], en: [Int.max]), score: .infinity),
    ],
    keywords: [KeywordRow(Trilingual(kk: "a\tb", ru: "c\nd", en: "e\rf"))],
    acronyms: [
      AcronymEntry(
        acronyms: Trilingual(kk: [], ru: ["<&>"], en: []), expansions: Trilingual(repeating: nil),
        evidence: .none, flag: "два языка \"не согласны\" & <so on>\n")
    ])

  /// A document in which nothing was found.
  static let empty = DocumentAnalysis(
    name: "", sections: [], sentences: Trilingual(repeating: []), beads: [], keywords: [], acronyms: [])

  /// All of them.
  static let all = [article, nasty, empty]

  private static func section(_ language: Language, _ kind: Section.Kind, _ text: String) -> Section {
    Section(language: language, kind: kind, text: text, label: nil, range: 0..<text.utf8.count, map: OffsetMap())
  }
}
