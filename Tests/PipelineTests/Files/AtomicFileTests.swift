import Foundation
import Glibc
import Pipeline
import TestSupport
import Testing

@Suite struct AtomicFileTests {
  @Test func appearsWholeOrNotAtAll() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/deep/er/a.txt"
    do {
      var file = try AtomicFile(path: path)
      try file.write([UInt8](repeating: 0x61, count: 1 << 19))
      #expect(folder.files.allSatisfy { $0.hasSuffix(".part") } && folder.files.count == 1)
    }
    #expect(folder.files.isEmpty)
    try AtomicFile.write("бір".utf8, to: path)
    try AtomicFile.write("екі".utf8, to: path)
    #expect(try folder.text(of: "deep/er/a.txt") == "екі" && folder.files == ["deep/er/a.txt"])
  }

  @Test func twoFilesForOnePlaceDoNotMeet() throws {
    let folder = try TemporaryFolder()
    var first = try AtomicFile(path: folder.path + "/a")
    var second = try AtomicFile(path: folder.path + "/a")
    try first.write("бір".utf8)
    try second.write("екі".utf8)
    try second.commit()
    try first.commit()
    #expect(try folder.text(of: "a") == "бір" && folder.files == ["a"])
  }

  /// The link stays a link, and what it leads to is replaced, also where that is not there yet.
  @Test(arguments: [true, false], [true, false]) func followsLinks(exists: Bool, isRelative: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "links/keep")
    try folder.write("", to: "real/keep")
    if exists { try folder.write("ескі", to: "real/a.txt") }
    let link = folder.path + "/links/a.txt"
    symlink("b.txt", link)
    symlink(isRelative ? "../real/a.txt" : folder.path + "/real/a.txt", folder.path + "/links/b.txt")
    try AtomicFile.write("жаңа".utf8, to: link)
    #expect(try folder.text(of: "real/a.txt") == "жаңа")
    let manager = FileManager.default
    #expect(try manager.destinationOfSymbolicLink(atPath: link) == "b.txt")
    #expect(try manager.contentsOfDirectory(atPath: folder.path + "/real").sorted() == ["a.txt", "keep"])
  }

  @Test func refusesLinksInACircleAndFolders() throws {
    let folder = try TemporaryFolder()
    symlink("b", folder.path + "/a")
    symlink("a", folder.path + "/b")
    #expect(throws: FileError(path: folder.path + "/a", operation: .write, code: ELOOP)) {
      try AtomicFile.write([1], to: folder.path + "/a")
    }
    #expect(throws: FileError(path: folder.path, operation: .write, code: EISDIR)) {
      try AtomicFile.write([1], to: folder.path)
    }
  }

  /// A pipe is written into, not replaced; so is one behind a link.
  @Test(arguments: [true, false]) func writesIntoAPipe(isLinked: Bool) throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    symlink("pipe", folder.path + "/link")
    // With a reader at hand, opening for writing does not wait.
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try AtomicFile.write("мәтін".utf8, to: isLinked ? folder.path + "/link" : pipe)
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = read(reader, &buffer, 100)
    #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "мәтін")
    var info = stat()
    #expect(stat(pipe, &info) == 0 && info.st_mode & S_IFMT == S_IFIFO)
  }
}

@Suite struct InputFilesTests {
  @Test func listsAFolderInOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/z.MD", "a.txt", "a/b/c.text", ".hidden/x.txt", "pic.png"] {
      try folder.write("", to: name)
    }
    let inputs = InputFiles(paths: [folder.path + "/"])
    #expect(inputs.files.map(\.relativePath) == ["a.txt", "a/b/c.text", "a/z.MD", "b.txt"])
    #expect(inputs.files.first?.path == folder.path + "/a.txt")
    #expect(inputs.skipped == 1 && inputs.failures.isEmpty)
  }

  @Test func takesMarkupThatHoldsPages() throws {
    let folder = try TemporaryFolder()
    for name in ["a.hocr", "b.PDF", "c.xml", "d.html"] { try folder.write("", to: name) }
    try folder.write("<?xml version='1.0'?>\n<alto xmlns='x'></alto>", to: "e.xml")
    try folder.write("<html><div class='ocr_page'></div></html>", to: "f.XHTML")
    let inputs = InputFiles(paths: [folder.path])
    #expect(inputs.files.map(\.relativePath) == ["a.hocr", "b.PDF", "e.xml", "f.XHTML"] && inputs.skipped == 2)
    #expect(inputs.files.map(\.textPlace) == ["a.hocr.txt", "b.PDF.txt", "e.xml.txt", "f.XHTML.txt"])
  }

  /// Two links of a folder to itself would make 2 to the power of the depth of paths.
  @Test(.timeLimit(.minutes(1))) func passesLinksThatLeadBack() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "in/a.txt")
    try folder.write("", to: "in/sub/b.txt")
    for link in ["one", "two"] { symlink(".", folder.path + "/in/" + link) }
    symlink("..", folder.path + "/in/sub/up")
    let inputs = InputFiles(paths: [folder.path + "/in"])
    #expect(inputs.files.map(\.relativePath) == ["a.txt", "sub/b.txt"])
    #expect(inputs.failures.isEmpty && inputs.skipped == 0)
  }

  /// A link to another folder is no circle, even twice.
  @Test func followsLinksToOtherFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write("word\nбір\n", to: "other/a.txt")
    try folder.write("", to: "in/b.txt")
    for link in ["one", "two"] { symlink("../other", folder.path + "/in/" + link) }
    let inputs = InputFiles(paths: [folder.path + "/in"])
    #expect(inputs.files.map(\.relativePath) == ["b.txt", "one/a.txt", "two/a.txt"])
  }
}
