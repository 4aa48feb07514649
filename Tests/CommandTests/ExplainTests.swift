import Foundation
import Pipeline
import TestSupport
import Testing

/// `align --explain`: what the score of each bead is made of.
@Suite struct ExplainTests {
  private static let document = """
    Аннотация. Снег выпал рано. Реки замёрзли в 2019 году.
    Abstract. Snow fell early. The rivers froze in 2018.
    """

  private func number(_ value: JSONValue?) -> Double? {
    guard case .number(let text) = value else { return nil }
    return Double(text)
  }

  /// Checks that every bead is explained and that its parts are the whole.
  private func expectExplained(_ answer: JSONValue, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let beads = try #require(answer["beads"]?.array)
    #expect(!beads.isEmpty, sourceLocation: sourceLocation)
    for bead in beads {
      let explanation = try #require(bead["explanation"], sourceLocation: sourceLocation)
      let pairs = try #require(explanation["pairs"]?.array)
      let scores = pairs.compactMap { number($0["score"]) }
      let shape = try #require(number(explanation["shape"]))
      let paragraphs = try #require(number(explanation["paragraphs"]))
      let total = try #require(number(explanation["total"]))
      #expect(abs(total - scores.reduce(shape + paragraphs, +)) < 0.001, sourceLocation: sourceLocation)
      for pair in pairs {
        let words = (pair["words"]?.members ?? []).compactMap { number($0.value) }
        try #require(words.count == 2)
        let score = try #require(number(pair["score"]))
        let length = try #require(number(pair["length"]))
        #expect(abs(score - words[0] - words[1] - length) < 0.001)
        let tags = Set((pair["pair"]?.string ?? "").split(separator: "-").map(String.init))
        for link in pair["links"]?.array ?? [] {
          #expect(tags.isSubset(of: (link.members ?? []).map(\.name)), sourceLocation: sourceLocation)
        }
      }
    }
  }

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.document, to: "a.txt")
    try folder.write(Self.document, to: "b.txt")
    try folder.write("Снег выпал.\nСтало тихо.\n", to: "t.ru")
    try folder.write("Snow fell and it grew quiet.\n", to: "t.en")
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ arguments: String, input: String = "") throws -> Program.Result {
    try Program.run(arguments.split(separator: " ").map(String.init), input: Data(input.utf8), folder: folder.path)
  }

  @Test func aDocument() throws {
    let result = try run(try folder(), "align a.txt --explain")
    #expect(result.status == 0 && result.output.contains("\n  "))
    let answer = try JSONValue(parsing: result.output.utf8)
    #expect(try JSONSchema(named: "align-text").violations(of: answer) == [])
    try expectExplained(answer)
    let pairs = answer["beads"]?.array?.compactMap { $0["explanation"]?["pairs"]?.array?.first } ?? []
    #expect(pairs.contains { $0["unlinked"]?["ru"] == .array([.string("2019")]) })
    #expect(pairs.contains { $0["unlinked"]?["en"] == .array([.string("2018")]) })
    let links = pairs.flatMap { $0["links"]?.array ?? [] }
    #expect(links.contains { $0["ru"] == .string("Снег") && $0["en"] == .string("Snow") })
  }

  @Test func severalDocumentsAreALineEach() throws {
    let result = try run(try folder(), "align a.txt b.txt --explain -f json")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines { try expectExplained(try JSONValue(parsing: line.utf8)) }
  }

  @Test func filesOfSentences() throws {
    let result = try run(try folder(), "align --ru t.ru --en t.en --explain")
    let answer = try JSONValue(parsing: result.output.utf8)
    #expect(try JSONSchema(named: "align-files").violations(of: answer) == [])
    try expectExplained(answer)
  }

  @Test func records() throws {
    let sentences = #"{"id":1,"sentences":{"kk":["Су таза.","№"],"ru":["Вода чистая."],"en":["The water is clean."]}}"#
    var text: [UInt8] = []
    JSONValue.object([.init("text", .string(Self.document))]).write(to: &text)
    let result = try run(
      try folder(), "align --jsonl --explain", input: sentences + "\n" + String(decoding: text, as: UTF8.self))
    let answers = try result.output.split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
    try #require(answers.count == 2)
    #expect(try JSONSchema(named: "align-sentences").violations(of: answers[0]) == [])
    #expect(try JSONSchema(named: "align-text").violations(of: answers[1]) == [])
    for answer in answers { try expectExplained(answer) }
  }

  @Test func theDocumentsOfARun() throws {
    let folder = try folder()
    let result = try run(folder, "run a.txt -o out --explain")
    #expect(result.status == 0)
    try expectExplained(JSONValue(parsing: folder.text(of: "out/documents/a.json").utf8))
  }

  @Test func otherFormatsHaveNoPlaceForIt() throws {
    let folder = try folder()
    for arguments in ["a.txt -f tsv", "a.txt -o out.tmx", "--ru t.ru --en t.en -f xliff", "a.txt -o out.html"] {
      let result = try run(folder, "align --explain \(arguments)")
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.errors.contains("--explain goes with json"), "\(result.errors)")
    }
    #expect(!folder.files.contains { $0.hasPrefix("out") })
  }

  @Test func nothingIsExplainedUnasked() throws {
    let folder = try folder()
    let plain = try run(folder, "align a.txt")
    #expect(!plain.output.contains("explanation"))
    var explained = try JSONValue(parsing: try run(folder, "align a.txt --explain").output.utf8)
    explained = without("explanation", explained)
    #expect(try JSONValue(parsing: plain.output.utf8) == explained)
  }

  private func without(_ name: String, _ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): .array(elements.map { without(name, $0) })
    case .object(let members):
      .object(members.filter { $0.name != name }.map { .init($0.name, without(name, $0.value)) })
    default: value
    }
  }
}
