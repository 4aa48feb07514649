import Foundation
import Pipeline
import TestSupport
import Testing

@Suite struct DamagedPageTests {
  private static let altoHead = "<?xml version='1.0'?>\n<alto xmlns='http://www.loc.gov/standards/alto/ns-v3#'><Layout>"

  private func failure(_ text: String, format: Document.Format? = nil, strict: Bool = false) -> ReadError? {
    do throws(ReadError) {
      _ = try DocumentReader(strict: strict, format: format).document(name: "a", path: "a.xml", bytes: Array(text.utf8))
    } catch {
      return error
    }
    return nil
  }

  /// What is fatal, and the line it is on.
  private func damage(_ text: String, format: Document.Format? = nil) -> MarkupDamage? {
    guard case .markup(_, _, let damage) = failure(text, format: format) else { return nil }
    return damage.isFatal ? damage : nil
  }

  @Test func namesTheLineWhereXMLBreaks() throws {
    let broken = Self.altoHead + "<Page>\n<TextLine><String CONTENT='а'></TextLine>\n</Page></Layout></alto>"
    let found = try #require(damage(broken))
    #expect(found.line == 3 && found.column > 1)
    if case .syntax(let message) = found.reason {
      #expect(message.contains("String"))
    } else {
      Issue.record("\(found)")
    }
    // A file that was cut off.
    #expect(damage(Self.altoHead + "<Page>\n<TextLine>\n<String CONT")?.line == 4)
    #expect(damage(Self.altoHead + "<Page>&unknown;</Page></Layout></alto>")?.line == 2)
  }

  @Test func refusesABomb() {
    let levels = (1...9).map { "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 10) + "\">" }
    let bomb =
      "<?xml version='1.0'?>\n<!DOCTYPE alto [\n<!ENTITY e0 \"ха\">" + levels.joined()
      + "]>\n<alto><Layout><Page><TextLine><String CONTENT=\"&e9;\"/></TextLine></Page></Layout></alto>"
    #expect(damage(bomb)?.reason == .entities && damage(bomb)?.line == 3)
    let outside = "<!DOCTYPE alto [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><alto><Page>&e;</Page></alto>"
    #expect(damage(outside)?.reason == .entities)
    // HTML has no entities of its own, so nothing grows.
    let hocr = "<!DOCTYPE html [<!ENTITY e \"ха\">]><div class='ocr_page'>&e; сөз</div>"
    #expect(failure(hocr) == nil)
  }

  @Test func refusesWhatNoProgramWrites() {
    let deep = String(repeating: "<i>", count: 100_000)
    #expect(damage(Self.altoHead + deep)?.reason == .nesting)
    #expect(damage("<div class='ocr_page'>" + deep)?.reason == .nesting)
    let long = String(repeating: "ы", count: 600_000)
    #expect(damage(Self.altoHead + "<Page ID='\(long)'/>")?.reason == .attribute)
    #expect(damage("<div class='ocr_page' title='\(long)'>")?.reason == .attribute)
    let many = (0..<300).map { " a\($0)='1'" }.joined()
    #expect(damage(Self.altoHead + "<Page\(many)/>")?.reason == .attribute)
    #expect(damage("<div class='ocr_page'\(many)>")?.reason == .attribute)
  }

  /// Places far outside any page, or none at all, cost no trap and no text.
  @Test(arguments: ["-5 99999999999999 1e308 7", "0 0 0 0", "1 1 0 0", "x", "0 0 1e14 1e14", "0 0 1 0.0000001"])
  func survivesOddPlaces(box: String) throws {
    let words = (0..<40).map { k in
      "<span class='ocr_line'><span class='ocrx_word' title='bbox \(k % 3 == 0 ? box : "\(k) \(k) 90 \(k + 9)")'>с\(k)</span>"
        + " <span class='ocrx_word' title='bbox 700 \(k) 900 \(k + 9)'>ө\(k)</span></span>"
    }
    let page = "<div class='ocr_page'>" + words.joined() + "</div>"
    let text = try DocumentReader().document(name: "a", path: "a", bytes: Array(page.utf8)).text
    let expected = (0..<40).flatMap { ["с\($0)", "ө\($0)"] }
    #expect(text.split(whereSeparator: \.isWhitespace).map(String.init).sorted() == expected.sorted())
  }

  @Test func losesNoWordOfAHugePage() throws {
    let lines = (0..<30_000).map { k in
      "<span class='ocr_line'><span class='ocrx_word' title='bbox \(k % 7) \(k % 90) 500 \(k % 90 + 20)'>с\(k)</span></span>"
    }
    let page = "<div class='ocr_page'>" + lines.joined() + "</div>"
    let text = try DocumentReader().document(name: "a", path: "a", bytes: Array(page.utf8)).text
    #expect(Set(text.split(whereSeparator: \.isWhitespace)).count == 30_000)
  }

  @Test func readsAFileThatWasCutOffAsFarAsItGoes() throws {
    let whole = PrintedSheet.article.written(as: .hocr)
    let part = String(whole.prefix(whole.count / 2)) + "<span class='ocrx_word' title='bb"
    let document = try DocumentReader().document(name: "a", path: "a.hocr", bytes: Array(part.utf8))
    #expect(document.text.contains("Мақалада өңірлік"))
    guard case .damaged(let damage) = document.doubts.first else { throw FixtureError(description: "no doubt") }
    #expect(!damage.isFatal && damage.line == part.split(separator: "\n").count)
    #expect(failure(part, strict: true) == .markup(path: "a.xml", format: .hocr, damage))
  }

  @Test func saysThatThereIsNoPage() {
    #expect(failure("<alto xmlns='x'/>") == .noPages(path: "a.xml", format: .alto))
    #expect(failure("бос мәтін", format: .hocr) == .noPages(path: "a.xml", format: .hocr))
    #expect(failure("<p>бос</p>") == nil)
  }

  @Test func readsTheEncodingsOfPages() throws {
    let alto = PrintedSheet.article.written(as: .alto)
    for (encoding, name) in [
      (String.Encoding.windowsCP1251, "windows-1251"), (.utf16LittleEndian, "UTF-16"), (.utf8, ""),
    ] {
      let text =
        (name == "UTF-16" ? "\u{FEFF}" : "") + "<?xml version='1.0' encoding='\(name)'?>"
        + alto.replacing("ә", with: "а").replacing("ң", with: "н").replacing("ғ", with: "г").replacing("ү", with: "у")
        .replacing("ұ", with: "у").replacing("қ", with: "к").replacing("ө", with: "о").replacing("һ", with: "х")
        .replacing("Қ", with: "К").replacing("Ү", with: "У")
      let data = try #require((name.isEmpty ? text.replacing(" encoding=''", with: "") : text).data(using: encoding))
      let document = try DocumentReader().document(name: "a", path: "a", bytes: Array(data))
      #expect(document.format == .alto && document.text.contains("Халыкаралык катынастар"), "\(name)")
    }
  }
}
