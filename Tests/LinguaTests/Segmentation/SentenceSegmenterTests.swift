import Lingua
import TestSupport
import Testing

/// One text and the sentences that it must give.
struct SentenceCase: Decodable, Sendable, CustomTestStringConvertible {
  var label: String
  var language: String
  var original: String
  var expected: [String]

  var testDescription: String { label }

  static func load(_ folder: String) -> [SentenceCase] {
    do {
      return try Fixtures.cases("\(folder)/sentences.json", of: SentenceCase.self)
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  func sentences(of text: String) throws -> [String] {
    let language = try #require(Language(rawValue: language))
    var segmenter = try SentenceSegmenter(language: language)
    let bytes = Array(text.utf8)
    return try segmenter.sentences(of: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}

@Suite struct SentenceSegmenterTests {
  @Test(arguments: ["wild", "synthetic", "negative"].flatMap { SentenceCase.load($0) })
  func splits(sample: SentenceCase) throws {
    #expect(try sample.sentences(of: sample.original) == sample.expected)
  }

  @Test(arguments: SentenceCase.load("known-failures"))
  func doesNotYetSplit(sample: SentenceCase) throws {
    let sentences = try sample.sentences(of: sample.original)
    withKnownIssue { #expect(sentences == sample.expected) }
  }

  /// Blanks of another kind and decomposed letters change nothing.
  @Test(arguments: ["wild", "negative"].flatMap { SentenceCase.load($0) })
  func readsOtherSpellings(sample: SentenceCase) throws {
    let noBreak = { (text: String) in String(text.map { $0 == " " ? "\u{A0}" : $0 }) }
    #expect(try sample.sentences(of: noBreak(sample.original)) == sample.expected.map(noBreak))
    let decomposed = try normalize(sample.original, to: .nfd)
    let expected = try sample.expected.map { try normalize($0, to: .nfd) }
    #expect(try sample.sentences(of: decomposed) == expected)
  }

  @Test func clonesAgree() throws {
    let text = "Ол г. Алматыда. Біз көрдік."
    var first = try SentenceSegmenter(language: .kk)
    var second = try first.clone()
    let expected = try first.sentences(of: text)
    #expect(expected.count == 2)
    #expect(try second.sentences(of: text) == expected)
    #expect(second.language == .kk)
  }

  @Test func namesTheBadLexiconRow() throws {
    let table = "language\tabbreviation\tclass\tnote\nkk\tт.б\tsometimes\t\n"
    let lexicons = Lexicons(origin: "test", files: ["abbreviations.tsv": Array(table.utf8)])
    #expect {
      _ = try SentenceSegmenter(language: .kk, lexicons: lexicons).language
    } throws: { error in
      (error as? LexiconError)?.line == 2
    }
  }
}
