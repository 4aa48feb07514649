import Lingua
import TestSupport
import Testing

/// Forms of one word and the stem that they share.
struct Paradigm: Decodable, CustomTestStringConvertible {
  var label: String
  var stem: String
  var forms: String

  var words: [String] { forms.split(separator: " ").map(String.init) }
  var testDescription: String { label }

  static func load(_ folder: String) -> [Paradigm] {
    do { return try Fixtures.cases("\(folder)/stems-kazakh.json") } catch {
      Issue.record(error)
      return []
    }
  }
}

@Suite struct KazakhStemmerTests {
  private static let stemmer = Result { try KazakhStemmer() }

  private func stem(_ word: String) throws -> String { try Self.stemmer.get().stem(word) }

  @Test(arguments: Paradigm.load("synthetic"))
  func formsShareTheirStem(paradigm: Paradigm) throws {
    for word in paradigm.words { #expect(try stem(word) == paradigm.stem, "\(word)") }
  }

  /// Most are words that can be read in two ways, of which the other is the commoner.
  @Test(arguments: Paradigm.load("known-failures"))
  func formsThatDoNotYetShareTheirStem(paradigm: Paradigm) throws {
    for word in paradigm.words {
      let stem = try stem(word)
      withKnownIssue { #expect(stem == paradigm.stem, "\(word)") }
    }
  }

  @Test func otherWordsStayApart() throws {
    struct Pair: Decodable { var words: String }
    for pair in try Fixtures.cases("negative/stems-kazakh.json", of: Pair.self) {
      let stems = try pair.words.split(separator: " ").map { try stem(String($0)) }
      #expect(Set(stems).count == stems.count, "\(pair.words)")
    }
  }

  @Test(arguments: Paradigm.load("synthetic") + Paradigm.load("known-failures"))
  func theStemOfAStemIsItself(paradigm: Paradigm) throws {
    for word in paradigm.words {
      let once = try stem(word)
      #expect(try stem(once) == once, "\(word)")
    }
  }

  @Test(arguments: Paradigm.load("synthetic"))
  func spellingDoesNotMatter(paradigm: Paradigm) throws {
    for word in paradigm.words {
      #expect(try stem(word.uppercased()) == paradigm.stem)
      #expect(try stem(normalize(word, to: .nfd)) == paradigm.stem)
      #expect(try stem(String(word.unicodeScalars.flatMap { [Character($0), "\u{AD}"] })) == paradigm.stem)
    }
  }

  @Test(arguments: [
    ("2020-жылғы", "2020-жыл"), ("онлайн-сабақтардың", "онлайн-сабақ"), ("COVID", "covid"), ("", ""), ("й", "й"),
    ("Ё", "е"), ("ъъъ", "ъъъ"), ("книгами", "книгами"), ("—", "—"),
  ])
  func whatStandsBeforeTheLastLettersStays(word: String, expected: String) throws {
    #expect(try stem(word) == expected)
  }

  @Test func longWordsStayWhole() throws {
    let word = String(repeating: "қаланың", count: 5000)
    #expect(try stem(word) == word)
  }

  @Test func letterCodesGiveTheSameStem() throws {
    let stemmer = try Self.stemmer.get()
    for word in Paradigm.load("synthetic").flatMap(\.words) {
      var stem: [UInt8] = []
      LetterCode.codes(word).withUnsafeBufferPointer { stemmer.append(stemOfCodes: $0, to: &stem) }
      #expect(stem == LetterCode.codes(stemmer.stem(word)), "\(word)")
    }
  }

  private static let roots = "kind\twords\nnoun\tқала\nform\tоның=ол\n"
  private static let suffixes = "suffix\tclass\tafter\tleast\nнЫң\tcase\tvn\t3\n"

  private func stemmer(roots: String = roots, suffixes: String = suffixes) throws -> KazakhStemmer {
    let files = ["kazakh-roots.tsv": Array(roots.utf8), "kazakh-suffixes.tsv": Array(suffixes.utf8)]
    return try KazakhStemmer(lexicons: Lexicons(origin: "test", files: files))
  }

  @Test func tablesCanBeReplaced() throws {
    let stemmer = try stemmer()
    #expect(stemmer.stem("қаланың") == "қала")
    #expect(stemmer.stem("оның") == "ол")
    #expect(stemmer.stem("қалада") == "қалада")
    #expect(stemmer.stem("теңгенің") == "теңге")
    #expect(stemmer.stem("теңгеның") == "теңгеның", "the vowels of a suffix follow the word's")
    #expect(stemmer.stem("қалдың") == "қалдың", "a vowel or a nasal stands before this suffix")
  }

  @Test(arguments: [
    ("kind\twords\nnoun\tқала\nnoun\tbook\n", 3, "words"), ("kind\twords\nform\tоның\n", 2, "words"),
    ("kind\twords\nthing\tқала\n", 2, "kind"), ("kind\twords\nnoun\tҚала\n", 2, "words"),
  ])
  func brokenRootsAreRefused(table: String, line: Int, column: String) {
    #expect(throws: LexiconError.self) { try stemmer(roots: table) }
    do { _ = try stemmer(roots: table) } catch let error as LexiconError {
      #expect(error.file == "kazakh-roots.tsv")
      #expect(error.line == line)
      guard case .badValue(column, _, _) = error.reason else {
        Issue.record("\(error)")
        return
      }
    } catch { Issue.record(error) }
  }

  @Test(arguments: [
    ("suffix\tclass\tafter\tleast\nнЫң\tcase\tvn\n", LexiconError.Reason.cellCount(found: 3, expected: 4)),
    ("suffix\tclass\tafter\tleast\nнЫң\tcase\tq\t3\n", nil), ("suffix\tclass\tafter\tleast\nnyn\tcase\tv\t3\n", nil),
    ("suffix\tclass\tafter\tleast\nнЫң\tthing\tv\t3\n", nil), ("suffix\tclass\tafter\tleast\nнЫң\tcase\tv\t-3\n", nil),
  ])
  func brokenSuffixesAreRefused(table: String, reason: LexiconError.Reason?) throws {
    do {
      _ = try stemmer(suffixes: table)
      Issue.record("read")
    } catch let error as LexiconError {
      #expect(error.file == "kazakh-suffixes.tsv")
      #expect(error.line == 2)
      if let reason { #expect(error.reason == reason) }
    }
  }
}
