import Foundation
import TestSupport
import Testing

@Suite struct LexiconTrainTests {
  private static let rows = """
    кітап керек\tкнига нужна
    кітап қымбат\tкнига дорогая
    терезе керек\tокно нужно
    терезе қымбат\tокно дорогое

    """

  @Test func aTableIsTrainedAndUsed() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows, to: "text/x.kk-ru.tsv")
    let table = folder.path + "/lexicons/learned/translations.bin"
    let result = try Program.run(["lexicon", "train", "translations", folder.path + "/text", "-o", table])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("x: 4 pairs of sentences from 4 lines"))
    let first = try Data(contentsOf: URL(fileURLWithPath: table))
    let again = try Program.run(["lexicon", "train", "translations", folder.path + "/text", "-o", table, "--quiet"])
    #expect(again.status == 0 && again.errors.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: table)) == first)
    let input = Data(#"{"id":1,"sentences":{"kk":["Кітап керек."],"ru":["Книга нужна."]}}"#.utf8)
    let align = try Program.run(["align", "--jsonl", "--lexicons", folder.path + "/lexicons"], input: input)
    #expect(align.status == 0)
    #expect(align.output.contains(#""beads""#))
  }

  @Test func brokenRowsAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows + "бір ұяшық\n", to: "text/x.kk-ru.tsv")
    let result = try Program.run(
      ["lexicon", "train", "translations", folder.path + "/text", "-o", folder.path + "/t.bin"])
    #expect(result.status == 1)
    #expect(result.errors.contains("x.kk-ru.tsv:5: 1 cells where the file's name has 2 languages"))
    #expect(folder.files.contains("t.bin"))
  }

  @Test func whatCannotBeTrainedIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows, to: "text/x.kk-ru.tsv")
    let text = folder.path + "/text"
    let table = folder.path + "/t.bin"
    for (arguments, words) in [
      ([text, "-o", table, "--leave-out", "y"], "--leave-out y: no source's name begins so; there are x"),
      ([folder.path + "/none", "-o", table], "no such file or folder"),
      ([text], "-o"), ([text, "-o", table, "--stems", "letters:0"], "--stems takes letters:N"),
    ] {
      let result = try Program.run(["lexicon", "train", "translations"] + arguments)
      #expect(result.status == 2)
      #expect(result.errors.contains(words), "\(result.errors)")
      #expect(!folder.files.contains("t.bin"))
    }
  }

  @Test func aDamagedTableIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data("LINGUATT\u{1}\0\0\0".utf8), to: "lexicons/learned/translations.bin")
    let input = Data(#"{"id":1,"sentences":{"kk":["Су."],"ru":["Вода."]}}"#.utf8)
    let result = try Program.run(["align", "--jsonl", "--lexicons", folder.path + "/lexicons"], input: input)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("lexicon learned/translations.bin: "))
  }

  @Test func doubtsAreATable() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.rows, to: "text/x.kk-ru.tsv")
    let result = try Program.run(
      ["lexicon", "train", "translations", folder.path + "/text", "--doubts", folder.path + "/doubts.tsv"])
    #expect(result.status == 0)
    #expect(try folder.text(of: "doubts.tsv").hasPrefix("file\tline\tpair\tleft\tright\t"))
  }
}
