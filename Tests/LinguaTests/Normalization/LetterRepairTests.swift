import TestSupport
import Testing

@testable import Lingua

@Suite struct LetterRepairTests {
  struct Case: Decodable, CustomTestStringConvertible {
    var label: String
    var original: String
    var expected: String
    var rules: [String]
    var testDescription: String { label }
  }

  static let cases = Result {
    try ["wild", "synthetic", "negative"].flatMap { try Fixtures.cases("\($0)/letters.json", of: Case.self) }
  }
  static let known = Result { try Fixtures.cases("synthetic/letters-of-known-words.json", of: Case.self) }

  @Test func hasCases() throws { #expect(try Self.cases.get().count > 60 && Self.known.get().count > 0) }

  @Test(arguments: (try? cases.get()) ?? []) func repairs(_ sample: Case) throws { try expect(sample) }

  @Test(arguments: (try? known.get()) ?? []) func repairsKnownWords(_ sample: Case) throws { try expect(sample) }

  private func repaired(_ text: String) throws -> NormalizedText {
    let bytes = Array(text.utf8)
    let context = RepairContext(diagnosis: Diagnosis(of: bytes), words: try KnownWords(), disabled: [])
    var output = bytes
    var edits: [Edit] = []
    for repair in try LetterRepairs.all(lexicons: .embedded) where repair.runs(on: context.diagnosis) {
      let later = try output.withUnsafeBufferPointer { try repair.edits(of: $0, context: context) }
      #expect(later.allSatisfy { repair.rules.contains($0.rule) && $0.confidence > 0 && $0.confidence <= 1 })
      output = later.applied(to: output)
      edits = edits.composed(with: later)
    }
    return NormalizedText(text: String(decoding: output, as: UTF8.self), edits: edits)
  }

  private func expect(_ sample: Case) throws {
    let result = try repaired(sample.original)
    #expect(
      result.text.utf8.elementsEqual(sample.expected.utf8), "\(result.text.debugDescription) \(result.edits)")
    let rules = Set(result.edits.flatMap { $0.rule.rawValue.split(separator: "+").map(String.init) })
    #expect(rules == Set(sample.rules))
    #expect(try result.edits.replay(on: sample.original).utf8.elementsEqual(sample.expected.utf8))
    #expect(try repaired(result.text).edits.isEmpty)
  }

  @Test func saysWhere() throws {
    let edits = try repaired("Сахаʌин, cөз").edits
    #expect(edits.map(\.range) == [8..<10, 16..<17])
    #expect(edits.map(\.replacement) == ["л", "с"])
  }

  @Test(arguments: ["", "a", "ж", "¥", "ʌ", "Х", "N", "<<", "\u{301}", "0б", "Хе", "N°", "A.", "е-"])
  func takesShortTexts(text: String) throws { #expect(try repaired(text).text == text) }

  @Test func takesAnyBytes() throws {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "A", "ж", "Ж", "ʌ", "3", "¥", " ", ".", "-", "Х", "І", "N", "o", "е", "«", "\"", "<<", ">>", "\u{306}", "ᴋ", "ҽ",
    ]
    let repairs = try LetterRepairs.all(lexicons: .embedded)
    let words = try KnownWords()
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        bytes += Array((pieces.randomElement(using: &generator) ?? "").utf8)
        if Int.random(in: 0..<12, using: &generator) == 0 { bytes.append(UInt8.random(in: 0...255, using: &generator)) }
      }
      let context = RepairContext(diagnosis: Diagnosis(of: bytes), words: words, disabled: [])
      for repair in repairs {
        let edits = try bytes.withUnsafeBufferPointer { try repair.edits(of: $0, context: context) }
        var end = 0
        for edit in edits {
          #expect(edit.range.lowerBound >= end && edit.range.upperBound <= bytes.count)
          end = edit.range.upperBound
        }
      }
    }
  }

  @Test func passesOverEndlessWords() throws {
    // No word has so many letters; each is passed once.
    let text = String(repeating: "жa", count: 200_000)
    #expect(try repaired(text).edits.isEmpty)
  }

  @Test func countsWhatDecides() throws {
    let figures = Diagnosis(of: Array("Сахаʌин, л, ҽлем і, ¥, №".utf8)).letters
    #expect(figures.turnedV == 1 && figures.el == 2 && figures.standIns == 1 && figures.yenSigns == 1)
    #expect(figures.numeroSigns == 1 && figures.smallI == 1 && figures.kazakhLetters == 1 && figures.seams == 2)
    let long = String(repeating: "қaла ", count: 1000)
    #expect(Diagnosis(of: Array(long.utf8)).letters.seams == 2000)
    #expect(Diagnosis(of: Array(long.utf8)).letters.kazakhLetters == 1000)
  }
}
