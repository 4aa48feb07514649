import TestSupport
import Testing

@testable import Pipeline

@Suite struct FileNameTests {
  private func bytes(_ text: String) -> [UInt8] {
    text.withSystemPath { path in
      var bytes: [UInt8] = []
      var place = path
      while place.pointee != 0 {
        bytes.append(UInt8(bitPattern: place.pointee))
        place += 1
      }
      return bytes
    }
  }

  @Test func comesBackByteByByte() {
    var generator = SeededGenerator(seed: 5)
    // Bytes that begin, go on and end characters, and the characters that stand for bytes themselves.
    let pieces: [[UInt8]] = [
      [0x61], [0xD0], [0xB9], [0xD0, 0xB9], [0xE2, 0x80], [0xF4], [0x8F, 0xBF], [0xF4, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x8F, 0xBE, 0x80], [0xFF], [0x0A], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x93, 0x96],
    ]
    for _ in 0..<2000 {
      let name = (0..<Int.random(in: 0..<9, using: &generator)).flatMap { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      #expect(bytes(FileName.text(name)) == name, "\(name)")
    }
    #expect(FileName.text([0x61, 0xFF]) == "a\u{10FFFF}" && FileName.text("й.txt".utf8) == "й.txt")
    #expect(ExactName("й") != ExactName("и\u{306}") && ExactName("й") == ExactName("й"))
  }

  /// Values of the reference implementation (xxhsum -H64).
  @Test(arguments: [
    ("", "ef46db3751d8e999"), ("a", "d24ec4f1a98c6e5b"), ("abc", "44bc2cf5ad770999"),
    ("Nobody inspects the spammish repetition", "fbcea83c8a378bf1"),
  ])
  func hashesAsXXH64(text: String, expected: String) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var hash = XXHash64()
      hash.update(bytes[..<cut])
      hash.update(bytes[cut...])
      #expect(hash.digest.hashText == "xxh64:" + expected && hash.digest.size == bytes.count)
    }
  }
}
