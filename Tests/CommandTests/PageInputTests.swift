import Foundation
import TestSupport
import Testing

@Suite struct PageInputTests {
  private static let hocr =
    "<html><body><div class='ocr_page'><span class='ocr_line'>Су\u{AD}лар таза</span></div></body></html>"

  @Test func normalizesTheTextOfPages() throws {
    let folder = try TemporaryFolder()
    let words = "<span class='ocrx_word' title='bbox 0 0 9 9'>өзен</span>"
    try folder.write(Self.hocr.replacing("Су\u{AD}лар таза", with: words), to: "in/a.hocr")
    try folder.write(Self.hocr, to: "in/b.html")
    try folder.write("<p>no pages</p>", to: "in/c.html")
    try folder.write("көл\u{AD}\n", to: "in/d.txt")
    let result = try Program.run(["normalize", folder.path + "/in", "-o", folder.path + "/out"])
    #expect(
      result.status == 0 && result.errors.contains("in/b.html: page 1: no places") && !result.errors.contains("a.hocr"))
    #expect(try folder.text(of: "out/a.hocr.txt") == "өзен\n" && folder.text(of: "out/b.html.txt") == "Сулар таза\n")
    #expect(try folder.text(of: "out/d.txt") == "көл\n" && !folder.files.contains("out/c.html.txt"))
    let piped = try Program.run(["normalize"], input: Data(Self.hocr.utf8))
    #expect(piped.output == "Сулар таза\n")
    let text = try Program.run(["normalize", "--input-format", "text"], input: Data(Self.hocr.utf8))
    #expect(text.output == Self.hocr.replacing("\u{AD}", with: ""))
  }

  @Test(arguments: [["normalize"], ["segment"], ["detect"], ["align", "--format", "json"], ["glossary"]])
  func namesTheFileThePlaceAndTheRemedy(command: [String]) throws {
    let folder = try TemporaryFolder()
    let good = try folder.write(Self.hocr, to: "good.hocr")
    let bad = try folder.write("<alto xmlns='x'>\n<Page>\n<String></Page></alto>", to: "bad.xml")
    let result = try Program.run(
      command + [bad, good] + (command == ["normalize"] ? ["-o", folder.path + "/out"] : []))
    #expect(result.status == 1 && result.errors.contains("bad.xml:3:") && result.errors.contains("ALTO"))
    let cut = try folder.write("<div class='ocr_page'>бет", to: "cut.hocr")
    #expect(try Program.run(command + [cut]).status == 0)
    let strict = try Program.run(command + ["--strict", cut])
    #expect(strict.status == 1 && strict.errors.contains("cut.hocr:1:"))
    #expect(try Program.run(command + ["--input-format", "docx"]).status == 2)
    #expect(try Program.run(["normalize", "--jsonl", "--input-format", "hocr"]).status == 2)
  }

  @Test func saysWhatIsMissingForAPDF() throws {
    let folder = try TemporaryFolder()
    let pdf = try folder.write("%PDF-1.4\n", to: "a.pdf")
    let result = try Program.run(["segment", pdf], environment: ["PATH": folder.path])
    #expect(result.status == 1 && result.errors.contains("a.pdf: ") && result.errors.contains("poppler-utils"))
  }
}
