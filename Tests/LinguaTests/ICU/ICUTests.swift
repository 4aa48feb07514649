import Testing

@testable import Lingua

@Suite struct ICUTests {
  @Test func versionsAreThoseOfTheLibrary() {
    for version in [ICU.version, ICU.unicodeVersion] {
      let parts = version.split(separator: ".", omittingEmptySubsequences: false)
      #expect(parts.count >= 2 && parts.allSatisfy { Int($0) != nil }, "\(version)")
    }
  }

  /// A base with marks without end allows no cut, so the block ends where it must, but between two characters.
  @Test(arguments: 8...24, ["\u{301}", "\u{1AB0}", "\u{1D165}"])
  func blocksEndBetweenCharacters(most: Int, mark: String) {
    let text = Array(("и" + String(repeating: mark, count: 20)).utf8)
    text.withUnsafeBufferPointer { bytes in
      let end = ICU.blockEnd(from: 0, in: bytes, form: .nfc, least: 4, most: most)
      #expect(end > most - 4 && end <= most)
      #expect(bytes[end] & 0xC0 != 0x80)
    }
  }
}
