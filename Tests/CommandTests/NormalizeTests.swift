import Foundation
import TestSupport
import Testing

@Suite struct NormalizeTests {
  private static let damaged = "\u{FEFF}Сауда\u{A0}и\u{306} сөз\u{AD}\r\nдік\r\n"
  private static let repaired = "Сауда й сөздік\n"

  @Test func writesStandardOutput() throws {
    let result = try Program.run(["normalize"], input: Data(Self.damaged.utf8))
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.utf8.elementsEqual(Self.repaired.utf8))
    #expect(try Program.run(["normalize"]).output.isEmpty)
  }

  @Test func mirrorsAFolderAndExplains() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.damaged, to: "in/a.txt")
    try folder.write("таза\n", to: "in/sub/b.md")
    try folder.write("no text", to: "in/c.docx")
    let result = try Program.run(["normalize", folder.path + "/in", "-o", folder.path + "/out", "--explain"])
    #expect(result.status == 0)
    #expect(
      folder.files.filter { $0.hasPrefix("out/") } == [
        "out/a.txt", "out/a.txt.edits.jsonl", "out/manifest.jsonl", "out/sub/b.md", "out/sub/b.md.edits.jsonl",
        "out/timings.jsonl",
      ])
    let text = try folder.text(of: "out/a.txt")
    #expect(text.utf8.elementsEqual(Self.repaired.utf8))
    let edits = try folder.text(of: "out/a.txt.edits.jsonl").split(separator: "\n")
    #expect(edits.first == #"{"rule":"byte-order-mark","range":[0,3],"replacement":""}"#)
    #expect(edits.count == 5)
    #expect(try folder.text(of: "out/sub/b.md.edits.jsonl").isEmpty)
  }

  @Test func readsOldPages() throws {
    let bytes = Data([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xEC, 0xE8, 0xF0, 0x0D, 0x0A])
    for options in [[], ["--encoding", "cp1251"]] {
      #expect(try Program.run(["normalize"] + options, input: bytes).output == "Привет, мир\n")
    }
  }

  /// The encoding is decided at the first byte that is not ASCII, wherever that is, from a file and from a pipe.
  @Test(arguments: [200_000, 1_500_000]) func decidesBehindALongHead(count: Int) throws {
    let folder = try TemporaryFolder()
    let head = Data(repeating: 0x31, count: count) + Data([0x0A])
    let tail = Data([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xEC, 0xE8, 0xF0, 0x0A])
    let path = try folder.write(head + tail, to: "in.txt")
    #expect(try Program.run(["normalize", path]).output.hasSuffix("1\nПривет, мир\n"))
    let piped = try Program.shell("cat \(path) | $CLI normalize")
    #expect(piped.output.hasSuffix("1\nПривет, мир\n") && piped.output.utf8.count == count + 1 + 21)
  }

  @Test func saysWhatItCouldNotDecode() throws {
    let folder = try TemporaryFolder()
    let bad = try folder.write(Data(Array("жол\nсөз ".utf8) + [0xFF, 0x0A]), to: "bad.txt")
    let good = try folder.write("жақсы\n", to: "good.txt")
    let mild = try Program.run(["normalize", bad])
    #expect(mild.status == 0 && mild.output == "жол\nсөз \u{FFFD}\n")
    #expect(mild.errors.contains("byte 14") && mild.errors.contains("line 2, column 5"))
    let strict = try Program.run(["normalize", "--strict", bad, good, "-o", folder.path + "/out"])
    #expect(strict.status == 1 && strict.errors.contains("bad.txt") && strict.errors.contains("byte 14"))
    #expect(
      folder.files.filter { $0.hasPrefix("out/") } == ["out/good.txt", "out/manifest.jsonl", "out/timings.jsonl"])
  }

  @Test func refusesWhatItCannotStart() throws {
    for arguments in [["--profile", "none"], ["--encoding", "windos-1251"]] {
      let result = try Program.run(["normalize"] + arguments)
      #expect(result.status == 2 && result.output.isEmpty)
    }
    let hint = try Program.run(["normalize", "--encoding", "windos-1251"])
    #expect(hint.errors.contains("windows-1251"))
    let folder = try TemporaryFolder()
    let pdf = try folder.write("%PDF-1.5", to: "a.pdf")
    let result = try Program.run(["normalize", pdf])
    #expect(result.status == 1 && result.errors.contains("PDF"))
  }

  @Test func endsQuietlyWhenTheReaderLeaves() throws {
    let result = try Program.shell(
      "yes 'бір жол' | head -c 5000000 | $CLI normalize | head -n 1; echo ${PIPESTATUS[2]}")
    #expect(result.output == "бір жол\n0\n" && result.errors.isEmpty)
  }

  @Test func takesOneHugeLine() throws {
    let result = try Program.shell(
      "head -c 100000000 /dev/zero | tr '\\0' a | (ulimit -v 1500000; $CLI normalize) | wc -c")
    #expect(result.output.trimmingCharacters(in: .whitespacesAndNewlines) == "100000000")
  }
}
