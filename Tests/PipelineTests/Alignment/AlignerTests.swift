import Lingua
import Pipeline
import TestSupport
import Testing

@Suite struct AlignerTests {
  static let aligner = Result { try Aligner() }

  private func beads(_ kk: [String], _ ru: [String], _ en: [String]) throws -> [Bead] {
    try Self.aligner.get().align(Trilingual(kk: kk, ru: ru, en: en))
  }

  private static let kk = [
    "Мақалада Қазақстан экономикасының қазіргі жағдайы қарастырылады.",
    "Зерттеу нәтижесінде 2019 жылы өндіріс көлемі 25 % артқаны анықталды.",
    "Университет студенттеріне арналған жаңа оқу құралы ұсынылды.",
    "Судың сапасы мен топырақтың құрамы зертханада талданды.",
  ]
  private static let ru = [
    "В статье рассматривается современное состояние экономики Казахстана.",
    "В результате исследования установлено, что в 2019 году объём производства вырос на 25 %.",
    "Предложено новое учебное пособие для студентов университета.",
    "Качество воды и состав почвы были проанализированы в лаборатории.",
  ]
  private static let en = [
    "The article considers the current state of the economy of Kazakhstan.",
    "The study found that in 2019 the volume of production grew by 25 %.",
    "A new study guide for university students was proposed.",
    "The quality of the water and the composition of the soil were analysed in the laboratory.",
  ]

  @Test func oneToOneToOne() throws {
    let beads = try beads(Self.kk, Self.ru, Self.en)
    #expect(beads.map(\.shape) == ["1:1:1", "1:1:1", "1:1:1", "1:1:1"])
    #expect(beads.allSatisfy { $0.score > 0.8 && $0.score <= 1 })
  }

  @Test func russianSplitsASentence() throws {
    var ru = Self.ru
    ru.replaceSubrange(
      1...1,
      with: ["Проведено исследование.", "Установлено, что в 2019 году объём производства вырос на 25 %."])
    #expect(try beads(Self.kk, ru, Self.en).map(\.shape) == ["1:1:1", "1:2:1", "1:1:1", "1:1:1"])
  }

  @Test func kazakhSplitsASentence() throws {
    var kk = Self.kk
    kk.replaceSubrange(3...3, with: ["Судың сапасы зерттелді.", "Топырақтың құрамы зертханада талданды."])
    #expect(try beads(kk, Self.ru, Self.en).map(\.shape) == ["1:1:1", "1:1:1", "1:1:1", "2:1:1"])
  }

  @Test(arguments: Language.allCases) func aLanguageLacksASentence(_ language: Language) throws {
    var sentences = Trilingual(kk: Self.kk, ru: Self.ru, en: Self.en)
    sentences[language].remove(at: 2)
    let beads = try Self.aligner.get().align(sentences)
    #expect(beads.count == 4)
    for other in Language.allCases {
      #expect(beads[2].sentences[other] == (other == language ? [] : [2]))
    }
  }

  @Test(arguments: Language.allCases) func twoLanguages(_ missing: Language) throws {
    var sentences = Trilingual(kk: Self.kk, ru: Self.ru, en: Self.en)
    sentences[missing] = []
    let beads = try Self.aligner.get().align(sentences)
    #expect(beads.count == 4)
    for (index, bead) in beads.enumerated() {
      for language in Language.allCases {
        #expect(bead.sentences[language] == (language == missing ? [] : [index]))
      }
    }
  }

  @Test(arguments: Language.allCases) func oneLanguage(_ language: Language) throws {
    var sentences = Trilingual<[String]>(repeating: [])
    sentences[language] = Self.en
    let beads = try Self.aligner.get().align(sentences)
    #expect(beads.map { $0.sentences[language] } == [[0], [1], [2], [3]])
    #expect(beads.allSatisfy { $0.score == 1 })
  }

  /// Sentences that do not translate each other are joined for want of better ones, and not surely.
  @Test(arguments: [true, false]) func unrelatedSentencesAreUnsure(_ isTrilingual: Bool) throws {
    let kk = ["Бадар сарын тоқпақ желбау.", "Шидем арқан қосақ."]
    let ru = ["Лапта вьюшка кросна мотовило.", "Рубель чапельник ухват."]
    let en = ["Gusset spindle treadle latch.", "Thole bobbin swingle."]
    let unrelated = try beads(kk, ru, isTrilingual ? en : [])
    let related = try beads(Self.kk, Self.ru, isTrilingual ? Self.en : [])
    #expect(unrelated.allSatisfy { $0.score < 0.9 })
    #expect(related.allSatisfy { $0.score > 0.9 && $0.score < 1 })
  }

  @Test(arguments: [true, false]) func otherNumbersMakeABeadLessSure(_ isTrilingual: Bool) throws {
    var ru = Self.ru
    ru[1] = ru[1].replacing("2019", with: "2007").replacing("25", with: "31")
    let right = try beads(Self.kk, Self.ru, isTrilingual ? Self.en : [])
    let wrong = try beads(Self.kk, ru, isTrilingual ? Self.en : [])
    #expect(wrong.map(\.shape) == right.map(\.shape))
    #expect(wrong[1].score < right[1].score - 0.005)
  }

  /// What lies before a stretch of text does not matter, however much of it there is.
  @Test(arguments: [true, false]) func scoresDoNotDependOnThePosition(_ isTrilingual: Bool) throws {
    var options = AlignmentOptions()
    // Every word of the stretch counts in full, so that few sentences weigh as much as a long text.
    options.model.repetition = 0
    let aligner = try Aligner(options: options)
    func text(_ unclear: [String], _ words: [String]) -> [String] {
      let long = words.map { Array(repeating: $0, count: 1500).joined(separator: " ") }
      let stretch = (0..<44).map { long[$0 % 4] }
      return stretch[..<4] + unclear + stretch + unclear + stretch[..<4]
    }
    let sentences = Trilingual(
      kk: text(["Бадар сарын.", "Тоқпақ желбау.", "Шидем."], ["су", "экономика", "университет", "топырақ"]),
      ru: text(["Лапта вьюшка кросна.", "Мотовило."], ["вода", "экономика", "университет", "почва"]),
      en: isTrilingual
        ? text(
          ["Gusset spindle.", "Treadle latch.", "Thole."], ["water", "economy", "university", "soil"]) : [])
    let beads = aligner.align(sentences)
    func unclear(_ from: Int) -> [Bead] {
      beads.filter { (from..<from + 3).contains($0.sentences.kk.first ?? -1) }
    }
    let before = unclear(4)
    let after = unclear(51)
    #expect(!before.isEmpty && before.map(\.shape) == after.map(\.shape))
    for (a, b) in zip(before, after) { #expect(abs(a.score - b.score) < 1e-3) }
  }

  /// Weights that make every score no number leave each sentence by itself, and nothing sure.
  @Test(arguments: [Double.nan, .infinity, -.infinity], [(4, 4, 4), (4, 3, 0), (0, 1, 4), (80, 70, 60)])
  func weightsThatAreNoNumbers(_ weight: Double, _ counts: (Int, Int, Int)) throws {
    var options = AlignmentOptions()
    options.weights.length = weight
    options.model.pairOmission = Float(weight)
    options.model.twoOmissions = Float(weight)
    func text(_ source: [String], _ count: Int) -> [String] { (0..<count).map { "\(source[$0 % 4]) \($0)" } }
    let sentences = Trilingual(
      kk: text(Self.kk, counts.0), ru: text(Self.ru, counts.1), en: text(Self.en, counts.2))
    try expectPartition(sentences, Aligner(options: options))
    guard weight.isNaN else { return }
    let beads = try Aligner(options: options).align(sentences)
    #expect(beads.allSatisfy { $0.sentences.values.map(\.count).reduce(0, +) == 1 && $0.score == 0 })
  }

  @Test func nothing() throws { #expect(try beads([], [], []).isEmpty) }

  @Test func repeatedSentences() throws {
    let beads = try beads(
      Array(repeating: Self.kk[0], count: 30), Array(repeating: Self.ru[0], count: 30),
      Array(repeating: Self.en[0], count: 30))
    #expect(beads.map(\.shape) == Array(repeating: "1:1:1", count: 30))
  }

  /// What text may contain besides words: nothing at all, NUL, marks alone, an endless word, decomposed letters.
  @Test func oddSentences() throws {
    let odd = [
      "", " ", "\u{0}", "\u{301}", String(repeating: "ж", count: 100_000), "й и\u{306} ё", "1 000 000 , . 5",
      "\u{FFFD}😀",
    ]
    try expectPartition(Trilingual(kk: odd, ru: odd.reversed(), en: odd + odd))
  }

  @Test func upperCaseAndDecomposedLettersAlignAsWell() throws {
    let kk = Self.kk.map { $0.uppercased() }
    let ru = Self.ru.map { $0.replacing("й", with: "и\u{306}").replacing(" ", with: "\u{A0}") }
    #expect(try beads(kk, ru, Self.en).map(\.shape) == ["1:1:1", "1:1:1", "1:1:1", "1:1:1"])
  }

  @Test(arguments: UInt64(1)...12) func beadsPartitionRandomTexts(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words =
      (Self.kk + Self.ru + Self.en).flatMap { $0.split(separator: " ").map(String.init) } + [
        "XX", "ЕАЭС", "7", "?",
      ]
    func text(_ limit: Int) -> [String] {
      (0..<Int.random(in: 0...limit, using: &random)).map { _ in
        (0..<Int.random(in: 0...12, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
          .joined(separator: " ")
      }
    }
    let limit = seed % 4 == 0 ? 90 : 14
    try expectPartition(Trilingual(kk: text(limit), ru: text(limit), en: text(limit)))
  }

  /// Shapes that leave the search little or very much room.
  @Test(arguments: [(1, 3000, 0), (0, 1, 3000), (1, 1, 2000), (600, 600, 1), (1, 400, 400), (700, 500, 600)])
  func lopsidedTexts(_ kk: Int, _ ru: Int, _ en: Int) throws {
    func text(_ source: [String], _ count: Int) -> [String] { (0..<count).map { "\(source[$0 % 4]) \($0)" } }
    try expectPartition(Trilingual(kk: text(Self.kk, kk), ru: text(Self.ru, ru), en: text(Self.en, en)))
  }

  @Test func aSentenceOfAMegabyte() throws {
    let long = Array(repeating: Self.ru.joined(separator: " "), count: 3000).joined(separator: " ")
    try expectPartition(Trilingual(kk: Self.kk, ru: [Self.ru[0], long, Self.ru[1]], en: Self.en))
  }

  @Test(arguments: 1...4) func beadsRespectTheMaximumSize(_ size: Int) throws {
    var options = AlignmentOptions()
    options.maximumBeadSize = size
    let aligner = try Aligner(options: options)
    let ru = Self.ru.flatMap { $0.split(separator: " ").map(String.init) }
    let beads = aligner.align(Trilingual(kk: Self.kk, ru: ru, en: Self.en))
    #expect(beads.allSatisfy { $0.sentences.values.allSatisfy { $0.count <= size } })
    #expect(beads.flatMap(\.sentences.ru) == Array(ru.indices))
  }

  /// Without words the lengths alone still find the split.
  @Test func evidenceCanBeSwitchedOff() throws {
    var options = AlignmentOptions()
    options.weights.lexicon = 0
    options.weights.cognates = 0
    let aligner = try Aligner(options: options)
    let beads = aligner.align(Trilingual(kk: Self.kk, ru: Self.ru, en: Self.en))
    #expect(beads.map(\.shape) == ["1:1:1", "1:1:1", "1:1:1", "1:1:1"])
  }

  /// Every sentence is in exactly one bead.
  private func expectPartition(
    _ sentences: Trilingual<[String]>, _ other: Aligner? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let beads = try (other ?? Self.aligner.get()).align(sentences)
    for language in Language.allCases {
      #expect(
        beads.flatMap { $0.sentences[language] }.sorted() == Array(sentences[language].indices),
        sourceLocation: sourceLocation)
    }
    #expect(beads.allSatisfy { $0.sentences.values.contains { !$0.isEmpty } }, sourceLocation: sourceLocation)
    #expect(beads.allSatisfy { (0...1).contains($0.score) }, sourceLocation: sourceLocation)
  }
}
