import Lingua

/// The parts of a small trilingual article, and documents made of them.
enum Sample {
  static let titles = Trilingual(
    kk: "ДАЛА ӨЗЕНДЕРІНІҢ КӨКТЕМГІ ТАСҚЫНЫН БОЛЖАУ", ru: "ПРОГНОЗ ВЕСЕННЕГО ПОЛОВОДЬЯ СТЕПНЫХ РЕК",
    en: "FORECASTING THE SPRING FLOODS OF STEPPE RIVERS")
  static let abstracts = Trilingual(
    kk: """
      Мақалада дала өзендерінің көктемгі тасқынын болжаудың қарапайым әдісі ұсынылады.
      Әдіс қар қорының, топырақ ылғалдылығының және ауа температурасының бақылауларына сүйенеді.
      """,
    ru: """
      В статье предложен простой способ прогноза весеннего половодья степных рек. Способ опирается
      на наблюдения за запасом снега, влажностью почвы и температурой воздуха.
      """,
    en: """
      The article proposes a simple way of forecasting the spring floods of steppe rivers. It relies on
      observations of the snow store, the moisture of the soil and the temperature of the air.
      """)
  static let keywords = Trilingual(
    kk: "дала өзендері, көктемгі тасқын, қар қоры, топырақ ылғалдылығы",
    ru: "степные реки, весеннее половодье, запас снега, влажность почвы",
    en: "steppe rivers, spring flood, snow store, soil moisture")
  static let credits = Trilingual(
    kk: "Б.С. Оразов, Г.Т. Нұрланова\nКөкжиек атындағы Дала университеті, Торғай, Қазақстан",
    ru: "Б.С. Оразов, Г.Т. Нурланова\nСтепной университет имени Кокжиека, Тургай, Казахстан",
    en: "B.S. Orazov, G.T. Nurlanova\nKokzhiek Steppe University, Torgai, Kazakhstan")
  static let headings = Trilingual(kk: "Аңдатпа.", ru: "Аннотация.", en: "Abstract.")
  static let labels = Trilingual(kk: "Түйін сөздер:", ru: "Ключевые слова:", en: "Keywords:")

  /// Title, credits, abstract and keywords of one language.
  static func block(_ language: Language, heading: String?, label: String? = nil, gap: String = "\n\n") -> String {
    var abstract = abstracts[language]
    if let heading { abstract = heading + (heading.hasSuffix("\n") ? "" : " ") + abstract }
    let label = label ?? labels[language]
    let list = label + (label.hasSuffix("\n") ? "" : " ") + keywords[language]
    return [titles[language], credits[language], abstract, list].joined(separator: gap)
  }

  /// What `SectionFinderTests.found` answers for blocks of these languages.
  static func expected(_ languages: [Language]) -> [String: String] {
    var result: [String: String] = [:]
    for language in languages {
      result["\(language.tag) title"] = titles[language]
      result["\(language.tag) abstract"] = SectionFinderTests.key(abstracts[language])
      result["\(language.tag) keywords"] = keywords[language]
    }
    return result
  }
}
