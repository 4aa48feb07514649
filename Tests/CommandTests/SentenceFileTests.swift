import Foundation
import Pipeline
import TestSupport
import Testing

/// Texts that have a file for each language.
@Suite struct SentenceFileTests {
  static let examples = Fixtures.packageFolder.appendingPathComponent("examples/sentences").path
  static let files = ["kk", "ru", "en"].flatMap { ["--\($0)", "\(examples)/library.\($0)"] }

  private func rows(_ result: Program.Result) -> [[String]] {
    result.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A folder with three short files.
  private func folder(
    kk: String = "Су таза.\nОтын арзан.\n", ru: String = "Вода чистая.\nТопливо дешёвое.\n",
    en: String = "The water is clean.\nThe fuel is cheap.\n"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(kk, to: "t.kk")
    try folder.write(ru, to: "t.ru")
    try folder.write(en, to: "t.en")
    return folder
  }

  private func align(
    _ folder: TemporaryFolder, _ arguments: String..., input: String = ""
  ) throws -> Program.Result {
    let words = arguments.flatMap { $0.split(separator: " ").map(String.init) }
    return try Program.run(["align"] + words, input: Data(input.utf8), folder: folder.path)
  }

  @Test func theExampleHasTheShapesOfItsText() throws {
    let result = try Program.run(["align"] + Self.files + ["--format", "tsv"])
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(rows(result).map { $0[5] } == ["1:1:1", "1:2:1", "1:1:1", "1:1:1", "1:1:0", "1:1:1", "1:1:1", "1:1:1"])
    #expect(rows(result).allSatisfy { $0[0] == "library" })
  }

  @Test(arguments: [
    "--kk t.kk --ru t.ru", "--ru t.ru --en t.en", "--kk t.kk --en t.en", "--en t.en --kk t.kk --ru t.ru",
  ])
  func twoOrThree(arguments: String) throws {
    let result = try align(try folder(), arguments, "-f tsv")
    #expect(result.status == 0)
    #expect(rows(result).count == 2)
    for row in rows(result) {
      for (column, option) in [(1, "--kk"), (2, "--ru"), (3, "--en")] {
        #expect(row[column].isEmpty == !arguments.contains(option))
      }
    }
  }

  @Test func theAnswerConformsAndItsRangesPointIntoTheFiles() throws {
    let folder = try folder(kk: "\u{FEFF}Су\u{A0}таза.\r\n\r\nО\u{301}тын арзан.\r\n")
    let result = try align(folder, "--kk t.kk --ru t.ru --en t.en")
    let answer = try JSONValue(parsing: result.output.utf8)
    #expect(try JSONSchema(named: "align-files").violations(of: answer) == [])
    #expect(answer["id"] == .string("t") && answer["files"]?["ru"] == .string("t.ru"))
    #expect(answer["paragraphs"]?["kk"] == .array([.integer(0), .integer(1)]))
    for (language, skipped) in [("kk", 3), ("ru", 0), ("en", 0)] {
      // The ranges are of the decoded text, which has no byte-order mark.
      let bytes = Array(try Data(contentsOf: folder.url.appendingPathComponent("t.\(language)")).dropFirst(skipped))
      let sentences = answer["sentences"]?[language]?.array?.compactMap(\.string) ?? []
      let ranges = answer["ranges"]?[language]?.array?.map { $0.array?.compactMap(\.integer) ?? [] } ?? []
      try #require(sentences.count == 2 && ranges.count == 2 && ranges.allSatisfy { $0.count == 2 })
      for (sentence, range) in zip(sentences, ranges) {
        let slice = String(decoding: bytes[range[0]..<range[1]], as: UTF8.self)
        #expect(slice.replacingOccurrences(of: "\u{A0}", with: " ") == sentence)
      }
    }
  }

  @Test(arguments: ["json", "tsv", "tmx", "html", "xlf", "xliff"])
  func everyFormatHasTheSentences(ending: String) throws {
    let folder = try folder()
    let pair = ending.hasPrefix("x") ? "--pair ru-kk" : ""
    let result = try align(folder, "--kk t.kk --ru t.ru --en t.en -o out.\(ending) \(pair)")
    #expect(result.status == 0 && result.output.isEmpty)
    let text = try folder.text(of: "out.\(ending)")
    #expect(text.contains("Топливо дешёвое."))
    if ending.hasPrefix("x") { #expect(text.contains("version=\"1.2\"")) }
  }

  @Test func xliffNeedsAPairWhereThreeAreThere() throws {
    let folder = try folder()
    let three = try align(folder, "--kk t.kk --ru t.ru --en t.en -f xliff2 -o out.xlf")
    #expect(three.status == 2)
    #expect(three.errors.contains("--pair ru-kk"))
    #expect(!folder.files.contains { $0.hasPrefix("out") })
    let two = try align(folder, "--ru t.ru --en t.en -f xliff2")
    #expect(two.status == 0 && two.output.contains("srcLang=\"ru-RU\" trgLang=\"en-US\""))
    let nothing = try align(folder, "--ru t.ru --en t.en -f tsv --pair ru-en")
    #expect(nothing.status == 2 && nothing.errors.contains("goes with xliff"))
  }

  @Test func aSideMayBeEmptyOrMuchLonger() throws {
    let folder = try folder(kk: "", ru: String(repeating: "Вода чистая.\n", count: 300))
    let empty = try align(folder, "--kk t.kk --en t.en -f tsv")
    #expect(empty.status == 0 && empty.errors.contains("t.kk: empty"))
    #expect(rows(empty).map { $0[5] } == ["0:0:1", "0:0:1"])
    let unequal = try align(folder, "--ru t.ru --en t.en -f tsv")
    #expect(unequal.status == 0)
    let counts = rows(unequal).map { $0[5].split(separator: ":").compactMap { Int($0) } }
    #expect(counts.reduce(0) { $0 + $1[1] } == 300 && counts.reduce(0) { $0 + $1[2] } == 2)
  }

  @Test func runningTextIsSplit() throws {
    let folder = try folder(
      kk: "Су таза. Отын\nарзан.\n", ru: "Вода чистая. Топливо дешёвое.", en: "The water is clean.\nThe fuel is cheap.")
    let result = try align(folder, "--kk t.kk --ru t.ru --en t.en --split -f tsv")
    #expect(rows(result).map { $0[1] } == ["Су таза.", "Отын арзан."])
    #expect(rows(result).map { $0[5] } == ["1:1:1", "1:1:1"])
  }

  @Test func oneMayBeStandardInput() throws {
    let folder = try folder()
    let result = try align(folder, "--kk - --ru t.ru -f tsv", input: "Су таза.\nОтын арзан.\n")
    #expect(result.status == 0)
    #expect(rows(result).map { $0[1] } == ["Су таза.", "Отын арзан."])
    #expect(rows(result).first?[0] == "standard-input+t")
  }

  @Test func everyFileThatCannotBeReadIsNamed() throws {
    let folder = try folder()
    try folder.write("earlier", to: "out.tsv")
    let result = try align(folder, "--kk gone.kk --ru t.ru --en lost.en -o out.tsv")
    #expect(result.status == 1)
    #expect(result.errors.contains("gone.kk: no such file") && result.errors.contains("lost.en: no such file"))
    #expect(try folder.text(of: "out.tsv") == "earlier")
  }

  @Test func aResultIsNotWrittenOverAFile() throws {
    let folder = try folder()
    let result = try align(folder, "--kk t.kk --ru t.ru -o ./t.kk -f tsv")
    #expect(result.status == 2 && result.errors.contains("is also an input"))
    #expect(try folder.text(of: "t.kk").hasPrefix("Су таза."))
  }

  @Test(arguments: [
    ("--kk t.kk", "two or three"), ("--kk - --ru -", "standard input"),
    ("--kk t.kk --ru t.ru x.txt", "leave x.txt out"),
    ("--split x.txt", "--split goes with"), ("--anchors a.tsv x.txt", "--anchors goes with"),
    ("--kk t.kk --ru t.ru --jsonl", "--jsonl reads standard input"), ("--jsonl --pair kk-ru", "leave --pair out"),
    ("--kk t.kk --ru t.ru --languages kk,ru", "leave --languages out"), ("--languages kk x.txt", "two or three"),
    ("--max-bead 0 x.txt", "1 to 4"), ("--max-bead 5 x.txt", "1 to 4"),
    ("--paragraphs never x.txt", "ignore, soft, hard"),
    ("--pair kk-kk x.txt", "no pair"), ("--pair kk x.txt", "no pair"), ("--review-below 2 x.txt", "from 0 to 1"),
  ])
  func whatCannotBeMeantCouldNotStart(arguments: String, words: String) throws {
    let result = try align(try folder(), arguments)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test func aWrongLabelIsWarnedOf() throws {
    let text = "В статье рассматриваются качество и объём водных ресурсов региона.\n"
    let folder = try folder(kk: text, ru: text)
    let result = try align(folder, "--kk t.kk --ru t.ru --en t.en")
    #expect(result.status == 0)
    #expect(result.errors.contains("t.kk is given as kk but reads as ru ("))
    #expect(result.errors.contains("t.kk and t.ru both read as ru"))
    let answer = try JSONValue(parsing: result.output.utf8)
    #expect(answer["warnings"]?.array?.map { $0["code"] } == [.string("wrong-language"), .string("same-language")])
    #expect(try JSONSchema(named: "align-files").violations(of: answer) == [])
    #expect(try align(folder, "--quiet --kk t.kk --ru t.ru").errors.isEmpty)
    #expect(try align(folder, "--kk t.kk --ru t.kk").errors.contains("t.kk is given for two languages"))
  }

  @Test func anchorsAreReadByLine() throws {
    let folder = try folder(kk: "Су таза.\n\nОтын арзан.\n")
    try folder.write("kk\tru\n3\t2\n", to: "good.tsv")
    try folder.write("kk\tru\n3\t2\n2\t1\n", to: "blank.tsv")
    try folder.write("kk\tru\n1\t2\n3\t1\n", to: "crossing.tsv")
    try folder.write("1\t2\n", to: "header.tsv")
    let good = try align(folder, "--kk t.kk --ru t.ru --anchors good.tsv -f tsv")
    #expect(good.status == 0 && rows(good).count == 2)
    for (name, words) in [
      ("blank", "blank.tsv:3: there is no sentence on line 2 of --kk"), ("crossing", "crossing.tsv:3: crosses line 2"),
      ("header", "header.tsv:1: the first row names the columns"), ("gone", "gone.tsv: no such file"),
    ] {
      let result = try align(folder, "--kk t.kk --ru t.ru --anchors \(name).tsv")
      #expect(result.status == 1 && result.output.isEmpty)
      #expect(result.errors.contains(words), "\(result.errors)")
    }
  }

  @Test func anchorsAreKept() throws {
    let folder = try folder()
    try folder.write("kk\tru\n1\t2\n", to: "a.tsv")
    let result = try align(folder, "--kk t.kk --ru t.ru --anchors a.tsv -f tsv")
    #expect(rows(result).count { $0[1].contains("Су таза.") && $0[2].contains("Топливо дешёвое.") } == 1)
  }

  @Test(arguments: ["ignore", "soft", "hard"])
  func hardParagraphsAreLimits(paragraphs: String) throws {
    let folder = try folder(kk: "Су таза.\n\nОтын арзан.\n", ru: "Вода чистая, а топливо дешёвое.\n")
    let result = try align(folder, "--kk t.kk --ru t.ru -f tsv --paragraphs \(paragraphs)")
    #expect(result.status == 0)
    let most = rows(result).compactMap { $0[5].split(separator: ":").first.flatMap { Int($0) } }.max()
    if paragraphs == "hard" { #expect(most == 1) }
    if paragraphs == "ignore" { #expect(most == 2) }
  }

  @Test func beadsAreNoLargerThanAsked() throws {
    for most in 1...4 {
      let result = try Program.run(["align"] + Self.files + ["--format", "tsv", "--max-bead", "\(most)"])
      let largest = rows(result).flatMap { $0[5].split(separator: ":").compactMap { Int($0) } }.max()
      #expect(largest == min(most, 2))
    }
  }

  @Test func theThresholdOfReviewIsTheUsers() throws {
    for (threshold, marked) in [("0", 0), ("1", 8)] {
      let result = try Program.run(["align"] + Self.files + ["--format", "tsv", "--review-below", threshold])
      #expect(rows(result).count { $0[6] == "yes" } == marked)
    }
  }
}

/// What records say beyond their sentences.
@Suite struct SentenceRecordTests {
  private func answers(_ records: [String], _ options: [String] = []) throws -> [JSONValue] {
    let result = try Program.run(
      ["align", "--jsonl"] + options, input: Data(records.joined(separator: "\n").utf8))
    return try result.output.split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
  }

  @Test func wrongLabelsAreInTheAnswer() throws {
    let text = "В статье рассматриваются качество и объём водных ресурсов региона."
    let all = try answers([
      #"{"id":1,"sentences":{"kk":["\#(text)"],"en":["The water is clean."]}}"#,
      #"{"id":2,"sentences":{"ru":["\#(text)"],"en":["The water is clean."]},"warnings":["of earlier"]}"#,
    ])
    try #require(all.count == 2)
    for answer in all { #expect(try JSONSchema(named: "align-sentences").violations(of: answer) == []) }
    #expect(all[0]["warnings"]?.array?.first?["detected"] == .string("ru"))
    #expect(all[1]["warnings"] == nil)
  }

  @Test func beadsToReviewAreMarked() throws {
    let record = #"{"id":1,"sentences":{"kk":["Су таза.","Отын арзан."],"ru":["Вода чистая.","Топливо дешёвое."]}}"#
    for (threshold, marked) in [("0", 0), ("1", 2)] {
      let beads = try answers([record], ["--review-below", threshold]).first?["beads"]?.array ?? []
      #expect(beads.count == 2 && beads.count { $0["review"] == .bool(true) } == marked)
    }
  }

  @Test func anchorsAndParagraphsAreTaken() throws {
    let sentences = #""sentences":{"kk":["Су таза.","Отын арзан."],"ru":["Вода чистая.","Топливо дешёвое."]}"#
    let all = try answers([
      #"{"id":1,\#(sentences),"anchors":[{"kk":1,"ru":1,"en":null}],"paragraphs":{"kk":[0,1],"ru":[0,1]}}"#,
      #"{"id":2,\#(sentences),"anchors":null,"paragraphs":null}"#,
      #"{"id":3,\#(sentences),"anchors":[{"kk":1,"ru":2}]}"#,
      #"{"id":4,\#(sentences),"anchors":[{"kk":0,"ru":1},{"kk":1,"ru":0}]}"#,
      #"{"id":5,\#(sentences),"anchors":[{"kk":0}]}"#,
      #"{"id":6,\#(sentences),"anchors":{"kk":0,"ru":0}}"#,
      #"{"id":7,\#(sentences),"anchors":[{"kk":"0","ru":0}]}"#,
      #"{"id":8,\#(sentences),"anchors":[{"de":0,"ru":0}]}"#,
      #"{"id":9,\#(sentences),"paragraphs":{"kk":[1,0]}}"#,
      #"{"id":10,\#(sentences),"paragraphs":{"kk":[0,2]}}"#,
      #"{"id":11,\#(sentences),"paragraphs":[0]}"#,
    ])
    try #require(all.count == 11)
    #expect(all[0]["beads"]?.array?.count == 2 && all[0]["anchors"] != nil)
    #expect(all[1]["beads"]?.array?.count == 2)
    for answer in all[2...] {
      #expect(try JSONSchema(named: "error").violations(of: answer) == [])
      #expect(answer["error"]?["code"] == .string("bad-field"))
    }
    #expect(all[2]["error"]?["message"]?.string?.contains("anchors[0]: ru has no sentence 2") == true)
    #expect(all[3]["error"]?["message"]?.string?.contains("anchors[1]: crosses anchors[0]") == true)
  }
}
