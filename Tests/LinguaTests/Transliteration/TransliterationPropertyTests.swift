import TestSupport
import Testing

@testable import Lingua

/// What must hold for any text, on random texts made of what schemes and escapes look at.
@Suite struct TransliterationPropertyTests {
  private static let pieces: [String] = [
    "қазақ", "Шишка", "ЩИ", "съезд", "СЪЕЗД", "Ъ", "ь", "Ь", "шч", "Шч", "сх", "тс", "тц", "йо", "ЙО", "иа", "нг", "гһ",
    "ия",
    "и", "й", "и\u{306}", "И\u{306}", "е\u{308}", "ё", "Ё", "э", "ұ", "і", "І", "ң", "ң\u{301}", "ї", "ѐ", "ӣ", "җ",
    "word", "I", "i", "İ", "ı", "SH", "sh", "zh", "ya", "İstanbul", "é", "e\u{301}", "\u{306}", "\u{361}", "\u{30B}",
    "t͡s",
    "'", "’", "ʼ", "”", "\"", "ʺ", "ʹ", "`", "``", "·", "\\", "\\(", "\\)", "\\|", "\\\\", "(", ")", "|", "\u{212A}",
    "ſ", "ǅ",
    "ٴ", "ء", "ٵ", "قازاق", "ا", "،", ",", "?", ";", "1", "12,5", ".", " ", " ", "\n", "\r\n", "\u{A0}", "\u{AD}", "-",
    "—", "«",
    "»", "№", "漢", "👨‍👩‍👧", "ⅷ", "Ⓚ", "α", "\0", "\u{FEFF}",
  ]

  private func text(_ generator: inout SeededGenerator) -> String {
    let choice = (0..<Int.random(in: 1...14, using: &generator)).compactMap { _ in
      Self.pieces.randomElement(using: &generator)
    }
    return (0..<Int.random(in: 0...40, using: &generator)).compactMap { _ in choice.randomElement(using: &generator) }
      .joined()
  }

  @Test func escapedTextComesBackByteForByte() throws {
    for scheme in try Scheme.all() where scheme.reversibility != .no {
      let there = try Transliterator(scheme: scheme.id, escaping: true)
      let back = try Transliterator(scheme: scheme.id, direction: .reverse, escaping: true)
      for seed in UInt64(1)...150 {
        var generator = SeededGenerator(seed: seed)
        let input = text(&generator)
        let encoded = there.transliterate(input)
        let spelt = input.unicodeScalars.map { String($0.value, radix: 16) }
        #expect(back.transliterate(encoded).utf8.elementsEqual(input.utf8), "\(scheme.id), seed \(seed): \(spelt)")
      }
    }
  }

  /// Words longer than what is looked at together, and every letter beside every other.
  @Test func escapedLongWordsComeBack() throws {
    let letters = Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")
    var generator = SeededGenerator(seed: 3)
    let word = String((0..<6000).compactMap { _ in letters.randomElement(using: &generator) })
    for scheme in try Scheme.all() where scheme.reversibility != .no {
      let there = try Transliterator(scheme: scheme.id, escaping: true)
      let back = try Transliterator(scheme: scheme.id, direction: .reverse, escaping: true)
      for text in [word, word.uppercased(), String(repeating: "ш", count: 3000), String(repeating: "тс", count: 700)] {
        #expect(back.transliterate(there.transliterate(text)) == text, "\(scheme.id)")
      }
    }
  }

  @Test(arguments: [1, 3, 1000, 16_384, 16_387, 65_537, 131_072])
  func resultDoesNotDependOnTheCut(blockSize: Int) throws {
    for id in ["kk-arab-tote", "ru-bgn-pcgn-1947", "kk-latn-2021-jan"] {
      for (direction, escaping) in [
        (Transliterator.Direction.forward, false), (.forward, true), (.reverse, false), (.reverse, true),
      ] {
        let transliterator = try Transliterator(scheme: id, direction: direction, escaping: escaping)
        var generator = SeededGenerator(seed: 5)
        var input = ""
        while input.utf8.count < 140_000 {
          input +=
            text(&generator) + (direction == .forward ? " Бір ТҮНГІ сөз. Щ И Й " : " Bir ТS ٴتىل keiın \\(a b\\) ")
        }
        let bytes = Array(input.utf8)
        var whole: [UInt8] = []
        let coverage = bytes.withUnsafeBufferPointer { transliterator.transliterate($0, into: &whole) }
        var stream = transliterator.stream()
        var parts: [UInt8] = []
        bytes.withUnsafeBufferPointer { buffer in
          for start in stride(from: 0, to: buffer.count, by: blockSize) {
            stream.append(
              UnsafeBufferPointer(rebasing: buffer[start..<min(start + blockSize, buffer.count)]), into: &parts)
          }
        }
        stream.finish(into: &parts)
        #expect(parts == whole, "\(id), \(direction), \(escaping)")
        #expect(stream.coverage.unknownLetters == coverage.unknownLetters)
      }
    }
  }

  /// A letter with several marks is one letter, wherever a block or a stretch of the text ends.
  @Test(arguments: 0..<10)
  func marksStayWithTheirLetter(shift: Int) throws {
    let transliterator = try Transliterator(scheme: "ru-bgn-pcgn-1947")
    let start = String(repeating: "x", count: shift)
    let input = start + String(repeating: " би\u{306}\u{301}", count: 30_000)
    let expected = start + String(repeating: " by\u{301}", count: 30_000)
    var stream = transliterator.stream()
    var output: [UInt8] = []
    let bytes = Array(input.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      for from in stride(from: 0, to: bytes.count, by: 50_000) {
        stream.append(UnsafeBufferPointer(rebasing: bytes[from..<min(from + 50_000, bytes.count)]), into: &output)
      }
    }
    stream.finish(into: &output)
    #expect(output == Array(expected.utf8))
    #expect(transliterator.transliterate(input) == expected)
  }

  /// The direct table gives what the rules give.
  @Test func directTableAgreesWithTheRules() throws {
    let letters = Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі").map(String.init) + ["и\u{306}", "а\u{301}"]
    for scheme in try Scheme.all() {
      let transliterator = try Transliterator(scheme: scheme.id)
      for seed in UInt64(1)...40 {
        var generator = SeededGenerator(seed: seed)
        let words = (0..<12).map { _ in
          let word = (0..<Int.random(in: 1...7, using: &generator)).compactMap { _ in
            letters.randomElement(using: &generator)
          }.joined()
          return [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()][
            Int.random(in: 0..<3, using: &generator)]
        }
        let line = words.joined(separator: " ")
        var scan = TransliterationScan(transliterator.table, escaping: false)
        var byRules: [UInt8] = []
        Array(line.utf8).withUnsafeBufferPointer { text in
          var i = 0
          while i < text.count {
            if let end = scan.append(at: i, in: text, before: text.count, to: &byRules) {
              i = end
            } else {
              byRules.append(text[i])
              i += 1
            }
          }
        }
        #expect(transliterator.transliterate(line).utf8.elementsEqual(byRules), "\(scheme.id): \(line)")
      }
    }
  }
}
