import Foundation
import Lingua
import TestSupport
import Testing

@testable import Pipeline

@Suite struct NumberTests {
  static let lexicon = Result { try NumberLexicon() }

  /// Sentences of the three languages that all say `value`, or that none says.
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    var label: String
    var kk: String
    var ru: String
    var en: String
    var same: Bool
    var value: String

    var testDescription: String { label }

    func text(_ language: Language) -> String {
      switch language {
      case .kk: kk
      case .ru: ru
      case .en: en
      }
    }
  }

  /// The keys of a sentence as evidence.
  private func keys(_ text: String, _ language: Language) throws -> Set<UInt64> {
    let lexicon = try Self.lexicon.get()
    let read = AlignmentText([text], language, numbers: lexicon)
    var keys: [EvidenceKey] = []
    // Only types that a sentence has: an initial that became a number is one that none has.
    for type in read.words.map(Int.init) {
      NumberEvidence(lexicon).append(
        keysOf: read.types.codes(type), kind: read.types.kind(type), language: language, to: &keys)
    }
    return Set(keys.map(\.key))
  }

  private func key(of value: String) throws -> UInt64 {
    var keys: [EvidenceKey] = []
    let isUnit = try Self.lexicon.get().units.contains(Array(value.utf8))
    NumberEvidence(try Self.lexicon.get()).append(
      keysOf: Array(value.utf8), kind: isUnit ? .unit : .number, language: .en, to: &keys)
    return try #require(keys.first).key
  }

  @Test(arguments: ["wild", "synthetic", "negative"])
  func saysTheSame(folder: String) throws {
    for item in try Fixtures.cases("\(folder)/numbers.json", of: Case.self) {
      let key = try key(of: item.value)
      for language in Language.allCases {
        let found = try keys(item.text(language), language)
        #expect(found.contains(key) == item.same, "\(item.label): \(item.text(language))")
      }
    }
  }

  /// What a sentence becomes: numbers as they are read, words by their length.
  private func tokens(_ text: String, _ language: Language) throws -> [String] {
    let read = AlignmentText([text], language, numbers: try Self.lexicon.get())
    return Set(read.words).map(Int.init).map { type in
      let codes = read.types.codes(type)
      return read.types.kind(type).isNumber ? String(decoding: codes, as: UTF8.self) : "\(codes.count) letters"
    }.sorted()
  }

  @Test(arguments: [
    ("жиырма бес", Language.kk, ["25", "3 letters", "6 letters"]), ("5-го", .ru, ["5"]), ("21st", .en, ["21"]),
    ("1,5 млн", .ru, ["1500000|1.5", "3 letters"]), ("1.234", .en, ["1234|1.234"]), ("20 км", .kk, ["20", "km"]),
    ("12.05.2018", .ru, ["12", "2018", "m5"]), ("2018-05-12", .en, ["12", "2018", "m5"]),
    ("1,2,3", .en, ["1", "2", "3"]), ("13.13.2018", .ru, ["13.13.2018"]), ("18:30", .en, ["18:30|18.3"]),
    ("2:45:10", .en, ["10", "2", "45"]), ("007", .en, ["007"]), ("00", .en, ["0"]), ("0", .en, ["0"]),
    ("1.5 1,5", .en, ["1.5"]), ("V том", .kk, ["3 letters", "5"]), ("5 м", .ru, ["5", "m"]), ("5-м", .ru, ["5"]),
    ("one hundred trillion trillion", .en, ["100000000000000", "3 letters", "7 letters", "8 letters"]),
  ])
  func readsTokens(_ text: String, _ language: Language, _ expected: [String]) throws {
    #expect(try tokens(text, language) == expected)
  }

  /// Numbers too large to compute with stay as they are written.
  @Test func survivesHugeNumbers() throws {
    let digits = String(repeating: "9", count: 1000)
    #expect(try tokens(digits + " million", .en) == ["7 letters", digits])
    #expect(try tokens("999999999 trillion", .en) == ["8 letters", "999999999"])
    let many = Array(repeating: "two hundred and", count: 500).joined(separator: " ")
    #expect(try tokens(many, .en).contains("200"))
    #expect(try tokens(String(repeating: "1,", count: 3000), .en) == ["1"])
  }

  /// Every way to say a number in words is read as that number, alone and inside a sentence.
  @Test func readsAllNumbersInWords() throws {
    let kazakh = SpelledNumbers(
      ones: ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"],
      teens: nil,
      tens: ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"],
      hundred: { "\($0) жүз" }, thousand: "мың")
    let english = SpelledNumbers(
      ones: ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
      teens: [
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
      ],
      tens: ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
      hundred: { "\($0) hundred" }, thousand: "thousand")
    for number in Array(11...999) + Array(stride(from: 1001, to: 99_999, by: 997)) {
      let key = try key(of: "\(number)")
      #expect(try keys("— " + kazakh.words(number) + " —", .kk).contains(key), "\(kazakh.words(number))")
      #expect(try keys(english.words(number), .en).contains(key), "\(english.words(number))")
    }
  }

  private struct SpelledNumbers {
    var ones: [String]
    var teens: [String]?
    var tens: [String]
    var hundred: (String) -> String
    var thousand: String

    func words(_ number: Int) -> String {
      var words: [String] = []
      if number >= 1000 { words += [self.words(number / 1000), thousand] }
      let rest = number % 1000
      if rest >= 100 { words.append(hundred(ones[rest / 100])) }
      if let teens, (10...19).contains(rest % 100) {
        words.append(teens[rest % 10])
      } else {
        words += [tens[rest % 100 / 10], ones[rest % 10]]
      }
      return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("en\tnumber\tmany\tmany\t", "value"), ("en\tnumber\t0\tnought\t", "value"),
    ("en\tmonth\t13\tundecember\t", "value"),
    ("en\tnumber\t2\ttwo\tnone", "endings"), ("xx\tnumber\t2\ttwo\t", "language"), ("en\tnumeral\t2\ttwo\t", "kind"),
    ("en\tnumber\t2\ta b c\t", "words"), ("en\tunit\t\tmile\t", "value"),
    ("en\tnumber\t2\tabcdefghijklmnopqrstuvwxyz\t", "words"),
  ])
  func refusesBadRows(row: String, column: String) throws {
    let bytes = Array(("language\tkind\tvalue\twords\tendings\n" + row + "\n").utf8)
    let error = try #require(throws: LexiconError.self) {
      try NumberLexicon(lexicons: Lexicons(origin: "test", files: ["numbers.tsv": bytes]))
    }
    #expect(error.line == 2)
    guard case .badValue(let found, _, _) = error.reason else {
      Issue.record("\(error)")
      return
    }
    #expect(found == column)
  }
}
