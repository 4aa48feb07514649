import Foundation
import TestSupport
import Testing

/// What tables decide that editors, spreadsheets and translators' tools send back.
@Suite struct GlossaryEditorTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "Түйін сөздер: су сапасы, цифрлық карта\nКлючевые слова: качество воды, цифровая карта\n"
        + "Keywords: water quality, digital map\n", to: "a.txt")
  }

  private func run(_ arguments: String...) throws -> Program.Result { try Program.run(arguments, folder: folder.path) }

  private func imported(_ files: String...) throws -> Program.Result {
    try Program.run(["glossary", "import"] + files + ["--termbase", "own.termbase"], folder: folder.path)
  }

  /// What the termbase has, a concept a line, in the order of its Russian names.
  private func stored(_ columns: String = "status, kk, ru, en") throws -> [String] {
    try Program.shell("sqlite3 own.termbase 'SELECT \(columns) FROM glossary ORDER BY ru'", folder: folder.path)
      .output.split(separator: "\n").map(String.init)
  }

  /// The rows of a glossary that was exported, as cells.
  private func exported() throws -> [[String]] {
    #expect(try run("glossary", "a.txt", "--termbase", "own.termbase", "-o", "own.tsv").status == 0)
    return try folder.text(of: "own.tsv").split(separator: "\n").map { row in
      row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func write(_ rows: [[String]], to name: String) throws {
    try folder.write(rows.map { $0.joined(separator: "\t") + "\n" }.joined(), to: name)
  }

  private static let untouched = [
    "proposed|су сапасы|качество воды|water quality", "proposed|цифрлық карта|цифровая карта|digital map",
  ]

  @Test(arguments: ["proposed", "предложено", "ұсынылды"])
  func whatIsProposedIsNotApproved(word: String) throws {
    try folder.write("kk;ru;status\nот;огонь;\(word)\nсу;вода;\n", to: "list.csv")
    #expect(try imported("list.csv").status == 0)
    #expect(try stored() == ["approved|су|вода|", "proposed|от|огонь|"])
  }

  @Test(arguments: ["id", "status", "kinds", "kk", "en", "kk_acronym", "ru_variants"])
  func aColumnThatIsGoneDecidesNothing(column: String) throws {
    let rows = try exported()
    let place = try #require(rows[0].firstIndex(of: column))
    try write(rows.map { Array($0[..<place] + $0[(place + 1)...]) }, to: "back.tsv")
    let result = try imported("back.tsv")
    #expect(result.output == "back.tsv: 0 new, 0 changed, 2 unchanged\n")
    #expect(try stored() == Self.untouched)
    let isTold = !["id", "status", "kinds"].contains(column)
    #expect(result.errors.contains("these columns of terms are gone: \(column);") == isTold, "\(result.errors)")
  }

  @Test func twoEditorsMayWorkOnOneExport() throws {
    let rows = try exported()
    func changed(_ text: String, _ other: String) -> [[String]] {
      rows.map { $0.map { $0 == text ? other : $0 } }
    }
    try write(changed("су сапасы", "судың сапасы"), to: "first.tsv")
    try write(changed("цифрлық карта", "сандық карта"), to: "second.tsv")
    let result = try imported("first.tsv", "second.tsv")
    #expect(result.errors.contains("decided and called otherwise in the termbase since"))
    #expect(
      try stored() == [
        "edited|судың сапасы|качество воды|water quality", "edited|сандық карта|цифровая карта|digital map",
      ])
  }

  @Test(arguments: [false, true])
  func aNameThatIsRejectedDoesNotRejectTheConcept(isFirst: Bool) throws {
    let rows = [
      "цифрлық карта\tцифровая карта\tdigital map\tapproved", "сандық карта\tцифровая карта\tdigital map\trejected",
    ]
    try folder.write(
      (["kk\tru\ten\tstatus"] + (isFirst ? rows.reversed() : rows)).joined(separator: "\n") + "\n", to: "list.tsv")
    #expect(try imported("list.tsv").status == 0)
    #expect(try stored("status, ru") == ["approved|цифровая карта"])
    let usage = try Program.shell(
      "sqlite3 own.termbase \"SELECT term, usage FROM terms WHERE language = 'kk' ORDER BY place\"", folder: folder.path
    )
    #expect(usage.output == "цифрлық карта|\nсандық карта|deprecated\n")
    // All of its names are the concept's.
    try folder.write("kk;ru;status\nцифрлық карта;цифровая карта;rejected\n", to: "all.csv")
    _ = try imported("all.csv")
    #expect(try stored("status") == ["rejected"])
  }

  @Test func lostLettersAreLeftOut() throws {
    try folder.write("kk;ru\nт?тін;дым\nсу;вода\nауылды?;сельский\n", to: "list.csv")
    let result = try imported("list.csv")
    #expect(result.status == 1)
    #expect(result.errors.contains("2 lines (2, 4) have question marks where letters were"), "\(result.errors)")
    #expect(try stored() == ["approved|су|вода|"])
    // A question is none.
    try folder.write("kk;ru\nсу қайда?;где вода?\n", to: "question.csv")
    #expect(try imported("question.csv").output == "question.csv: 1 new, 0 changed, 0 unchanged\n")
  }

  @Test func aRowThatIsCutOffIsLeftOut() throws {
    _ = try exported()
    let text = try folder.text(of: "own.tsv")
    let end = try #require(text.range(of: "качество"))
    try folder.write(String(text[..<end.lowerBound]), to: "cut.tsv")
    let result = try imported("cut.tsv")
    #expect(result.status == 1)
    #expect(result.errors.contains("ends before its terms and is left out"), "\(result.errors)")
    #expect(try stored() == Self.untouched)
  }

  @Test func aListForTranslatorsThatNobodyTouchedChangesNothing() throws {
    try folder.write(
      "Түйін сөздер: жаңартылатын энергия көздері (ЖЭК), су\n"
        + "Ключевые слова: возобновляемые источники энергии (ВИЭ), вода\nKeywords: renewable energy sources (RES), water\n",
      to: "a.txt")
    #expect(
      try run("glossary", "a.txt", "--termbase", "own.termbase", "--pair", "ru-kk", "-f", "omegat", "-o", "own.utf8")
        .status == 0)
    let before = try stored("status, kk, ru, en, note")
    let result = try imported("own.utf8")
    #expect(result.output.contains(" 0 new, 0 changed"), "\(result.output)")
    #expect(try stored("status, kk, ru, en, note") == before)
  }

  @Test func cellsOfSeveralLinesStayOne() throws {
    try folder.write("kk\tru\tnote\ten\r\nсу\tвода\t\"бір\nекі\"\twater\r\nжер\tземля\t\tland\r\n", to: "list.txt")
    #expect(try imported("list.txt").status == 0)
    #expect(try stored("kk, ru, en") == ["су|вода|water", "жер|земля|land"])
  }
}
