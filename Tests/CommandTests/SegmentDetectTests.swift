import Foundation
import TestSupport
import Testing

@Suite struct SegmentDetectTests {
  private let text = "Ол т.б. көрді.\nБіз г. Таразда\nтұрамыз."

  @Test func printsOneSentenceALine() throws {
    let result = try Program.run(["segment"], input: Data(text.utf8))
    #expect(result.output == "Ол т.б. көрді.\nБіз г. Таразда тұрамыз.\n")
    #expect(result.status == 0)
  }

  @Test func printsRangesAndWords() throws {
    let ranges = try Program.run(["segment", "--ranges", "--language", "en", "-"], input: Data("One. Two.".utf8))
    #expect(ranges.output == "0\t4\tOne.\n5\t9\tTwo.\n")
    let words = try Program.run(["segment", "--words"], input: Data("ЕАЭО-ны көрді.".utf8))
    #expect(words.output == "ЕАЭО\nны\nкөрді\n")
  }

  @Test func answersRecords() throws {
    let lines = """
      {"id":1,"text":"One. Two.","language":"en","x":[1]}
      {"id":2,"text":"One.","language":"xx"}
      """
    let result = try Program.run(["segment", "--jsonl"], input: Data(lines.utf8))
    let answers = result.output.split(separator: "\n")
    #expect(answers.first == #"{"id":1,"language":"en","x":[1],"sentences":["One.","Two."],"ranges":[[0,4],[5,9]]}"#)
    #expect(answers.last?.contains(#""id":2,"error""#) == true)
    #expect(result.status == 1)
  }

  @Test func detectsFilesAndLines() throws {
    let folder = try TemporaryFolder()
    try folder.write("Қала үлкен және әдемі.\n\nГород большой и красивый.\n", to: "a.txt")
    try folder.write("The town is large.", to: "b.txt")
    let files = try Program.run(["detect", folder.path])
    let rows = files.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(rows.map(\.first) == ["a.txt", "b.txt"])
    #expect(rows.last?[1...2] == ["en", "Latn"])
    let lines = try Program.run(["detect", "--lines", "--languages", "kk,ru", folder.path + "/a.txt"])
    let fields = lines.output.split(separator: "\n").map { $0.split(separator: "\t").prefix(3).joined(separator: " ") }
    #expect(fields == ["a.txt:1 kk Cyrl", "a.txt:3 ru Cyrl"])
  }

  @Test func namesWhatItCannotRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("One. Two.", to: "a.txt")
    let result = try Program.run(["segment", folder.path + "/none.txt", folder.path + "/a.txt"])
    #expect(result.output.contains("One.\nTwo.\n"))
    #expect(result.errors.contains("none.txt"))
    #expect(result.status == 1)
    let language = try Program.run(["segment", "--language", "xx"])
    #expect(language.status == 2)
  }
}
