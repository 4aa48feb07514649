import Foundation
import TestSupport
import Testing

/// A run that is killed, at any moment and as often as you like, loses nothing and leaves nothing half-written.
@Suite(.serialized) struct KillTests {
  private static let seed: UInt64 = 20_260_401

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [["normalize", "--explain", "--report", "changes.html"], ["run"], ["align", "--format", "tsv"]])
  func goesOnAfterKills(command: [String]) throws {
    let folder = try TemporaryFolder()
    if command[0] == "normalize" {
      try BatchTests.fill(folder, count: 400, repeating: 200)
    } else {
      for k in 0..<120 { try folder.write(InventedBatch.article(k, count: 6), to: "in/\(k % 7)/\(k).txt") }
    }
    let start = ContinuousClock.now
    #expect(try Program.run(command + ["in", "-o", "whole/", "--jobs", "2"], folder: folder.path).status == 0)
    let duration = (ContinuousClock.now - start) / .seconds(1)
    let whole = try results(folder, "whole")
    let report = try? folder.text(of: "changes.html")

    var generator = SeededGenerator(seed: Self.seed)
    var killed = 0
    var found = 0
    for _ in 0..<8 {
      let delay = Double.random(in: 0.1..<1, using: &generator) * duration
      let result = try Program.shell(
        "$CLI \(command.joined(separator: " ")) in -o out/ --jobs 2 --resume & sleep \(delay); kill -9 $!; wait $!; echo $?",
        folder: folder.path)
      if result.output == "137\n" { killed += 1 }
      // All that has its final name is whole.
      for (name, bytes) in try results(folder, "out") where !name.hasSuffix(".part") && name != "manifest.journal" {
        found += 1
        #expect(bytes == whole[name], "\(name) after a kill; seed \(Self.seed)")
      }
    }
    #expect(killed > 0 && found > 0, "no run was killed in its midst; seed \(Self.seed)")
    let last = try Program.run(command + ["in", "-o", "out/", "--jobs", "2", "--resume"], folder: folder.path)
    #expect(last.status == 0)
    #expect(try results(folder, "out") == whole)
    #expect((try? folder.text(of: "changes.html")) == report)
  }
}
