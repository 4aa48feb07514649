import Foundation
import Glibc
import Lingua
import Pipeline
import TestSupport
import Testing

@Suite struct DocumentReaderTests {
  @Test func readsWhatLiesThere() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Data([0xEF, 0xBB, 0xBF] + Array("Қазақ\r\n".utf8)), to: "a.txt")
    let document = try DocumentReader().read(path, name: "a")
    #expect(document.name == "a" && document.text.utf8.elementsEqual("Қазақ\r\n".utf8) && document.format == .plain)
    #expect(document.encoding == .utf8 && document.decoding?.evidence == .byteOrderMark)
    let markdown = try DocumentReader().read(try folder.write("# *Тақырып*\n", to: "b.MD"))
    #expect(markdown.text == "Тақырып\n" && markdown.format == .markdown)
    #expect(try DocumentReader(format: .plain).read(folder.path + "/b.MD").text == "# *Тақырып*\n")
    #expect(try DocumentReader().read(try folder.write("", to: "empty.txt")).text.isEmpty)
  }

  @Test func readsPagesByNameAndByGuess() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Data([0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2E]), to: "old.txt")
    let guessed = try DocumentReader().read(path)
    #expect(guessed.text == "Привет." && guessed.encoding == .windows1251 && guessed.decoding?.evidence == .letters)
    let given = try DocumentReader(encoding: .koi8r).read(path)
    #expect(given.text != "Привет." && given.decoding?.evidence == .given)
  }

  /// A long head in ASCII, such as a table of numbers, tells nothing of what follows.
  @Test(
    arguments: [(String.Encoding.windowsCP1251, TextEncoding.windows1251), (.utf8, .utf8)], [1 << 20, (1 << 20) + 77])
  func looksBehindALongHead(encoding: (foundation: String.Encoding, ours: TextEncoding), head: Int) throws {
    let text = "Введение. Цели и задачи исследования: объём торговли растёт."
    let tail = Array(try #require(text.data(using: encoding.foundation)))
    let bytes = [UInt8](repeating: 0x31, count: head - 1) + [0x0A] + tail
    let document = try DocumentReader().document(name: "a", path: "a", bytes: bytes)
    #expect(document.encoding == encoding.ours && document.text.hasSuffix(text))
  }

  @Test func namesWhyAFileIsNotRead() throws {
    let folder = try TemporaryFolder()
    func failure(_ path: String, strict: Bool = false) -> ReadError? {
      do throws(ReadError) { _ = try DocumentReader(strict: strict).read(path) } catch { return error }
      return nil
    }
    let missing = folder.path + "/none.txt"
    #expect(failure(missing) == .file(FileError(path: missing, operation: .read, code: ENOENT)))
    #expect(failure(folder.path) == .file(FileError(path: folder.path, operation: .read, code: EISDIR)))
    let pdf = try folder.write("%PDF-1.4 …", to: "a.pdf")
    guard case .pdf(pdf, _) = failure(pdf) else { throw FixtureError(description: "a PDF that is none was read") }
    let zeros = try folder.write(Data([0, 1, 0, 0, 7]), to: "zeros.txt")
    #expect(failure(zeros) == .binary(path: zeros, kind: nil))
    let broken = try folder.write(Data(Array("жол\nсөз ".utf8) + [0xFF]), to: "broken.txt")
    let place = DecodingErrors(count: 1, first: .init(offset: 14, line: 2, column: 5))
    #expect(failure(broken, strict: true) == .malformed(path: broken, encoding: .utf8, errors: place))
    #expect(try DocumentReader().read(broken).decodingErrors == place)
    if getuid() != 0 {
      let secret = try folder.write("a", to: "secret.txt")
      chmod(secret, 0)
      #expect(failure(secret) == .file(FileError(path: secret, operation: .read, code: EACCES)))
    }
  }
}

@Suite struct LexiconFolderTests {
  @Test func takesTheFirstPlaceThatThereIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("word\nбір\n", to: "named/concepts/extra.tsv")
    try folder.write("word\nекі\n", to: "variable/stopwords.tsv")
    try folder.write("word\nүш\n", to: "prefix/share/lingua/lexicons/stopwords.tsv")
    let program = folder.path + "/prefix/bin/lingua-cli"
    func lexicons(_ explicit: String?, _ variable: String?, _ executable: String?) throws -> Lexicons {
      try LexiconFolder.lexicons(explicit: explicit, environment: variable, executable: executable)
    }
    let named = try lexicons(folder.path + "/named", folder.path + "/variable", program)
    #expect(try named.file("concepts/extra.tsv", columns: ["word"]).rows.first?[0] == "бір")
    let variable = try lexicons(nil, folder.path + "/variable/", program)
    #expect(try variable.file("stopwords.tsv", columns: ["word"]).rows.first?[0] == "екі")
    let installed = try lexicons(nil, "", program)
    #expect(try installed.file("stopwords.tsv", columns: ["word"]).rows.first?[0] == "үш")
    #expect(try lexicons(nil, nil, folder.path + "/elsewhere/bin/lingua-cli").origin == "embedded")
    // What a folder lacks comes from the built-in files.
    let builtIn = try named.file("code-pages.tsv", columns: ["encoding"])
    #expect(!builtIn.rows.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func passesLinksThatLeadBack() throws {
    let folder = try TemporaryFolder()
    try folder.write("word\nбір\n", to: "stopwords.tsv")
    for link in ["one", "two"] { symlink(".", folder.path + "/" + link) }
    let lexicons = try LexiconFolder.lexicons(explicit: folder.path, environment: nil, executable: nil)
    #expect(lexicons.names.contains("stopwords.tsv") && !lexicons.names.contains { $0.hasPrefix("one/") })
  }

  @Test(
    arguments: [
      ("stopword.tsv", "stopwords.tsv"), ("zzz/qqq.tsv", nil), ("zzz.tsv", nil),
    ] as [(String, String?)])
  func refusesAFileThatNoLexiconIsNamedLike(name: String, near: String?) throws {
    let folder = try TemporaryFolder()
    try folder.write("language\tword\n", to: "stopwords.tsv")
    try folder.write("word\nбір\n", to: name)
    #expect(throws: LexiconFolder.Failure.unknown(path: folder.path, name: name, near: near)) {
      try LexiconFolder.lexicons(explicit: folder.path, environment: nil, executable: nil)
    }
  }

  @Test func refusesAFolderThatIsMissingOrEmpty() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path + "/none"
    #expect(throws: LexiconFolder.Failure.file(FileError(path: missing, operation: .list, code: ENOENT))) {
      try LexiconFolder.lexicons(explicit: missing, environment: nil, executable: nil)
    }
    #expect(throws: LexiconFolder.Failure.empty(path: folder.path)) {
      try LexiconFolder.lexicons(explicit: nil, environment: folder.path, executable: nil)
    }
  }
}
