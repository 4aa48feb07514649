import TestSupport
import Testing

@testable import Lingua

@Suite struct LayoutTests {
  struct Case: Decodable, CustomTestStringConvertible {
    var label: String
    var original: String
    var expected: String
    var rules: [String]
    var testDescription: String { label }
  }

  static let cases = Result {
    try ["synthetic", "negative"].flatMap { try Fixtures.cases("\($0)/layout.json", of: Case.self) }
  }
  // Letters are another matter.
  static let normalizer = Result { try ScanNormalizer(without: [LostLetters.rule]) }

  @Test func hasCases() throws { #expect(try Self.cases.get().count > 30) }

  @Test(arguments: (try? cases.get()) ?? []) func repairs(_ sample: Case) throws {
    let normalizer = try Self.normalizer.get()
    let result = try normalizer.normalize(sample.original)
    #expect(
      result.text.utf8.elementsEqual(sample.expected.utf8), "\(result.text.debugDescription) \(result.edits)")
    #expect(Set(result.edits.map(\.rule.rawValue)) == Set(sample.rules))
    #expect(try result.edits.replay(on: sample.original).utf8.elementsEqual(sample.expected.utf8))
    #expect(try normalizer.normalize(result.text).edits.isEmpty)
  }

  private static let page = """
    Весной посёлок получил новую школу,1 и дети больше не
    ездят в город. В здании два этажа, светлая столовая и
    мастерская, где по вечерам занимаются взрослые.2 Все
    говорят, что места хватит всем, а к осени там откроют
    ещё и спортивный зал, и бассейн.

    1См.: Отчёт районного совета, 2019, с. 4.
    2Там же, с. 7.

    """

  @Test(arguments: [
    (FootnoteHandling.drop, "школу, и", ""),
    (.keep, "школу,[1] и", "1См.: Отчёт районного совета, 2019, с. 4.\n2Там же, с. 7.\n"),
    (.move, "школу,[1] и", "\n[1] См.: Отчёт районного совета, 2019, с. 4.\n[2] Там же, с. 7.\n"),
  ])
  func handlesFootnotes(_ handling: FootnoteHandling, _ mark: String, _ end: String) throws {
    let normalizer = try ScanNormalizer(footnotes: handling)
    let result = try normalizer.normalize(Self.page)
    #expect(result.text.contains(mark))
    #expect(result.text.hasSuffix("и бассейн.\n" + (handling == .keep ? "\n" : "") + end))
    #expect(try result.edits.replay(on: Self.page) == result.text)
    #expect(try normalizer.normalize(result.text).edits.isEmpty)
  }

  @Test func keepsWhatIsSwitchedOff() throws {
    for rule in ["line-join", "line-hyphen", "footnote", "footnote-mark", "page-number", "running-head"] {
      let normalizer = try ScanNormalizer(without: [EditRule(rawValue: rule)])
      for sample in try Self.cases.get() {
        let result = try normalizer.normalize(sample.original)
        #expect(
          !result.edits.contains { $0.rule.rawValue.split(separator: "+").contains(rule[...]) }, "\(sample.label)")
        #expect(try normalizer.normalize(result.text).edits.isEmpty, "\(sample.label) without \(rule)")
      }
    }
  }

  @Test func measuresColumns() throws {
    let layout = try #require(Self.cases.get().first).original.utf8.withContiguousStorageIfAvailable {
      LayoutFigures(of: $0)
    }
    let figures = try #require(layout)
    #expect(figures.isWrapped && figures.hyphenCount == 1 && figures.pageCount == 1 && figures.lineCount == 8)
    #expect((50...65).contains(figures.width))
    // The same as one line a paragraph, and nothing at all.
    let paragraph = String(repeating: "Бір сөйлем тағы бір сөйлем. ", count: 30)
    for text in [paragraph, "", "\n\n\u{0C}\n"] {
      let figures = text.utf8.withContiguousStorageIfAvailable { LayoutFigures(of: $0) }
      #expect(figures?.isWrapped == false)
    }
  }

  @Test func takesMalformedBytesWithoutFailing() throws {
    let normalizer = try Self.normalizer.get()
    var generator = SeededGenerator(seed: 11)
    let pieces: [[UInt8]] = [
      Array("-\n".utf8), Array("1".utf8), Array("сөз".utf8), Array("Word".utf8), [0xC3], [0xE2, 0x80], [0xFF],
      Array("\u{0C}".utf8), Array("\n\n".utf8), Array("←8 | ".utf8), Array("**".utf8), Array("](".utf8),
      Array(". ".utf8),
      Array("¹".utf8), Array("¬\n".utf8), Array(" ".utf8), Array("7\n".utf8), Array("<sup>".utf8), Array("\\".utf8),
    ]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...120, using: &generator) {
        bytes += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      _ = try normalizer.normalize(&bytes, recordingEdits: true)
    }
  }

  @Test func takesOneLongLine() throws {
    let normalizer = try Self.normalizer.get()
    var bytes = Array(String(repeating: "сөз-сөйлем.Word 12,5 (қазақ)7 «тіл»; ", count: 60_000).utf8)
    let count = bytes.count
    let edits = try normalizer.normalize(&bytes, recordingEdits: true)
    #expect(bytes.count == count + edits.reduce(0) { $0 + $1.growth })
  }
}
