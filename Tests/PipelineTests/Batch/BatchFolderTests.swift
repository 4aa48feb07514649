import Foundation
import Glibc
import TestSupport
import Testing

@testable import Pipeline

@Suite struct BatchFolderTests {
  private func entry(_ path: String, size: Int = 3, options: String = "o") -> ManifestEntry {
    var entry = ManifestEntry(path: path, status: .done, digest: FileDigest(size: size, hash: 7), options: options)
    entry.warnings = ["ескерту \"1\""]
    entry.figures = [.init("edits", .object([.init("blank", .integer(2))]))]
    return entry
  }

  @Test func entriesSurviveTheirLines() throws {
    var done = entry("а\nб")
    done.outputs = [.init(path: "x/y.txt", digest: FileDigest(size: 0, hash: .max))]
    var failed = entry("b")
    failed.status = .failed
    failed.reason = "it could not be read"
    failed.digest = nil
    for entry in [done, failed, entry("c")] {
      #expect(ManifestEntry(try JSONValue(parsing: entry.line.dropLast())) == entry)
      #expect(entry.line.count { $0 == 0x0A } == 1)
    }
  }

  /// A run that is dropped leaves its journal; one that is finished leaves its manifest alone.
  @Test func knowsWhatEarlierRunsDid() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/out"
    let result = try AtomicFile.write("бар".utf8, to: path + "/b.txt")
    let digest = FileDigest(size: 3, hash: 7)
    do {
      let run = try BatchFolder(path: path, options: "o", resumes: false)
      #expect(throws: BatchError.inUse(folder: path)) { try BatchFolder(path: path, options: "o", resumes: true) }
      try run.record(entry("a"), seconds: 1)
      var second = entry("b")
      second.outputs = [.init(path: "b.txt", digest: result)]
      try run.record(second, seconds: 1)
    }
    #expect(folder.files == ["out/b.txt", "out/manifest.journal"])
    // A line that was cut off says nothing, and spoils no other.
    let journal = try folder.text(of: "out/manifest.journal")
    try folder.write(journal + #"{"path":"c","status":"done","opt"#, to: "out/manifest.journal")
    do {
      let run = try BatchFolder(path: path, options: "o", resumes: true)
      #expect(run.wasInterrupted)
      let earlier = try #require(run.earlier)
      #expect(earlier.standing("a", digest: digest, options: "o") == entry("a"))
      #expect(earlier.standing("b", digest: digest, options: "o")?.outputs.count == 1)
      #expect(earlier.standing("a", digest: digest, options: "p") == nil)
      #expect(earlier.standing("a", digest: FileDigest(size: 3, hash: 8), options: "o") == nil)
      #expect(earlier.standing("a", digest: nil, options: "o") == nil)
      #expect(earlier.standing("c", digest: digest, options: "o") == nil)
      try run.record(entry("c"), seconds: 1)
    }
    do {
      let run = try BatchFolder(path: path, options: "o", resumes: true)
      #expect(run.earlier?.standing("c", digest: digest, options: "o") != nil)
      try folder.write("бас", to: "out/b.txt")
      #expect(run.earlier?.standing("b", digest: digest, options: "o") == nil)
      for name in ["a", "b", "c"] { try run.record(entry(name), seconds: nil) }
      try run.finish()
    }
    #expect(folder.files == ["out/b.txt", "out/manifest.jsonl", "out/timings.jsonl"])
    let lines = try folder.text(of: "out/manifest.jsonl").split(separator: "\n")
    #expect(lines.map { String($0) + "\n" } == ["a", "b", "c"].map { String(decoding: entry($0).line, as: UTF8.self) })
  }

  @Test func aRunThatDidNothingLeavesNothing() throws {
    let folder = try TemporaryFolder()
    do { _ = try BatchFolder(path: folder.path + "/out", options: "o", resumes: false) }
    #expect(folder.files.isEmpty)
  }

  @Test func knowsFilesOfProgramsThatAreGone() {
    // Process 1 is always there, and no number is above the system's largest.
    #expect(TemporaryFile.isStale("a.txt.\(getpid())-1.part") && TemporaryFile.isStale("a/b.1999999999-12.part"))
    for name in ["a.txt.1-1.part", "a.part", "a.txt", "a.x-1.part", "a.1.part", "1999999999-12.part"] {
      #expect(!TemporaryFile.isStale(name), "\(name)")
    }
  }
}
