import Lingua
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ExplanationTests {
  private static let aligner = Result { () throws(LexiconError) in
    var options = AlignmentOptions()
    options.explains = true
    return try Aligner(options: options)
  }

  private func aligned(
    _ sentences: Trilingual<[String]>, _ change: (inout AlignmentOptions) -> Void = { _ in }
  ) throws -> [Bead] {
    var aligner = try Self.aligner.get()
    change(&aligner.options)
    return aligner.align(sentences)
  }

  /// The explanation of texts that are one bead.
  private func explained(
    kk: [String] = [], ru: [String] = [], en: [String] = [], _ change: (inout AlignmentOptions) -> Void = { _ in }
  ) throws -> BeadExplanation {
    let beads = try aligned(Trilingual(kk: kk, ru: ru, en: en), change)
    try #require(beads.count == 1)
    return try #require(beads[0].explanation)
  }

  private func link(_ pair: BeadExplanation.Pair, _ source: String, _ target: String) -> BeadExplanation.Link? {
    pair.links.first { $0.source == source && $0.target == target }
  }

  /// Calls `body` with all that a search sees of some sentences.
  private func withStretch(
    _ sentences: Trilingual<[String]>, _ options: AlignmentOptions, _ body: (TextStretch) throws -> Void
  ) throws {
    let translations = try TranslationTable()
    let numbers = try NumberLexicon()
    let evidence = try Self.aligner.get().evidence
    try translations.withView { table in
      var cutter = translations.cutter
      let texts = Language.allCases.filter { !sentences[$0].isEmpty }.map { language in
        let text = AlignmentText(sentences[language], language, numbers: numbers)
        let learned = TranslationEvidence(text, table: table, cutter: &cutter)
        return KeyedText(
          text: text, learned: learned, keys: TypeKeys(text, evidence: evidence, learned: learned, options: options))
      }
      return Result { try body(TextStretch(texts, table: table, options: options)) }
    }.get()
  }

  // MARK: The sum

  @Test(arguments: SyntheticText.Shape.allCases, [2, 3])
  func thePartsOfAPairAreItsScore(_ shape: SyntheticText.Shape, _ languages: Int) throws {
    var synthetic = SyntheticText(seed: 5)
    var sentences = synthetic.text(shape, count: 20)
    if languages == 2 { sentences.ru = [] }
    let beads = try aligned(sentences)
    let present = Language.allCases.filter { !sentences[$0].isEmpty }
    var options = AlignmentOptions()
    options.explains = true
    try withStretch(sentences, options) { stretch in
      var scorers = stretch.pairs.map { BlockScorer($0, options: options) }
      for bead in beads {
        let explanation = try #require(bead.explanation)
        var pairs = explanation.pairs[...]
        for number in scorers.indices {
          let numbers = scorers[number].pair.numbers
          let (a, b) = (bead.sentences[present[numbers.a]], bead.sentences[present[numbers.b]])
          if a.isEmpty || b.isEmpty { continue }
          let next = pairs.popFirst()
          let pair = try #require(next)
          #expect(pair.languages == LanguagePair(source: present[numbers.a], target: present[numbers.b]))
          let score = scorers[number].score(a, b)
          let expected = try #require(score)
          #expect(abs(pair.score - Double(expected)) < 1e-3)
        }
        #expect(pairs.isEmpty)
      }
    }
  }

  /// The totals of all beads are the score of the partition that the search found best.
  @Test(arguments: [SyntheticText.Shape.plain, .merges, .omissions, .numbers], [2, 3])
  func theTotalsAreWhatTheSearchAddsUp(_ shape: SyntheticText.Shape, _ languages: Int) throws {
    var synthetic = SyntheticText(seed: 3)
    var sentences = synthetic.text(shape, count: 16)
    if languages == 2 { sentences.kk = [] }
    let totals = try aligned(sentences).compactMap { $0.explanation?.total }.reduce(0, +)
    try withStretch(sentences, AlignmentOptions()) { stretch in
      let search = stretch.search(stretch.lattice, limits: nil)
      let best = try #require(search.pass(over: stretch.lattice).best.last)
      // A refinement may find a better one.
      #expect(totals > best - 0.01)
      if shape == .plain || shape == .numbers { #expect(totals < best + 0.01) }
    }
  }

  /// Nothing is known of the places of words in sentences of so many; their score is explained all the same.
  @Test func sentencesOfManyWords() throws {
    let count = BlockScorer.longest + 100
    let kk = (0..<count).map { $0 % 3 == 0 ? "су" : "сөз\($0)" }.joined(separator: " ")
    let ru = (0..<count).map { $0 % 3 == 0 ? "вода" : "слово\($0)" }.joined(separator: " ")
    let sentences = Trilingual(kk: [kk], ru: [ru], en: [])
    let explanation = try explained(kk: [kk], ru: [ru])
    let pair = try #require(explanation.pairs.first)
    #expect(pair.links.contains { $0.source == "су" && $0.target == "вода" })
    try withStretch(sentences, AlignmentOptions()) { stretch in
      let search = stretch.search(stretch.lattice, limits: nil)
      let best = try #require(search.pass(over: stretch.lattice).best.last)
      #expect(abs(explanation.total - best) < 0.01 * abs(best))
    }
  }

  @Test func theLinksAddUpToTheGain() throws {
    let pair = try #require(
      explained(kk: ["Су мен топырақ сапасы зерттелді."], ru: ["Исследовано качество воды и почвы."]).pairs.first)
    #expect(pair.links.count > 2 && pair.links.count <= 12)
    #expect(abs(pair.links.reduce(0) { $0 + $1.gain } - pair.gain) < 1e-3)
    #expect(pair.gain > pair.source.words + pair.target.words)
    #expect(zip(pair.links, pair.links.dropFirst()).allSatisfy { $0.gain >= $1.gain })
  }

  @Test func noMoreThanTwelveLinks() throws {
    let kk = "су топырақ экономика университет зерттеу нәтиже сапа мектеп тіл заң қала ауыл мұғалім кітап тарих"
    let ru =
      "вода почва экономика университет исследование результат качество школа язык закон город село учитель книга"
    let pair = try #require(explained(kk: [kk], ru: [ru]).pairs.first)
    #expect(pair.links.count == 12)
    #expect(pair.links.reduce(0) { $0 + $1.gain } < pair.gain)
  }

  // MARK: Words

  private static let evidence: [(kk: String, ru: String, source: String, target: String, BeadExplanation.Evidence)] = [
    ("Су таза.", "Вода чистая.", "Су", "Вода", .lexicon),
    ("ЕАЭО құрылды.", "Создан ЕАЭС.", "ЕАЭО", "ЕАЭС", .acronym),
    ("Мұнда 25 бар.", "Здесь двадцать пять.", "25", "25", .number),
    ("XIX ғасыр.", "Девятнадцатый век.", "19", "Девятнадцатый", .number),
    ("Python тілі.", "Язык Python.", "Python", "Python", .latin),
    ("Бұл не?", "Что это?", "?", "?", .punctuation),
    ("Ковалевск көшесі.", "Улица Ковалевского.", "Ковалевск", "Ковалевского", .cognate),
    ("Су таза.", "Вода чистая.", "Су", "Вода", .translations),
  ]

  @Test(arguments: evidence)
  func aLinkSaysWhy(
    _ kk: String, _ ru: String, _ source: String, _ target: String, _ evidence: BeadExplanation.Evidence
  ) throws {
    let pair = try #require(explained(kk: [kk], ru: [ru]).pairs.first)
    let found = try #require(link(pair, source, target), "\(pair.links)")
    #expect(found.evidence.contains(evidence), "\(found)")
    #expect(found.gain > 0)
    let without = try explained(kk: [kk], ru: [ru]) { options in
      switch evidence {
      case .lexicon: options.weights.lexicon = 0
      case .translations: options.weights.translations = 0
      case .cognate: options.weights.cognates = 0
      case .number: options.weights.numbers = 0
      case .acronym: options.weights.acronyms = 0
      case .latin: options.weights.latin = 0
      case .punctuation: options.weights.punctuation = 0
      }
      // Two sentences may part without their only link.
      options.model.pairOmission = 100
    }
    #expect(without.pairs.allSatisfy { link($0, source, target)?.evidence.contains(evidence) != true })
  }

  @Test(arguments: [(1.0, true), (0.001, false)]) func theStrongestEvidenceComesFirst(_ weight: Double, _ isFirst: Bool)
    throws
  {
    let explanation = try explained(kk: ["Университет ашылды."], ru: ["Университет открыт."]) {
      $0.weights.cognates = weight
    }
    let found = try #require(explanation.pairs.first.flatMap { link($0, "Университет", "Университет") })
    #expect(found.evidence.count > 1)
    #expect((isFirst ? found.evidence.first : found.evidence.last) == .cognate)
  }

  /// Words are found in any form, and printed as they stand, but for what does not show.
  @Test(arguments: [
    ("СУ ТАЗА.", "СУ"), ("су таза.", "су"), ("Су, су және су таза.", "Су"), ("С\u{AD}у таза.", "Су"),
    ("Су\u{301} таза.", "Су"), ("«Су»\u{A0}таза.\r\n", "Су"),
  ])
  func wordsArePrintedAsTheyStand(_ kk: String, _ printed: String) throws {
    let pair = try #require(explained(kk: [kk], ru: ["Вода чистая."]).pairs.first)
    #expect(link(pair, printed, "Вода") != nil, "\(pair.links)")
  }

  @Test func decomposedLettersAreComposed() throws {
    let pair = try #require(explained(kk: ["Тарихи\u{306} мұра."], ru: ["Исторический май."]).pairs.first)
    #expect(pair.links.allSatisfy { !$0.source.unicodeScalars.contains("\u{306}") })
    #expect(PrintedWords(["и\u{306}од"]).text(0, of: table(of: "йод")) == "йод")
  }

  private func table(of word: String) -> TokenTable {
    var table = TokenTable()
    _ = table.number(of: LetterCode.codes(word), kind: .word)
    return table
  }

  @Test(arguments: ["Қазақстан", "water", "straße", "ţară"])
  func aWordThatIsNotPrintedIsInLowerCase(_ word: String) {
    #expect(PrintedWords([]).text(0, of: table(of: word)) == word.lowercased())
  }

  // MARK: What an editor looks for

  @Test func numbersAndAcronymsWithoutCounterpartAreNamed() throws {
    let pair = try #require(
      explained(
        kk: ["2019 жылы БҒМ 25 мектеп пен 12 балабақша ашты."], ru: ["В 2019 году открыто 27 школ и 12 садов, ЮНЕСКО."]
      ).pairs.first)
    #expect(pair.source.unlinked == ["БҒМ", "25"])
    #expect(pair.target.unlinked == ["27", "ЮНЕСКО"])
  }

  @Test func aLineOfCapitalsHasNoAcronyms() throws {
    let pair = try #require(
      explained(kk: ["КӨНЕ ҚОЛЖАЗБАЛАРДЫҢ ТАҒДЫРЫ ТУРАЛЫ СӨЗ"], ru: ["О судьбе древних рукописей 15"]).pairs.first)
    #expect(pair.source.unlinked.isEmpty && pair.target.unlinked == ["15"])
  }

  @Test func monthsAreNamed() throws {
    let pair = try #require(explained(kk: ["Су 12.05.2018 күні таза."], ru: ["Вода была чиста."]).pairs.first)
    #expect(pair.source.unlinked == ["12", "month 5", "2018"])
  }

  @Test func lengthsAreCounted() throws {
    let pair = try #require(explained(kk: ["Су таза."], en: ["The water is clean."]).pairs.first)
    #expect(pair.source.characters == 7 && pair.target.characters == 16)
    #expect(pair.ratio == 16.0 / 7 && pair.usualRatio > 0.5)
    #expect(pair.languages.text == "kk-en")
    let longer = try #require(
      explained(kk: ["Су таза."], en: ["The water is clean, and so it was in all of the years before."]) {
        $0.model.pairOmission = 100
      }.pairs.first)
    #expect(longer.length < pair.length)
  }

  @Test func boundariesOfParagraphsCost() throws {
    var aligner = try Self.aligner.get()
    let input = AlignmentInput(
      sentences: Trilingual(kk: ["Су таза.", "Отын арзан."], ru: ["Вода чистая, а топливо дешёвое."], en: []),
      paragraphs: Trilingual(kk: [0, 1], ru: [0], en: []))
    let free = try #require(aligner.align(input).first?.explanation)
    aligner.options.paragraphs = .soft
    let bounded = try #require(aligner.align(input).first?.explanation)
    #expect(free.paragraphs == 0 && free.shape < 0)
    #expect(bounded.paragraphs == -Double(aligner.options.model.paragraph) && bounded.shape == free.shape)
    #expect(abs(bounded.total - free.total - bounded.paragraphs) < 1e-9)
  }

  @Test func pairsThatDisagreeSaySo() throws {
    var seen = false
    for seed in UInt64(1)...8 {
      var synthetic = SyntheticText(seed: seed)
      for bead in try aligned(synthetic.text(.omissionsAndMerges, count: 24)) {
        let explanation = try #require(bead.explanation)
        for pair in explanation.pairs {
          #expect(pair.disagrees == bead.disagreements.contains(pair.languages))
          seen = seen || pair.disagrees
        }
      }
    }
    #expect(seen)
  }

  // MARK: When

  @Test(arguments: SyntheticText.Shape.allCases)
  func nothingChangesButTheExplanation(_ shape: SyntheticText.Shape) throws {
    var synthetic = SyntheticText(seed: 7)
    let sentences = synthetic.text(shape, count: 20)
    var beads = try aligned(sentences)
    #expect(beads.allSatisfy { $0.explanation != nil })
    for k in beads.indices { beads[k].explanation = nil }
    #expect(try aligned(sentences) { $0.explains = false } == beads)
  }

  @Test func aSentenceAloneHasNoPairs() throws {
    let one = try aligned(Trilingual(kk: ["Су таза.", "Отын арзан."], ru: [], en: []))
    #expect(one.map(\.explanation) == Array(repeating: BeadExplanation(shape: 0, paragraphs: 0, pairs: []), count: 2))
    let beads = try aligned(
      Trilingual(kk: ["Су таза."], ru: ["Вода чистая.", "Рецензент остался недоволен переплётом и шрифтом."], en: []))
    let alone = try #require(beads.first { $0.sentences.kk.isEmpty }?.explanation)
    #expect(alone.pairs.isEmpty && alone.shape < 0 && alone.total == alone.shape)
    #expect(try aligned(Trilingual(repeating: [])).isEmpty)
  }

  /// A long text is explained part by part, as its beads are alone.
  @Test func aLongText() throws {
    var synthetic = SyntheticText(seed: 11)
    let sentences = synthetic.text(.plain, count: 1500)
    let beads = try aligned(Trilingual(kk: sentences.kk, ru: sentences.ru, en: []))
    #expect(beads.count > 1024)
    let pairs = beads.compactMap { $0.explanation?.pairs.first }
    #expect(pairs.count > 1400)
    for (bead, pair) in zip(beads, beads.map { $0.explanation?.pairs.first }) where bead.shape == "1:1:0" {
      let pair = try #require(pair)
      let text = sentences.kk[bead.sentences.kk[0]]
      #expect(pair.links.allSatisfy { text.contains($0.source) || $0.evidence.contains(.number) })
      #expect(pair.source.characters == text.count { $0 != " " })
    }
  }
}
