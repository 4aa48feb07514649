import Lingua
import TestSupport
import Testing

/// Random edit lists over a text of one-byte and two-byte letters, never cutting a letter.
struct RandomEdits {
  var generator: SeededGenerator

  mutating func text(_ count: Int) -> String {
    String((0..<count).map { _ in "abcжқё".randomElement(using: &generator) ?? "a" })
  }

  mutating func edits(of text: String, rule: String) -> [Edit] {
    var stops = [0]
    for scalar in text.unicodeScalars { stops.append(stops[stops.count - 1] + UTF8.width(scalar)) }
    var result: [Edit] = []
    var k = 0
    while k < stops.count {
      k += Int.random(in: 0...3, using: &generator)
      guard k < stops.count else { break }
      let end = min(stops.count - 1, k + Int.random(in: 0...3, using: &generator))
      let replacement = self.text(Int.random(in: 0...3, using: &generator))
      result.append(Edit(rule: EditRule(rawValue: rule), range: stops[k]..<stops[end], replacement: replacement))
      // One insertion a place: two at one place could not be told apart.
      k = end == k ? k + 1 : end
      if end == k, Bool.random(using: &generator) { k += 1 }
    }
    var last = -1
    return result.filter { edit in
      defer { last = max(last, edit.range.upperBound) }
      return !(edit.range.isEmpty && edit.range.lowerBound <= last)
    }
  }
}

@Suite struct EditTests {
  @Test func replays() throws {
    let edits = [Edit(rule: EditRule(rawValue: "a"), range: 1..<2, replacement: "XY")]
    #expect(try edits.replay(on: "abc") == "aXYc")
    #expect(try [Edit]().replay(on: "қазақ") == "қазақ")
  }

  @Test(arguments: [2..<4, 3..<4]) func refusesWhatDoesNotFit(range: Range<Int>) {
    let edits = [
      Edit(rule: EditRule(rawValue: "a"), range: 0..<3, replacement: ""),
      Edit(rule: EditRule(rawValue: "b"), range: range, replacement: ""),
    ]
    let error = #expect(throws: EditReplayError.self) { try edits.replay(on: "abc") }
    #expect(error?.edit == edits[1] && error?.textCount == 3)
  }

  @Test func mergesWhatMeets() throws {
    let first = [Edit(rule: EditRule(rawValue: "soft-hyphen"), range: 2..<4, replacement: "")]
    let second = [Edit(rule: EditRule(rawValue: "composition"), range: 0..<4, replacement: "й")]
    let both = first.composed(with: second)
    #expect(both == [Edit(rule: EditRule(rawValue: "soft-hyphen+composition"), range: 0..<6, replacement: "й")])
    #expect(try both.replay(on: "и\u{AD}\u{306}") == "й")
  }

  @Test func keepsApartWhatOnlyTouches() {
    let first = [Edit(rule: EditRule(rawValue: "a"), range: 0..<1, replacement: "XY")]
    let second = [Edit(rule: EditRule(rawValue: "b"), range: 2..<3, replacement: "")]
    #expect(
      first.composed(with: second) == [
        first[0], Edit(rule: EditRule(rawValue: "b"), range: 1..<2, replacement: ""),
      ])
  }

  @Test func composesAsTwoReplays() throws {
    for seed in UInt64(1)...3000 {
      var random = RandomEdits(generator: SeededGenerator(seed: seed))
      let input = random.text(Int.random(in: 0...30, using: &random.generator))
      let first = random.edits(of: input, rule: "a")
      let middle = try first.replay(on: input)
      let second = random.edits(of: middle, rule: "b")
      let output = try second.replay(on: middle)
      let both = first.composed(with: second)
      let replayed = try? both.replay(on: input)
      #expect(replayed == output, "seed \(seed): \(input) \(first) \(second) \(both)")
      if replayed != output { break }
    }
  }
}
