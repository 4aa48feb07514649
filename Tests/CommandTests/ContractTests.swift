import Foundation
import Pipeline
import TestSupport
import Testing

/// The built program against docs/schema.
@Suite struct ContractTests {
  private static let abstract = """
    Аннотация. Снег выпал рано. Реки замёрзли.
    Ключевые слова: снег, реки
    Abstract. Snow fell early. The rivers froze.
    Keywords: snow, rivers
    """

  private static let cases: [(command: String, field: String, value: JSONValue, schema: String)] = [
    ("align", "text", .string(abstract), "align-text"),
    ("align", "text", .string(""), "align-text"),
    (
      "align", "sentences",
      .object([
        .init("kk", .array([.string("Қар жауды.")])), .init("en", .array([.string("Snow"), .string("fell.")])),
      ]),
      "align-sentences"
    ),
    ("normalize", "text", .string("су\u{AD}лар\r\n"), "normalize"),
    ("detect", "text", .string("Өзен жағасында үй бар."), "detect"),
    ("detect", "text", .string("1 + 2"), "detect"),
    ("check", "text", .string(abstract), "check"),
    ("check", "text", .string(abstract.replacing("снег, реки", with: "снег")), "check"),
    ("segment", "text", .string("Бірінші сөйлем. Екінші сөйлем."), "segment"),
    ("segment", "text", .string(""), "segment"),
    ("transliterate", "text", .string("Өзен мен көл"), "transliterate"),
    ("transliterate", "text", .string("river"), "transliterate"),
    ("transliterate", "text", .array([]), "error"),
    ("align", "words", .null, "error"),
    ("normalize", "text", .integer(5), "error"),
    ("detect", "sentences", .null, "error"),
    ("segment", "text", .null, "error"),
  ]

  @Test(arguments: cases)
  func answersConform(command: String, field: String, value: JSONValue, schema: String) throws {
    var input: [UInt8] = []
    var members: [JSONValue.Member] = [.init("id", .string("№ 1")), .init("x-own", .array([])), .init(field, value)]
    if command == "transliterate" { members.append(.init("scheme", .string("kk-latn-2021-jan"))) }
    JSONValue.object(members).write(to: &input)
    let result = try Program.run([command, "--jsonl"], input: Data(input + [0x0A]))
    #expect(result.status == (schema == "error" ? 1 : 0))
    let answer = try JSONValue(parsing: result.output.utf8)
    #expect(try JSONSchema(named: schema).violations(of: answer) == [])
    #expect(answer["id"] == .string("№ 1"))
    if schema != "error" { #expect(answer["x-own"] == .array([])) }
  }

  /// The examples of docs/formats.md: under "### command", the first block is the input and the second the answer.
  @Test func examplesComeOutAsPrinted() throws {
    let url = Fixtures.packageFolder.appendingPathComponent("docs/formats.md")
    var command = ""
    var input: Substring?
    var isInBlock = false
    var compared: [String] = []
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("### ") || line.hasPrefix("## ") {
        command = String(line.drop { $0 == "#" || $0 == " " }.prefix { $0 != "," })
        input = nil
      } else if line.hasPrefix("```") {
        isInBlock = line == "```json"
      } else if isInBlock, ["align", "check", "normalize", "detect", "segment", "transliterate"].contains(command) {
        guard let record = input else {
          input = line
          continue
        }
        let options = command == "normalize" ? ["--explain"] : []
        let result = try Program.run([command, "--jsonl"] + options, input: Data((record + "\n").utf8))
        #expect(result.output == line + "\n")
        compared.append(command)
        input = nil
      }
    }
    #expect(compared == ["align", "align", "normalize", "detect", "segment", "transliterate", "check"])
  }

  @Test func aLineThatIsNoJSONIsAnswered() throws {
    let result = try Program.run(["detect", "--jsonl"], input: Data("{\"id\":1,\n{\"id\":2,\"text\":\"снег\"}\n".utf8))
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(try JSONSchema(named: "error").violations(of: JSONValue(parsing: lines[0].utf8)) == [])
    #expect(try JSONSchema(named: "detect").violations(of: JSONValue(parsing: lines[1].utf8)) == [])
  }
}
