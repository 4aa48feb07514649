import Foundation
import TestSupport
import Testing

@testable import Lingua
@testable import Pipeline

@Suite struct TranslationTrainerTests {
  private static let kazakh = Result { try KazakhStemmer() }

  private func text(
    _ text: InventedText, leavingOut: [String] = [], scheme: StemScheme = .letters(4)
  ) throws -> ParallelText {
    try ParallelText(
      folder: text.folder.path, leavingOut: leavingOut, scheme: scheme, kazakh: Self.kazakh.get())
  }

  private func bytes(_ invented: InventedText, scheme: StemScheme = .letters(4)) throws -> [UInt8] {
    try TranslationTrainer.table(of: text(invented, scheme: scheme))
  }

  @Test(arguments: [StemScheme.letters(4), .letters(6), .stem(64), .stem(5)])
  func wordsThatStandTogetherTranslateEachOther(_ scheme: StemScheme) throws {
    let invented = try InventedText()
    try invented.folder.write(InventedText.three, to: "invented.kk-ru-en.tsv")
    let table = try TranslationTable(bytes: bytes(invented, scheme: scheme))
    #expect(table.scheme == scheme)
    #expect(table.sources == ["invented.kk-ru-en"])
    for (kk, ru, en) in InventedText.nouns + InventedText.verbs {
      for (word, source, other, target) in [
        (kk, Language.kk, ru, Language.ru), (kk, .kk, en, .en), (ru, .ru, en, .en), (ru, .ru, kk, .kk),
        (en, .en, kk, .kk), (en, .en, ru, .ru),
      ] {
        let best = try #require(table.candidates(word, from: source, to: target).first, "\(word) \(target)")
        #expect(other.hasPrefix(best.stem), "\(word): \(best.stem)")
        #expect(best.probability > 0.4)
        // In another letter case and form.
        #expect(table.candidates(word.uppercased(), from: source, to: target).first == best)
      }
    }
    // Six letters are more than this word's stem has.
    if scheme != .letters(6) { #expect(!table.candidates("кітаптарымыз", from: .kk, to: .ru).isEmpty) }
    #expect(table.candidates("ғарышкер", from: .kk, to: .ru).isEmpty)
    #expect(table.candidates("", from: .kk, to: .en).isEmpty)
    #expect(table.candidates("кітап", from: .kk, to: .kk).isEmpty)
  }

  /// Kazakh and English meet through Russian only.
  @Test func theThirdLanguageJoinsTheOthers() throws {
    let invented = try InventedText()
    try invented.folder.write(InventedText.kazakhRussian, to: "a.kk-ru.tsv")
    try invented.folder.write(InventedText.russianEnglish, to: "b.ru-en.tsv")
    let table = try TranslationTable(bytes: bytes(invented))
    #expect(table.candidates("терезелер", from: .kk, to: .en).first?.stem == "wind")
    #expect(table.candidates("windows", from: .en, to: .kk).first?.stem == "тере")
  }

  @Test func frequenciesAreSharesOfAllWords() throws {
    let invented = try InventedText()
    try invented.folder.write(InventedText.three, to: "invented.kk-ru-en.tsv")
    let table = try TranslationTable(bytes: bytes(invented))
    // Five of sixty words.
    #expect(abs(table.frequency("кітап", .kk) - 5.0 / 60) < 1e-6)
    #expect(table.frequency("книга", .kk) == 0)
  }

  @Test func theSameTextGivesTheSameBytes() throws {
    let one = try InventedText()
    let other = try InventedText()
    // Written in another order.
    try one.folder.write(InventedText.three, to: "a.kk-ru-en.tsv")
    try one.folder.write(InventedText.kazakhRussian, to: "b.kk-ru.tsv")
    try other.folder.write(InventedText.kazakhRussian, to: "b.kk-ru.tsv")
    try other.folder.write(InventedText.three, to: "a.kk-ru-en.tsv")
    #expect(try bytes(one) == bytes(other))
    #expect(try bytes(one) == bytes(one))
  }

  @Test func whatIsLeftOutTeachesNothing() throws {
    let invented = try InventedText()
    try invented.folder.write(InventedText.three, to: "news-2020.kk-ru-en.tsv")
    try invented.folder.write(
      "ғарыш кемесі\tкосмический корабль\nғарыш кемесі ұшты\tкосмический корабль улетел\n", to: "x.kk-ru.tsv")
    let all = try TranslationTable(bytes: TranslationTrainer.table(of: text(invented)))
    let without = try TranslationTable(bytes: TranslationTrainer.table(of: text(invented, leavingOut: ["news"])))
    #expect(!all.candidates("кітап", from: .kk, to: .ru).isEmpty)
    #expect(without.candidates("кітап", from: .kk, to: .ru).isEmpty)
    #expect(!without.candidates("ғарыш", from: .kk, to: .ru).isEmpty)
    #expect(without.sources == ["x.kk-ru"])
    #expect(throws: TrainingError.unknownSource("nws", known: ["news-2020", "x"])) {
      try text(invented, leavingOut: ["nws"])
    }
  }

  @Test func brokenRowsAreNamedAndLeftOut() throws {
    let invented = try InventedText()
    var bytes = Data("кітап керек\tнужна книга\t0,9\r\nбір ұяшық\nкітап жоғалды\tкнига пропала\tсенімді\n".utf8)
    bytes.append(contentsOf: [0xD0, 0xFF, 0x09, 0x61, 0x0A])
    bytes.append(Data("бір\tекі\tүш\tтөрт\nкітап ұнайды\tкнига нравится\t0.29\n\nтерезе\tокно\t.31".utf8))
    let path = try invented.folder.write(bytes, to: "x.kk-ru.tsv")
    let text = try text(invented)
    #expect(
      text.badRows == [
        BadRow(path: path, line: 2, reason: .cellCount(found: 1, expected: 2)),
        BadRow(path: path, line: 3, reason: .badScore("сенімді")),
        BadRow(path: path, line: 4, reason: .notUTF8),
        BadRow(path: path, line: 5, reason: .cellCount(found: 4, expected: 2)),
      ])
    #expect(text.sources.map(\.rows) == [7])
    // The first and the last; the one before has a low score.
    #expect(text.sources.map(\.pairs) == [2])
  }

  @Test func repeatedAndUntranslatedPairsCountOnce() throws {
    let invented = try InventedText()
    try invented.folder.write(
      "су таза\tвода чиста\nсу таза\tвода чиста\nLinux\tLinux\n\tвода\nсу таза\tчистая вода\n", to: "x.kk-ru.tsv")
    let text = try text(invented)
    #expect(text.badRows.isEmpty)
    #expect(text.sources.map(\.pairs) == [2])
  }

  @Test func aFolderWithoutParallelTextIsRefused() throws {
    let invented = try InventedText()
    try invented.folder.write("a\tb\n", to: "x.tsv")
    try invented.folder.write("a\tb\n", to: "x.kk-de.tsv")
    try invented.folder.write("a\tb\n", to: "x.kk-kk.tsv")
    #expect(throws: TrainingError.noText(path: invented.folder.path)) { try text(invented) }
  }

  /// What is read in place is what was learned, to the last of 255 steps.
  @Test func theFileHoldsWhatWasLearned() throws {
    let invented = try InventedText()
    try invented.folder.write(InventedText.three, to: "invented.kk-ru-en.tsv")
    let text = try text(invented)
    let pair = text.pairs[0]
    let model = TranslationModel(pair, left: text.stems.kk.count, right: text.stems.ru.count)
    let empty = { (language: Language) in
      [[TranslationModel.Entry]](repeating: [], count: text.stems[language].count)
    }
    var rows = TranslationLayout.pairs.map { empty($0.source) }
    rows[TranslationLayout.number(.kk, .ru)] = model.forward
    rows[TranslationLayout.number(.ru, .kk)] = model.backward
    let table = try TranslationTable(bytes: TranslationTableWriter(text: text, rows: rows).bytes())
    var count = 0
    for (stem, row) in model.forward.enumerated() {
      let word = String(decoding: text.stems.kk[stem], as: UTF8.self)
      let found = table.candidates(word, from: .kk, to: .ru)
      #expect(found.count == row.count)
      for entry in row {
        let target = String(decoding: text.stems.ru[Int(entry.stem)], as: UTF8.self)
        let candidate = try #require(found.first { $0.stem == target })
        #expect(abs(candidate.probability - Double(entry.probability)) <= 0.5 / 255 + 1e-6)
        count += 1
      }
    }
    #expect(count > 10)
    #expect(table.candidates("книга", from: .ru, to: .en).isEmpty)
  }
}
