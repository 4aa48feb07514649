import Foundation
import Lingua
import TestSupport
import Testing

@testable import Pipeline

@Suite struct WorkbookReaderTests {
  private static let namespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

  private static let workbook = """
    <workbook \(namespace) xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
    <sheet name="Notes" sheetId="1" r:id="rId1"/><sheet name="Terms" sheetId="2" r:id="rId2"/>\
    <sheet name="Old" sheetId="3" r:id="rId3"/></sheets></workbook>
    """
  private static let relations = """
    <Relationships xmlns="x"><Relationship Id="rId2" Target="worksheets/second.xml"/>\
    <Relationship Id="rId1" Target="/xl/worksheets/first.xml"/><Relationship Id="rId3" Target="worksheets/third.xml"/>\
    </Relationships>
    """
  private static let strings = """
    <sst \(namespace)><si><t>Қазақша</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">жер </t></r><r><t>асты</t></r>\
    <rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t>Русский_x000D_</t></si></sst>
    """

  private static func sheet(_ rows: String) -> String {
    "<worksheet \(namespace)><sheetData>\(rows)</sheetData></worksheet>"
  }

  /// A workbook as spreadsheets write it: shared strings, runs, gaps in rows and between them, results of formulas.
  private static func archive(_ change: (inout StoredZip) -> Void = { _ in }) -> [UInt8] {
    var zip = StoredZip()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add("xl/workbook.xml", workbook)
    zip.add("xl/_rels/workbook.xml.rels", relations)
    zip.add("xl/sharedStrings.xml", strings)
    zip.add(
      "xl/worksheets/first.xml", sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Read me</t></is></c></row>"))
    zip.add(
      "xl/worksheets/second.xml",
      sheet(
        """
        <row r="2"><c r="A2" t="inlineStr"><is><t>Сөздік</t></is></c></row>\
        <row r="4"><c r="A4" t="s"><v>0</v></c><c r="C4" t="s"><v>2</v></c><c r="D4" t="inlineStr"><is><t>en</t></is></c></row>\
        <row r="5"><c r="A5" t="s"><v>1</v></c><c r="C5" t="str"><f>"под"&amp;"земный"</f><v>подземный</v></c></row>\
        <row r="9"><c r="A9"><v>42</v></c><c r="C9" t="e"><v>#N/A</v></c><c r="D9" t="inlineStr"><is><t>forty-two</t></is></c>\
        <c r="XFD9"><v>1</v></c></row>\
        <row r="10"><c r="A10" t="s"><v>99</v></c><c r="C10"/></row>
        """))
    zip.add("xl/worksheets/third.xml", sheet(""))
    change(&zip)
    return zip.finished
  }

  @Test func readsTheSheetThatHasAHeader() throws {
    let reading = try GlossaryReader().read(Self.archive(), path: "a.xlsx")
    #expect(reading.format == .xlsx && !reading.isOwn)
    let entries = reading.glossary.entries
    #expect(entries.map { $0.terms.kk.map(\.text) } == [["жер асты"], ["42"]])
    #expect(entries.map { $0.terms.ru.map(\.text) } == [["подземный"], []])
    #expect(entries.map { $0.terms.en.map(\.text) } == [[], ["forty-two"]])
    var title = GlossaryReadWarning.Places()
    title.add(2)
    #expect(reading.warnings == [.beforeHeader(title), .otherSheets(["Notes", "Old"])])
  }

  @Test func refusesWhatCannotBeRead() throws {
    func reason(_ bytes: [UInt8]) -> GlossaryReadError.Reason? {
      do {
        _ = try GlossaryReader().read(bytes, path: "a.xlsx")
        return nil
      } catch { return (error as? GlossaryReadError)?.reason }
    }
    var document = StoredZip()
    document.add("word/document.xml", "<w/>")
    #expect(reason(document.finished) == .workbook(.noWorkbook))
    #expect(reason([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .workbook(.oldOrEncrypted))
    #expect(reason(Array(Self.archive().dropLast(60))) == .workbook(.damaged(part: "")))

    func book(_ part: (inout StoredZip) -> Void) -> [UInt8] {
      var zip = StoredZip()
      part(&zip)
      return zip.finished
    }
    let name = "xl/workbook.xml"
    #expect(reason(book { $0.add(name, Self.workbook, flags: 1) }) == .workbook(.encrypted(part: name)))
    #expect(reason(book { $0.add(name, Self.workbook, isDamaged: true) }) == .workbook(.damaged(part: name)))
    #expect(reason(book { $0.add(name, "<workbook>") }) == .workbook(.damaged(part: name)))
    #expect(reason(book { $0.add(name, Self.workbook, size: 1 << 30) }) == .tooLarge(limit: 1 << 24))
    #expect(
      reason(book { $0.add(name, "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook/>") }) == .markup(.entities))
    #expect(
      reason(book { $0.add(name, Self.workbook) }) == .workbook(.noHeader(sheets: ["Notes", "Terms", "Old"])))
    // 64 MB of blanks in 64 kB.
    let bomb = try Fixtures.data("negative/bomb.xlsx")
    #expect(bomb.count < 100_000 && reason(Array(bomb)) == .tooLarge(limit: 300 * 65_262))
  }

  /// A lone cell far out in each of many rows must not take memory for all that is not there.
  @Test func emptyCellsAreLimited() throws {
    let row = "<row><c r=\"IV1\"><v>1</v></c></row>"
    var zip = StoredZip()
    zip.add("xl/workbook.xml", "<workbook \(Self.namespace)><sheets><sheet name=\"a\"/></sheets></workbook>")
    zip.add("xl/worksheets/sheet1.xml", Self.sheet(String(repeating: row, count: SheetEvents.mostCells / 256 + 1)))
    #expect(
      throws: GlossaryReadError(path: "a", reason: .workbook(.tooManyCells(limit: SheetEvents.mostCells)))
    ) { try GlossaryReader().read(zip.finished, path: "a") }
  }
}
