import Lingua
import Pipeline
import Testing

/// Reading the lexicons takes long without optimisation, so all tests share them.
private enum Shared {
  static let pairing = Result { try KeywordPairing() }
  static let finder = Result { try AcronymFinder() }
}

/// A document of one sentence a line and language, aligned line by line.
struct AcronymSample {
  var kk = ""
  var ru = ""
  var en = ""
  var titles = Trilingual<String?>(repeating: nil)
  var keywords = Trilingual<String?>(repeating: nil)

  func entries(document: Document? = nil) throws -> [AcronymEntry] {
    var sections: [Section] = []
    var sentences = Trilingual<[Sentence]>(repeating: [])
    var offset = 0
    func add(_ kind: Section.Kind, _ language: Language, _ text: String) {
      let count = text.utf8.count
      let shift = Edit(rule: EditRule(rawValue: "test"), range: 0..<offset, replacement: "")
      sections.append(
        Section(
          language: language, kind: kind, text: text, label: nil, range: offset..<offset + count,
          map: OffsetMap(offset == 0 ? [] : [shift])))
      offset += count + 1
    }
    for (language, text) in zip(Language.allCases, [kk, ru, en]) {
      if let title = titles[language] { add(.title, language, title) }
      var start = offset
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) where !text.isEmpty {
        sentences[language].append(Sentence(text: String(line), range: start..<start + line.utf8.count))
        start += line.utf8.count + 1
      }
      add(.abstract, language, text)
      if let list = keywords[language] { add(.keywords, language, list) }
    }
    let count = sentences.values.map(\.count).max() ?? 0
    let beads = (0..<count).map { k in Bead(sentences.map { k < $0.count ? [k] : [] }, score: 1) }
    let rows = try Shared.pairing.get().rows(of: sections)
    return try Shared.finder.get().entries(
      sections: sections, sentences: sentences, beads: beads, keywords: rows, document: document)
  }

  /// The rows as "kk ru en", a dash for an empty cell.
  func rows() throws -> [String] {
    try entries().map { entry in
      entry.acronyms.values.map { $0.isEmpty ? "–" : $0.joined(separator: "|") }.joined(separator: " ")
    }
  }
}

@Suite struct AcronymFormTests {
  @Test(
    arguments: [
      // Expansion (ACR)
      (Language.en, "We use a wireless soil sensor (WSS) here.", "WSS", "wireless soil sensor", "paren"),
      (.ru, "Описан беспроводной почвенный датчик (БПД) для полей.", "БПД", "беспроводной почвенный датчик", "paren"),
      (.kk, "Мұнда сымсыз топырақ датчигі (СТД) сипатталған.", "СТД", "сымсыз топырақ датчигі", "paren"),
      // Inflected, with small words, hyphens, letters inside a word.
      (.ru, "Роль малого и крупного рыболовства (МКР) растёт.", "МКР", "малого и крупного рыболовства", "paren"),
      (.kk, "Бұл шағын және ірі шаруаны (ШІШ) қолдайды.", "ШІШ", "шағын және ірі шаруаны", "paren"),
      (.kk, "Мұнда дала-бақ кешенінің (ДБК) рөлі зор.", "ДБК", "дала-бақ кешенінің", "paren"),
      (.ru, "Сделана гидрокартограмма (ГКГ) озера.", "ГКГ", "гидрокартограмма", "paren"),
      (.en, "The water and soil union (WaSU) met.", "WaSU", "water and soil union", "paren"),
      (.en, "They asked small mountain dairies (SMDs) twice.", "SMDs", "small mountain dairies", "paren"),
      // With an introduction in the brackets, or an explanation before them.
      (.ru, "Новый полевой журнал (далее – НПЖ) готов.", "НПЖ", "Новый полевой журнал", "paren"),
      (.kk, "Жаңа дала журналы (бұдан әрі – ЖДЖ) дайын.", "ЖДЖ", "Жаңа дала журналы", "paren"),
      (.en, "The new field journal (hereinafter NFJ) is ready.", "NFJ", "new field journal", "paren"),
      (.en, "A rapid soil test (in place) (RST) was run.", "RST", "rapid soil test", "paren"),
      // ACR (expansion)
      (.en, "The RST (rapid soil test) was run.", "RST", "rapid soil test", "reverse-paren"),
      (.ru, "Метод БПТ (быстрый почвенный тест) прост.", "БПТ", "быстрый почвенный тест", "reverse-paren"),
      (.kk, "ЖТТ (жылдам топырақ тесті) қарапайым.", "ЖТТ", "жылдам топырақ тесті", "reverse-paren"),
      // Dashes
      (.ru, "БПТ – быстрый почвенный тест.", "БПТ", "быстрый почвенный тест", "dash"),
      (.kk, "Жылдам топырақ тесті – ЖТТ деп аталады.", "ЖТТ", "Жылдам топырақ тесті", "dash"),
      (.en, "RST — rapid soil test.", "RST", "rapid soil test", "dash"),
      // Distant
      (.en, "The Rapid Soil Test is new. Nobody ran the RST before.", "RST", "Rapid Soil Test", "distant"),
      (
        .ru, "ВВП растёт. Рост внутреннего валового… валового внутреннего продукта.", "ВВП",
        "валового внутреннего продукта", "distant"
      ),
      // NFD, soft hyphen, a blank that is none.
      (.en, "a rapid soil\u{a0}test (RST)", "RST", "rapid soil\u{a0}test", "paren"),
    ] as [(Language, String, String, String, String)])
  func findsDefinition(
    language: Language, text: String, acronym: String, expansion: String, evidence: String
  ) throws {
    var sample = AcronymSample()
    switch language {
    case .kk: sample.kk = text
    case .ru: sample.ru = text
    case .en: sample.en = text
    }
    let entries = try sample.entries()
    try #require(entries.count == 1)
    #expect(entries[0].acronyms[language] == [acronym])
    #expect(entries[0].expansions[language] == expansion)
    #expect(entries[0].evidence.rawValue == evidence)
  }

  @Test(arguments: [
    (Language.kk, "ЕАЭО-ны құру және ЕАЭО-ға кіру.", "ЕАЭО"), (.kk, "ШОБ-тың үлесі.", "ШОБ"),
    (.kk, "ЖООлардың саны.", "ЖОО"),
    (.ru, "Выпуск ВУЗов и НИИ-партнёр.", "ВУЗ НИИ"), (.ru, "SWOT-анализ рынка", "SWOT"),
    (.en, "All NGOs and one NGO.", "NGOs"),
    (.en, "R&D in the EU", "R&D EU"), (.ru, "по данным ЮНЕСКО", "ЮНЕСКО"), (.kk, "ҚазҰУ туралы мәлімет", "ҚазҰУ"),
    (.en, "The TF-IDF weights of many IoT devices", "TF-IDF IoT"), (.en, "during COVID-19", "COVID-19"),
    (.ru, "модель АБВ-12", "АБВ"),
    (.kk, "«Дән» AҚ және \"Бидай\" АҚ", "AҚ"),
  ])
  func cutsEndings(language: Language, text: String, forms: String) throws {
    var sample = AcronymSample()
    switch language {
    case .kk: sample.kk = text
    case .ru: sample.ru = text
    case .en: sample.en = text
    }
    let found = try sample.entries().compactMap { $0.acronyms[language].first }
    #expect(found.joined(separator: " ") == forms)
  }

  @Test(arguments: [
    "", "Простой текст без сокращений.", "XX век и XXI ғасыр", "ХХ ғасырда, ІІІ тарау, IV глава",
    "CO₂, CH3OH, NaCl, H2SO4",
    "СН₃СООН ерітіндісі", "мощность 5 МВт и 3 ГПа", "А.Б. Иванов, Иванов И.И.", "Иванов А. Б.", "1 кг, pH 7, °C",
    "BACKGROUND: we tested. METHODS: none.", "ОСНОВНЫЕ РЕЗУЛЬТАТЫ РАБОТЫ таковы", "важно: ПОЧВА есть почва",
    "XGBoost пен GitHub", "ΔQ артады", "\u{0}\u{0}", "((((((((", ")))) (", "a@NASA.example", "DOI, УДК, ISSN",
  ])
  func findsNothing(text: String) throws {
    #expect(try AcronymSample(kk: text).rows() == [])
    #expect(try AcronymSample(ru: text).rows() == [])
  }

  @Test func titlesInCapitalsAreNoAcronyms() throws {
    var sample = AcronymSample(kk: "Мәтін.", ru: "Текст.", en: "Text.")
    sample.titles = Trilingual(
      kk: "СУ ЖӘНЕ АУА САПАСЫ ТУРАЛЫ", ru: "О КАЧЕСТВЕ ВОДЫ И ВОЗДУХА (НА ПРИМЕРЕ СЕЛА)", en: "ON THE QUALITY OF AIR")
    #expect(try sample.rows() == [])
    sample.titles.ru = "БЫСТРЫЙ ПОЧВЕННЫЙ ТЕСТ (БПТ) НА СКЛОНЕ"
    #expect(try sample.rows() == ["– БПТ –"])
  }
}

@Suite struct AcronymLinkTests {
  @Test func linksByLexicon() throws {
    let rows = try AcronymSample(
      kk: "ТМД елдері мен ЕАЭО-ның саудасы.", ru: "Торговля ЕАЭС и стран СНГ.",
      en: "Trade of the EAEU and CIS countries."
    ).rows()
    #expect(rows == ["ТМД СНГ CIS", "ЕАЭО ЕАЭС EAEU"])
  }

  @Test func linksByBeadWithoutLexicon() throws {
    let rows = try AcronymSample(
      kk: "ЩЪЫ өсті.\nЖЮЙ-ды қараймыз.", ru: "Показатель ЦЮЩ вырос.\nРассмотрим ЪЁФ.",
      en: "The QZX grew.\nWe look at the WJK."
    ).rows()
    #expect(rows == ["ЩЪЫ ЦЮЩ QZX", "ЖЮЙ ЪЁФ WJK"])
  }

  @Test func linksByKeywordRow() throws {
    var sample = AcronymSample(kk: "Мәтін.", ru: "Текст.", en: "Text.")
    sample.keywords = Trilingual(
      kk: "топырақ, жылдам топырақ тесті (ЖТТ)", ru: "почва, быстрый почвенный тест (БПТ)",
      en: "soil, rapid soil test (RST)")
    let entries = try sample.entries()
    try #require(entries.count == 1)
    #expect(entries[0].acronyms == Trilingual(kk: ["ЖТТ"], ru: ["БПТ"], en: ["RST"]))
    #expect(
      entries[0].expansions
        == Trilingual(kk: "жылдам топырақ тесті", ru: "быстрый почвенный тест", en: "rapid soil test"))
    #expect(entries[0].evidence == .keywords)
  }

  @Test func keepsLatinAcronymsTogether() throws {
    let entries = try AcronymSample(
      kk: "Желіде конволюциялық нейрондық желілер (CNN) бар.", ru: "Есть свёрточные нейронные сети (CNN).",
      en: "There are convolutional neural networks (CNN)."
    ).entries()
    try #require(entries.count == 1)
    #expect(entries[0].acronyms == Trilingual(kk: ["CNN"], ru: ["CNN"], en: ["CNN"]))
    #expect(entries[0].expansions.kk == "конволюциялық нейрондық желілер")
    #expect(entries[0].expansions.ru == "свёрточные нейронные сети")
    #expect(entries[0].flag == nil)
  }

  @Test func keepsHomonymsApart() throws {
    // АҚ is a company and information security; the document says which.
    let security = try AcronymSample(
      kk: "Мұнда ақпараттық қауіпсіздік (АҚ) маңызды.", ru: "Важна информационная безопасность (ИБ).",
      en: "Information security matters."
    ).rows()
    #expect(security == ["АҚ ИБ –"])
    let company = try AcronymSample(kk: "«Дән» АҚ жұмысы.", ru: "Работа АО «Дән».", en: "The work of Dan JSC.").rows()
    #expect(company == ["АҚ АО JSC"])
  }

  @Test func joinsVariantsAndSaysSo() throws {
    let entries = try AcronymSample(
      kk: "ЕЭО құрылды.\nЕАЭО дамиды.", ru: "ЕАЭС создан.\nЕАЭС растёт.", en: "The EAEU was set up.\nThe EEU grows."
    ).entries()
    try #require(entries.count == 1)
    #expect(entries[0].acronyms.en.sorted() == ["EAEU", "EEU"])
    #expect(entries[0].acronyms.kk.sorted() == ["ЕАЭО", "ЕЭО"])
    #expect(entries[0].flag?.contains("variants") == true)
  }

  @Test func neverTakesAWrongTranslationSilently() throws {
    // The English text writes another acronym than the one that the Russian means.
    var sample = AcronymSample(
      kk: "Бақтар туралы.\nОлар жаңа.", ru: "СНГ растёт.\nДинамика СНГ нова.", en: "The EU is used.\nThe EU is new.")
    sample.keywords = Trilingual(
      kk: "Тәуелсіз Мемлекеттер Достастығы (ТМД)", ru: "Содружество Независимых Государств (СНГ)",
      en: "Commonwealth of Independent States (CIS)")
    let entry = try #require(try sample.entries().first { $0.acronyms.ru == ["СНГ"] })
    #expect(entry.acronyms.en == ["CIS"])
    #expect(entry.flag?.contains("EU") == true)
  }

  @Test func flagsLettersThatDoNotFit() throws {
    let entry = try #require(
      try AcronymSample(ru: "Текст.", keywords: Trilingual(kk: nil, ru: "зимний полевой опыт (ЖЩ)", en: nil)).entries()
        .first)
    #expect(entry.acronyms.ru == ["ЖЩ"])
    #expect(entry.expansions.ru == "зимний полевой опыт")
    #expect(entry.flag?.contains("do not fit") == true)
  }

  /// Brackets with an acronym alone say that the words before explain it; a list of products says nothing of the kind.
  @Test(arguments: [
    ("Ил изучен прибором нового вида (ЩЖЩ).", true), ("Применены языки разметки (ЩЖЩ, ЖЩЖ).", false),
    ("Хранится на сервере (MySQL).", false), ("Разметка страниц (HTML5).", false), ("Доля кислот (ЩЖЩ - 4 %).", false),
  ])
  func flagsWhatIsNotExplained(text: String, isDoubtful: Bool) throws {
    let flags = try AcronymSample(ru: text).entries().compactMap(\.flag)
    #expect(flags.contains { $0.contains("do not fit its letters") } == isDoubtful)
  }

  @Test func keepsWhatOneLanguageAloneUses() throws {
    #expect(try AcronymSample(kk: "Су туралы.", ru: "О воде и ЖКХ.", en: "On water.").rows() == ["– ЖКХ –"])
  }

  @Test func fillsFromTheBodyOnlyWhereAListIsMissing() throws {
    var sample = AcronymSample(kk: "Мәтін.", ru: "Текст.", en: "Text.")
    sample.keywords = Trilingual(kk: "Кедендік одақ (КО)", ru: "Таможенный союз (ТС)", en: nil)
    let front = "Мәтін.\nКедендік одақ (КО)\nТекст.\nТаможенный союз (ТС)\nText."
    let body = "\nThe Customs\nUnion (CU) was founded.\n"
    let entry = try #require(try sample.entries(document: Document(name: "x", text: front + body)).first)
    #expect(entry.acronyms.en == ["CU"])
    #expect(entry.expansions.en == "Customs Union")
    let alone = try #require(try sample.entries(document: Document(name: "x", text: front)).first)
    #expect(alone.acronyms.en == [])
    sample.keywords.en = "union"
    let full = front + "\nunion" + body
    let filled = try sample.entries(document: Document(name: "x", text: full))
    #expect(filled.first?.acronyms.en == [])
  }

  @Test func saysWhere() throws {
    let sample = AcronymSample(kk: "Мұнда сымсыз топырақ датчигі (СТД) бар, СТД-ны қараңыз.")
    let entry = try #require(try sample.entries().first)
    let bytes = Array(sample.kk.utf8)
    #expect(entry.uses.kk.map { String(decoding: bytes[$0], as: UTF8.self) } == ["СТД", "СТД"])
    let place = try #require(entry.expansionRanges.kk)
    #expect(String(decoding: bytes[place], as: UTF8.self) == "сымсыз топырақ датчигі")
  }

  @Test func survivesNoise() throws {
    let line = String(repeating: "АБ (ВГ) – ДЕ-ЖЗ «ИК» ( ) -- № ", count: 400)
    for entry in try AcronymSample(kk: line, ru: line, en: line).entries() {
      let isUsed = entry.uses.values.contains { !$0.isEmpty }
      #expect(isUsed)
    }
    var generator = SystemRandomNumberGenerator()
    let letters = Array("АБQz -–()[],.;/«»1₂\u{301}\u{ad}'&@\n")
    for _ in 0..<200 {
      let noise = String((0..<60).map { _ in letters.randomElement(using: &generator) ?? " " })
      _ = try AcronymSample(kk: noise, ru: noise, en: noise, keywords: Trilingual(kk: noise, ru: noise, en: nil))
        .entries()
    }
  }
}
