import Lingua
import Pipeline
import TestSupport
import Testing

/// The search of long texts, in windows along a band, finds what a search over all cells finds.
@Suite struct LongTextTests {
  /// Searches all cells, however many there are.
  private static let exact = aligner { options in
    options.exactPlane = .max
    options.exactCells = .max
    options.model.roughMargin = .infinity
  }
  /// Searches in small windows, however few sentences there are.
  private static let windowed = aligner { options in
    options.exactPlane = 0
    options.exactCells = 0
    options.window = 24
  }

  private static func aligner(_ change: (inout AlignmentOptions) -> Void) -> Result<Aligner, LexiconError> {
    var options = AlignmentOptions()
    change(&options)
    let chosen = options
    return Result { () throws(LexiconError) in try Aligner(options: chosen) }
  }

  private func expectSame(
    _ sentences: Trilingual<[String]>, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let exact = try Self.exact.get().align(sentences)
    let windowed = try Self.windowed.get().align(sentences)
    #expect(windowed.map(\.sentences) == exact.map(\.sentences), sourceLocation: sourceLocation)
    // A window sees fewer of the partitions that a bead competes with.
    for (one, other) in zip(exact, windowed) {
      #expect(abs(one.score - other.score) < 0.05, sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: SyntheticText.Shape.allCases, UInt64(1)...3)
  func twoLanguages(_ shape: SyntheticText.Shape, _ seed: UInt64) throws {
    var synthetic = SyntheticText(seed: seed)
    var sentences = synthetic.text(shape, count: 180)
    if seed == 2 { sentences.kk = [] } else { sentences.en = [] }
    try expectSame(sentences)
  }

  /// In three dimensions the search stays near what the pairs say, and pairs that are unrelated say nothing.
  @Test(arguments: SyntheticText.Shape.allCases.filter { $0 != .unrelated }, UInt64(1)...2)
  func threeLanguages(_ shape: SyntheticText.Shape, _ seed: UInt64) throws {
    var synthetic = SyntheticText(seed: 100 + seed)
    try expectSame(synthetic.text(shape, count: 60))
  }

  /// Where every partition is as good as another, windows lose nothing and invent nothing.
  @Test(arguments: [(300, 300, 0), (300, 280, 0), (0, 200, 260), (120, 120, 120), (90, 70, 110)])
  func identicalSentences(_ kk: Int, _ ru: Int, _ en: Int) throws {
    let sentences = Trilingual(
      kk: Array(repeating: "Судың сапасы зерттелді.", count: kk),
      ru: Array(repeating: "Качество воды исследовано.", count: ru),
      en: Array(repeating: "The quality of the water was studied.", count: en))
    let beads = try Self.windowed.get().align(sentences)
    expectPartition(beads, of: sentences)
    let languages = Language.allCases.filter { !sentences[$0].isEmpty }
    let whole = beads.count { bead in languages.allSatisfy { bead.sentences[$0].count == 1 } }
    #expect(whole >= languages.map { sentences[$0].count }.min().map { $0 * 9 / 10 } ?? 0)
  }

  @Test(arguments: [(1, 10_000, 0), (10_000, 0, 1), (1, 1, 5_000), (0, 12, 3_000)])
  func fewAgainstMany(_ kk: Int, _ ru: Int, _ en: Int) throws {
    var synthetic = SyntheticText(seed: 7)
    let text = synthetic.text(.plain, count: max(kk, ru, en))
    let sentences = Trilingual(
      kk: Array(text.kk.prefix(kk)), ru: Array(text.ru.prefix(ru)), en: Array(text.en.prefix(en)))
    expectPartition(try Self.windowed.get().align(sentences), of: sentences)
    expectPartition(try Aligner().align(sentences), of: sentences)
  }

  @Test func aSentenceOfAMegabyteAmongOthers() throws {
    var synthetic = SyntheticText(seed: 8)
    var sentences = synthetic.text(.plain, count: 60)
    sentences.en = []
    sentences.ru[30] = Array(repeating: sentences.ru[30], count: 10_000).joined(separator: " ")
    #expect(sentences.ru[30].utf8.count > 1_000_000 / 2)
    try expectSame(sentences)
  }

  /// A long text is found as it was made: most sentences one to one, and a large insertion by itself.
  @Test func aLargeInsertion() throws {
    var synthetic = SyntheticText(seed: 9)
    var sentences = synthetic.text(.plain, count: 900)
    sentences.en = []
    sentences.ru.insert(contentsOf: synthetic.text(.plain, count: 700).ru, at: 400)
    let beads = try Aligner().align(sentences)
    expectPartition(beads, of: sentences)
    let right = beads.count { bead in
      bead.sentences.kk.count == 1
        && bead.sentences.ru == bead.sentences.kk.map { $0 < 400 ? $0 : $0 + 700 }
    }
    #expect(right > 880)
  }

  private func expectPartition(
    _ beads: [Bead], of sentences: Trilingual<[String]>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for language in Language.allCases {
      #expect(
        beads.flatMap { $0.sentences[language] } == Array(sentences[language].indices),
        sourceLocation: sourceLocation)
    }
  }
}
