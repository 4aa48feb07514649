import TestSupport
import Testing

@testable import Lingua

@Suite struct MojibakeTests {
  struct Sentence: Decodable {
    var language: String
    var text: String
  }
  struct CleanLine: Decodable, CustomTestStringConvertible {
    var label: String
    var text: String
    var testDescription: String { label }
  }

  static let sentences = Result { try Fixtures.cases("synthetic/mojibake-sentences.json", of: Sentence.self) }
  static let clean = Result { try Fixtures.cases("negative/mojibake.json", of: CleanLine.self) }

  /// The pages of a pair in the direction of the damage.
  private struct Damage {
    let right: [UInt32]
    let wrong: [UInt32]

    init(_ pair: MojibakePair) throws {
      right = try Self.page(pair.right.name)
      wrong = try Self.page(pair.wrong.name)
    }

    private static func page(_ name: String) throws -> [UInt32] {
      switch name {
      case "utf-8": []
      case "kz-1048", "pt154":
        CodePage(
          try CodePage(icu: "windows-1251"),
          changes: try CodePageChange.list(for: name.uppercased(), lexicons: .embedded)
        ).scalars
      default: try CodePage(icu: name).scalars
      }
    }

    /// The text as it is misread; nil where its encoding lacks a character.
    func misread(_ text: String, losing: Set<UInt8> = []) -> String? {
      var bytes = Array(text.utf8)
      if !right.isEmpty {
        bytes = []
        for scalar in text.unicodeScalars {
          guard let byte = right.firstIndex(of: scalar.value) else { return nil }
          bytes.append(UInt8(byte))
        }
      }
      var result = String.UnicodeScalarView()
      for byte in bytes {
        result.append(losing.contains(byte) ? "\u{FFFD}" : Unicode.Scalar(replacingInvalid: wrong[Int(byte)]))
      }
      return String(result)
    }
  }

  private func repair(_ text: String, without disabled: Set<EditRule> = []) throws -> (text: String, edits: [Edit]) {
    let bytes = Array(text.utf8)
    let context = RepairContext(diagnosis: Diagnosis(of: bytes), words: try KnownWords(), disabled: disabled)
    let edits = try bytes.withUnsafeBufferPointer {
      try Mojibake(lexicons: .embedded).edits(of: $0, context: context)
    }
    return (try edits.replay(on: text), edits)
  }

  /// The sentences that a pair changes and its encoding can hold, of those languages that it can hold at all.
  private func samples(_ damage: Damage) throws -> [(text: String, damaged: String)] {
    try ["kk", "ru"].flatMap { language in
      let texts = try Self.sentences.get().filter { $0.language == language }.map(\.text)
      let found = texts.compactMap { text in damage.misread(text).map { (text, $0) } }.filter { $0.0 != $0.1 }
      return found.count * 2 < texts.count ? [] : found
    }
  }

  @Test(arguments: MojibakePair.all) func restoresLines(_ pair: MojibakePair) throws {
    let samples = try samples(Damage(pair))
    #expect(samples.count >= 40)
    var failed: [String] = []
    for (text, damaged) in samples {
      let result = try repair(damaged)
      if result.text != text { failed.append("\(damaged) → \(result.text)") }
      #expect(try repair(result.text).edits.isEmpty, "repairs its own output: \(result.text)")
    }
    // A heading in capitals that became small letters looks like any line; only a document can tell.
    #expect(failed.count * 20 <= samples.count, "\(failed)")
  }

  @Test(arguments: MojibakePair.all) func restoresLinesAmongCleanOnes(_ pair: MojibakePair) throws {
    let samples = try samples(Damage(pair))
    let document = samples.enumerated().map { $0.offset % 3 == 0 ? $0.element.damaged : $0.element.text }
    let result = try repair(document.joined(separator: "\r\n"))
    let lines = result.text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    try #require(lines.count == samples.count)
    let wrong = zip(lines, samples).filter { $0 != $1.text }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test(arguments: MojibakePair.all.filter { $0.right == .utf8 }) func restoresWhatWasMisreadTwice(
    _ pair: MojibakePair
  ) throws {
    let first = try Damage(pair)
    for wrong in WrongPage.allCases {
      let second = try Damage(MojibakePair(right: .utf8, wrong: wrong))
      let long = try Self.sentences.get().filter { $0.text.utf8.count > 60 }
      #expect(long.count > 50)
      var failed: [String] = []
      for sentence in long {
        let damaged = try #require(first.misread(sentence.text).flatMap { second.misread($0) })
        let result = try repair(damaged)
        #expect(try result.edits.replay(on: damaged) == result.text)
        if result.text != sentence.text { failed.append(result.text) }
      }
      // A short word among others may stay as it is.
      #expect(failed.count * 50 <= long.count, "\(pair.wrong.name), then \(wrong.name): \(failed)")
    }
  }

  /// windows-1251 lacks the second byte of И and Ә, which the document shows to be nothing else.
  @Test func restoresLostBytes() throws {
    let damage = try Damage(MojibakePair(right: .utf8, wrong: .cyrillic))
    for text in ["Институт истории и этнологии", "Әдебиет пен өнер Ирина"] {
      let damaged = try #require(damage.misread(text, losing: [0x98]))
      #expect(damaged.contains("\u{FFFD}"))
      #expect(try repair(damaged).text == text)
      let stripped = damaged.replacing("\u{FFFD}", with: "")
      #expect(try repair(stripped).text == text)
    }
    // NBSP was made a blank.
    let damaged = try #require(damage.misread("Рынок труда, Россия и Румыния")).replacing("\u{A0}", with: " ")
    #expect(try repair(damaged).text == "Рынок труда, Россия и Румыния")
  }

  /// Where half of the letters are gone nothing is made of the rest.
  @Test func leavesWhatIsLost() throws {
    let damage = try Damage(MojibakePair(right: .utf8, wrong: .western))
    let damaged = try #require(damage.misread("Результаты показали надёжность полученной модели"))
    let stripped = String(
      String.UnicodeScalarView(damaged.unicodeScalars.filter { !(0x80..<0xC0).contains($0.value) && $0.value < 0x100 }))
    #expect(try repair(stripped).edits.isEmpty)
  }

  @Test(arguments: [
    ("cafÃ© and donâ€™t", "café and don’t"),
    ("â€œQuotedâ€\u{9D} text â€“ naÃ¯ve", "“Quoted” text – naïve"),
    ("Глава: Ïðèâåò, êàê äåëà ó âàñ", "Глава: Привет, как дела у вас"),
    ("Автор: РљР°Р·Р°С…СЃС‚Р°РЅ тарихы", "Автор: Казахстан тарихы"),
    ("URL http://example.org/?q=1 РџСЂРёРІРµС‚ OK", "URL http://example.org/?q=1 Привет OK"),
  ])
  func restoresPartsOfLines(damaged: String, text: String) throws {
    let result = try repair(damaged)
    #expect(result.text == text)
    #expect(result.edits.allSatisfy { $0.confidence > 0 && $0.confidence < 1 })
  }

  @Test(arguments: (try? clean.get()) ?? []) func leavesCleanLines(_ line: CleanLine) throws {
    #expect(try repair(line.text).edits.isEmpty)
  }

  @Test func leavesCleanLinesOfDamagedDocuments() throws {
    let clean = try Self.clean.get().map(\.text)
    #expect(clean.count > 30)
    let own = try Self.sentences.get().map(\.text)
    for pair in MojibakePair.all {
      let damage = try Damage(pair)
      let damaged = try samples(damage).prefix(5).map(\.damaged)
      let lines = try repair((damaged + clean + own).joined(separator: "\n")).text.split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
      let changed = zip(lines.dropFirst(damaged.count), clean + own).filter { $0 != $1 }
      #expect(changed.isEmpty, "\(pair.rule.rawValue): \(changed)")
    }
  }

  @Test func takesLinesOfAnyLength() throws {
    let damage = try Damage(MojibakePair(right: .utf8, wrong: .western))
    let sentence = "Қазақстанның оңтүстігінде көктем ерте шығады. "
    let text = String(repeating: sentence, count: 2000)
    #expect(try repair(try #require(damage.misread(text))).text == text)
    let word = String(repeating: "қазақстанның", count: 3000)
    let damaged = try #require(damage.misread(word))
    #expect(try repair(damaged).edits.replay(on: damaged).utf8.count < damaged.utf8.count)
    #expect(try repair("").edits.isEmpty)
  }

  @Test func canBeSwitchedOff() throws {
    #expect(try repair("РџСЂРёРІРµС‚, РјРёСЂ", without: [Mojibake.rule]).edits.isEmpty)
    let rule = MojibakePair(right: .utf8, wrong: .cyrillic).rule
    #expect(rule.rawValue == "mojibake-utf-8-as-windows-1251")
    #expect(try repair("РџСЂРёРІРµС‚, РјРёСЂ").edits.map(\.rule) == [rule, rule])
    #expect(try repair("РџСЂРёРІРµС‚, РјРёСЂ", without: [rule]).edits.allSatisfy { $0.rule != rule })
  }
}
