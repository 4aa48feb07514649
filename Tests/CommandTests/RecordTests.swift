import Foundation
import Pipeline
import TestSupport
import Testing

/// JSON Lines: one object in, one out, in order, whatever happens to one of them.
@Suite struct RecordTests {
  private func records(_ text: String) throws -> [JSONValue] {
    try text.split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
  }

  @Test(arguments: ["align", "glossary", "normalize", "detect", "segment"])
  func answersInOrderAndPassesUnknownFieldsThrough(command: String) throws {
    let input = (0..<40).map { #"{"id":\#($0),"text":"Су таза. Ауа да таза.","note":{"kept":[1.50,null]}}"# }
    let result = try Program.run([command, "--jsonl"], input: Data(input.joined(separator: "\n").utf8))
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let answers = try records(result.output)
    #expect(answers.map { $0["id"]?.integer } == (0..<40).map { $0 })
    #expect(answers.allSatisfy { $0["note"] == .object([.init("kept", .array([.number("1.50"), .null]))]) })
  }

  @Test(arguments: ["align", "glossary", "normalize", "detect", "segment"])
  func aBadLineIsAnsweredAndTheRestIsDone(command: String) throws {
    let input = """
      {"id":"a","text":"Первый текст."}
      {"id":"b","text":
      ["not an object"]
      {"id":"c"}
      {"id":"d","text":17}

      {"id":"e","text":"Последний текст."}
      """
    let result = try Program.run([command, "--jsonl"], input: Data(input.utf8))
    #expect(result.status == 1)
    #expect(result.errors.contains("4 of 6 records failed"))
    let answers = try records(result.output)
    #expect(answers.count == 6)
    #expect(answers[0]["id"] == .string("a") && answers[0]["error"] == nil)
    #expect(answers[1]["id"] == .null && answers[1]["error"]?["code"] == .string("bad-json"))
    #expect(answers[1]["error"]?["line"] == .integer(2))
    #expect(answers[2]["error"]?["code"] == .string("bad-json"))
    #expect(answers[3]["id"] == .string("c") && answers[3]["error"]?["code"] == .string("missing-field"))
    #expect(answers[4]["id"] == .string("d") && answers[4]["error"]?["code"] == .string("bad-field"))
    #expect(answers[5]["id"] == .string("e") && answers[5]["error"] == nil)
  }

  @Test func aByteOrderMarkAndAnErrorOfEarlierDoNoHarm() throws {
    let input = "\u{FEFF}{\"id\":1,\"text\":\"Бір. Екі.\",\"error\":{\"code\":\"old\"}}\n"
    let result = try Program.run(["segment", "--jsonl"], input: Data(input.utf8))
    #expect(result.status == 0)
    #expect(try records(result.output).map { $0["error"] } == [nil])
  }

  @Test func splitSentencesAreNotSplitAgain() throws {
    let input = """
      {"id":1,"sentences":{"kk":["Су. Ауа.","От жанды."],"ru":["Вода. Воздух.","Огонь горел."],"en":[]}}
      {"id":2,"sentences":{"kk":[],"ru":[],"en":[]}}
      {"id":3,"sentences":{"kk":["А"],"xx":[]}}
      {"id":4,"sentences":{"kk":"А"}}
      """
    let result = try Program.run(["align", "--jsonl"], input: Data(input.utf8))
    #expect(result.status == 1)
    let answers = try records(result.output)
    let beads = try #require(answers[0]["beads"]?.array)
    for language in ["kk", "ru"] {
      let used = beads.flatMap { $0[language]?.array ?? [] }.compactMap(\.integer)
      #expect(used == [0, 1])
    }
    #expect(answers[1]["beads"]?.array?.isEmpty == true)
    #expect(answers[2]["error"]?["code"] == .string("bad-field"))
    #expect(answers[3]["error"]?["code"] == .string("bad-field"))
  }

  @Test func oneWorkerAndManyGiveTheSameBytes() throws {
    let texts = ["Қазақ тілі. Ол әдемі.", "Вода г. Алматы чиста. Да.", "Dr. Smith left. He did."]
    let input = (0..<100).map { #"{"id":\#($0),"text":"\#(texts[$0 % 3])"}"# }.joined(separator: "\n")
    let one = try Program.run(["segment", "--jsonl", "--jobs", "1"], input: Data(input.utf8))
    let four = try Program.run(["segment", "--jsonl", "--jobs", "4"], input: Data(input.utf8))
    #expect(one.status == 0 && one.output == four.output)
  }

  @Test func eachRecordIsAnsweredBeforeTheNextIsAwaited() throws {
    // The second record is sent only when the first answer has come; a program that waited for more would hang.
    let script = """
      coproc "$CLI" segment --jsonl
      echo '{"id":1,"text":"Бір. Екі."}' >&"${COPROC[1]}"
      read -t 20 -r first <&"${COPROC[0]}" || exit 9
      echo '{"id":2,"text":"Үш."}' >&"${COPROC[1]}"
      read -t 20 -r second <&"${COPROC[0]}" || exit 9
      echo "$first"; echo "$second"
      exec {COPROC[1]}>&-
      wait
      """
    let result = try Program.shell(script)
    #expect(result.status == 0)
    #expect(try records(result.output).map { $0["id"]?.integer } == [1, 2])
  }
}
