import TestSupport
import Testing

@testable import Lingua

/// Two characters at once give what the rules give for each.
@Suite struct PairTableTests {
  private static let schemes: [(String, Transliterator.Direction)] = [
    ("kk-latn-bgn-pcgn-1979", .forward), ("kk-latn-bgn-pcgn-1979", .reverse), ("kk-latn-2021-jan", .forward),
    ("kk-latn-2021-jan", .reverse), ("kk-arab-tote", .forward), ("ru-alalc", .forward), ("ru-alalc", .reverse),
    ("ru-icao-9303", .forward), ("ru-bgn-pcgn-1947", .forward), ("ru-gost779-b", .forward),
  ]

  private func byRules(_ transliterator: Transliterator, _ input: String) -> [UInt8] {
    var scan = TransliterationScan(transliterator.table, escaping: false)
    var output: [UInt8] = []
    Array(input.utf8).withUnsafeBufferPointer { text in
      var i = 0
      while i < text.count {
        if let end = scan.append(at: i, in: text, before: text.count, to: &output) {
          i = end
        } else {
          let count = text.scalar(at: i).count
          output.append(contentsOf: text[i..<i + count])
          i += count
        }
      }
    }
    return output
  }

  private func check(_ transliterator: Transliterator, _ input: String, _ comment: String) {
    let output = Array(transliterator.transliterate(input).utf8), expected = byRules(transliterator, input)
    guard output != expected else { return }
    let place = zip(output, expected).prefix { $0 == $1 }.count
    let found = String(decoding: output[max(0, place - 12)..<min(output.count, place + 12)], as: UTF8.self)
    let right = String(decoding: expected[max(0, place - 12)..<min(expected.count, place + 12)], as: UTF8.self)
    Issue.record("\(transliterator.scheme.id), \(transliterator.direction), \(comment): \(found) for \(right)")
  }

  @Test(arguments: schemes) func everyPairAgreesWithTheRules(id: String, direction: Transliterator.Direction) throws {
    let transliterator = try Transliterator(scheme: id, direction: direction)
    let pairs = transliterator.table.pairs
    let characters = (0..<UInt32(0x800)).filter { value in
      let first = value < 0x80 ? value : 0xC0 | value >> 6, second = value < 0x80 ? 0 : 0x80 | value & 0x3F
      return pairs.classes[Int(second << 8 | first)] > 0
    }.map { Character(Unicode.Scalar(replacingInvalid: $0)) }
    #expect(characters.count > 70 && characters.count < 255)
    for first in characters {
      // Both orders, beginning at an even and at an odd character, behind a beginning that goes one by one.
      let text = characters.map { "\(first)\($0)" }.joined()
      check(transliterator, "0123456789" + text, "\(first)")
      check(transliterator, "012345678" + text, "\(first), odd")
    }
  }

  @Test(arguments: schemes) func mixedTextAgreesWithTheRules(id: String, direction: Transliterator.Direction) throws {
    let transliterator = try Transliterator(scheme: id, direction: direction)
    let letters =
      direction == .forward
      ? "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіАГЖНҢШЩЯҒҺ" : "aäbdeghiıjklmnñoöpqrsştuūüvyzAGHJKNSTYZŞ·'’"
    let all = Array(letters) + ["и\u{306}", "а\u{301}", "—", "№", "«", "漢", "😀", "λ", "é", "\n", "\u{A0}", "9", "x"]
    for seed in UInt64(1)...60 {
      var generator = SeededGenerator(seed: seed)
      // From text of letters and blanks to text where nearly every character is another kind.
      let rare = Int.random(in: 1...40, using: &generator)
      let text = (0..<600).compactMap { _ -> Character? in
        switch Int.random(in: 0..<40, using: &generator) {
        case ..<rare: all.randomElement(using: &generator)
        case ..<(rare + 2): " "
        default: letters.prefix(40).randomElement(using: &generator)
        }
      }
      check(transliterator, String(text), "seed \(seed)")
    }
  }
}
