import Lingua
import TestSupport
import Testing

@Suite struct OffsetMapTests {
  @Test func passesOverDeletions() {
    // "а­б": the soft hyphen at 2..<4 went.
    let map = OffsetMap([Edit(rule: EditRule(rawValue: "d"), range: 2..<4, replacement: "")])
    #expect(map.inputRange(of: 0..<2) == 0..<2)
    #expect(map.inputRange(of: 2..<4) == 4..<6)
    #expect(map.inputRange(of: 0..<4) == 0..<6)
    #expect(map.inputRange(of: 2..<2) == 4..<4)
  }

  @Test func takesReplacementsWhole() {
    let map = OffsetMap([Edit(rule: EditRule(rawValue: "r"), range: 1..<4, replacement: "xy")])
    #expect(map.inputRange(of: 2..<3) == 1..<4)
    #expect(map.inputRange(of: 0..<2) == 0..<4)
    #expect(map.inputRange(of: 3..<5) == 4..<6)
  }

  @Test func isTheIdentityWithoutEdits() {
    #expect(OffsetMap().inputRange(of: 3..<9) == 3..<9)
  }

  @Test func namesTheSourceOfEveryKeptByte() throws {
    for seed in UInt64(1)...1000 {
      var random = RandomEdits(generator: SeededGenerator(seed: seed))
      let input = random.text(Int.random(in: 1...30, using: &random.generator))
      let edits = random.edits(of: input, rule: "a")
      let output = Array(try edits.replay(on: input).utf8)
      let source = Array(input.utf8)
      let map = OffsetMap(edits)
      // Which output bytes an edit wrote, and which input range stands behind them.
      var written = [Range<Int>?](repeating: nil, count: output.count)
      var shift = 0
      for edit in edits {
        let start = edit.range.lowerBound + shift
        for k in start..<start + edit.replacement.utf8.count { written[k] = edit.range }
        shift += edit.growth
      }
      var previous = 0
      for k in output.indices {
        let range = map.inputRange(of: k..<k + 1)
        if let edited = written[k] {
          #expect(range == edited, "seed \(seed), byte \(k)")
        } else {
          #expect(range.count == 1 && source[range.lowerBound] == output[k], "seed \(seed), byte \(k)")
        }
        #expect(range.lowerBound >= previous, "seed \(seed), byte \(k)")
        previous = range.lowerBound
      }
      if !output.isEmpty {
        let whole = map.inputRange(of: 0..<output.count)
        #expect(whole.lowerBound >= 0 && whole.upperBound <= source.count, "seed \(seed)")
      }
    }
  }
}
