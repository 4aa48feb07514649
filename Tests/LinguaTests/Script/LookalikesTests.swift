import Testing

@testable import Lingua

@Suite struct LookalikesTests {
  private func table(_ rows: String) throws -> Lookalikes {
    let header = "letter\tstands-for\tscripts\tkind\tnote\n"
    return try Lookalikes(lexicons: Lexicons(origin: "test", files: [Lookalikes.fileName: Array((header + rows).utf8)]))
  }

  @Test func holdsEachLetterOnce() {
    let letters = Lookalikes.embedded.pairs.map(\.letter)
    #expect(letters.count > 100)
    #expect(Set(letters).count == letters.count)
  }

  @Test func neverTakesKazakhLettersForEachOther() {
    let alphabet = Set("АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ".unicodeScalars)
    for pair in Lookalikes.embedded.pairs {
      #expect(!alphabet.contains(pair.letter) && !alphabet.contains(pair.letter.simpleUppercase))
    }
  }

  @Test func keepsTheCaseOfALetter() {
    for pair in Lookalikes.embedded.pairs where pair.kind == .shape {
      #expect(pair.meant.allSatisfy { $0.isUppercaseLetter == pair.letter.isUppercaseLetter })
    }
  }

  @Test(arguments: [
    ("ab\tа\tLatn Cyrl\tshape\t\n", "letter"), ("a\tаб\tLatn Cyrl\tshape\t\n", "stands-for"),
    ("a\tа\tLatn\tshape\t\n", "scripts"), ("a\tа\tLatn Cyrl\talike\t\n", "kind"),
  ])
  func namesTheBrokenCell(row: String, column: String) throws {
    let error = #expect(throws: LexiconError.self) { _ = try table(row) }
    guard case .badValue(let found, _, _) = error?.reason else {
      Issue.record("another reason")
      return
    }
    #expect(found == column && error?.line == 2)
  }

  @Test func takesALetterBeyondTheTables() throws {
    let shapes = LetterShapes(try table("a\t\u{1D5BA}\tLatn Cyrl\tshape\t\n"))
    #expect(shapes.cyrillic(0x61) == [0x1D5BA])
  }
}
