import Foundation
import Lingua
import Pipeline
import TestSupport
import Testing

/// The file of a termbase: what is wrong with it is said, and never mended by overwriting.
@Suite struct TermbaseFileTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/own.termbase"
  }

  private func make() throws {
    let entry = GlossaryEntry(
      id: "t-0000000000000001", kinds: [.given],
      terms: Trilingual(kk: [GlossaryTerm("нарық")], ru: [GlossaryTerm("рынок")], en: [GlossaryTerm("market")]))
    _ = try Termbase(path: path).import(Glossary(entries: [entry]), isOwn: false, origin: "test", at: 1000)
  }

  /// Changes the file with SQLite's own program.
  private func sqlite(_ path: String, _ command: String) throws {
    let result = try Program.shell("sqlite3 '\(path)' \"\(command)\"")
    #expect(result.status == 0, "\(result.errors)")
  }

  private func failure(_ access: Termbase.Access) -> TermbaseError? {
    do throws(TermbaseError) {
      _ = try Termbase(path: path, access: access, patience: 0.1).entries()
      return nil
    } catch {
      return error
    }
  }

  @Test func keepsWhatItWasGiven() throws {
    try make()
    #expect(try Termbase(path: path, access: .reading).entries().map(\.id) == ["t-0000000000000001"])
    #expect(try Termbase(path: path).entries([.rejected]).isEmpty)
    let decisions = try Termbase(path: path, access: .reading).decisions()
    #expect(decisions.map(\.time) == [1000])
    #expect(decisions.map(\.terms) == ["kk: нарық; ru: рынок; en: market"])
  }

  @Test func canBeAskedByAPerson() throws {
    try make()
    let result = try Program.shell("sqlite3 '\(path)' 'SELECT status, kk, ru, en, decided FROM glossary'")
    #expect(result.output == "approved|нарық|рынок|market|1970-01-01 00:16:40\n")
  }

  @Test func refusesAFileThatIsNone() throws {
    try folder.write("id\tterm\n", to: "own.termbase")
    #expect(failure(.writing) == .notTermbase(path: path))
    #expect(failure(.reading) == .notTermbase(path: path))
    #expect(try folder.text(of: "own.termbase") == "id\tterm\n")
  }

  @Test func refusesAnotherDatabase() throws {
    try sqlite(path, "CREATE TABLE other (a)")
    #expect(failure(.writing) == .notTermbase(path: path))
    #expect(failure(.reading) == .notTermbase(path: path))
  }

  @Test func refusesALaterVersion() throws {
    try make()
    try sqlite(path, "PRAGMA user_version = 99")
    let expected = TermbaseError.newer(path: path, version: 99, known: Termbase.version)
    #expect(failure(.writing) == expected)
    #expect(failure(.reading) == expected)
  }

  @Test func refusesAFileThatWasCutOff() throws {
    try make()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for count in [50, 4096, bytes.count - 1] {
      try folder.write(bytes.prefix(count), to: "own.termbase")
      #expect(failure(.reading) == .damaged(path: path))
      #expect(failure(.writing) == .damaged(path: path))
    }
  }

  @Test func refusesAFileThatWasOverwritten() throws {
    try make()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.replaceSubrange(4096..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 4096))
    try folder.write(bytes, to: "own.termbase")
    #expect(failure(.reading) == .damaged(path: path))
  }

  @Test func takesAnEmptyFileForANewOne() throws {
    try folder.write("", to: "own.termbase")
    #expect(failure(.reading) == .notTermbase(path: path))
    #expect(failure(.writing) == nil)
  }

  @Test func namesWhatIsMissing() throws {
    #expect(failure(.reading) == .file(FileError(path: path, operation: .read, code: ENOENT)))
    let elsewhere = folder.path + "/none"
    #expect(throws: TermbaseError.file(FileError(path: elsewhere, operation: .write, code: ENOENT))) {
      try Termbase(path: elsewhere + "/own.termbase")
    }
    #expect(throws: TermbaseError.file(FileError(path: folder.path, operation: .read, code: EISDIR))) {
      try Termbase(path: folder.path, access: .reading)
    }
  }

  @Test func waitsForAnotherProcessOnlySoLong() throws {
    try make()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sqlite3", path]
    let commands = Pipe()
    let answers = Pipe()
    process.standardInput = commands
    process.standardOutput = answers
    try process.run()
    commands.fileHandleForWriting.write(Data("BEGIN EXCLUSIVE; SELECT 'held';\n".utf8))
    #expect(String(decoding: answers.fileHandleForReading.availableData, as: UTF8.self) == "held\n")
    #expect(failure(.writing) == .busy(path: path))
    #expect(failure(.reading) == .busy(path: path))
    commands.fileHandleForWriting.write(Data("COMMIT;\n.quit\n".utf8))
    process.waitUntilExit()
    #expect(failure(.writing) == nil)
  }
}
