import Foundation
import Pipeline
import TestSupport
import Testing

/// Inputs and places that make trouble: each is named with its reason, the others are done, nothing is lost.
@Suite struct BadBatchTests {
  /// Runs a shell script in a folder that has three good files.
  private func shell(_ script: String) throws -> (result: Program.Result, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write("су\u{AD}лар \(name)\n", to: "in/\(name).txt") }
    return (try Program.shell(script, folder: folder.path), folder)
  }

  @Test func namesThatAreNoText() throws {
    // A line feed, a byte that is not UTF-8, and й in two spellings, which are two files.
    let (result, folder) = try shell(
      """
      printf 'бір\\n' > $'in/x\\ny.txt'; printf 'екі\\n' > $'in/\\xff\\xd0.txt'
      printf 'үш\\n' > $'in/\\xd0\\xb9.txt'; printf 'төрт\\n' > $'in/\\xd0\\xb8\\xcc\\x86.txt'
      $CLI normalize in -o out/ && cd out
      cat $'x\\ny.txt' $'\\xff\\xd0.txt' $'\\xd0\\xb9.txt' $'\\xd0\\xb8\\xcc\\x86.txt'; cd ..
      $CLI normalize $'in/\\xff\\xd0.txt' && $CLI detect $'in/\\xff\\xd0.txt' && $CLI normalize in -o out/ --resume
      $CLI run in -o run -q && ls run/documents | wc -l
      """)
    #expect(result.output.hasPrefix("бір\nекі\nүш\nтөрт\nекі\n\\xff\\xd0.txt\tkk"))
    #expect(result.errors.contains("7 of 7 inputs") && result.output.hasSuffix("\n7\n"))
    #expect(try manifest(folder).contains { $0["path"]?.string == "\u{10FFFF}\u{10FFD0}.txt" })
  }

  @Test func theFolderOfTheResultsIsNoInput() throws {
    let (result, folder) = try shell(
      """
      for k in 1 2 3; do $CLI normalize in -o in/out --explain || exit 9; done
      $CLI normalize in -o in; echo $?; $CLI run in/ -o ./in; echo $?; $CLI normalize in/a.txt -o in/a.txt; echo $?
      """)
    #expect(result.output == "2\n2\n2\n" && result.errors.contains("is also the folder of the inputs"))
    #expect(folder.files.filter { $0.hasPrefix("in/out/") }.count == 8)
    #expect(try folder.text(of: "in/a.txt") == "су\u{AD}лар a\n")
  }

  @Test func aResultThatLeadsToItsInput() throws {
    let (result, folder) = try shell(
      "mkdir out && ln -s ../in/b.txt out/b.txt && $CLI normalize in -o out; echo $?")
    #expect(result.output == "1\n" && result.errors.contains("in/b.txt: the result would take the place of this input"))
    #expect(try folder.text(of: "in/b.txt") == "су\u{AD}лар b\n" && folder.text(of: "out/c.txt") == "сулар c\n")
  }

  @Test func noNameLeadsOutOfTheFolder() throws {
    let (result, folder) = try shell(
      """
      mkdir -p one two && cp in/a.txt one && cp in/b.txt two/a.txt
      cd one && $CLI normalize ../one ../two -o ../out/x/
      """)
    #expect(result.status == 0)
    let made = folder.files.filter { $0.hasPrefix("out/") && $0.hasSuffix(".txt") }
    #expect(made == ["out/x/one/a.txt", "out/x/two/a.txt"])
    let (clash, _) = try shell("cp in/a.txt manifest.jsonl && $CLI normalize in manifest.jsonl -o out; echo $?")
    #expect(clash.output == "2\n" && clash.errors.contains("manifest.jsonl"))
  }

  @Test func aDiskThatFillsUp() throws {
    let (full, first) = try shell("mkdir out && ln -s /dev/full out/b.txt && $CLI normalize in -o out; echo $?")
    #expect(full.output == "1\n" && full.errors.contains("out/b.txt: the disk is full"))
    #expect(try first.text(of: "out/c.txt") == "сулар c\n")
    #expect(try manifest(first).map { $0["status"]?.string } == ["done", "failed", "done"])
    // A file that is too large for the place, as one that a disk has no room for.
    let (large, second) = try shell(
      "yes 'су таза' | head -c 300000 > in/b.txt; ulimit -f 100; $CLI normalize in -o out; echo $?")
    #expect(large.output == "1\n" && large.errors.contains("out/b.txt"))
    let left = second.files.filter { $0.hasPrefix("out/") }
    #expect(left == ["out/a.txt", "out/c.txt", "out/manifest.jsonl", "out/timings.jsonl"])
  }

  @Test func anInputThatVanishes() throws {
    let (result, folder) = try shell(
      """
      mkfifo pipe; $CLI normalize pipe in -o out --jobs 1 & run=$!
      for k in $(seq 600); do test -e out/manifest.journal && break; sleep 0.05; done
      $CLI normalize in -o out; echo $?
      rm in/b.txt; echo бар > pipe; wait $run; echo $?
      """)
    // Two runs do not write into one folder at once.
    #expect(result.output == "2\n1\n" && result.errors.contains("out: another run is writing into it"))
    #expect(result.errors.contains("in/b.txt: no such file"))
    #expect(try manifest(folder).map { $0["status"]?.string } == ["done", "done", "failed", "done"])
    #expect(!folder.files.contains("out/manifest.journal"))
  }

  @Test func linksInCirclesAndFilesThatCannotBeRead() throws {
    let (result, folder) = try shell(
      """
      ln -s . in/self; ln -s loop in/loop; ln -s nowhere in/gone.txt; mkdir in/closed out; chmod 777 . out in
      cp "$CLI" program; cp in/a.txt in/shut.txt; chmod 000 in/shut.txt in/closed
      become=; if [ "$(id -u)" = 0 ]; then become="setpriv --reuid=65534 --regid=65534 --clear-groups"; fi
      $become ./program normalize in -o out; echo $?
      mkdir locked; chmod 555 locked; $become ./program normalize in/a.txt -o locked/; echo $?; chmod 777 in/closed locked
      """)
    #expect(result.output == "1\n2\n")
    #expect(result.errors.contains("in/shut.txt: no permission to read it"))
    #expect(result.errors.contains("in/closed: no permission to read it"))
    #expect(result.errors.contains("locked/manifest.journal: no permission to write there"))
    #expect(result.errors.contains("in/gone.txt: no such file"))
    #expect(try manifest(folder).count == 6 && folder.text(of: "out/c.txt") == "сулар c\n")
  }

  @Test(.timeLimit(.minutes(2))) func tenThousandEmptyFiles() throws {
    let (result, _) = try shell(
      """
      mkdir many; (cd many && seq 10000 | sed 's/$/.txt/' | xargs touch)
      $CLI normalize many -o out && wc -l < out/manifest.jsonl && ls out | wc -l
      $CLI normalize many -o out --resume; $CLI align many --format tsv -o rows/ -q; wc -l < rows/manifest.jsonl
      """)
    #expect(result.output == "10000\n10002\n10000\n" && result.errors.contains("10000 of 10000 inputs"))
  }

  /// Files under way of a run that was killed are removed by the next, those of a run that goes on are not.
  @Test func staleFilesGo() throws {
    let (result, folder) = try shell(
      """
      mkdir -p out/deep; sh -c 'echo x > out/deep/a.txt.$$-1.part'; echo x > out/b.txt.$$-2.part; echo x > out/my.part
      printf '{"path":"a.txt","sta' > out/manifest.journal
      $CLI normalize in -o out; $CLI normalize in -o out --resume
      """)
    #expect(result.errors.contains("was ended before its end") && result.errors.contains("3 of 3"))
    let parts = folder.files.filter { $0.hasSuffix(".part") }
    #expect(parts.count == 2 && parts.contains("out/my.part"))
  }

  @Test(arguments: [
    ["normalize", "in", "--resume"], ["align", "in", "--resume"], ["align", "in", "-o", "x.tsv", "--resume"],
    ["normalize", "--jsonl", "--resume"], ["align", "--jsonl", "--resume"],
    ["normalize", "--jsonl", "--report", "x.json"],
    ["normalize", "in", "--diagnose", "--report", "x.html"],
  ])
  func optionsThatDoNotFit(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("су\n", to: "in/a.txt")
    let result = try Program.run(arguments, folder: folder.path)
    #expect(result.status == 2 && result.output.isEmpty && !result.errors.isEmpty)
  }
}
