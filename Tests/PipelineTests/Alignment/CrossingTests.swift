import Lingua
import Pipeline
import Testing

@Suite struct CrossingTests {
  private static let aligner = Result { try Aligner() }

  private static let text = Trilingual(
    kk: [
      "Мақалада Қазақстан экономикасының қазіргі жағдайы қарастырылады.",
      "Судың сапасы мен топырақтың құрамы зертханада талданды.",
      "Университет студенттеріне арналған жаңа оқу құралы ұсынылды.",
      "Мұнай бағасының банк жүйесіне әсері бағаланды.",
      "Ауыл мектептеріндегі мұғалімдердің саны 2019 жылы артқаны анықталды.",
      "Көне қолжазбалардың тарихы мен тілі зерттелді.",
    ],
    ru: [
      "В статье рассматривается современное состояние экономики Казахстана.",
      "Качество воды и состав почвы были проанализированы в лаборатории.",
      "Предложено новое учебное пособие для студентов университета.",
      "Оценено влияние цены на нефть на банковскую систему.",
      "Установлено, что число учителей в сельских школах в 2019 году выросло.",
      "Исследованы история и язык древних рукописей.",
    ],
    en: [
      "The article considers the current state of the economy of Kazakhstan.",
      "The quality of the water and the composition of the soil were analysed in the laboratory.",
      "A new study guide for university students was proposed.",
      "The influence of the oil price on the banking system was assessed.",
      "It was found that the number of teachers in rural schools grew in 2019.",
      "The history and the language of ancient manuscripts were studied.",
    ])

  /// Where each sentence of the changed language came from.
  static let orders = [
    [0, 2, 1, 3, 4, 5], [1, 0, 2, 3, 4, 5], [0, 1, 2, 3, 5, 4], [0, 3, 1, 2, 4, 5], [0, 2, 3, 1, 4, 5],
    [0, 3, 4, 1, 2, 5],
  ]

  @Test(arguments: orders, Language.allCases) func anotherOrder(_ order: [Int], _ changed: Language) throws {
    for missing in [Language?.none] + Language.allCases.filter({ $0 != changed }) {
      var sentences = Self.text
      sentences[changed] = order.map { Self.text[changed][$0] }
      if let missing { sentences[missing] = [] }
      let beads = try Self.aligner.get().align(sentences)
      #expect(beads.count == 6)
      let languages = Language.allCases.filter { $0 != missing }
      let first = languages[0]
      #expect(beads.map { $0.sentences[first] } == (0..<6).map { [$0] })
      let moved = Set(order.indices.filter { order[$0] != $0 })
      for bead in beads {
        let truth = bead.sentences.kk.first.map { changed == .kk ? order[$0] : $0 }
        for language in languages where truth != nil {
          #expect(bead.sentences[language].map { language == changed ? order[$0] : $0 } == [truth])
        }
        #expect(bead.isCrossing == bead.sentences[changed].contains { moved.contains($0) })
      }
    }
  }

  @Test(arguments: [Language?.none] + Language.allCases.map { $0 }) func nothingCrosses(_ missing: Language?) throws {
    var sentences = Self.text
    if let missing { sentences[missing] = [] }
    let beads = try Self.aligner.get().align(sentences)
    #expect(beads.allSatisfy { !$0.isCrossing })
    sentences.ru.removeAll { $0 == Self.text.ru[2] }
    #expect(try Self.aligner.get().align(sentences).allSatisfy { !$0.isCrossing })
  }

  /// A paragraph of something else, which one language has by mistake.
  @Test(arguments: Language.allCases, [0, 2, 6]) func pastedTextStaysByItself(_ language: Language, _ place: Int) throws
  {
    let pasted = Trilingual(
      kk: [
        "Сайтты пайдаланғаныңыз үшін рақмет.", "Барлық суреттер авторлардың жеке мұрағатынан алынды.",
        "Көшіріп басу үшін редакцияның рұқсаты керек.",
      ],
      ru: [
        "Спасибо, что пользуетесь нашим сайтом.", "Все снимки взяты из личных архивов авторов.",
        "Для перепечатки требуется разрешение редакции.",
      ],
      en: [
        "Thank you for visiting our website.", "All pictures are taken from the private archives of the authors.",
        "Permission of the editors is required for reprinting.",
      ])
    for missing in [Language?.none] + Language.allCases.filter({ $0 != language }) {
      var sentences = Self.text
      sentences[language].insert(contentsOf: pasted[language], at: place)
      if let missing { sentences[missing] = [] }
      let beads = try Self.aligner.get().align(sentences)
      for number in place..<place + 3 {
        let bead = beads.first { $0.sentences[language].contains(number) }
        #expect(bead?.sentences.values.map(\.count).reduce(0, +) == 1)
      }
      #expect(beads.count == 9)
    }
  }
}
