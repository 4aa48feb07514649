import Lingua
import TestSupport
import Testing

/// Phrases as running text prints them and the form that a glossary prints.
struct PrintedForms: Decodable, CustomTestStringConvertible {
  var language: String
  var expected: String
  var originals: [String]
  /// How many times other forms are printed.
  var attested: [String: Int]?

  var testDescription: String { expected }

  static func load(_ folder: String) -> [PrintedForms] {
    do { return try Fixtures.cases("\(folder)/dictionary-forms.json") } catch {
      Issue.record(error)
      return []
    }
  }
}

/// The printed forms of a term and the one that a glossary prints for all of them.
struct PrintedTerm: Decodable, CustomTestStringConvertible {
  var language: String
  var expected: String
  var printed: [String: Int]
  /// The number that is asked for.
  var isPlural: Bool?

  var testDescription: String { expected }

  static func load() -> [PrintedTerm] {
    do { return try Fixtures.cases("synthetic/printed-terms.json") } catch {
      Issue.record(error)
      return []
    }
  }
}

@Suite struct DictionaryFormTests {
  private static let form = Result { try DictionaryForm() }

  private func form(
    _ phrase: String, _ language: Language, attested: (String) -> Int = { _ in 0 }
  ) throws -> String? {
    try Self.form.get().form(phrase, language, attested: attested)
  }

  private func folded(_ text: String?) -> String? { text?.replacing("ё", with: "е") }

  @Test(arguments: Language.allCases)
  func phrasesTakeTheirDictionaryForm(_ language: Language) throws {
    let cases = PrintedForms.load("synthetic").filter { $0.language == language.tag }
    #expect(!cases.isEmpty)
    for one in cases {
      for original in one.originals {
        #expect(
          try folded(form(original, language) { one.attested?[$0] ?? 0 }) == folded(one.expected), "\(original)")
      }
    }
  }

  @Test(arguments: PrintedTerm.load())
  func printedFormsAgreeOnOne(_ one: PrintedTerm) throws {
    let language = try #require(Language(rawValue: one.language))
    let printed = one.printed.map { (text: $0.key, count: $0.value) }
    let forms = try Self.form.get()
    #expect(folded(forms.headword(ofPrinted: printed, language, isPlural: one.isPlural)?.text) == folded(one.expected))
    #expect(
      folded(forms.headword(ofPrinted: printed.reversed(), language, isPlural: one.isPlural)?.text)
        == folded(one.expected))
  }

  @Test func nothingPrintedHasNoForm() throws {
    #expect(try Self.form.get().headword(ofPrinted: [], .ru) == nil)
  }

  @Test(arguments: PrintedForms.load("known-failures"))
  func phrasesThatDoNotYet(_ one: PrintedForms) throws {
    let language = try #require(Language(rawValue: one.language))
    for original in one.originals {
      let result = try form(original, language) { one.attested?[$0] ?? 0 }
      withKnownIssue { #expect(folded(result) == folded(one.expected), "\(original)") }
    }
  }

  @Test(arguments: ["word\tdata\n", "thing\tdata\t-\n"])
  func brokenTablesOfPluralsAreRefused(_ row: String) {
    let table = (row.hasPrefix("word") ? "kind\tplural\n" : "kind\tplural\tsingular\n") + row
    let lexicons = Lexicons(origin: "test", files: ["english-plurals.tsv": Array(table.utf8)])
    #expect(throws: LexiconError.self) { _ = try DictionaryForm(lexicons: lexicons) }
  }

  @Test(arguments: [Language.ru, .kk])
  func theFormOfAFormIsItself(_ language: Language) throws {
    for one in PrintedForms.load("synthetic") where one.language == language.tag {
      // What looks like a nominative plural may rather be a genitive singular; once put right it stays.
      // A form that cannot be told is left to stand.
      let form = try form(one.expected, language) ?? one.expected
      #expect(try self.form(form, language) ?? form == form, "\(one.expected)")
    }
  }

  @Test(arguments: [Language.ru, .kk])
  func spellingDoesNotMatter(_ language: Language) throws {
    for one in PrintedForms.load("synthetic").prefix(400) where one.language == language.tag {
      for original in one.originals.prefix(2) where !original.contains("-") {
        // A capital tells the name of one thing, which capitals throughout cannot.
        if original.lowercased() == original {
          #expect(
            try folded(form(original.uppercased(), language)) == folded(one.expected)?.uppercased(),
            "\(original) in capitals")
        }
        let decomposed = try normalize(original, to: .nfd)
        #expect(try folded(form(decomposed, language)) == folded(one.expected))
        let hyphened = String(original.unicodeScalars.flatMap { [Character($0), "\u{AD}"] })
        #expect(try folded(form(hyphened, language)) == folded(one.expected))
      }
    }
  }

  @Test(arguments: [
    ("в Центральной Азии", Language.ru), ("", .ru), ("—", .kk), ("12", .ru), ("ab", .ru), ("XXI", .kk),
  ])
  func whatCannotBeToldIsNotGuessed(_ phrase: String, language: Language) throws {
    #expect(try form(phrase, language) == nil)
  }

  @Test func whatIsPrintedElsewhereDecides() throws {
    #expect(try form("технологии", .ru) == "технологии")
    #expect(try form("озимой ржи", .ru) { $0 == "озимая рожь" ? 1 : 0 } == "озимая рожь")
  }

  @Test func longPhrasesAreLeft() throws {
    #expect(try form(String(repeating: "сточных вод ", count: 1000), .ru) == nil)
    #expect(try form(String(repeating: "су", count: 1000), .kk) == nil)
  }

  @Test(arguments: [
    ("kind\tgender\tafter\tsure\tunless\tnom_sg\n", 0, "gen_sg"),
    ("thing\tm\tany\t-\t-\t0\tа\tу\t-\tом\tе\tы\tов\tам\tами\tах\n", 2, "kind"),
    ("noun\tx\tany\t-\t-\t0\tа\tу\t-\tом\tе\tы\tов\tам\tами\tах\n", 2, "gender"),
    ("noun\tm\tany\t-\t-\t-\tа\tу\t-\tом\tе\tы\tов\tам\tами\tах\n", 2, "nom_sg"),
  ])
  func brokenTablesAreRefused(_ table: String, line: Int, column: String) {
    let header =
      "kind\tgender\tafter\tsure\tunless\tnom_sg\tgen_sg\tdat_sg\tacc_sg\tins_sg\tprep_sg\tnom_pl\tgen_pl\tdat_pl\tins_pl"
      + "\tprep_pl\n"
    let lexicons = Lexicons(
      origin: "test", files: ["russian-endings.tsv": Array((line == 0 ? table : header + table).utf8)])
    let error = #expect(throws: LexiconError.self) { _ = try DictionaryForm(lexicons: lexicons) }
    switch error?.reason {
    case .missingColumn(column): break
    case .badValue(column, _, _): #expect(error?.line == line)
    default: Issue.record("\(String(describing: error))")
    }
  }
}
