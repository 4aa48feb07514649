import TestSupport
import Testing

@testable import Lingua
@testable import Pipeline

@Suite struct LexiconDoubtsTests {
  @Test func rowsThatTheTextContradictsAreFound() throws {
    let invented = try InventedText()
    // The first noun stands in ten pairs of sentences, the others, whose pairs only repeat, in five.
    try invented.folder.write(
      InventedText.three + InventedText.three.replacingOccurrences("кітап", by: "кітап тағы"),
      to: "invented.kk-ru-en.tsv")
    let rows = """
      kk\tru\ten\tpos\tdomain
      кітап\tкнига\tbook\tnoun\tx
      кітап\tлошадь\tbook\tnoun\tx
      ғарыш\tкосмос\tspace\tnoun\tx

      """
    var files: [String: [UInt8]] = [:]
    for name in Lexicons.embedded.names where name.hasPrefix("concepts/") {
      files[name] = Array("kk\tru\ten\tpos\tdomain\n".utf8)
    }
    files["concepts/x.tsv"] = Array(rows.utf8)
    let text = try ParallelText(
      folder: invented.folder.path, scheme: LexiconDoubts.scheme, kazakh: KazakhStemmer())
    let doubts = try LexiconDoubts(text).doubts(in: Lexicons(origin: "test", files: files))
    #expect(doubts.allSatisfy { $0.line == 3 && $0.file == "concepts/x.tsv" && $0.bothCount == 0 })
    let pairs = doubts.map { "\($0.left.tag)-\($0.right.tag)" }
    #expect(pairs == ["kk-ru"])
    #expect(doubts.first.map { [$0.leftCount, $0.rightCount] } == [10, 5])
  }
}

extension String {
  /// Other lines for those that begin with a word, so that they are no repetitions.
  fileprivate func replacingOccurrences(_ word: String, by other: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(word) ? other + $0.dropFirst(word.count) : $0 }.joined(separator: "\n")
  }
}
