import Pipeline
import Testing

@Suite struct ColumnTextTests {
  /// Two columns as `pdftotext -layout` sets them, between a head and a page number.
  private static var page: String {
    "Хабаршы, 2021\n\n\n"
      + zip(PrintedSheet.first, PrintedSheet.second).enumerated().map { k, lines in
        // Type of varying width makes the edge of a column ragged.
        let start = String(repeating: " ", count: 38 + k % 3 - lines.0.count)
        return lines.0 + start + lines.1
      }.joined(separator: "\n") + "\n\n\n                         17\n"
  }
  private static let plain = "Бір бағанды бет.\nОның    аралықтары   кең болса да, ол өзгермейді.\n"

  private func read(_ text: String, _ format: Document.Format? = nil) throws -> Document {
    try DocumentReader(format: format).document(name: "a", path: "a.txt", bytes: Array(text.utf8))
  }

  @Test func putsColumnsOneBelowTheOther() throws {
    let columns = "Хабаршы, 2021\n\n" + (PrintedSheet.first + PrintedSheet.second).joined(separator: "\n") + "\n\n17\n"
    let document = try read(Self.page + "\u{C}" + Self.plain + "\u{C}")
    #expect(document.text == columns + "\u{C}" + Self.plain + "\u{C}" && document.format == .pdftotext)
    let end = columns.utf8.count
    #expect(document.pages == [0..<end, end + 1..<end + 1 + Self.plain.utf8.count])
    // Without a form feed it may be any text, unless it is said what it is.
    #expect(try read(Self.page).text == Self.page)
    #expect(try read(Self.page, .pdftotext).text == columns)
    #expect(try read(Self.page + "\u{C}", .plain).text == Self.page + "\u{C}")
    // Soft hyphens are no letters.
    let soft = Self.page.replacing("ер", with: "е\u{AD}р")
    #expect(try read(soft + "\u{C}").text == columns.replacing("ер", with: "е\u{AD}р") + "\u{C}")
  }

  @Test(
    arguments: [
      plain, "", "\u{C}", "\n\n", String(repeating: "Жыл      Көлем     Үлес\n2020     125       3,4\n", count: 20),
      String(repeating: "Өнім атауы      Бағасы\nҰн                    9\nЖүгері жармасы сапалы  1\n", count: 9),
      String(repeating: "1.   Бірінші тармақтың мәтіні осындай болады\n", count: 20),
    ])
  func leavesAllElseAsItIs(page: String) throws {
    let document = try read(page + "\u{C}" + page)
    #expect(document.text == page + "\u{C}" + page)
  }
}
