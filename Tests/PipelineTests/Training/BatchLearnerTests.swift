import Foundation
import TestSupport
import Testing

@testable import Lingua
@testable import Pipeline

@Suite struct BatchLearnerTests {
  private static let aligner = Result { try Aligner() }

  private static func sentences(_ article: Int) -> Trilingual<[String]> {
    let rows = InventedBatch.sentences(of: article)
    return Trilingual(kk: rows.map(\.0), ru: rows.map(\.1), en: rows.map(\.2))
  }

  /// What a batch of articles teaches, each changed by `change`.
  private func learner(
    articles: Int, mostRows: Int = 50_000, _ change: (inout Trilingual<[String]>, Int) -> Void = { _, _ in }
  ) throws -> BatchLearner {
    let aligner = try Self.aligner.get()
    var learner = BatchLearner(mostRows: mostRows)
    for article in 0..<articles {
      var sentences = Self.sentences(article)
      change(&sentences, article)
      learner.add(try aligner.sample(AlignmentInput(sentences: sentences)))
    }
    return learner
  }

  @Test func wordsOfTheBatchAreLearned() throws {
    let before = try Self.aligner.get()
    let adaptation = try #require(try learner(articles: 24).adaptation(of: before.translations))
    let table = adaptation.translations
    #expect(table.sources == before.translations.sources + ["batch"])
    for (kk, ru, en) in InventedBatch.words {
      for (word, source, other, target) in [
        (kk, Language.kk, ru, Language.ru), (kk, .kk, en, .en), (ru, .ru, en, .en), (ru, .ru, kk, .kk),
        (en, .en, kk, .kk), (en, .en, ru, .ru),
      ] {
        #expect(before.translations.candidates(word, from: source, to: target).isEmpty)
        let best = try #require(table.candidates(word, from: source, to: target).first, "\(word) \(target)")
        #expect(other.hasPrefix(best.stem) && best.probability > 0.2, "\(word): \(best)")
      }
    }
    // Between sentences of such words nobody else can tell which one has no counterpart.
    let kazakh = ["Мөрзіп, шүңғал, тәлбөк, құнжыр.", "Бөгзем, жәмпіл, мөрзіп, тәлбөк."]
    let russian = ["Столдек, дервиг, хрустод, фамлеж.", "Чилгап, огруден, столдек, хрустод."]
    let other = "Гырбуд, шомтек, вырнаг, цупол."
    var after = before
    after.adapt(to: adaptation)
    var wasRight = 0
    for (place, counterparts) in [(0, [1, 2]), (1, [0, 2]), (2, [0, 1])] {
      var sentences = Trilingual(kk: kazakh, ru: russian, en: [])
      sentences.ru.insert(other, at: place)
      /// Whether both sentences are with their counterparts.
      func isRight(_ aligner: Aligner) -> Bool {
        let beads = aligner.align(sentences).map(\.sentences)
        return counterparts.enumerated().allSatisfy { beads.contains(Trilingual(kk: [$0], ru: [$1], en: [])) }
      }
      #expect(isRight(after), "\(place)")
      if isRight(before) { wasRight += 1 }
    }
    #expect(wasRight < 3)
  }

  @Test func whatWasKnownStays() throws {
    let table = try Self.aligner.get().translations
    let merged = try #require(try learner(articles: 20).adaptation(of: table)).translations
    for (word, language) in [("су", Language.kk), ("книга", .ru), ("price", .en), ("село", .ru), ("заң", .kk)] {
      #expect(merged.frequency(word, language) == table.frequency(word, language))
      for target in Language.allCases where target != language {
        let now = merged.candidates(word, from: language, to: target)
        for candidate in table.candidates(word, from: language, to: target) {
          let there = try #require(now.first { $0.stem == candidate.stem })
          #expect(there.probability >= candidate.probability)
        }
      }
    }
  }

  @Test func theSameBatchTeachesTheSame() throws {
    let table = try Self.aligner.get().translations
    let one = try #require(try learner(articles: 20).adaptation(of: table)).translations
    let other = try #require(try learner(articles: 20).adaptation(of: table)).translations
    #expect(one.bytes.withBytes { one in other.bytes.withBytes { one.elementsEqual($0) } })
  }

  @Test func littleTeachesNothing() throws {
    let table = try Self.aligner.get().translations
    let few = try learner(articles: 19)
    #expect(few.shortage == .documents(found: 19, needed: 20))
    #expect(try few.adaptation(of: table) == nil)
    // A document in one language is none to learn from.
    let alone = try learner(articles: 25) { sentences, article in
      if article % 3 == 0 {
        sentences.ru = []
        sentences.en = []
      }
    }
    #expect(alone.shortage == .documents(found: 16, needed: 20))
    let short = try learner(articles: 30) { sentences, _ in
      sentences = sentences.map { Array($0.prefix(3)) }
    }
    #expect(short.documents == 30 && short.beads <= 90)
    #expect(short.shortage == .beads(found: short.beads, needed: 300))
    #expect(try short.adaptation(of: table) == nil)
    #expect(BatchLearner().shortage == .documents(found: 0, needed: 20))
  }

  /// Where nothing is left out, leaving out becomes less probable; where much is, it stays as it is.
  @Test func omissionsFollowTheBatch() throws {
    let table = try Self.aligner.get().translations
    let whole = try #require(try learner(articles: 24).adaptation(of: table))
    #expect(whole.omission > 1)
    let holes = try #require(
      try learner(articles: 30) { sentences, article in
        sentences.kk.removeAll { ($0.utf8.count + article) % 4 == 0 }
        sentences.en.removeAll { ($0.utf8.count + article) % 5 == 0 }
      }.adaptation(of: table))
    #expect(holes.omission == 1)
  }

  @Test func ofManyBeadsSomeAreKept() throws {
    let all = try learner(articles: 20)
    let some = try learner(articles: 20, mostRows: 40)
    #expect(all.rows.count == all.beads && some.beads == all.beads)
    #expect(some.rows.count <= 40 && some.rows.count > 15)
    // At even distances, from the first on.
    let stride = (all.rows.count + some.rows.count - 1) / some.rows.count
    #expect([1, 2, 4, 8, 16, 32].contains(stride))
    #expect(some.rows == Swift.stride(from: 0, to: all.rows.count, by: stride).map { all.rows[$0] })
  }

  /// A table numbers 65,536 stems of a language; the more frequent ones have room.
  @Test func frequentStemsComeFirst() throws {
    let table = try Self.aligner.get().translations
    var rows = InventedBatch.sentences(of: 0).map { Trilingual(kk: $0.0, ru: $0.1, en: $0.2) }
    for n in 0..<3 { rows.append(Trilingual(kk: "Мөрзіп \(n).", ru: "Столдек \(n).", en: "Brackfold \(n).")) }
    let text = ParallelText(rows: rows, name: "batch", scheme: table.scheme, kazakh: table.kazakh)
    // The language with most stems has room for one more, the others for all.
    let full = try #require(Language.allCases.max { table.stemCount($0) < table.stemCount($1) })
    let merge = TranslationTableMerge(table, text, most: table.stemCount(full) + 1)
    let bytes = try merge.bytes(rows: TranslationTrainer.rows(of: text), weight: 1)
    let merged = try TranslationTable(bytes: bytes)
    #expect(merged.stemCount(full) == table.stemCount(full) + 1)
    let words = InventedBatch.words.map { Trilingual(kk: $0.0, ru: $0.1, en: $0.2)[full] }
    #expect(merged.frequency(words[0], full) > 0)
    #expect(merged.frequency(words[4], full) == 0)
  }
}
