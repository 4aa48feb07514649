import Testing

@testable import Lingua

@Suite struct KnownWordsTests {
  @Test(arguments: [
    ("және", Language.kk, 8), ("мемлекеттік", .kk, 5), ("библиотека", .ru, 1), ("library", .en, 2), ("don't", .en, 1),
  ]) func knows(_ word: String, language: Language, least: Int) throws {
    #expect(try KnownWords().frequency(of: word, in: language) >= least)
  }

  @Test(arguments: [
    ("", Language.kk), ("және ", .kk), ("Және", .kk), ("жәнеқ", .kk), ("жәнеғ", .kk), ("ქალაქი", .ru), ("құжат", .ru),
    ("\u{FFFD}", .en), ("librarz", .en),
  ]) func doesNotKnow(_ word: String, language: Language) throws {
    #expect(try KnownWords().frequency(of: word, in: language) == 0)
  }

  @Test(arguments: ["learned/words-kk.bin", "learned/letters-kk.bin"]) func refusesDamage(_ name: String) throws {
    let whole = try Lexicons.embedded.bytes(of: name)
    let damages: [([UInt8], LexiconError.Damage)] = [
      ([], .notThisKind), (Array("no list".utf8), .notThisKind),
      (Array(whole[..<8]) + [9] + whole[9...], .version(found: 9, expected: 1)),
      (Array(whole.dropLast()), .size(found: whole.count - 1, expected: whole.count)),
    ]
    for (bytes, damage) in damages {
      let lexicons = Lexicons(origin: "test", files: [name: bytes])
      #expect(throws: LexiconError(file: name, line: 0, reason: .damaged(damage))) {
        _ = try ScanNormalizer(lexicons: lexicons)
      }
    }
    // A copy of the sound file works as the file itself.
    #expect(throws: Never.self) { try ScanNormalizer(lexicons: Lexicons(origin: "test", files: [name: whole])) }
  }

  @Test(arguments: [
    ("letters\tread_as\tprobability\nabcd\tx\t0.5\n", "letters"),
    ("letters\tread_as\tprobability\nқ\tк\t2\n", "probability"),
    ("letters\tread_as\tprobability\nқ\tкккк\t0.5\n", "read_as"),
  ]) func refusesTables(_ text: String, column: String) throws {
    let lexicons = Lexicons(origin: "test", files: ["lost-letters.tsv": Array(text.utf8)])
    let error = try #require(throws: LexiconError.self) { try ScanNormalizer(lexicons: lexicons) }
    guard case .badValue(column, _, _) = error.reason else {
      Issue.record("\(error)")
      return
    }
    #expect(error.file == "lost-letters.tsv" && error.line == 2)
  }
}
