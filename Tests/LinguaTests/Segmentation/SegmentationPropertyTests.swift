import TestSupport
import Testing

@testable import Lingua

/// What holds for any text.
@Suite struct SegmentationPropertyTests {
  private static let pieces = [
    "Қазақ", "ет", "А", "А.", "т.б.", "г.", "рис.", "etc.", "U.S.", "12", "3.5", ".", "...", "…", "!", "?!", "«", "»",
    "\"", "(", ")", "[4]", "-", "—", " ", " ", " ", "\n", "\r\n", "\n\n", "\u{A0}", "\u{2028}", "\u{0}", "\u{301}",
    "й", "х.Ү", "你好。", "😀", "www.a.kz", "e.g.", "1.", "•", "\u{FEFF}", "\u{200B}", "The", "В",
  ]

  private static func text(seed: UInt64, count: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// Ranges are in order, begin and end at characters that are not blank, and leave only blanks between them.
  private func expectTiling(_ ranges: [Range<Int>], of text: String, _ comment: Comment) {
    let bytes = Array(text.utf8)
    var end = 0
    for range in ranges {
      guard range.lowerBound >= end, range.upperBound <= bytes.count, !range.isEmpty else {
        Issue.record("\(range) after \(end): \(comment)")
        return
      }
      let gap = String(validating: bytes[end..<range.lowerBound], as: UTF8.self)
      #expect(gap?.unicodeScalars.allSatisfy(\.isBlank) == true, comment)
      let sentence = String(validating: bytes[range], as: UTF8.self)
      #expect(sentence?.unicodeScalars.first?.isBlank == false, comment)
      #expect(sentence?.unicodeScalars.last?.isBlank == false, comment)
      end = range.upperBound
    }
    let rest = String(validating: bytes[end...], as: UTF8.self)
    #expect(rest?.unicodeScalars.allSatisfy(\.isBlank) == true, comment)
  }

  @Test(arguments: Language.allCases)
  func sentencesTileTheText(language: Language) throws {
    var segmenter = try SentenceSegmenter(language: language)
    for seed in 0..<UInt64(300) {
      let text = Self.text(seed: seed, count: Int(seed % 60))
      expectTiling(try segmenter.sentences(of: text), of: text, "seed \(seed), \(language)")
    }
  }

  @Test(arguments: Language.allCases)
  func wordsTileTheText(language: Language) throws {
    var segmenter = try WordSegmenter(language: language)
    for seed in 0..<UInt64(100) {
      let text = Self.text(seed: seed, count: Int(seed % 60))
      var end = 0
      for word in try segmenter.segments(of: text) {
        #expect(word.range.lowerBound == end, "seed \(seed)")
        end = word.range.upperBound
      }
      #expect(end == text.utf8.count, "seed \(seed)")
    }
  }

  /// Pieces of any size give the boundaries of the whole.
  @Test(arguments: [8, 13, 40, 200])
  func piecesDoNotShow(size: Int) throws {
    var iterator = try ICU.BreakIterator(.sentence, locale: "kk")
    for seed in 0..<UInt64(40) {
      // Words of one script, so that a sentence is longer than some pieces and shorter than others.
      var generator = SeededGenerator(seed: seed)
      let words = ["Ол", "келді.", "Кетті!", "жоқ", "3.5", "(бар)."]
      let text = (0..<60).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      let bytes = Array(text.utf8)
      let ends = try bytes.withUnsafeBufferPointer { buffer in
        var whole: [ICU.BreakIterator.Boundary] = []
        var pieces: [ICU.BreakIterator.Boundary] = []
        try iterator.append(boundariesOf: buffer, to: &whole)
        try iterator.append(boundariesOfLong: buffer, pieces: size, to: &pieces)
        return (whole.map(\.end), pieces.map(\.end))
      }
      if size >= 200 {
        #expect(ends.0 == ends.1, "seed \(seed)")
      } else {
        // A sentence longer than a piece may lose a boundary, but none is invented out of order.
        #expect(ends.1 == ends.1.sorted() && ends.1.last == bytes.count, "seed \(seed)")
      }
    }
  }

  /// A piece that holds one whole sentence and a part of the next keeps the boundary between them.
  @Test(arguments: [30, 33, 40, 47])
  func aPieceWithTwoBoundariesKeepsTheFirst(size: Int) throws {
    let text = String(repeating: "Ол үйге келді. ", count: 20)
    #expect(try ends(of: text, pieces: size) == ends(of: text, pieces: 10_000))
  }

  /// Texts hardly longer than a piece, and pieces of nothing, are no reason to read beyond the end.
  @Test(arguments: 0...9)
  func tinyPiecesStayInTheText(size: Int) throws {
    for count in 0...12 {
      let text = String(repeating: "ә", count: count / 2) + (count % 2 == 0 ? "" : ".")
      #expect(try ends(of: text, pieces: size).last ?? 0 == text.utf8.count)
    }
  }

  private func ends(of text: String, pieces: Int) throws -> [Int] {
    var iterator = try ICU.BreakIterator(.sentence, locale: "kk")
    var found: [ICU.BreakIterator.Boundary] = []
    try Array(text.utf8).withUnsafeBufferPointer {
      try iterator.append(boundariesOfLong: $0, pieces: pieces, to: &found)
    }
    return found.map(\.end)
  }

  /// A long line without any blank, and a long line of stops: both in linear time.
  @Test(arguments: ["а", "а.", ".", "«", "1. ", "A.", "\n", "т. б. ", "\"", "x.Y", "(", "— "])
  func staysLinear(unit: String) throws {
    let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
    var segmenter = try SentenceSegmenter(language: .ru)
    let clock = ContinuousClock()
    let time = try clock.measure { expectOrder(try segmenter.sentences(of: text)) }
    #expect(time < .seconds(20))
  }

  private func expectOrder(_ ranges: [Range<Int>]) {
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
  }
}
