import Lingua
import TestSupport
import Testing

/// What must hold for any text, on random texts made of what repairs look at.
@Suite struct NormalizerPropertyTests {
  private static let pieces: [String] = [
    "қазақ", "текст", "word", "a", "и", "И", "\u{306}", "\u{308}", "е", "\u{301}", "\u{323}", "\u{344}", "\r", "\n",
    "\r\n", " ", "  ", "\u{AD}", "\u{AD}\n", "\u{AD}\u{2010}\n", "-", "\u{A0}", "\u{2003}", "\u{200B}", "\u{200C}",
    "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202C}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{FEFF}",
    "\u{61C}", "ع", "ب", "\u{64B}", "ש", "\u{5B4}", "क", "\u{93C}", "\u{94D}", "\u{958}", "👨", "❤", "\u{FE0F}",
    "\u{1F3FD}", "\u{FB01}", "\u{FB03}", "\u{FB1D}", "\0", "\u{7}", "\u{B}", "\u{C}", "\u{7F}", "\u{85}", "\u{9B}",
    "\u{2028}", "\u{2029}", "\u{2000}", "\u{212B}", "\u{1100}", "\u{1161}", "\u{11A8}", "가", "漢", "\u{F900}", "か",
    "\u{3099}", "\u{3000}", "«", "»", "—", "№", "₸", "\u{1D15E}", "😀", "1", ".", "\u{387}", "α",
  ]

  private func text(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...60, using: &generator)
    // Few different pieces give long runs of the same, many give every neighbourhood.
    let choice = (0..<Int.random(in: 1...12, using: &generator)).compactMap { _ in
      Self.pieces.randomElement(using: &generator)
    }
    return (0..<count).compactMap { _ in choice.randomElement(using: &generator) }.joined()
  }

  @Test func editsReplayAndNothingIsLeftToRepair() throws {
    let normalizer = Normalizer()
    for seed in UInt64(1)...800 {
      var generator = SeededGenerator(seed: seed)
      let input = text(&generator)
      let result = try normalizer.normalize(input)
      let spelt = input.unicodeScalars.map { String($0.value, radix: 16) }
      #expect(
        try result.edits.replay(on: input).utf8.elementsEqual(result.text.utf8), "seed \(seed): \(spelt)")
      let again = try normalizer.normalize(result.text)
      #expect(again.edits == [], "seed \(seed): \(spelt)")
      #expect(try normalize(result.text).utf8.elementsEqual(result.text.utf8), "seed \(seed)")
    }
  }

  @Test func everyEditChangesSomething() throws {
    for seed in UInt64(1)...400 {
      var generator = SeededGenerator(seed: seed)
      let input = text(&generator)
      let bytes = Array(input.utf8)
      for edit in try Normalizer().normalize(input).edits {
        #expect(!bytes[edit.range].elementsEqual(edit.replacement.utf8), "seed \(seed): \(edit)")
      }
    }
  }

  @Test(arguments: [1, 7, 4096, 65_536, 70_001]) func resultDoesNotDependOnTheCut(blockSize: Int) throws {
    for seed in UInt64(1)...6 {
      var generator = SeededGenerator(seed: seed)
      var input = ""
      // Parts of ordinary text between nasty ones, and more than one of the stream's own blocks.
      while input.utf8.count < 150_000 {
        input += text(&generator)
        if seed % 2 == 0 { input += " Мәтін қалпына келеді, a plain line of text. " }
      }
      let expected = try Normalizer().normalize(input)
      var stream = Normalizer().stream(recordingEdits: true)
      var plain = Normalizer().stream()
      var output: [UInt8] = []
      var plainOutput: [UInt8] = []
      let bytes = Array(input.utf8)
      try bytes.withUnsafeBufferPointer { buffer in
        for start in stride(from: 0, to: bytes.count, by: blockSize) {
          let block = UnsafeBufferPointer(rebasing: buffer[start..<min(start + blockSize, bytes.count)])
          try stream.append(block, into: &output)
          try plain.append(block, into: &plainOutput)
        }
      }
      try stream.finish(into: &output)
      try plain.finish(into: &plainOutput)
      #expect(output == Array(expected.text.utf8), "seed \(seed)")
      #expect(plainOutput == output, "seed \(seed)")
      #expect(stream.edits == expected.edits, "seed \(seed)")
    }
  }
}
