import Lingua
import Pipeline
import Testing

@Suite struct LockedAnchorTests {
  private static let sentences = Trilingual(
    kk: [
      "Мақалада Қазақстан экономикасының қазіргі жағдайы қарастырылады.", "Судың сапасы зертханада талданды.",
      "Университет студенттеріне арналған жаңа оқу құралы ұсынылды.", "Топырақтың құрамы анықталды.",
    ],
    ru: [
      "В статье рассматривается современное состояние экономики Казахстана.",
      "Качество воды было проанализировано в лаборатории.",
      "Предложено новое учебное пособие для студентов университета.", "Определён состав почвы.",
    ],
    en: [
      "The article considers the current state of the economy of Kazakhstan.",
      "The quality of the water was analysed in the laboratory.",
      "A new study guide for university students was proposed.", "The composition of the soil was determined.",
    ])

  /// The same search for texts that are short and for those that are long.
  private func aligners(_ change: (inout AlignmentOptions) -> Void = { _ in }) throws -> [Aligner] {
    try [false, true].map { isLong in
      var options = AlignmentOptions()
      if isLong {
        options.exactPlane = 0
        options.exactCells = 0
        options.window = 4
      }
      change(&options)
      return try Aligner(options: options)
    }
  }

  private func share(_ beads: [Bead], _ anchor: Trilingual<Int?>) -> Bool {
    beads.contains { bead in
      Language.allCases.allSatisfy { language in anchor[language].map { bead.sentences[language].contains($0) } ?? true
      }
    }
  }

  @Test(arguments: [
    [Trilingual<Int?>(kk: 0, ru: 1, en: nil)], [Trilingual<Int?>(kk: nil, ru: 3, en: 0)],
    [Trilingual<Int?>(kk: 1, ru: 2, en: 0)],
    [Trilingual<Int?>(kk: 1, ru: 0, en: nil), Trilingual<Int?>(kk: 2, ru: nil, en: 3)],
    [Trilingual<Int?>(kk: 1, ru: 1, en: nil), Trilingual<Int?>(kk: 1, ru: 2, en: nil)],
    [Trilingual<Int?>(kk: 0, ru: 0, en: 0), Trilingual<Int?>(kk: 3, ru: 1, en: 1)],
  ])
  func anchoredSentencesShareABead(_ anchors: [Trilingual<Int?>]) throws {
    for aligner in try aligners() {
      for languages in [Language.allCases, [.kk, .ru], [.ru, .en]] {
        var sentences = Self.sentences
        for language in Language.allCases where !languages.contains(language) { sentences[language] = [] }
        let kept = anchors.map { anchor in
          var anchor = anchor
          for language in Language.allCases where !languages.contains(language) { anchor[language] = nil }
          return anchor
        }
        .filter { $0.values.count { $0 != nil } > 1 }
        let beads = try aligner.align(AlignmentInput(sentences: sentences, anchors: kept))
        for anchor in kept { #expect(share(beads, anchor)) }
        for language in Language.allCases {
          #expect(beads.flatMap { $0.sentences[language] } == Array(sentences[language].indices))
        }
      }
    }
  }

  /// An anchor far from where a text would be aligned is kept in a long one, too.
  @Test(arguments: [(20, 150), (199, 0), (100, 101)]) func farAnchors(_ kk: Int, _ ru: Int) throws {
    var synthetic = SyntheticText(seed: 3)
    var sentences = synthetic.text(.plain, count: 200)
    sentences.en = []
    var options = AlignmentOptions()
    options.exactPlane = 0
    options.window = 24
    let anchor = Trilingual<Int?>(kk: kk, ru: ru, en: nil)
    let beads = try Aligner(options: options).align(AlignmentInput(sentences: sentences, anchors: [anchor]))
    #expect(share(beads, anchor))
    #expect(beads.flatMap(\.sentences.ru) == Array(0..<200))
  }

  @Test func anchorsThatCannotBeKept() throws {
    func error(
      _ anchors: [Trilingual<Int?>], paragraphs: [Int] = [], _ limits: AlignmentOptions.Paragraphs = .ignore
    ) throws -> AlignmentError? {
      var options = AlignmentOptions()
      options.paragraphs = limits
      let aligner = try Aligner(options: options)
      let long = Self.sentences.map { $0 + $0 }
      let input = AlignmentInput(
        sentences: long, paragraphs: Trilingual(kk: paragraphs, ru: [], en: []), anchors: anchors)
      do throws(AlignmentError) {
        _ = try aligner.align(input)
        return nil
      } catch { return error }
    }
    typealias Anchor = Trilingual<Int?>
    #expect(
      try error([Anchor(kk: 8, ru: 0, en: nil)])
        == .noSuchSentence(anchor: 0, language: .kk, sentence: 8, count: 8))
    #expect(try error([Anchor(kk: 1, ru: nil, en: nil)]) == .oneLanguage(anchor: 0))
    #expect(try error([Anchor(kk: 1, ru: 2, en: nil), Anchor(kk: 2, ru: 1, en: nil)]) == .crossing(0, 1))
    #expect(
      try error([Anchor(kk: 1, ru: 0, en: nil), Anchor(kk: 1, ru: 4, en: nil)])
        == .beadTooLarge(anchors: [0, 1], language: .ru, sentences: 5))
    let apart = [Anchor(kk: 1, ru: 1, en: nil), Anchor(kk: 2, ru: 1, en: nil)]
    #expect(
      try error(apart, paragraphs: [0, 2], .hard) == .acrossParagraphs(anchors: [0, 1], language: .kk))
    #expect(try error(apart, paragraphs: [0, 2], .soft) == nil)
    // No two of these cross, and yet the third closes a circle.
    #expect(
      try error([
        Anchor(kk: 5, ru: 5, en: nil), Anchor(kk: nil, ru: 3, en: 7), Anchor(kk: 7, ru: nil, en: 2),
      ]) == .crossing(0, 1))
  }

  /// Russian makes two sentences of one, and a paragraph ends between them.
  @Test(arguments: AlignmentOptions.Paragraphs.allCases)
  func paragraphs(_ limits: AlignmentOptions.Paragraphs) throws {
    var sentences = Self.sentences
    sentences.kk.replaceSubrange(1...3, with: ["Судың сапасы зертханада талданды және топырақтың құрамы анықталды."])
    sentences.ru.remove(at: 2)
    sentences.en = []
    for aligner in try aligners({ $0.paragraphs = limits }) {
      let beads = try aligner.align(
        AlignmentInput(sentences: sentences, paragraphs: Trilingual(kk: [0], ru: [0, 2], en: [])))
      #expect(beads.contains { $0.sentences.ru == [1, 2] } == (limits != .hard))
      #expect(beads.flatMap(\.sentences.ru) == [0, 1, 2])
    }
  }
}
