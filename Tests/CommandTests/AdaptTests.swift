import Foundation
import TestSupport
import Testing

/// `--adapt` reads a batch twice and learns from it between.
@Suite struct AdaptTests {
  private func folder(articles: Int, count: Int = 15) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 0..<articles {
      try folder.write(InventedBatch.article(number, count: count), to: "in/\(100 + number).txt")
    }
    return folder
  }

  private func align(_ folder: TemporaryFolder, _ arguments: String) throws -> Program.Result {
    try Program.run(["align"] + arguments.split(separator: " ").map(String.init), folder: folder.path)
  }

  @Test func theResultIsTheSameForAnyNumberOfWorkers() throws {
    let folder = try folder(articles: 40)
    // Hard cases: what the batch teaches must show.
    try folder.write(
      """
      Аңдатпа

      Бөгзем. Жәмпіл. Су таза.

      Түйін сөздер: су.

      Аннотация

      Столдек. Чилгап. Вода чистая.

      Ключевые слова: вода.

      """, to: "in/200.txt")
    let one = try align(folder, "in --adapt --jobs 1 -f tsv")
    #expect(one.status == 0)
    #expect(one.errors.contains("lingua-cli: learned from ") && one.errors.contains(" documents"))
    for jobs in [2, 3, 7] {
      let other = try align(folder, "in --adapt --jobs \(jobs) -f tsv")
      #expect(other.output == one.output && other.errors == one.errors)
    }
    let plain = try align(folder, "in -f tsv")
    #expect(plain.output != one.output)
    #expect(try align(folder, "in --adapt -q -f tsv").errors.isEmpty)
  }

  @Test(arguments: [
    (19, 15, "needs 20 documents with sentences to align, here are 19"),
    (22, 2, "needs 300 sure beads, here are "),
  ])
  func aSmallBatchTeachesNothingAndSaysSo(articles: Int, count: Int, message: String) throws {
    let folder = try folder(articles: articles, count: count)
    let adapted = try align(folder, "in --adapt -f tsv")
    #expect(adapted.status == 0)
    #expect(adapted.errors.hasPrefix("lingua-cli: nothing learned: --adapt \(message)"))
    #expect(adapted.errors.split(separator: "\n").count == 1)
    #expect(adapted.output == (try align(folder, "in -f tsv")).output)
  }

  @Test func aFailureIsNamedOnceAndTheRestIsDone() throws {
    let folder = try folder(articles: 24)
    let result = try align(folder, "in nowhere.txt --adapt -f tsv")
    #expect(result.status == 1)
    #expect(result.errors.components(separatedBy: "nowhere.txt").count == 2)
    #expect(result.errors.contains("learned from "))
    #expect(result.output.contains("brackfold"))
  }

  @Test func runAdaptsToo() throws {
    let folder = try folder(articles: 24)
    let result = try Program.run(["run", "in", "--adapt", "-o", "out"], folder: folder.path)
    #expect(result.status == 0 && result.errors.contains("learned from "))
    #expect(folder.files.contains("out/alignment.tmx"))
  }

  @Test(arguments: [
    ("align --adapt --jsonl", "--jsonl answers record by record; leave --adapt out"),
    ("align --adapt --kk a --ru b", "--kk, --ru and --en are one, leave --adapt out"),
    ("align --adapt", "standard input can be read once"), ("align --adapt -", "standard input can be read once"),
    ("run --adapt -o out", "standard input can be read once"),
    ("align --adapt pipe", "pipe can be read once"),
  ])
  func whatCannotBeReadTwiceIsRefused(arguments: String, message: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.shell("mkfifo pipe; $CLI \(arguments) < /dev/null", folder: folder.path)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message))
  }
}
