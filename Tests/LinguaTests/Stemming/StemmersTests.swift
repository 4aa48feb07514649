import Lingua
import TestSupport
import Testing

@Suite struct StemmersTests {
  @Test(arguments: [
    (Language.kk, "кітаптарымыздан", "Кітабы"), (.ru, "исследованиями", "Исследование"), (.ru, "ещё", "ЕЩЕ"),
    (.ru, "моделей", "модели"), (.en, "studies", "Studying"), (.en, "authors", "author's"),
    (.en, "authors", "author’s"),
  ])
  func formsOfAWordShareItsStem(language: Language, a: String, b: String) throws {
    var stemmers = try Stemmers()
    let first = stemmers.stem(a, language)
    #expect(!first.isEmpty)
    #expect(first == stemmers.stem(b, language))
  }

  @Test(arguments: [
    (Language.kk, "қала", "қалам"), (.ru, "стол", "столица"), (.en, "contract", "contrast"),
  ])
  func othersDoNot(language: Language, a: String, b: String) throws {
    var stemmers = try Stemmers()
    #expect(stemmers.stem(a, language) != stemmers.stem(b, language))
  }

  @Test(arguments: Language.allCases)
  func noBytesTrap(language: Language) throws {
    var stemmers = try Stemmers()
    var random = SeededGenerator(seed: 11)
    let pieces: [[UInt8]] = [
      Array("дың".utf8), Array("ing".utf8), Array("ение".utf8), [0xD0], [0xD2, 0x41], [0xFF], [0], [0xE2, 0x80],
      Array("Ё".utf8), Array("\u{306}".utf8), Array("й".utf8), Array("𐀀".utf8), [0x27], [0x2D],
    ]
    for _ in 0..<5000 {
      var word: [UInt8] = []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        word += pieces.randomElement(using: &random) ?? []
        if Bool.random(using: &random) { word.append(.random(in: 0...255, using: &random)) }
      }
      var stem: [UInt8] = [7]
      word.withUnsafeBufferPointer { stemmers.append(stemOf: $0, language, to: &stem) }
      #expect(stem.first == 7)
      #expect(stem.count <= word.count + 3, "\(word)")
      var again: [UInt8] = [7]
      word.withUnsafeBufferPointer { stemmers.append(stemOf: $0, language, to: &again) }
      #expect(stem == again, "\(word)")
      var codes: [UInt8] = []
      word.withUnsafeBufferPointer { stemmers.append(stemOfCodes: $0, language, to: &codes) }
    }
  }

  @Test(arguments: ["исследованиями", "ёлками", "стекла", "я", "йод"])
  func letterCodesGiveTheSameStem(word: String) throws {
    var stemmers = try Stemmers()
    var stem: [UInt8] = []
    LetterCode.codes(word).withUnsafeBufferPointer { stemmers.append(stemOfCodes: $0, .ru, to: &stem) }
    #expect(stem == LetterCode.codes(stemmers.stem(word, .ru)))
  }

  /// Each task has handles of its own.
  @Test func clonesWorkSideBySide() async throws {
    let words = ["исследования", "моделями", "государственных", "абстракций"]
    var stemmers = try Stemmers()
    let expected = words.map { stemmers.stem($0, .ru) }
    let kazakh = try KazakhStemmer()
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var mine = Stemmers(kazakh: kazakh)
          for _ in 0..<500 where words.map({ mine.stem($0, .ru) }) != expected { return false }
          return true
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
