import Foundation
import Pipeline
import TestSupport
import Testing

/// What a batch leaves in its folder, compared byte by byte; how long inputs took differs from run to run.
func results(_ folder: TemporaryFolder, _ name: String) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for file in folder.files where file.hasPrefix(name + "/") && !file.hasSuffix("/timings.jsonl") {
    files[String(file.dropFirst(name.count + 1))] = try Data(contentsOf: folder.url.appendingPathComponent(file))
  }
  return files
}

/// The lines of a manifest.
func manifest(_ folder: TemporaryFolder, _ name: String = "out") throws -> [JSONValue] {
  try folder.text(of: name + "/manifest.jsonl").split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
}

/// Folders of inputs become folders of results with a manifest, whatever the number of workers.
@Suite struct BatchTests {
  /// Texts with something to repair, no two alike, in folders.
  static func fill(_ folder: TemporaryFolder, count: Int, repeating: Int = 1) throws {
    for k in 0..<count {
      let line = "Мәтін № \(k): су\u{AD}лар\u{A0}таза, и\u{306}од \(k * k).\r\n"
      try folder.write(String(repeating: line, count: 1 + k % 7 * repeating), to: "in/\(k % 10)/\(k).txt")
    }
  }

  @Test func notesWhatBecameOfEachInput() throws {
    let folder = try TemporaryFolder()
    try folder.write("су\u{AD}лар\u{A0}бар\r\n", to: "in/b.txt")
    try folder.write("таза\n", to: "in/a/z.md")
    try folder.write("%PDF-1.5", to: "in/c.txt")
    try folder.write(Data(Array("жол ".utf8) + [0xFF]), to: "in/d.txt")
    let result = try Program.run(["normalize", "in", "-o", "out/", "--explain"], folder: folder.path)
    #expect(result.status == 1)
    let lines = try manifest(folder)
    for line in lines { #expect(try JSONSchema(named: "manifest").violations(of: line) == []) }
    #expect(lines.map { $0["path"]?.string } == ["a/z.md", "b.txt", "c.txt", "d.txt"])
    #expect(lines.map { $0["status"]?.string } == ["done", "done", "failed", "done"])
    #expect(lines.map { $0["size"]?.integer } == [9, 22, 8, 8])
    #expect(Set(lines.map { $0["options"]?.string }).count == 1)
    // xxhsum -H64 of "таза\n".
    #expect(lines[0]["hash"]?.string == "xxh64:d25ae2133044f9ba")
    #expect(lines[0]["figures"]?["edits"]?.members?.isEmpty == true)
    #expect(
      lines[1]["figures"]?["edits"]?.members == [
        .init("blank", .integer(1)), .init("line-ending", .integer(1)), .init("soft-hyphen", .integer(1)),
      ])
    #expect(lines[1]["outputs"]?.array?.map { $0["path"]?.string } == ["b.txt", "b.txt.edits.jsonl"])
    #expect(lines[2]["reason"]?.string?.contains("PDF") == true && lines[2]["outputs"] == nil)
    #expect(lines[3]["warnings"]?.array?.first?.string?.contains("not UTF-8") == true)
    let times = try folder.text(of: "out/timings.jsonl").split(separator: "\n")
    #expect(times.count == 4 && times.allSatisfy { $0.contains("\"seconds\":") })
    #expect(folder.files.filter { $0.hasPrefix("out/") }.count == 8)
  }

  @Test(arguments: [
    ["normalize", "--explain"], ["transliterate", "--scheme", "kk-latn-2021-jan"], ["run"],
    ["align", "--format", "tmx"], ["glossary"],
  ])
  func theNumberOfWorkersDoesNotShow(command: [String]) throws {
    let folder = try TemporaryFolder()
    if command[0] == "run" || command[0] == "align" || command[0] == "glossary" {
      for k in 0..<12 { try folder.write(InventedBatch.article(k, count: 3), to: "in/\(k % 3)/\(k).txt") }
    } else {
      try Self.fill(folder, count: 100)
    }
    try folder.write("%PDF-1.5", to: "in/5.txt")
    for jobs in ["1", "2", "8"] {
      let result = try Program.run(command + ["in", "-o", "out\(jobs)/", "--jobs", jobs], folder: folder.path)
      #expect(result.status == 1 && result.errors.contains("5.txt"))
    }
    let alone = try results(folder, "out1")
    #expect(alone.count > 10 && alone["manifest.jsonl"] != nil)
    #expect(try results(folder, "out2") == alone)
    #expect(try results(folder, "out8") == alone)
  }

  @Test func resumesWithWhatIsMissingOrChanged() throws {
    let folder = try TemporaryFolder()
    try Self.fill(folder, count: 20)
    let command = ["normalize", "in", "-o", "out/", "--report", "changes.json"]
    func run(_ options: [String] = []) throws -> Program.Result {
      try Program.run(command + options, folder: folder.path)
    }
    #expect(try run().status == 0)
    let first = try results(folder, "out")
    let report = try folder.text(of: "changes.json")
    #expect(try run(["--resume"]).errors.contains("20 of 20 inputs"))
    #expect(try results(folder, "out") == first && folder.text(of: "changes.json") == report)

    // An input that changed, a result that changed, and one that is gone.
    try folder.write("өз\u{AD}ге\n", to: "in/3/3.txt")
    try folder.write("бөтен", to: "out/4/4.txt")
    try FileManager.default.removeItem(atPath: folder.path + "/out/5/5.txt")
    #expect(try run(["--resume"]).errors.contains("17 of 20 inputs"))
    let second = try results(folder, "out")
    #expect(try folder.text(of: "out/3/3.txt") == "өзге\n")
    #expect(second["4/4.txt"] == first["4/4.txt"] && second["5/5.txt"] == first["5/5.txt"])
    let again = try folder.text(of: "changes.json")
    #expect(again != report)
    let other = ["normalize", "in", "-o", "other/", "--report", "other.json"]
    #expect(try Program.run(other, folder: folder.path).status == 0)
    #expect(try results(folder, "other") == second && folder.text(of: "other.json") == again)

    // Other options are other results; a folder without --resume is done anew.
    #expect(!(try run(["--resume", "--encoding", "utf-8"]).errors.contains("were kept")))
    #expect(!(try run().errors.contains("were kept")))
  }

  @Test func aRunGoesOnWithDocumentsThatAreDone() throws {
    let folder = try TemporaryFolder()
    for k in 0..<6 { try folder.write(InventedBatch.article(k, count: 4), to: "in/\(k).txt") }
    let command = ["run", "in", "-o", "out", "--explain"]
    #expect(try Program.run(command, folder: folder.path).status == 0)
    // A name that another one takes away: in/2.md comes before in/2.txt.
    try folder.write(InventedBatch.article(9, count: 4), to: "in/2.md")
    try FileManager.default.removeItem(atPath: folder.path + "/in/5.txt")
    let resumed = try Program.run(command + ["--resume", "--prune"], folder: folder.path)
    #expect(resumed.status == 0 && resumed.errors.contains("5 of 6 inputs") && resumed.errors.contains("removed 1"))
    #expect(try Program.run(["run", "in", "-o", "fresh", "--explain"], folder: folder.path).status == 0)
    #expect(try results(folder, "out") == results(folder, "fresh"))
    #expect(folder.files.contains("out/documents/2-2.json") && !folder.files.contains("out/documents/5.json"))
    // Without --prune they stay, and are spoken of.
    try FileManager.default.removeItem(atPath: folder.path + "/in/4.txt")
    let spoken = try Program.run(["run", "in", "-o", "fresh"], folder: folder.path)
    #expect(spoken.errors.contains("--prune removes them") && folder.files.contains("fresh/documents/4.json"))
  }

  @Test func whatABatchTeachesIsAnOption() throws {
    let folder = try TemporaryFolder()
    for k in 0..<21 { try folder.write(InventedBatch.article(k), to: "in/\(k).txt") }
    let command = ["align", "in", "--adapt", "--resume", "-o", "out/"]
    #expect(try Program.run(command, folder: folder.path).status == 0)
    #expect(try Program.run(command, folder: folder.path).errors.contains("21 of 21 inputs"))
    try folder.write(InventedBatch.article(30), to: "in/7.txt")
    #expect(!(try Program.run(command, folder: folder.path).errors.contains("were kept")))
  }

  @Test func reportsChangesByRule() throws {
    let folder = try TemporaryFolder()
    try folder.write("Бірінші <жол>\nсу\u{AD}лар & и\u{306}од \"x\"\n", to: "in/a&b.txt")
    try folder.write("екі\u{A0}жол\nүш\u{A0}жол", to: "in/b.txt")
    for ending in ["json", "html", "tsv"] {
      let result = try Program.run(["normalize", "in", "-o", "out/", "--report", "r." + ending], folder: folder.path)
      #expect(result.status == 0)
    }
    #expect(
      try folder.text(of: "r.tsv")
        == "rule\tchanges\tdocuments\nblank\t2\t1\ncomposition\t1\t1\nsoft-hyphen\t1\t1\n")
    let report = try JSONValue(parsing: try folder.text(of: "r.json").utf8)
    #expect(report["changes"]?.integer == 4 && report["documents"]?.integer == 2)
    let hyphen = report["rules"]?.array?.last?["examples"]?.array?.first
    #expect(hyphen?["before"]?.string == "су\u{AD}лар & и\u{306}од \"x\"" && hyphen?["document"]?.string == "a&b.txt")
    #expect(hyphen?["after"]?.string.map { Array($0.utf8) } == Array("сулар & йод \"x\"".utf8))
    let page = try folder.text(of: "r.html")
    #expect(page.contains("су<del>[U+00AD]</del>лар &amp; "))
    #expect(page.contains("су<ins></ins>лар &amp; йод &quot;x&quot;"))
    #expect(page.contains("a&amp;b.txt, byte") && page.contains("екі<del>⍽</del>жол"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="))
    // A name that says no format, and a report that would be an input.
    #expect(try Program.run(["normalize", "in", "--report", "r.doc"], folder: folder.path).status == 2)
    #expect(try Program.run(["normalize", "in", "--report", "in/b.txt"], folder: folder.path).status == 2)
  }

  @Test func showsProgressOnATerminal() throws {
    let folder = try TemporaryFolder()
    try Self.fill(folder, count: 30)
    try folder.write("%PDF-1.5", to: "in/x.txt")
    let result = try Program.shell(
      "script -qec \"$CLI normalize in -o out/ --jobs 2\" /dev/null; $CLI normalize in -o out2/ 2>&1 | wc -l",
      folder: folder.path)
    #expect(result.output.contains("31/31") && result.output.contains("1 failed") && result.output.contains("/s"))
    // Nobody looks: nothing but the failure.
    #expect(result.output.hasSuffix("1\n"))
  }
}
