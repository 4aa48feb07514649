import Foundation
import TestSupport
import Testing

/// Bad input gets a clear message, the promised exit status, and does not stop the other inputs.
@Suite struct BadInputTests {
  static let article = """
    ТАЗА СУДЫ ҮНЕМДЕУ ТӘСІЛДЕРІ

    Мақалада таза суды үнемдеудің тәсілдері қарастырылады. Зерттеу нәтижесінде су шығыны 12 пайызға азайды.

    Түйін сөздер: таза су, үнемдеу, су шығыны.

    СПОСОБЫ ЭКОНОМИИ ЧИСТОЙ ВОДЫ

    В статье рассматриваются способы экономии чистой воды. В результате исследования расход воды снизился на 12 процентов.

    Ключевые слова: чистая вода, экономия, расход воды.

    WAYS OF SAVING CLEAN WATER

    The article considers ways of saving clean water. As a result of the study water consumption fell by 12 percent.

    Keywords: clean water, saving, water consumption.
    """

  @Test("Articles in one file are named, as one of them is taken", arguments: [(3, false), (5, true)])
  func severalArticles(count: Int, isNamed: Bool) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      Array(repeating: Self.article, count: count).joined(separator: "\n\n"), to: "issue.txt")
    let result = try Program.run(["align", path, "-o", folder.path + "/out.json"])
    #expect(result.status == 0)
    #expect(result.errors.contains("5 abstracts or keyword lists in one language, of which one is taken") == isNamed)
    #expect(result.errors.isEmpty != isNamed)
  }

  /// Runs `run` on one bad input beside a good one and checks that the good one was done.
  private func runBeside(_ bad: (TemporaryFolder) throws -> String, status: Int32 = 1) throws -> Program.Result {
    let folder = try TemporaryFolder()
    let good = try folder.write(Self.article, to: "good.txt")
    let result = try Program.run(["run", try bad(folder), good, "-o", folder.path + "/out"])
    #expect(result.status == status)
    #expect(result.output.isEmpty)
    let json = try folder.text(of: "out/documents/good.json")
    #expect(json.contains("Мақалада таза суды үнемдеудің"))
    #expect(folder.files.allSatisfy { !$0.hasSuffix(".part") })
    return result
  }

  /// Whoever ends a run in its midst finds nothing half-written.
  @Test(.timeLimit(.minutes(2)), arguments: ["TERM", "HUP"]) func aRunThatIsEnded(signal: String) throws {
    let folder = try TemporaryFolder()
    for k in 0..<40 { try folder.write(Self.article, to: "in/\(k).txt") }
    // Nobody writes into the pipe, so the run waits there with its files open.
    let result = try Program.shell(
      """
      mkfifo wait; $CLI run --jobs 2 in wait -o out & run=$!
      for k in $(seq 600); do ls out/*.part > list 2> none && break; sleep 0.1; done
      wc -l < list; kill -\(signal) $run; wait $run; echo $?; find out -name '*.part' | wc -l
      """, folder: folder.path)
    let lines = result.output.split(separator: "\n").compactMap { Int($0) }
    try #require(lines.count == 3)
    #expect(lines[0] > 0 && lines[1] == 128 + (signal == "TERM" ? 15 : 1) && lines[2] == 0)
  }

  @Test func aFolderThatDoesNotExist() throws {
    let result = try runBeside { $0.path + "/nowhere" }
    #expect(result.errors.contains("/nowhere: no such file or folder"))
  }

  @Test func anEmptyFile() throws {
    let result = try runBeside({ try $0.write("", to: "empty.txt") }, status: 0)
    #expect(result.errors.contains("empty.txt"))
  }

  @Test func aFileWithoutPermission() throws {
    // Root may read everything, so the test becomes nobody where it is root.
    let folder = try TemporaryFolder()
    try folder.write(Self.article, to: "good.txt")
    let script = """
      cp "$CLI" program && mkdir out && chmod 777 out . && cp good.txt closed.txt && chmod 000 closed.txt
      become=; if [ "$(id -u)" = 0 ]; then become="setpriv --reuid=65534 --regid=65534 --clear-groups"; fi
      $become ./program run closed.txt good.txt -o out
      """
    let result = try Program.shell(script, folder: folder.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("closed.txt: no permission to read it"))
    #expect(folder.files.contains("out/documents/good.json"))
  }

  @Test func bytesThatAreNotUTF8() throws {
    let folder = try TemporaryFolder()
    var bytes = Data(Self.article.utf8)
    bytes.replaceSubrange(bytes.count - 3..<bytes.count - 3, with: [0xFF, 0xC3])
    let damaged = try folder.write(bytes, to: "damaged.txt")
    let read = try Program.run(["align", damaged, "--format", "tsv"])
    #expect(read.status == 0)
    #expect(read.output.split(separator: "\n").count == 3)
    #expect(read.errors.contains("damaged.txt: 2 byte sequences are not UTF-8, the first at byte"))
    #expect(read.errors.contains("(line 17, column"))
  }

  @Test func strictRefusesBytesThatAreNotUTF8() throws {
    let folder = try TemporaryFolder()
    let damaged = try folder.write(Data(Self.article.utf8) + [0xFF], to: "damaged.txt")
    let good = try folder.write(Self.article, to: "good.txt")
    let result = try Program.run(["run", damaged, good, "--strict", "-o", folder.path + "/out"])
    #expect(result.status == 1)
    #expect(result.errors.contains("damaged.txt: 1 byte sequence is not UTF-8, the first at byte"))
    #expect(result.errors.contains("--strict"))
    #expect(folder.files.contains("out/documents/good.json"))
    #expect(!folder.files.contains("out/documents/damaged.json"))
  }

  @Test func aFewNULBytes() throws {
    let folder = try TemporaryFolder()
    let body = "\n\nIntroduction\n\n" + String(repeating: "Water is clean where people keep it clean. ", count: 40)
    let text = Self.article.replacingOccurrences(of: "Keywords", with: "\u{0}Keywords") + body
    let file = try folder.write(text, to: "nul.txt")
    let result = try Program.run(["align", file, "--format", "tsv"])
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 3)
    #expect(!result.output.contains("\u{0}"))
  }

  @Test(arguments: [
    ("PK\u{3}\u{4}\u{14}\u{0}\u{0}\u{0}", "ZIP"),
    (String(repeating: "\u{0}\u{1}\u{2}\u{3}", count: 200), "binary"),
  ])
  func aBinaryFile(start: String, kind: String) throws {
    let result = try runBeside { try $0.write(start + String(repeating: "\u{0}\u{7}x", count: 500), to: "binary.txt") }
    #expect(result.errors.contains("binary.txt"))
    #expect(result.errors.contains(kind))
    #expect(result.errors.contains("not text"))
  }

  @Test func aHundredMegabytesOnOneLine() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.article, to: "good.txt")
    let script = """
      yes 'Су таза болды, ал ауа одан да таза еді. ' | tr -d '\\n' | head -c 100000000 > long.txt
      "$CLI" run long.txt good.txt -o out && "$CLI" detect long.txt
      """
    let result = try Program.shell(script, folder: folder.path)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("long.txt\tkk\tCyrl\t"))
    #expect(folder.files.contains("out/documents/good.json"))
  }

  @Test(arguments: ["windows-1251", "KOI8-R", "IBM866", "UTF-16", "ISO-8859-5"])
  func anOldEncodingIsFound(encoding: String) throws {
    // Russian and English alone: these pages have no Kazakh letters.
    let text = Self.article.components(separatedBy: "\n\n")[3...].joined(separator: "\n\n")
    let folder = try TemporaryFolder()
    try folder.write(text, to: "new.txt")
    let script = "iconv -f UTF-8 -t \(encoding) new.txt > old.txt && \"$CLI\" align old.txt --format tsv"
    let old = try Program.shell(script, folder: folder.path)
    #expect(old.status == 0 && old.errors.isEmpty)
    #expect(old.output.contains("В статье рассматриваются способы экономии чистой воды."))
  }

  @Test func aPlaceWithoutPermissionToWrite() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write(Self.article, to: "good.txt")
    try folder.write("in the way", to: "out")
    let result = try Program.run(["run", good, "-o", folder.path + "/out"])
    #expect(result.status == 2)
    #expect(result.errors.contains("a file stands where a folder is needed"))
    #expect(try folder.text(of: "out") == "in the way")
  }

  @Test func aFullDiskOnStandardOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.article, to: "good.txt")
    let result = try Program.shell("\"$CLI\" align good.txt > /dev/full", folder: folder.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("standard output: the disk is full"))
  }

  @Test func aFullDiskUnderTheOutputFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.article, to: "good.txt")
    // A limit of 1 kB a file fails as a full disk does.
    let result = try Program.shell("ulimit -f 1; \"$CLI\" run good.txt -o out", folder: folder.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("over the limit for a file's size"))
    #expect(folder.files.allSatisfy { !$0.hasSuffix(".part") && !$0.hasSuffix("report.html") })
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.article, to: "good.txt")
    let script = """
      for i in $(seq 200); do printf '{"id":%d,"text":"Су таза. Ауа таза."}\\n' $i; done > in
      for i in $(seq 12); do cat in in > more; mv more in; done
      "$CLI" segment --jsonl < in | head -c 100 > /dev/null
      echo "${PIPESTATUS[0]}"
      """
    let result = try Program.shell(script, folder: folder.path)
    #expect(result.output == "0\n")
    #expect(result.errors.isEmpty)
  }

  @Test func aFolderWithoutTexts() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "in/picture.png")
    let result = try Program.run(["align", folder.path + "/in"])
    #expect(result.status == 2)
    #expect(result.errors.contains("no input"))
    #expect(result.errors.contains(".txt"))
  }

  @Test(arguments: [("kk", "ru"), ("ru", "en"), ("kk", "en")])
  func twoLanguagesOnly(pair: (String, String)) throws {
    let paragraphs = Self.article.components(separatedBy: "\n\n")
    let parts = ["kk": paragraphs[0..<3], "ru": paragraphs[3..<6], "en": paragraphs[6..<9]]
    let text = ((parts[pair.0] ?? []) + (parts[pair.1] ?? [])).joined(separator: "\n\n")
    let folder = try TemporaryFolder()
    let file = try folder.write(text, to: "two.txt")
    let result = try Program.run(["align", file, "--format", "tsv"])
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 2)
    for row in rows {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      let columns = ["kk": 1, "ru": 2, "en": 3]
      for (language, column) in columns {
        #expect(cells[column].isEmpty == !(language == pair.0 || language == pair.1))
      }
    }
  }

  @Test func oneLanguageOnly() throws {
    let folder = try TemporaryFolder()
    let text = Self.article.components(separatedBy: "\n\n")[0..<3].joined(separator: "\n\n")
    let file = try folder.write(text, to: "one.txt")
    let result = try Program.run(["align", file, "--format", "tsv"])
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.contains("1:0:0") })
  }

  @Test func aRunThatDoesNothingLeavesEarlierResultsAlone() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write(Self.article, to: "good.txt")
    #expect(try Program.run(["run", good, "-o", folder.path + "/out"]).status == 0)
    #expect(try Program.run(["align", good, "-o", folder.path + "/good.tsv"]).status == 0)
    let table = try folder.text(of: "out/sentences.tsv")
    #expect(try Program.run(["run", folder.path + "/gone", "-o", folder.path + "/out"]).status == 1)
    #expect(try Program.run(["align", folder.path + "/gone", "-o", folder.path + "/good.tsv"]).status == 1)
    #expect(try folder.text(of: "out/sentences.tsv") == table)
    #expect(try folder.text(of: "good.tsv").contains("1:1:1"))
  }

  @Test func aResultIsNotWrittenOverItsInput() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write(Self.article, to: "good.txt")
    let result = try Program.run(["align", good, "--format", "json", "-o", good])
    #expect(result.status == 2)
    #expect(result.errors.contains("is also an input"))
    #expect(try folder.text(of: "good.txt") == Self.article)
  }

  @Test func controlCharactersOfNamesDoNotReachTheTerminal() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.article, to: "a\u{1B}[31m\nb.txt")
    let result = try Program.run(["detect", folder.path])
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.output.contains("a\\u{1b}[31m\\u{a}b.txt"))
  }

  @Test func jsonLinesTakeNoFile() throws {
    let result = try Program.run(["align", "--jsonl", "article.txt"])
    #expect(result.status == 2)
    #expect(result.errors.contains("< article.txt"))
  }

  @Test(arguments: [
    ["run", "x"], ["align", "--jobs", "0"], ["align", "--format", "docx"], ["run", "x", "-o"], ["run", "x", "-o", ""],
    ["align", "x", "-o", "x.doc"], ["align", "--jsonl", "-o", "x.json"], ["detect", "--languages", ""],
    ["segment", "--jsonl", "--encoding", "KOI8-R"],
  ])
  func wrongArgumentsCouldNotStart(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty && !result.errors.isEmpty)
  }
}

/// Inputs that share a name, come twice, or are no files.
@Suite struct InputNameTests {
  @Test func inputsOfOneNameAreToldApart() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.article, to: "d1/x.txt")
    try folder.write(BadInputTests.article, to: "d2/x.txt")
    let result = try Program.run(["detect", "d1", "d2", "d1/x.txt"], folder: folder.path)
    #expect(result.status == 0)
    let names = result.output.split(separator: "\n").compactMap { $0.split(separator: "\t").first }
    #expect(names == ["d1/x.txt", "d2/x.txt"])
    let run = try Program.run(["run", "d1", "d2", "-o", "out"], folder: folder.path)
    #expect(run.status == 0)
    #expect(folder.files.contains("out/documents/d1/x.json") && folder.files.contains("out/documents/d2/x.json"))
  }

  @Test func aPipeInAFolderIsPassedOver() throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.article, to: "in/x.txt")
    let result = try Program.shell("mkfifo in/pipe.txt; timeout 20 \"$CLI\" detect in", folder: folder.path)
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 1)
  }
}
