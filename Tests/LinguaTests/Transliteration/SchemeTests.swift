import TestSupport
import Testing

@testable import Lingua

@Suite struct SchemeTests {
  private static let russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
  private static let kazakh = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

  @Test func everyTableCoversItsAlphabet() throws {
    let schemes = try Scheme.all()
    #expect(schemes.count >= 41)
    for scheme in schemes {
      let letters = scheme.language == "kk" ? Self.kazakh : Self.russian
      let table = try Transliterator(scheme: scheme.id).table
      for letter in letters.unicodeScalars {
        #expect(!table.rules(of: letter.value).isEmpty, "\(scheme.id) lacks \(letter)")
      }
      // What comes out is of the other script.
      let result = try Transliterator(scheme: scheme.id).transliterate(letters + " " + letters.uppercased())
      #expect(!result.unicodeScalars.contains { Script(of: $0) == .cyrillic }, "\(scheme.id): \(result)")
      if scheme.reversibility != .no { _ = try Transliterator(scheme: scheme.id, direction: .reverse) }
    }
  }

  /// A scheme that says so brings every letter back, in both cases, without escapes.
  @Test func reversibleSchemesBringEveryLetterBack() throws {
    for scheme in try Scheme.all() where scheme.reversibility == .yes {
      let there = try Transliterator(scheme: scheme.id),
        back = try Transliterator(scheme: scheme.id, direction: .reverse)
      for letter in (scheme.language == "kk" ? Self.kazakh : Self.russian) {
        // A sign without letter case is a capital where its neighbours are.
        for word in ["\(letter)", "а\(letter)б", "н\(letter)", "А\(letter)Б".uppercased()] {
          #expect(back.transliterate(there.transliterate(word)) == word, "\(scheme.id)")
        }
      }
    }
  }

  @Test func namesAreForgiving() throws {
    #expect(try Transliterator(scheme: "KK_Latn_2021_JAN").scheme.id == "kk-latn-2021-jan")
    #expect(try Transliterator(scheme: "ru-gost779-B").scheme.id == "ru-gost779-b")
  }

  @Test(arguments: [
    ("kk-latin-2021-jan", "kk-latn-2021-jan"), ("ru-alalk", "ru-alalc"), ("mediawiki", "kk-latn-mediawiki"),
  ])
  func unknownSchemesAreAnsweredByTheNearest(name: String, near: String) throws {
    do throws(TransliterationError) {
      _ = try Transliterator(scheme: name)
      Issue.record("\(name) is no scheme")
    } catch {
      guard case .unknownScheme(let asked, let found) = error else { throw error }
      #expect(asked == name && found.contains(near))
    }
  }

  @Test func irreversibleSchemesRefuse() {
    #expect(throws: TransliterationError.irreversible(id: "ru-icao-9303")) {
      try Transliterator(scheme: "ru-icao-9303", direction: .reverse)
    }
    #expect(throws: TransliterationError.irreversible(id: "ru-telegram")) {
      try Transliterator(scheme: "ru-telegram", escaping: true)
    }
  }

  private static let head = """
    # title: Test
    # source: test
    # from: Cyrl
    # to: Latn
    # language: ru
    # status: uncertain
    # reversible: partly
    # class vowel: ао

    """

  private func scheme(_ rows: String, head: String = head) throws -> Transliterator {
    let text = head + "source\ttarget\tcontext\tway\tnote\n" + rows
    let lexicons = Lexicons(origin: "test", files: ["transliteration/test.tsv": Array(text.utf8)])
    return try Transliterator(scheme: "test", lexicons: lexicons)
  }

  @Test func ownTablesAreUsed() throws {
    let own = try scheme("а\ta\t\t\t\nо\to\t\t\t\nб\tbh\tvowel_#\t\tat the end\nб\tb\t\t\t\nба\tBA\t#_\t\t\n")
    #expect(own.transliterate("аб бо баба об") == "abh bo BAba obh")
  }

  @Test(arguments: [
    ("а\ta\tvowel\t\t\n", "context"), ("а\ta\t_[\t\t\n", "context"), ("а\ta\tconsonant_\t\t\n", "context"),
    ("а\ta\t\t=\t\n", "way"), ("\ta\t\t\t\n", "source"), ("а\t\t\t<\t\n", "target"), ("а\ta\\\t\t\t\n", "target"),
  ])
  func brokenRowsAreNamed(row: String, column: String) throws {
    do {
      _ = try scheme("б\tb\t\t\t\n" + row)
      Issue.record("the row should be refused")
    } catch TransliterationError.lexicon(let error) {
      #expect(error.file == "transliteration/test.tsv" && error.line == 11)
      guard case .badValue(column, _, _) = error.reason else { throw error }
    }
  }

  @Test func headsAreChecked() throws {
    #expect(throws: TransliterationError.self) { try scheme("а\ta\t\t\t\n", head: "# title: Test\n") }
    #expect(throws: TransliterationError.self) {
      try scheme("а\ta\t\t\t\n", head: Self.head.replacing("uncertain", with: "unsure"))
    }
  }
}
