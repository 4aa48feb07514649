import Pipeline
import Testing

@Suite struct PageReadingTests {
  private func read(_ text: String, path: String = "page", strict: Bool = false) throws -> Document {
    try DocumentReader(strict: strict).document(name: "page", path: path, bytes: Array(text.utf8))
  }

  @Test(arguments: PrintedSheet.Format.allCases, [0, 0.016, -0.02])
  func readsColumnsOneAfterTheOther(format: PrintedSheet.Format, slope: Double) throws {
    var sheet = PrintedSheet.article
    sheet.slope = slope
    #expect(try read(sheet.written(as: format)).text == PrintedSheet.articleText)
    // An engine that a skewed page led astray gives the lines in any order.
    sheet.lines = sheet.lines.indices.map { sheet.lines[($0 * 7 + 3) % sheet.lines.count] }
    #expect(try read(sheet.written(as: format)).text == PrintedSheet.articleText)
  }

  @Test(arguments: PrintedSheet.Format.allCases)
  func partsLinesThatRunThroughBothColumns(format: PrintedSheet.Format) throws {
    var sheet = PrintedSheet.article
    sheet.lines.removeAll { $0.left == 450 }
    for k in PrintedSheet.second.indices { sheet.lines[k + 1].rest = (PrintedSheet.second[k], 450) }
    #expect(try read(sheet.written(as: format)).text == PrintedSheet.articleText)
  }

  /// Longer than what a parser is handed at once, and whole: nothing is doubtful.
  @Test(arguments: PrintedSheet.Format.allCases) func readsManyPages(format: PrintedSheet.Format) throws {
    let one = PrintedSheet.article.written(as: format)
    let name = format == .alto ? "Page" : format == .hocr ? "div" : "page"
    let start = try #require(one.firstRange(of: "<\(name)")?.lowerBound)
    let end = try #require(one.firstRange(of: "</\(name)>")?.upperBound)
    let pages = Array(repeating: String(one[start..<end]), count: 40).joined(separator: "\n")
    let document = try read(String(one[..<start]) + pages + String(one[end...]), strict: true)
    #expect(document.doubts.isEmpty && document.pages.count == 40)
    #expect(document.text == Array(repeating: PrintedSheet.articleText, count: 40).joined(separator: "\u{C}"))
    if format == .alto { return }
    // Files that were joined.
    let joined = try read(String(repeating: one + "\n", count: 40), strict: true)
    #expect(joined.text == document.text && joined.pages == document.pages)
  }

  @Test func leavesTablesAndListsInRows() throws {
    var sheet = PrintedSheet()
    for k in 0..<12 {
      let top = 140 + 26 * Double(k)
      sheet.lines.append(.init(text: "\(k + 1).", left: 100, top: top))
      sheet.lines.append(.init(text: "Қосымшада берілген мәлімет", left: 180, top: top))
    }
    let rows = try read(sheet.written(as: .hocr)).text.split(separator: "\n")
    #expect(rows.count == 12 && rows.allSatisfy { $0.hasSuffix(". Қосымшада берілген мәлімет") })
  }

  @Test func tellsParagraphsByPlace() throws {
    var sheet = PrintedSheet()
    let texts = [
      ("Бірінші жол абзацтың басында тұр және", 130.0), ("екінші жол оның соңына дейін жетеді де.", 100),
      ("Үшінші жол сол абзацта қалады, себебі", 100), ("қысқа бітеді.", 100),
      ("Келесі абзац шегініспен басталады және", 130),
      ("оның екінші жолы да толық жазылған сөз.", 100),
    ]
    for (k, (text, left)) in texts.enumerated() {
      sheet.lines.append(.init(text: text, left: left, top: 100 + 26 * Double(k)))
    }
    sheet.lines.append(.init(text: "Аралығы үлкен жол жаңа абзац болады.", left: 100, top: 100 + 26 * 8))
    let paragraphs = try read(sheet.written(as: .alto)).text.split(separator: "\n\n")
    #expect(paragraphs.count == 3 && paragraphs[1].hasPrefix("Келесі") && paragraphs[2].hasPrefix("Аралығы"))
  }

  @Test func putsAFormFeedBetweenPages() throws {
    let page = "<div class=ocr_page><span class=ocr_line>бет</span></div>"
    let document = try read("<html>\(page)<div class=ocr_page></div>\(page)</html>")
    #expect(document.text == "бет\n\u{C}\u{C}бет\n" && document.pages == [0..<7, 8..<8, 9..<16])
    #expect(document.doubts == [.withoutPlaces(pages: [1, 3])] && document.format == .hocr)
  }

  @Test(
    arguments: [
      // OCRopus writes lines without words.
      (
        "<p class='ocr_par'><span class='ocr_line'>екі  сөз\n</span></p><p class='ocr_par'>мен бір</p>",
        "екі сөз\n\nмен бір\n"
      ),
      ("<span class='ocrx_word'>А&amp;Б</span>, <span class='x ocrx_word y'>&nbsp;в\n г </span>", "А&Б, в г\n"),
      ("<div class='ocr_header'><span class='ocr_line'>а</span><span class='ocr_line'>ә</span></div>", "а\nә\n"),
      ("бір<br>екі<br/>үш<style>p {}</style><script>x</script>", "бір\nекі\nүш\n"),
      ("<span class='ocr_line'><b>қа</b>лың <i>жазу", "қалың жазу\n"),
      ("<span class='ocrx_word'>а<span class='ocrx_cinfo'>б</span></span><span class='ocrx_word'> </span>", "аб\n"),
      ("мәтін\u{301}\u{AD}", "мәтін\u{301}\u{AD}\n"),
    ])
  func takesAllTextOfAPageOfHOCR(body: String, expected: String) throws {
    let document = try read("<html><head><title>no</title></head>no<div class='ocr_page'>\(body)</div></html>")
    #expect(document.text == expected)
  }

  @Test func keepsTheHyphensOfALTO() throws {
    let lines = [
      "<TextLine><String CONTENT='мә'/><HYP CONTENT='-'/></TextLine>",
      "<TextLine><String CONTENT='селе-' SUBS_TYPE='HypPart1' SUBS_CONTENT='мәселелер'/><HYP CONTENT='-'/></TextLine>",
      "<TextLine><String CONTENT='со' SUBS_TYPE='HypPart1' SUBS_CONTENT='соңы'/></TextLine>",
      "<TextLine><String CONTENT='ңы' SUBS_TYPE='HypPart2' SUBS_CONTENT='соңы'/><SP/><String CONTENT='а'/>"
        + "<HYP CONTENT='&#xAD;'/></TextLine>",
    ]
    let page = "<alto><Layout><Page><TextBlock>\(lines.joined())</TextBlock></Page></Layout></alto>"
    // With a prefix for the namespace, as some programs write it.
    let alto = page.replacing("</", with: "\u{1}").replacing("<", with: "<a:").replacing("\u{1}", with: "</a:")
      .replacing("<a:alto>", with: "<a:alto xmlns:a='http://www.loc.gov/standards/alto/ns-v4#'>")
    #expect(try read(alto).text == "мә-\nселе-\nсо-\nңы а\u{AD}\n")
  }
}
